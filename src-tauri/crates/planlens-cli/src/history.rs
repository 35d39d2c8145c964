//! `planlens history`: the steps of the library, of a plan or of a target.

use crate::Outcome;
use crate::args::HistoryArgs;
use crate::explain::Problem;
use crate::open::{self, Opened};
use crate::{out, undo};
use plan_flow::history;
use plan_flow::wire::change::{ChangeQuery, HistoryStep};
use plan_model::{PlanId, TargetId};

pub(crate) fn run(args: &HistoryArgs) -> Result<Outcome, Problem> {
    let Opened { library, .. } = open::open(&args.library)?;
    let steps = match (args.target, args.plan) {
        (Some(target), _) => history::of_target(&library, TargetId(target))?,
        (None, Some(plan)) => history::of_plan(&library, PlanId(plan))?,
        (None, None) => {
            let query = ChangeQuery {
                plan: None,
                offset: args.offset,
                limit: args.limit,
            };
            let page = history::page(&library, &query)?;
            if args.json {
                out::print_json(&page)?;
            } else {
                out::print(|out| {
                    for step in &page.steps {
                        writeln!(out, "{:>5}  {}", step.batch.batch, undo::line(&step.batch))?;
                    }
                    writeln!(
                        out,
                        "{} of {} steps, newest first",
                        page.steps.len(),
                        page.total
                    )
                })?;
            }
            return Ok(Outcome::Done);
        }
    };
    if args.json {
        out::print_json(&steps)?;
    } else {
        out::print(|out| steps.iter().try_for_each(|step| write_step(out, step)))?;
    }
    Ok(Outcome::Done)
}

fn write_step(out: &mut dyn std::io::Write, step: &HistoryStep) -> std::io::Result<()> {
    writeln!(out, "{}  {}  by {}", step.at, step.action, step.by)?;
    for field in &step.fields {
        let shown = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
        let (before, after) = (shown(&field.before), shown(&field.after));
        writeln!(out, "    {}: {before} → {after}", field.field)?;
    }
    Ok(())
}
