//! The program `planlens` as a person calls it: every suite case goes through its real front door.

use crate::place;
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What one call answered.
#[derive(Debug)]
pub struct Answer {
    /// Exit code; `None` when killed.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// The program with a data directory of its own, so that no test touches the user's library.
#[must_use]
pub fn command(data: &Path) -> Command {
    let mut command = Command::new(place::program("planlens"));
    command
        .env("PLANLENS_DATA_DIR", data)
        .env("LANG", "C.UTF-8")
        .current_dir(place::root())
        .stdin(Stdio::null());
    command
}

/// Calls the program and waits.
///
/// # Panics
/// When it cannot be started.
#[must_use]
pub fn call<S: AsRef<std::ffi::OsStr>>(data: &Path, arguments: &[S]) -> Answer {
    let output: Output = command(data)
        .args(arguments)
        .output()
        .expect("the program starts");
    Answer {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("standard output is UTF-8"),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// Calls the program, which must succeed and print JSON.
///
/// # Panics
/// When it fails or prints something else.
#[must_use]
pub fn json<S: AsRef<std::ffi::OsStr>>(data: &Path, arguments: &[S]) -> Value {
    let answer = call(data, arguments);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    serde_json::from_str(&answer.out)
        .unwrap_or_else(|error| panic!("no JSON ({error}): {}", answer.out))
}
