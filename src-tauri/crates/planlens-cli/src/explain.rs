//! Errors for people: what happened, what is safe, what to do.

use plan_flow::wire::error::{ErrorCode, WireError};
use std::io::{self, Write};
use std::path::PathBuf;

/// Why a command could not be carried out.
#[derive(Debug)]
pub(crate) enum Problem {
    /// A use case failed.
    Flow(plan_flow::Error),
    /// Nothing more can be printed.
    Output(io::Error),
    /// The platform names no place for application data.
    NoDataFolder,
    /// Two files would be written to the same place.
    SameName(PathBuf),
    /// The file that a chart is to go to names no format.
    NoPicture(PathBuf),
    /// The folders named hold no document.
    NothingFound,
    /// No conversion of this name is offered.
    NoOffer(String),
    /// What was given is no figure of the context table: the fields at fault.
    NoFigure(String),
}

impl From<plan_flow::Error> for Problem {
    fn from(error: plan_flow::Error) -> Self {
        Self::Flow(error)
    }
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        Self::Output(error.into())
    }
}

/// Prints a problem to standard error.
pub(crate) fn print(problem: &Problem) {
    match problem {
        Problem::Flow(error) => print_error(&error.to_wire()),
        Problem::Output(error) => write_lines(
            &format!("The output could not be written: {error}"),
            "The library and your files are unchanged.",
            "Check the disk or the program that reads the output, then run the command again.",
        ),
        Problem::NoDataFolder => write_lines(
            "This account has no folder for application data",
            "Nothing was changed.",
            "Name the library with --library FILE, or the folder with PLANLENS_DATA_DIR.",
        ),
        Problem::NoOffer(key) => write_lines(
            &format!("No conversion is called {key}"),
            "Nothing was converted and nothing was changed.",
            "List the conversions that the plans allow with `planlens compare --offers`.",
        ),
        Problem::NoFigure(fields) => write_lines(
            &format!("This is no figure of the context table; at fault: {fields}"),
            "The context table is unchanged.",
            "Give region, variable, year, a value above zero, a unit of the variable (万人, 亿元) and the source.",
        ),
        Problem::SameName(path) => write_lines(
            &format!(
                "Two of the files would both be written as {}",
                path.display()
            ),
            "The first one was written; the second one was not.",
            "Give the files different names, or write them to different folders.",
        ),
        Problem::NoPicture(path) => write_lines(
            &format!("{} does not say which format it is to have", path.display()),
            "Nothing was written.",
            "Let the file's name end in .png, .svg or .csv.",
        ),
        Problem::NothingFound => write_lines(
            "There is no document in what was named",
            "The library is unchanged.",
            "Name another folder, or name the files themselves: a file that is named is taken whatever its ending.",
        ),
    }
}

/// Prints an error of a use case to standard error.
pub(crate) fn print_error(error: &WireError) {
    let mut happened = error.message.clone();
    // Causes often repeat what the error said already; only new words help.
    for cause in &error.causes {
        if !happened.contains(cause.as_str()) {
            happened.push_str(": ");
            happened.push_str(cause);
        }
    }
    let (safe, next) = advice(error.code);
    write_lines(&happened, safe, next);
}

