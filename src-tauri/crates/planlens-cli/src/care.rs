//! `planlens backup` and `planlens merge`.

use crate::Outcome;
use crate::args::{BackupArgs, MergeArgs};
use crate::explain::Problem;
use crate::open::{self, Opened};
use crate::out;
use crate::table::Table;
use plan_flow::care;
use plan_flow::wire::care::HandOver;

pub(crate) fn backup(args: &BackupArgs) -> Result<Outcome, Problem> {
    let Opened { host, library } = open::open(&args.library)?;
    if let Some(to) = &args.to {
        let what = if args.in_use {
            HandOver::InUse
        } else {
            HandOver::All
        };
        care::hand_over(&library, to, what)?;
        out::print(|out| writeln!(out, "written and checked: {}", to.display()))?;
        return Ok(Outcome::Done);
    }
    if !args.list {
        let made = care::backup_now(&library, &host)?;
        if args.json {
            out::print_json(&made)?;
        } else {
            out::print(|out| writeln!(out, "written and checked: {}", made.path))?;
        }
        return Ok(Outcome::Done);
    }
    let backups = care::backups(library.path());
    if args.json {
        out::print_json(&backups)?;
        return Ok(Outcome::Done);
    }
    let mut table = Table::new(&["made", "plans", "bytes", "file"]);
    for backup in &backups {
        table.row(vec![
            backup.at.clone(),
            backup
                .plans
                .map_or_else(|| "damaged".to_owned(), |plans| plans.to_string()),
            backup.bytes.to_string(),
            backup.path.clone(),
        ]);
    }
    out::print(|out| table.write(out))?;
    Ok(Outcome::Done)
}

pub(crate) fn merge(args: &MergeArgs) -> Result<Outcome, Problem> {
    let Opened { host, library } = open::open(&args.library)?;
    if args.preview {
        let preview = care::merge_preview(&library, &host, &args.other)?;
        if args.json {
            out::print_json(&preview)?;
            return Ok(Outcome::Done);
        }
        out::print(|out| {
            writeln!(
                out,
                "new plans {}, plans that both have {}, removed here {}",
                preview.new_plans.len(),
                preview.same_plans.len(),
                preview.removed_plans.len()
            )?;
            writeln!(
                out,
                "decisions to take over {}, decided on both sides {}, synonyms {}, context figures {}",
                preview.taken.len(),
                preview.conflicts.len(),
                preview.synonyms,
                preview.context
            )?;
            for one in &preview.conflicts {
                writeln!(
                    out,
                    "both  {}  {}: {}",
                    one.plan_name, one.indicator, one.quote
                )?;
            }
            Ok(())
        })?;
        return Ok(Outcome::Done);
    }
    let mut events = |event| open::report(&event);
    let answer = open::job(&mut events, |job| {
        care::merge(&library, &host, &args.other, args.prefer.into(), job)
    })?;
    if args.json {
        out::print_json(&answer)?;
    } else {
        out::print(|out| {
            writeln!(
                out,
                "plans added {}, decisions taken over {}; backup before: {}",
                answer.plans, answer.decisions, answer.backup.path
            )
        })?;
    }
    Ok(Outcome::Done)
}
