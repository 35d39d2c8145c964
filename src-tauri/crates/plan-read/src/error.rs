//! Why a file could not be read.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a file could not be read. The library stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error, Serialize, Deserialize)]
pub enum ReadError {
    /// There is no text in it: nothing at all, or only blanks.
    #[error("the file holds no text")]
    Empty,
    /// It is of no kind that holds a document's text: a program, a database, bytes with control characters.
    #[error("the file is not a text file")]
    Binary,
    /// No Chinese or Unicode encoding fits its bytes.
    #[error("the encoding of the file could not be determined")]
    Undecodable,
    /// It is larger than the reader accepts.
    #[error("the file is larger than {limit} bytes")]
    TooLarge {
        /// The limit, in bytes.
        limit: usize,
    },
    /// What is packed in it goes beyond a limit, as no document does that people wrote.
    #[error("the file holds {what}, more than {limit}")]
    TooMuch {
        /// Of what there is too much.
        what: Excess,
        /// The limit.
        limit: usize,
    },
    /// An office document of a kind that is not read: .doc, .wps, .rtf, .odt, .xls, .ods.
    #[error("the file is an older office document, which only an office program can open")]
    LegacyOffice,
    /// An OFD document.
    #[error("the file is an OFD document")]
    Ofd,
    /// Pictures of pages without text: a scanned PDF, a photograph.
    #[error("the file holds pictures of pages and no text")]
    Scan,
    /// An archive of other files.
    #[error("the file is an archive of other files")]
    Archive,
    /// It cannot be opened without a password.
    #[error("the file is protected with a password")]
    Protected,
    /// Its kind is known, but its inside is broken.
    #[error("the file is damaged")]
    Damaged,
    /// The part of the program that reads PDF is not there.
    #[error("the part of the program that reads PDF is missing")]
    NoPdfEngine,
    /// It was given up because reading it took too long.
    #[error("reading the file took too long")]
    TookTooLong,
    /// The process that read it ended over it: its memory was not enough, or the document broke it.
    #[error("the part of the program that was reading the file ended over it")]
    Stopped,
    /// A workbook in which no sheet is a table of targets.
    #[error("no sheet of the workbook is a table of targets")]
    NoTable,
}

/// What a file can hold too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Excess {
    /// Bytes, once unpacked.
    Bytes,
    /// Parts in its package.
    Parts,
    /// Elements one inside the other.
    Depth,
    /// Pages.
    Pages,
    /// Cells of a workbook.
    Cells,
}

impl std::fmt::Display for Excess {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Bytes => "too many bytes once unpacked",
            Self::Parts => "too many parts",
            Self::Depth => "elements nested too deeply",
            Self::Pages => "too many pages",
            Self::Cells => "too many cells",
        })
    }
}
