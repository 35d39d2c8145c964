//! PDF is read by a process of its own: the program, started once more for one document. What a page says is
//! executed by a library in another language, and one page can ask for hours or for all memory there is; only from
//! outside can that be ended. The process is given the bytes, has no other business, and dies with its time, with its
//! memory, or with its answer.
//!
//! A program that reads PDF calls [`serve`] before anything else.

use plan_model::FrozenPlan;
use plan_read::{Means, PdfEngine, ReadError};
use serde::{Deserialize, Serialize};
use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// First argument of the program when it is to read one PDF; the library that does so is the second.
const ARGUMENT: &str = "read-one-pdf";

/// Longest time a document may take. Plans take milliseconds; what takes longer was made to.
const READING: Duration = Duration::from_secs(7);

/// What the process has beyond that to begin and to answer before it is ended.
const MARGIN: Duration = Duration::from_secs(1);

/// Memory that the process may take on top of what it needs to begin.
const MEMORY: u64 = 768 * 1024 * 1024;

/// Longest answer: the longest text, every character of it escaped, with its sections.
const LONGEST_ANSWER: u64 = 256 * 1024 * 1024;

/// How PDF is read here: by which program, with which library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfProcess {
    program: PathBuf,
    library: PathBuf,
    /// How long an answer is waited for.
    patience: Duration,
}

/// What the process answers.
#[derive(Serialize, Deserialize)]
enum Answer {
    Read(Box<FrozenPlan>),
    Refused(ReadError),
}

/// Why there was no answer.
enum Silence {
    /// It had not answered when its time was over.
    TookTooLong,
    /// It ended without an answer.
    Stopped,
}

impl PdfProcess {
    /// PDF is read by `program`, which calls [`serve`], with the pdfium library in the file `library`.
    #[must_use]
    pub fn new(program: impl Into<PathBuf>, library: impl Into<PathBuf>) -> Self {
        Self {
            program: program.into(),
            library: library.into(),
            patience: READING + MARGIN,
        }
    }

    /// Reads a document, within bounds of time and memory.
    pub(crate) fn read(&self, bytes: &[u8]) -> Result<FrozenPlan, ReadError> {
        let child = Command::new(&self.program)
            .arg(ARGUMENT)
            .arg(&self.library)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut child = child.map_err(|_| ReadError::NoPdfEngine)?;
        let answer = ask(&mut child, bytes, self.patience);
        // Once it has answered it ends by itself; everything else is ended here.
        let _ = child.kill();
        let _ = child.wait();
        match answer {
            Ok(Answer::Read(plan)) => Ok(*plan),
            Ok(Answer::Refused(error)) => Err(error),
            Err(Silence::TookTooLong) => Err(ReadError::TookTooLong),
            Err(Silence::Stopped) => Err(ReadError::Stopped),
        }
    }
}

