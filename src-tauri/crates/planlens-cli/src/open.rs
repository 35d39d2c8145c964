//! Finding and opening the library.

use crate::args::LibraryArgs;
use crate::explain::{self, Problem};
use plan_flow::host::{APP_IDENTIFIER, DATA_DIR_VARIABLE};
use plan_flow::pdf_library::{self, PDF_LIBRARY_VARIABLE};
use plan_flow::wire::job::{JobEvent, JobId};
use plan_flow::{Cancel, Host, Job, OpenLibrary, PdfProcess, SystemHost, library};
use std::io::{self, Write};
use std::path::PathBuf;

/// The host of this run and the library it works on.
pub(crate) struct Opened {
    pub(crate) host: SystemHost,
    pub(crate) library: OpenLibrary,
}

/// The host of this run. Commands without a library name no folder.
pub(crate) fn host(data_dir: PathBuf) -> SystemHost {
    let named = std::env::var_os(PDF_LIBRARY_VARIABLE).filter(|file| !file.is_empty());
    let program = std::env::current_exe().ok();
    let library = pdf_library::find(named.map(PathBuf::from), program.as_deref());
    let pdf = program.zip(library);
    SystemHost::new(data_dir)
        .with_pdf(pdf.map(|(program, library)| PdfProcess::new(program, library)))
}

/// Opens the library that was named, else the desktop program's own.
pub(crate) fn open(args: &LibraryArgs) -> Result<Opened, Problem> {
    let (host, path) = match &args.library {
        Some(path) => (
            host(path.parent().map_or_else(PathBuf::new, PathBuf::from)),
            path.clone(),
        ),
        None => {
            let host = host(data_dir()?);
            let path = host.library_path();
            (host, path)
        }
    };
    let mut events = |event: JobEvent| match event {
        JobEvent::Finished { summary, .. } if summary.imported > 0 => {
            let _ = writeln!(
                io::stderr(),
                "planlens: {} plans that come with the program were read into {}",
                summary.imported,
                path.display()
            );
        }
        other => report(&other),
    };
    let library = job(&mut events, |job| library::open(&path, &host, job))?;
    Ok(Opened { host, library })
}

/// Tells of refused documents on standard error, whatever the job.
pub(crate) fn report(event: &JobEvent) {
    if let JobEvent::Refused { error, .. } = event {
        explain::print_error(error);
    }
}

/// Runs the one job of this program. It is stopped by ending the program: documents are stored whole.
pub(crate) fn job<T>(events: &mut dyn FnMut(JobEvent), work: impl FnOnce(&mut Job<'_>) -> T) -> T {
    work(&mut Job::new(JobId(0), Cancel::default(), events))
}

fn data_dir() -> Result<PathBuf, Problem> {
    if let Some(folder) = std::env::var_os(DATA_DIR_VARIABLE).filter(|folder| !folder.is_empty()) {
        return Ok(PathBuf::from(folder));
    }
    // The folder that the window's framework uses as well: application data, then the identifier.
    let folders = directories::BaseDirs::new().ok_or(Problem::NoDataFolder)?;
    Ok(folders.data_dir().join(APP_IDENTIFIER))
}
