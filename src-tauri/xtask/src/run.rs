//! Running other programs, with what they print shown as it comes and kept for counting.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// What a program printed and whether it succeeded.
pub(crate) struct Outcome {
    /// Whether it ended with 0.
    pub(crate) success: bool,
    /// Standard output and standard error as they came, without colours.
    pub(crate) printed: String,
}

/// A command in a folder, with nothing to read from.
pub(crate) fn command(folder: &Path, program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::null());
    command
}

/// Runs and shows. An error only when the program cannot be started.
pub(crate) fn shown(mut command: Command) -> Result<Outcome, String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let wrong = |error: std::io::Error| format!("{program} cannot be run: {error}");
    // One pipe for both, so that headings and results stay in the order in which they were printed.
    let (reader, writer) = std::io::pipe().map_err(wrong)?;
    let errors = writer.try_clone().map_err(wrong)?;
    let mut child = command
        .stdout(writer)
        .stderr(errors)
        .spawn()
        .map_err(wrong)?;
    // The command holds the writing ends; as long as it lives the pipe would not end.
    drop(command);
    let mut printed = String::new();
    let mut lines = BufReader::new(reader);
    let mut line = Vec::new();
    while lines.by_ref().read_until(b'\n', &mut line).map_err(wrong)? > 0 {
        let _ = std::io::stdout().write_all(&line);
        let _ = std::io::stdout().flush();
        printed.push_str(&plain(&String::from_utf8_lossy(&line)));
        line.clear();
    }
    let status = child.wait().map_err(wrong)?;
    Ok(Outcome {
        success: status.success(),
        printed,
    })
}

/// Runs without showing; `None` when the program is missing.
pub(crate) fn quiet(program: &str, arguments: &[&str]) -> Option<(bool, String)> {
    let output = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    Some((
        output.status.success(),
        String::from_utf8_lossy(&output.stdout).into_owned(),
    ))
}

/// Text without the codes that colour it.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(ch) = chars.next() {
        if ch == '\u{1b}' {
            // A code ends with its first letter.
            chars.by_ref().find(char::is_ascii_alphabetic);
        } else {
            out.push(ch);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_taken_off() {
        assert_eq!(
            plain("\u{1b}[32m✓\u{1b}[39m done \u{1b}[1;31m2\u{1b}[0m\n"),
            "✓ done 2\n"
        );
    }

    #[test]
    fn both_streams_are_kept_in_order_and_failure_is_seen() {
        let outcome = shown(command(
            Path::new("."),
            "sh",
            &["-c", "echo a; echo b >&2; echo c; exit 3"],
        ))
        .unwrap();
        assert_eq!(outcome.printed, "a\nb\nc\n");
        assert!(!outcome.success);
    }
}
