//! `planlens undo` and `planlens redo`, and how a step is printed.

use crate::Outcome;
use crate::args::UndoArgs;
use crate::explain::Problem;
use crate::open::{self, Opened};
use crate::out;
use plan_flow::change;
use plan_flow::wire::change::{ChangeAnswer, ChangeBatch};

pub(crate) fn undo(args: &UndoArgs) -> Result<Outcome, Problem> {
    let Opened { library, .. } = open::open(&args.library)?;
    print(&[change::undo(&library)?], args.json, "taken back")
}

pub(crate) fn redo(args: &UndoArgs) -> Result<Outcome, Problem> {
    let Opened { library, .. } = open::open(&args.library)?;
    print(&[change::redo(&library)?], args.json, "done again")
}

/// Prints what became of the steps. Having nothing to do is no failure, but it is told.
pub(crate) fn print(answers: &[ChangeAnswer], json: bool, done: &str) -> Result<Outcome, Problem> {
    if json {
        out::print_json(&answers)?;
    } else {
        out::print(|out| {
            for answer in answers {
                match &answer.batch {
                    Some(batch) => writeln!(out, "{done}: {}", line(batch))?,
                    None => writeln!(out, "nothing to change")?,
                }
            }
            Ok(())
        })?;
    }
    Ok(Outcome::Done)
}

/// A step in one line.
pub(crate) fn line(batch: &ChangeBatch) -> String {
    let subject = batch.subject.as_deref().unwrap_or_default();
    format!("{}  {} {}  {subject}", batch.at, batch.kind, batch.count)
        .trim_end()
        .to_owned()
}
