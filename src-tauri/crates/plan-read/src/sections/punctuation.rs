//! Full-width and half-width forms of the same mark, told apart nowhere else.

/// Ends a sentence.
pub(crate) fn is_stop(c: char) -> bool {
    matches!(c, '\u{3002}' | '!' | '\u{FF01}' | '?' | '\u{FF1F}')
}

/// Separates clauses.
pub(crate) fn is_comma(c: char) -> bool {
    matches!(c, ',' | '\u{FF0C}')
}

/// Separates coordinated sentences.
pub(crate) fn is_semicolon(c: char) -> bool {
    matches!(c, ';' | '\u{FF1B}')
}

/// Introduces what follows.
pub(crate) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '\u{FF1A}')
}

/// Opens a parenthesis.
pub(crate) fn is_open(c: char) -> bool {
    matches!(c, '(' | '\u{FF08}')
}

/// Closes a parenthesis.
pub(crate) fn is_close(c: char) -> bool {
    matches!(c, ')' | '\u{FF09}')
}

/// A point after a number: full stop of either width.
pub(crate) fn is_point(c: char) -> bool {
    matches!(c, '.' | '\u{FF0E}')
}

/// A blank that may stand before or in a heading; line breaks are not blanks.
pub(crate) fn is_blank(c: char) -> bool {
    c != '\n' && (c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'))
}

/// The mark that closes a quotation or bracket opened by `c`.
pub(crate) fn closing(c: char) -> Option<char> {
    Some(match c {
        '(' => ')',
        '\u{FF08}' => '\u{FF09}',
        '\u{201C}' => '\u{201D}',
        '\u{2018}' => '\u{2019}',
        '\u{300A}' => '\u{300B}',
        '\u{3008}' => '\u{3009}',
        '\u{3010}' => '\u{3011}',
        '\u{3014}' => '\u{3015}',
        '[' => ']',
        _ => return None,
    })
}

/// Characters of `text` outside quotations and brackets, with their offsets. A bracket that is not closed
/// within reach counts as an ordinary character, because plans leave many of them open.
pub(crate) fn outside_brackets(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    const REACH: usize = 240;
    let mut skip_to = 0;
    text.char_indices().filter(move |&(at, c)| {
        if at < skip_to {
            return false;
        }
        if let Some(close) = closing(c) {
            let body = &text[at + c.len_utf8()..];
            let mut depth = 0usize;
            for (offset, inner) in body
                .char_indices()
                .take_while(|&(offset, inner)| offset < REACH && inner != '\n')
            {
                if inner == c {
                    depth += 1;
                } else if inner == close {
                    if depth == 0 {
                        skip_to = at + c.len_utf8() + offset + inner.len_utf8();
                        break;
                    }
                    depth -= 1;
                }
            }
        }
        true
    })
}
