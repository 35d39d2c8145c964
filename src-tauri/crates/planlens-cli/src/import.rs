//! `planlens import`: files and folders into the library.

use crate::Outcome;
use crate::args::ImportArgs;
use crate::explain::Problem;
use crate::open::{self, Opened};
use crate::out;
use plan_flow::wire::job::{JobEvent, JobSummary};
use std::io::{self, IsTerminal, Write};

pub(crate) fn run(args: &ImportArgs) -> Result<Outcome, Problem> {
    let Opened { host, library } = open::open(&args.library)?;
    let progress = io::stderr().is_terminal();
    let mut events = |event: JobEvent| match &event {
        JobEvent::Step {
            done,
            total,
            subject: Some(subject),
            ..
        } if progress => {
            let _ = write!(io::stderr(), "\r\x1b[K{done}/{total} {subject}");
        }
        other => {
            if progress {
                let _ = write!(io::stderr(), "\r\x1b[K");
            }
            open::report(other);
        }
    };
    let summary = open::job(&mut events, |job| {
        plan_flow::import::paths(&library, &host, &args.paths, job)
    })?;
    if summary == JobSummary::default() {
        return Err(Problem::NothingFound);
    }
    if args.json {
        out::print_json(&summary)?;
    } else {
        out::print(|out| {
            writeln!(
                out,
                "imported {}, already there {}, refused {}; targets found {}",
                summary.imported, summary.duplicates, summary.refused, summary.targets
            )
        })?;
    }
    Ok(if summary.refused == 0 {
        Outcome::Done
    } else {
        Outcome::Refused
    })
}
