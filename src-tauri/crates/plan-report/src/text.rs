//! Text from plans on its way into files: what no file may hold is taken out here, and only here.

use std::borrow::Cow;

/// The text without characters that XML forbids. Tabs and line ends stay.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let forbidden = |ch: char| matches!(ch, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}');
    if text.chars().any(forbidden) {
        Cow::Owned(text.chars().filter(|ch| !forbidden(*ch)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

/// The text cut to `limit` characters counted in UTF-16 units, with an ellipsis where it was cut.
pub(crate) fn cut(text: &str, limit: usize) -> Cow<'_, str> {
    if text.len() <= limit || text.encode_utf16().count() <= limit {
        return Cow::Borrowed(text);
    }
    let mut units = 0;
    let kept = text.chars().take_while(|ch| {
        units += ch.len_utf16();
        units < limit
    });
    Cow::Owned(kept.chain(std::iter::once('…')).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_go_and_everything_else_stays() {
        assert_eq!(
            clean("\u{1}研发\t投入\n\u{0}≥𠮷\u{ffff}"),
            "研发\t投入\n≥𠮷"
        );
        assert!(matches!(clean("研发投入"), Cow::Borrowed(_)));
    }

    #[test]
    fn cutting_counts_as_excel_does() {
        assert_eq!(cut("研发投入", 4), "研发投入");
        assert_eq!(cut("研发投入强度", 4), "研发投…");
        assert_eq!(cut("𠮷𠮷𠮷", 4), "𠮷…");
    }
}
