//! Errors as the window receives them.

use serde::{Deserialize, Serialize};

/// A code exists only if the window words or acts on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    /// The file holds no text.
    EmptyFile,
    /// The file is no document (a program, slides, a database).
    BinaryFile,
    /// The bytes decode in none of the encodings known.
    Undecodable,
    /// The file is larger than the limit.
    FileTooLarge,
    /// What is packed in the file goes beyond a limit: size, parts, depth, pages.
    TooComplex,
    /// A document that only an office program opens; saved as .docx it can be read.
    LegacyOffice,
    /// An OFD document.
    OfdFile,
    /// Pictures of pages, without text.
    ScannedFile,
    /// An archive of other files.
    ArchiveFile,
    /// A document that needs a password.
    ProtectedFile,
    /// A document whose inside is broken.
    DamagedFile,
    /// A workbook without a table of targets.
    NoTable,
    /// The part of the program that reads PDF is not there.
    NoPdfEngine,
    /// Reading was given up because it took too long.
    TookTooLong,
    /// The process that read the document ended over it.
    ReadingStopped,
    /// The system has no font to draw the words of a picture with.
    NoFont,
    /// The file could not be read from disk.
    FileUnreadable,
    /// The file could not be written.
    FileUnwritable,
    /// The library was made by a newer version.
    LibraryNewer,
    /// The library file is damaged.
    LibraryDamaged,
    /// Another program holds the library.
    LibraryBusy,
    /// The library may be read but not written.
    LibraryReadOnly,
    /// Another window or program has the library open, and this needs it alone.
    LibraryInUse,
    /// There is no room left on the disk.
    DiskFull,
    /// A stored quotation is not what its text says.
    SpanMismatch,
    /// Something asked for does not exist (any more).
    NotFound,
    /// Something else has this name already.
    NameTaken,
    /// A name that is empty, too long or cannot be read.
    UnusableName,
    /// The file carries no view, or one of a newer version.
    NotAView,
    /// The analyst cancelled.
    Cancelled,
    /// A defect of the program.
    Internal,
}

/// An error on the wire: nobody matches on `message`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct WireError {
    /// What kind.
    pub code: ErrorCode,
    /// English, for logs.
    pub message: String,
    /// The file or thing concerned.
    pub subject: Option<String>,
    /// Underlying causes, outermost first.
    pub causes: Vec<String>,
}
