//! Characters that stand in a font of symbols: the document holds a place in the font, the reader a character.

/// Places in the fonts of symbols, and what is drawn there.
const SYMBOL: &[(u32, char)] = &[
    (0xA3, '≤'),
    (0xA5, '∞'),
    (0xAB, '↔'),
    (0xAE, '→'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBB, '≈'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x67, 'γ'),
    (0x6D, 'μ'),
    (0x70, 'π'),
    (0x25, '%'),
    (0x2B, '+'),
    (0x2D, '−'),
    (0x3C, '<'),
    (0x3D, '='),
    (0x3E, '>'),
    (0xA2, '′'),
    (0x57, 'Ω'),
    (0x44, 'Δ'),
    (0x53, 'Σ'),
];
const WINGDINGS: &[(u32, char)] = &[
    (0x6C, '●'),
    (0x6D, '○'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '□'),
    (0x72, '□'),
    (0x75, '◆'),
    (0x76, '❖'),
    (0x77, '◆'),
    (0x9F, '•'),
    (0xA7, '▪'),
    (0xA8, '□'),
    (0xAB, '★'),
    (0xB2, '☆'),
    (0xD8, '➢'),
    (0xE0, '→'),
    (0xE8, '➔'),
    (0xF0, '⇨'),
    (0xFB, '✗'),
    (0xFC, '✓'),
    (0xFD, '☒'),
    (0xFE, '☑'),
];

/// Whether a font holds symbols in the places of other characters.
pub(super) fn is_font(name: &str) -> bool {
    name.eq_ignore_ascii_case("symbol") || name.to_ascii_lowercase().starts_with("wingdings")
}

/// The character drawn at the place that `c` stands for: `None` when it is not known, or is a character already.
/// Where no font is named, the place is looked for in Wingdings and then in Symbol, as bullets use both.
pub(super) fn of(c: char, font: &str) -> Option<char> {
    let code = u32::from(c);
    let place = match code {
        0xF020..=0xF0FF => code - 0xF000,
        0x20..=0xFF if is_font(font) => code,
        _ => return None,
    };
    let look = |table: &[(u32, char)]| {
        table
            .iter()
            .find_map(|(at, drawn)| (*at == place).then_some(*drawn))
    };
    if font.eq_ignore_ascii_case("symbol") {
        look(SYMBOL)
    } else if is_font(font) {
        look(WINGDINGS)
    } else {
        look(WINGDINGS).or_else(|| look(SYMBOL))
    }
}

/// The character that `code`, a hexadecimal number, stands for in `font`. What is not known stays as it is stored,
/// so that it is counted as a character that is no text.
pub(super) fn named(code: &str, font: &str) -> Option<char> {
    let c = char::from_u32(u32::from_str_radix(code, 16).ok()?)?;
    Some(of(c, font).unwrap_or(c)).filter(|c| !c.is_control())
}

/// Digits and signs as they are raised: 10 with a raised 8 is no 108.
pub(super) fn raised(c: char) -> char {
    match c {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32(u32::from(c) - u32::from('4') + 0x2074).unwrap_or(c),
        '+' => '⁺',
        '-' | '−' => '⁻',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_become_characters() {
        assert_eq!(named("F0B3", "Symbol"), Some('≥'));
        assert_eq!(named("F0FE", "Wingdings"), Some('☑'));
        assert_eq!(named("2265", "宋体"), Some('≥'));
        assert_eq!(named("F001", "Wingdings"), Some('\u{F001}'));
        assert_eq!(named("7", "Symbol"), None);
        assert_eq!(named("x", "Symbol"), None);
        assert_eq!(of('\u{F0B7}', ""), Some('•'));
        assert_eq!(of('a', ""), None);
    }

    #[test]
    fn raised_digits_are_other_characters() {
        assert_eq!("1048+".chars().map(raised).collect::<String>(), "¹⁰⁴⁸⁺");
    }
}
