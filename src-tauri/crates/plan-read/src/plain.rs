//! Plain text: decoded, otherwise as it is.

use crate::parts::Parts;
use crate::{ReadError, decode};
use plan_model::{Note, NoteCode, SourceFormat};

/// The text of a text file.
pub(crate) fn read(bytes: &[u8]) -> Result<Parts, ReadError> {
    let decoded = decode::decode(bytes)?;
    let mut parts = Parts::new(SourceFormat::Text, decoded.text);
    parts.encoding = decoded.encoding;
    if decoded.replaced > 0 {
        parts.notes.push(Note {
            code: NoteCode::ReplacementCharacters,
            span: None,
            detail: Some(decoded.replaced.to_string()),
        });
    }
    Ok(parts)
}
