//! The program planlens: the use cases without a window. It asks, prints and explains; it decides nothing.
//!
//! Exit codes: 0 all is well; 1 something was refused or a check failed; 2 the command could not be carried out.

mod args;
mod args_care;
mod args_chart;
mod args_report;
mod audit;
mod care;
mod chain;
mod chart;
mod check;
mod choices;
mod compare;
mod context;
mod dump;
mod explain;
mod extract;
mod figure;
mod filter;
mod history;
mod import;
mod links;
mod list;
mod matrix_json;
mod open;
mod out;
mod reason;
mod report;
mod review;
mod table;
mod undo;

use args::{Arguments, Command};
use clap::Parser;
use explain::Problem;
use std::process::ExitCode;

/// How a command ended when it could be carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// Everything went well.
    Done,
    /// Something was refused or found wrong; it has been said what.
    Refused,
}

fn main() -> ExitCode {
    if let Some(code) = plan_flow::pdf_process::serve() {
        return code;
    }
    match run(Arguments::parse().command) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Refused) => ExitCode::from(1),
        // Whoever reads our output has seen enough (`planlens list | head -1`).
        Err(Problem::Output(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(problem) => {
            explain::print(&problem);
            ExitCode::from(2)
        }
    }
}

fn run(command: Command) -> Result<Outcome, Problem> {
    match command {
        Command::Extract(args) => extract::run(&args),
        Command::Audit(args) => audit::run(&args),
        Command::Import(args) => import::run(&args),
        Command::List(args) => list::run(&args),
        Command::Links(args) => links::run(&args),
        Command::Compare(args) => compare::run(args),
        Command::Chart(args) => chart::run(args),
        Command::Context(args) => context::run(args),
        Command::Report(args) => report::run(args),
        Command::Review(args) => review::run(args),
        Command::History(args) => history::run(&args),
        Command::Undo(args) => undo::undo(&args),
        Command::Redo(args) => undo::redo(&args),
        Command::Backup(args) => care::backup(&args),
        Command::Merge(args) => care::merge(&args),
        Command::Dump(args) => dump::run(&args),
        Command::Check(args) => check::run(&args),
    }
}
