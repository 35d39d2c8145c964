//! The frozen text: line breaks become `\n`, nothing else changes.

use crate::ReadError;

/// The decoded text with `\r\n` and lone `\r` as `\n`.
pub(crate) fn freeze(decoded: &str) -> String {
    if !decoded.contains('\r') {
        return decoded.to_owned();
    }
    decoded.replace("\r\n", "\n").replace('\r', "\n")
}

/// Refuses what holds no text, and what decoded but is no text: NUL or many control characters.
pub(crate) fn check(text: &str) -> Result<(), ReadError> {
    let mut visible = false;
    let (mut control, mut length) = (0usize, 0usize);
    for c in text.chars() {
        length += 1;
        match c {
            '\0' => return Err(ReadError::Binary),
            // U+FEFF inside a text is an invisible blank; a page break is layout.
            '\n' | '\t' | '\u{FEFF}' | '\u{200B}' | '\u{000C}' => {}
            c if c.is_control() => control += 1,
            c if c.is_whitespace() => {}
            _ => visible = true,
        }
    }
    if control > 2 + length / 50 {
        return Err(ReadError::Binary);
    }
    if visible {
        Ok(())
    } else {
        Err(ReadError::Empty)
    }
}
