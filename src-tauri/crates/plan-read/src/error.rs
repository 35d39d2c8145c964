//! Why a file could not be read.

use thiserror::Error;

/// Why a file could not be read. The library stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReadError {
    /// There is no text in it: nothing at all, or only blanks.
    #[error("the file holds no text")]
    Empty,
    /// It is not a text file: an archive, a picture, a program, or bytes with control characters.
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
}
