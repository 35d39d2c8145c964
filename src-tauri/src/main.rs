//! PlanLens in a window: the builder, the commands, the job runner. No logic of the domain lives here; every
//! command hands its arguments to a use case of `plan_flow` on a thread of its own and its answer to the page.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![allow(
    clippy::result_large_err,
    reason = "an error is made once per command, and read once"
)]

mod command;
mod dialog;
mod jobs;
mod offered;
mod reexec;
mod shell;
mod window;
mod work;

use std::process::ExitCode;

fn main() -> ExitCode {
    if let Some(code) = plan_flow::pdf_process::serve() {
        return code;
    }
    reexec::without_dmabuf();
    match window::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            #[expect(
                clippy::print_stderr,
                reason = "with no window there is no other place to say it"
            )]
            {
                eprintln!("planlens-desktop: {error}");
            }
            ExitCode::FAILURE
        }
    }
}
