//! The fuzz driver: runs the targets over damaged documents until the time or the bytes are used up, and says what
//! it did. An input that breaks a promise is written beside the corpus, and the run fails.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::expect_used,
    reason = "a program for the person at the terminal"
)]

use plan_tests::fuzz::{Outcome, Source, corpus, document};
use plan_tests::place;
use std::panic::catch_unwind;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// After so many broken promises the rest would only say the same.
const ENOUGH: usize = 20;

/// What to do, as the command line says.
struct Run {
    seconds: u64,
    bytes: usize,
    seed: u64,
}

fn arguments() -> Result<Run, String> {
    let mut run = Run {
        seconds: 60,
        bytes: usize::MAX,
        seed: 1,
    };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().ok_or(format!("{word} needs a number"))?;
        let wrong = |_| format!("{word} {value}: not a number");
        match word.as_str() {
            "--seconds" => run.seconds = value.parse().map_err(wrong)?,
            "--bytes" => run.bytes = value.parse().map_err(wrong)?,
            "--seed" => run.seed = value.parse().map_err(wrong)?,
            _ => return Err(format!("{word}: fuzz [--seconds N] [--bytes N] [--seed S]")),
        }
    }
    Ok(run)
}

fn main() -> ExitCode {
    let run = match arguments() {
        Ok(run) => run,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    let (start, limit) = (Instant::now(), Duration::from_secs(run.seconds));
    let mut source = Source::new(run.seed, corpus());
    let (mut inputs, mut bytes, mut refused, mut broken) = (0usize, 0usize, 0usize, 0usize);
    let mut slowest = Duration::ZERO;
    while start.elapsed() < limit && bytes < run.bytes && broken < ENOUGH {
        let input = source.next_input();
        inputs += 1;
        bytes += input.len();
        let begun = Instant::now();
        match catch_unwind(|| document(&input)) {
            Ok(Outcome::Refused) => refused += 1,
            Ok(Outcome::Read(_)) => {}
            Err(_) => {
                broken += 1;
                let path = place::root()
                    .join("tests/store")
                    .join(format!("fuzz-{}-{inputs}.txt", run.seed));
                std::fs::create_dir_all(place::root().join("tests/store")).expect("a folder");
                std::fs::write(&path, &input).expect("the input can be kept");
                eprintln!("kept: {}", path.display());
            }
        }
        slowest = slowest.max(begun.elapsed());
    }
    println!(
        "seed {}: {inputs} inputs, {bytes} bytes in {:.1} s; {refused} refused, {broken} broke a promise; slowest {} ms",
        run.seed,
        start.elapsed().as_secs_f64(),
        slowest.as_millis()
    );
    if broken == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
