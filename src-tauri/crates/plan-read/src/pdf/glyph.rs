//! One character on a page, and how the odd ones are read.

use super::radicals;

/// A character with its place. Heights grow upwards, as in the page description.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    /// The character; U+FFFD where the font does not say which one it draws.
    pub(crate) c: char,
    /// Left edge of the room it takes.
    pub(crate) left: f32,
    /// Right edge of the room it takes.
    pub(crate) right: f32,
    /// Height of its base line.
    pub(crate) base: f32,
    /// Size of its font.
    pub(crate) size: f32,
    /// Whether the engine put it in by itself, to part words or lines.
    pub(crate) made: bool,
}

/// What a code that a font claims for a character stands for. `None`: nothing that is seen.
pub(crate) fn character(code: u32) -> Option<char> {
    match code {
        // A hyphen that the engine took for one at a line's end: the word goes on in the next line.
        0x02 | 0xAD | 0xFFFE => None,
        // Line ends of either kind, and tabs.
        0x0A | 0x0D => Some('\n'),
        0x09 | 0xA0 | 0x2000..=0x200A | 0x202F => Some(' '),
        0x200B..=0x200F | 0x2060 | 0xFEFF => None,
        _ => Some(
            char::from_u32(code)
                .filter(|&c| !c.is_control() && !is_private(c))
                .map_or('\u{FFFD}', radicals::ideograph),
        ),
    }
}

/// Characters whose meaning only a font knows.
fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFD}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_become_what_is_seen() {
        assert_eq!(character(0x4E2D), Some('中'));
        assert_eq!(character(0x2F00), Some('一'));
        assert_eq!(character(0xA0), Some(' '));
        assert_eq!(character(0xAD), None);
        assert_eq!(character(0xE123), Some('\u{FFFD}'));
        assert_eq!(character(0), Some('\u{FFFD}'));
        assert_eq!(character(0xD800), Some('\u{FFFD}'));
        assert_eq!(character(0x20000), Some('𠀀'));
    }
}
