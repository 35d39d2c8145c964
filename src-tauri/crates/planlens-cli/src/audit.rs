//! `planlens audit`: the numerals of a text that nobody can explain, and the targets to look at.

use crate::Outcome;
use crate::args::{AuditArgs, LanguageWord};
use crate::explain::{self, Problem};
use crate::{open, out, reason};
use plan_flow::audit::{self, Audit, Place, REVIEW_BELOW};
use std::io::{self, Write};

pub(crate) fn run(args: &AuditArgs) -> Result<Outcome, Problem> {
    let mut audits = Vec::new();
    let mut refused = false;
    let host = open::host(std::path::PathBuf::new());
    for path in &args.files {
        match audit::file_with(&host, path) {
            Ok(audit) => audits.push(audit),
            Err(error) => {
                explain::print_error(&error.to_wire());
                refused = true;
            }
        }
    }
    if args.json {
        match (args.files.as_slice(), audits.as_slice()) {
            ([_], [audit]) => out::print_json(audit)?,
            ([_], []) => {}
            (_, audits) => out::print_json(&audits)?,
        }
    } else {
        out::print(|out| {
            audits
                .iter()
                .try_for_each(|audit| tell(out, audit, args.language))
        })?;
    }
    let explained = audits.iter().all(|audit| audit.unexplained.is_empty());
    Ok(if explained && !refused {
        Outcome::Done
    } else {
        Outcome::Refused
    })
}

fn tell(out: &mut dyn Write, audit: &Audit, language: LanguageWord) -> io::Result<()> {
    writeln!(out, "{}", audit.source_name)?;
    write!(out, "  numerals: {} in targets", audit.in_targets)?;
    for one in &audit.classes {
        write!(out, ", {} {}", one.count, one.class.word())?;
    }
    writeln!(out, "\n  unexplained: {}", audit.unexplained.len())?;
    for one in &audit.unexplained {
        tell_place(out, &one.place)?;
    }
    writeln!(
        out,
        "  to review: {} of {} targets are less sure than {REVIEW_BELOW} %",
        audit.to_review.len(),
        audit.targets
    )?;
    for one in &audit.to_review {
        tell_place(out, &one.place)?;
        for known in &one.because {
            writeln!(
                out,
                "      {} {} %: {}",
                reason::field(known.field, language),
                known.confidence,
                reason::sentence(&known.rule, language)
            )?;
        }
    }
    Ok(())
}

/// A line of the text may hold line breaks (a table); one line is printed.
fn tell_place(out: &mut dyn Write, place: &Place) -> io::Result<()> {
    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let section = if place.section.is_empty() {
        "-"
    } else {
        &place.section
    };
    writeln!(
        out,
        "    {section}  {}-{}  “{}”  {}",
        place.start,
        place.end,
        one_line(&place.quote),
        one_line(&place.sentence)
    )
}
