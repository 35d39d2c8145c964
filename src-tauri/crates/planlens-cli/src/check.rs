//! `planlens check`: the library file, and every quotation against its text.

use crate::Outcome;
use crate::args::CheckArgs;
use crate::explain::Problem;
use crate::open::{self, Opened};
use crate::out;

pub(crate) fn run(args: &CheckArgs) -> Result<Outcome, Problem> {
    let Opened { library, .. } = open::open(&args.library)?;
    let check = plan_flow::check::check(&library)?;
    let outcome = if check.failures.is_empty() {
        Outcome::Done
    } else {
        Outcome::Refused
    };
    if args.json {
        out::print_json(&check)?;
        return Ok(outcome);
    }
    out::print(|out| {
        writeln!(out, "{}", check.library)?;
        writeln!(
            out,
            "checked {} plans, {} sections, {} targets, {} tasks, {} other numbers, {} notes",
            check.plans,
            check.sections,
            check.targets,
            check.tasks,
            check.other_numbers,
            check.notes
        )?;
        for failure in &check.failures {
            let plan = failure.plan.as_deref().unwrap_or("library");
            writeln!(out, "wrong  {}  {plan}: {}", failure.kind, failure.message)?;
        }
        match check.failures.len() {
            0 => writeln!(out, "all is well"),
            count => writeln!(out, "{count} wrong; nothing was changed"),
        }
    })?;
    Ok(outcome)
}
