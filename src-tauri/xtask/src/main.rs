//! `cargo xtask start | test | bench`: sets the machine up, then opens the program, checks everything, or measures.
//! Standard library only, so that it compiles in seconds on a machine that has nothing but Rust and Node.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "it talks to the person at the terminal"
)]

mod bench;
mod count;
mod page;
mod pdfium;
mod run;
mod setup;
mod start;
mod test;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
usage: cargo xtask start [--report DIR]   installs what is missing, builds, opens the window;
                                         with no display: writes the comparison report into DIR
       cargo xtask test                  installs what is missing, checks everything
       cargo xtask pdfium                fetches the library that reads PDF and lays it beside what
                                         cargo builds (start and test do so by themselves)
       cargo xtask bench accuracy [GOLD_DIR PRED_DIR|TEXT_DIR]
                                         writes how well extraction agrees with the annotation of the
                                         five plans into tests/bench; prints the same for other folders
       cargo xtask bench extract         measures reading and extraction in megabytes per second
       cargo xtask bench report          measures how long a report takes in each format
       cargo xtask bench killed          kills the program at two hundred moments and looks what is lost
       cargo xtask bench window [PLANS INDICATORS STATED]
                                         opens the release window on a large library and measures
                                         frames while scrolling, filter and correction to picture";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["start"] => start::start(None),
        ["start", "--report", folder] => start::start(Some(Path::new(folder))),
        ["test"] => test::test(),
        ["pdfium"] => pdfium::library().map(|library| println!("{}", library.display())),
        ["bench", "accuracy"] => bench::accuracy(&[]),
        ["bench", "accuracy", gold, other] => bench::accuracy(&[gold, other]),
        ["bench", "extract"] => bench::timed("extract"),
        ["bench", "report"] => bench::timed("report"),
        ["bench", "killed"] => bench::killed(),
        ["bench", "window", size @ ..] => bench::window(size),
        _ => Err(USAGE.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Where cargo puts what it builds; git ignores it.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The root of the checkout.
fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_path_buf()
}