fn advice(code: ErrorCode) -> (&'static str, &'static str) {
    const UNCHANGED: &str = "The library is unchanged by this file.";
    match code {
        ErrorCode::EmptyFile => (UNCHANGED, "Check that the file was saved completely."),
        ErrorCode::BinaryFile => (
            UNCHANGED,
            "Save the document as .docx, .pdf or plain text and try again.",
        ),
        ErrorCode::Undecodable => (
            UNCHANGED,
            "Save the file as UTF-8 or GB18030 and try again.",
        ),
        ErrorCode::FileTooLarge => (
            UNCHANGED,
            "Split the document, or leave out what is no plan.",
        ),
        ErrorCode::TooComplex => (
            UNCHANGED,
            "Open the document, keep only the text of the plan, and save it under a new name.",
        ),
        ErrorCode::LegacyOffice => (
            UNCHANGED,
            "Open it in Word, Excel, WPS or LibreOffice, save it as .docx (a workbook as .xlsx), and try again.",
        ),
        ErrorCode::OfdFile => (
            UNCHANGED,
            "Open it in WPS or an OFD reader, save it as .pdf or .docx, and try again.",
        ),
        ErrorCode::ScannedFile => (
            UNCHANGED,
            "Have its text recognised (the OCR of WPS, Acrobat or a scanner), save that as .docx, and try again.",
        ),
        ErrorCode::ArchiveFile => (UNCHANGED, "Unpack it and import the documents in it."),
        ErrorCode::ProtectedFile => (
            UNCHANGED,
            "Open it with its password, save it without one, and try again.",
        ),
        ErrorCode::DamagedFile => (
            UNCHANGED,
            "Fetch the file again from where it came, or open and save it in Word or WPS, which can repair it.",
        ),
        ErrorCode::NoTable => (
            UNCHANGED,
            "Give the table a line of heads with the indicator, the unit and the target's year, or save the text as .docx.",
        ),
        ErrorCode::NoPdfEngine => (
            UNCHANGED,
            "Install the program again, or name the file of the pdfium library in PLANLENS_PDFIUM; a .docx of the same plan can be read without it.",
        ),
        ErrorCode::NoFont => (
            "Nothing was written.",
            "Install a Chinese font (such as Noto Sans CJK), or choose a format that needs none: .svg for charts, docx or html for reports.",
        ),
        ErrorCode::TookTooLong => (
            UNCHANGED,
            "Save only the pages of the plan as a new file and import that.",
        ),
        ErrorCode::ReadingStopped => (
            UNCHANGED,
            "Open it in Word, WPS or a PDF reader, save only the pages of the plan as a new file, and import that.",
        ),
        ErrorCode::FileUnreadable => (
            UNCHANGED,
            "Check that the file exists and that you may read it.",
        ),
        ErrorCode::FileUnwritable => (
            "Whatever stood there before is unchanged.",
            "Check the folder, your rights and the free space.",
        ),
        ErrorCode::LibraryNewer => (
            "The library was not touched.",
            "Use the newer version of the program, or another --library FILE.",
        ),
        ErrorCode::LibraryDamaged => (
            "The file was not changed.",
            "Restore it from a copy, or name another file with --library; a new one is made from the seeds.",
        ),
        ErrorCode::LibraryBusy => (
            "Everything stored before is safe.",
            "Close the other program that uses the library, then try again.",
        ),
        ErrorCode::LibraryReadOnly => (
            "The library was not touched.",
            "Copy the library file to a folder you may write to, and name the copy with --library FILE.",
        ),
        ErrorCode::LibraryInUse => (
            "The library was not touched.",
            "Close the other window or program that has it open, then try again.",
        ),
        ErrorCode::DiskFull => (
            "Everything stored before is whole; this step was not written.",
            "Free some space on the disk, then try again.",
        ),
        ErrorCode::SpanMismatch => (
            "Nothing was stored or shown that does not agree with its text.",
            "If a library is named, `planlens check` lists every such place. For a document this is a defect of the program: please report it.",
        ),
        ErrorCode::NotFound => (
            "The library is unchanged.",
            "Look with `planlens list` for what is there.",
        ),
        ErrorCode::NameTaken => ("Both views are unchanged.", "Choose another name."),
        ErrorCode::UnusableName => ("Nothing was saved.", "Use 1 to 60 characters in one line."),
        ErrorCode::NotAView => (
            "The library is unchanged.",
            "Name a .planlens-view file; if it comes from a newer version, update the program first.",
        ),
        ErrorCode::Cancelled => (
            "Documents finished before are stored.",
            "Run the command again to go on.",
        ),
        ErrorCode::Internal => (
            "Everything stored before is safe.",
            "This is a defect of the program: please report it.",
        ),
    }
}

fn write_lines(happened: &str, safe: &str, next: &str) {
    let mut err = io::stderr().lock();
    // When even standard error is closed, the exit code still speaks.
    let _ = writeln!(err, "planlens: {happened}.\n  safe: {safe}\n  next: {next}");
}
