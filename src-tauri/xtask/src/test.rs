//! `cargo xtask test`: everything, in one order, with one set of features, so that the window's framework is
//! compiled once for the lints and once for the tests.

use crate::count::{self, Count};
use crate::run::{Outcome, command, shown};
use crate::{page, pdfium, root, setup};
use std::process::Command;
use std::time::Instant;

/// What has been counted so far, by kind.
struct Tally {
    kinds: Vec<(&'static str, Count)>,
    started: Instant,
}

pub(crate) fn test() -> Result<(), String> {
    let mut tally = Tally {
        kinds: Vec::new(),
        started: Instant::now(),
    };
    let wanted: Vec<&str> = setup::WINDOW.into_iter().chain(setup::DRIVE).collect();
    setup::node()?;
    setup::packages(&wanted)?;
    page::packages()?;
    let pdf_library = pdfium::library();
    if let Err(message) = &pdf_library {
        println!("{message}");
    }
    tally.note("library that reads PDF", pdf_library.is_ok());

    tally.check("format", &cargo(&["fmt", "--all", "--check"])?);
    let page_built = tally.check(
        "types of the page, and the page itself",
        &page::npm(&["run", "build"])?,
    );
    tally.page(&page::npm(&["test"])?);
    // The window embeds the built page: without it nothing below compiles.
    if page_built {
        let lints = [
            "clippy",
            "--workspace",
            "--all-targets",
            "--locked",
            "--",
            "-D",
            "warnings",
        ];
        tally.check("lints", &cargo(&lints)?);
        let programs = [
            "build",
            "--workspace",
            "--exclude",
            "xtask",
            "--bins",
            "--locked",
        ];
        if tally.check("programs", &cargo(&programs)?) {
            let mut tests = call(&["test", "--workspace", "--locked", "--no-fail-fast"]);
            // Tests read PDF when this names the library, and otherwise prove that the program says what is missing.
            if let Ok(library) = pdf_library {
                tests.env("PLANLENS_PDFIUM", library);
            }
            tally.rust(&shown(tests)?);
        }
    }
    tally.finish()
}

fn cargo(arguments: &[&str]) -> Result<Outcome, String> {
    shown(call(arguments))
}

fn call(arguments: &[&str]) -> Command {
    let mut call = command(&root(), "cargo", arguments);
    // The generated TypeScript is compared with the kept one by a test, so the exporting tests must not renew it.
    call.env(
        "TS_RS_EXPORT_DIR",
        std::env::temp_dir().join("planlens-types"),
    );
    call
}

impl Tally {
    /// One check that passes or fails as a whole.
    fn check(&mut self, name: &str, outcome: &Outcome) -> bool {
        self.note(name, outcome.success)
    }

    fn note(&mut self, name: &str, success: bool) -> bool {
        let word = if success { "ok" } else { "FAILED" };
        println!(
            "== {name}: {word}, {} s since the start ==",
            self.started.elapsed().as_secs()
        );
        self.kinds.push(("checks", Count::check(success)));
        success
    }
    fn page(&mut self, outcome: &Outcome) {
        let count = count::vitest(&outcome.printed);
        self.kinds.push(("tests of the page", count));
        self.consistent("tests of the page", outcome.success, count);
    }

    fn rust(&mut self, outcome: &Outcome) {
        let kinds = count::rust(&outcome.printed);
        let mut all = Count::default();
        for (_, count) in &kinds {
            all.add(*count);
        }
        self.kinds.extend(kinds);
        self.consistent("tests in Rust", outcome.success, all);
    }

    /// A runner that failed though no test did, or that ran none, has failed as a whole.
    fn consistent(&mut self, name: &str, success: bool, count: Count) {
        if (!success && count.failed == 0) || count.passed + count.failed == 0 {
            println!("== {name}: the run itself FAILED ==");
            self.kinds.push(("checks", Count::check(false)));
        }
    }

    fn finish(self) -> Result<(), String> {
        let mut names: Vec<&str> = Vec::new();
        let mut all = Count::default();
        for (name, count) in &self.kinds {
            all.add(*count);
            if !names.contains(name) {
                names.push(name);
            }
        }
        println!("\n{:28}{:>8}{:>8}{:>8}", "", "passed", "failed", "skipped");
        for name in names {
            let mut sum = Count::default();
            self.kinds
                .iter()
                .filter(|(other, _)| *other == name)
                .for_each(|(_, count)| sum.add(*count));
            println!(
                "{name:28}{:>8}{:>8}{:>8}",
                sum.passed, sum.failed, sum.skipped
            );
        }
        println!("after {} s\n", self.started.elapsed().as_secs());
        println!(
            "{} passed, {} failed, {} skipped",
            all.passed, all.failed, all.skipped
        );
        if all.failed == 0 {
            Ok(())
        } else {
            Err("Not everything passed.".into())
        }
    }
}