/// Hands over the document and waits for the answer.
fn ask(child: &mut Child, bytes: &[u8], patience: Duration) -> Result<Answer, Silence> {
    let (Some(mut input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(Silence::Stopped);
    };
    std::thread::scope(|scope| {
        let (said, heard) = mpsc::channel();
        scope.spawn(move || {
            let mut answer = Vec::new();
            let whole = output.take(LONGEST_ANSWER).read_to_end(&mut answer);
            let _ = said.send(whole.map(|_| answer));
        });
        // A process that has died takes no more; what it answered is what counts.
        scope.spawn(move || drop(input.write_all(bytes)));
        let heard = heard.recv_timeout(patience);
        // The pipes close with the process, and with them both threads end.
        let _ = child.kill();
        match heard {
            Ok(Ok(answer)) => serde_json::from_slice(&answer).map_err(|_| Silence::Stopped),
            Ok(Err(_)) => Err(Silence::Stopped),
            Err(_) => Err(Silence::TookTooLong),
        }
    })
}

/// Reads one PDF from standard input and answers on standard output, when the program was started for that; how
/// the program then ends. `None` when it was started for anything else.
#[must_use]
pub fn serve() -> Option<ExitCode> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().as_deref() != Some(OsStr::new(ARGUMENT)) {
        return None;
    }
    let library = PathBuf::from(arguments.next()?);
    Some(match answer(library) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}

fn answer(library: PathBuf) -> io::Result<()> {
    bounds::set();
    // Whoever started this process may have died and cannot end it any more.
    std::thread::spawn(|| {
        std::thread::sleep(READING + 2 * MARGIN);
        std::process::exit(1)
    });
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    let engine = PdfEngine::at(library);
    let began = Instant::now();
    let goes_on = || began.elapsed() < READING;
    let means = Means {
        pdf: Some(&engine),
        goes_on: Some(&goes_on),
        ..Means::default()
    };
    let answer = match plan_read::read_with(&bytes, ".pdf", means) {
        Ok(plan) => Answer::Read(Box::new(plan)),
        Err(error) => Answer::Refused(error),
    };
    let answer = serde_json::to_vec(&answer)?;
    let mut out = io::stdout().lock();
    out.write_all(&answer)?;
    out.flush()
}

/// What the system itself holds the process to.
#[cfg(unix)]
mod bounds {
    use super::{MARGIN, MEMORY, READING};
    use rustix::process::{Resource, Rlimit, setrlimit};

    /// Sets the bounds. Where the system knows one of them not, the clock outside remains.
    pub(super) fn set() {
        let most = |resource, most| {
            let limit = Rlimit {
                current: Some(most),
                maximum: Some(most),
            };
            let _ = setrlimit(resource, limit);
        };
        most(Resource::As, taken().saturating_add(MEMORY));
        most(Resource::Cpu, (READING + 2 * MARGIN).as_secs());
        // What is left of a process that a document has ended is of use to nobody.
        most(Resource::Core, 0);
    }

    /// Address space that the process has to begin with, in bytes, where the system tells: its libraries.
    fn taken() -> u64 {
        let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let line = told.lines().find_map(|line| line.strip_prefix("VmSize:"));
        let size = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
        size.unwrap_or(0).saturating_mul(1024)
    }
}

/// Other systems bound a process only from outside: its time is bounded, its memory is not.
#[cfg(not(unix))]
mod bounds {
    pub(super) fn set() {}
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    /// What comes of a program that does `script` instead of reading.
    fn read(script: &str) -> Result<FrozenPlan, ReadError> {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("program");
        std::fs::write(&program, format!("#!/bin/sh\n{script}\n")).unwrap();
        std::fs::set_permissions(&program, PermissionsExt::from_mode(0o755)).unwrap();
        let pdf = PdfProcess {
            patience: Duration::from_millis(600),
            ..PdfProcess::new(program, "library")
        };
        // More than a pipe holds, so that whoever does not read is noticed.
        pdf.read(&vec![b' '; 1 << 20])
    }

    #[test]
    fn a_process_that_does_not_answer_is_ended() {
        let began = Instant::now();
        assert_eq!(read("exec sleep 60"), Err(ReadError::TookTooLong));
        assert!(began.elapsed() < Duration::from_secs(20));
    }

    #[test]
    fn a_process_that_ends_without_a_whole_answer_says_nothing() {
        for script in ["exit 1", "kill -9 $$", "cat >/dev/null; echo '{\"Read\":'"] {
            assert_eq!(read(script), Err(ReadError::Stopped), "{script}");
        }
    }

    #[test]
    fn what_it_refuses_is_refused() {
        let refusal = "cat >/dev/null; echo '{\"Refused\":\"Protected\"}'";
        assert_eq!(read(refusal), Err(ReadError::Protected));
        let nowhere = PdfProcess::new("/no/such/program", "library");
        assert_eq!(nowhere.read(b"%PDF-"), Err(ReadError::NoPdfEngine));
    }
}
