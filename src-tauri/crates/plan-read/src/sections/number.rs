//! The numbers that open a section, in all the forms in which plans write them.

use super::numeral::{arabic_digit, han, han_digit, numeral};
use super::punctuation::{is_blank, is_close, is_colon, is_open, is_point};

/// How a section is numbered. The order is the usual nesting, outermost first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Style {
    /// 附件, 附件1.
    Annex,
    /// 第一编, 第一篇, 第一部分.
    Part,
    /// 第一章.
    Chapter,
    /// 第一节.
    Division,
    /// 第一条.
    Article,
    /// 一、
    Han,
    /// (一)
    BracketHan,
    /// 1. or 1、
    Arabic,
    /// (1) or 1)
    BracketArabic,
    /// ①
    Circled,
    /// 一是 at the head of a line of its own.
    HanIs,
}

/// Number of styles.
pub(crate) const STYLES: usize = 11;

/// One number as found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) style: Style,
    /// Its value; 0 for 附件 without a number.
    pub(crate) ordinal: u32,
    /// Bytes from the number's first character to the first of the heading.
    pub(crate) len: usize,
}

impl Number {
    /// The normal form of the path: 一, (一), 1, (1), ①, 第一章, 附件1.
    pub(crate) fn normal_form(self) -> String {
        let n = self.ordinal;
        match self.style {
            Style::Annex if n == 0 => "附件".to_owned(),
            Style::Annex => format!("附件{n}"),
            Style::Part => format!("第{}编", han(n)),
            Style::Chapter => format!("第{}章", han(n)),
            Style::Division => format!("第{}节", han(n)),
            Style::Article => format!("第{}条", han(n)),
            Style::Han | Style::HanIs => han(n),
            Style::BracketHan => format!("({})", han(n)),
            Style::Arabic => n.to_string(),
            Style::BracketArabic => format!("({n})"),
            Style::Circled => char::from_u32(0x245F + n)
                .filter(|_| (1..=20).contains(&n))
                .map_or_else(|| n.to_string(), String::from),
        }
    }
}

/// The number at the head of `text`, if there is one.
pub(crate) fn number(text: &str) -> Option<Number> {
    let first = text.chars().next()?;
    let found = match first {
        '第' => ordinal_unit(text),
        '附' => annex(text),
        '(' | '\u{FF08}' => bracketed(text),
        '0'..='9' | '\u{FF10}'..='\u{FF19}' => arabic(text),
        '\u{2460}'..='\u{2473}' => single(first, 0x2460, Style::Circled),
        '\u{2474}'..='\u{2487}' => single(first, 0x2474, Style::BracketArabic),
        '\u{2488}'..='\u{249B}' => single(first, 0x2488, Style::Arabic),
        '\u{3220}'..='\u{3229}' => single(first, 0x3220, Style::BracketHan),
        c if han_digit(c).is_some() => plain_han(text),
        _ => None,
    }?;
    Some(Number {
        len: found.len + blanks(&text[found.len..]),
        ..found
    })
}

fn single(c: char, first: u32, style: Style) -> Option<Number> {
    Some(Number {
        style,
        ordinal: c as u32 - first + 1,
        len: c.len_utf8(),
    })
}

fn blanks(text: &str) -> usize {
    text.chars()
        .take_while(|&c| is_blank(c))
        .map(char::len_utf8)
        .sum()
}

/// 第X编, 第X章, 第X节, 第X条.
fn ordinal_unit(text: &str) -> Option<Number> {
    let body = &text['第'.len_utf8()..];
    let (ordinal, digits) = numeral(body)?;
    let rest = &body[digits..];
    let (style, unit) = [
        ("编", Style::Part),
        ("篇", Style::Part),
        ("部分", Style::Part),
        ("章", Style::Chapter),
        ("节", Style::Division),
        ("条", Style::Article),
    ]
    .into_iter()
    .find_map(|(unit, style)| rest.starts_with(unit).then_some((style, unit)))?;
    // 第三条规定, 第二章和第三章 are citations, not headings.
    let after = rest[unit.len()..].chars().next();
    if matches!(
        after,
        Some('规' | '所' | '和' | '至' | '第' | '的' | '中' | '、' | '\u{FF0C}' | ',' | '款')
    ) {
        return None;
    }
    let len = '第'.len_utf8() + digits + unit.len();
    let mark = text[len..]
        .chars()
        .next()
        .filter(|&c| is_colon(c) || c == '、');
    Some(Number {
        style,
        ordinal,
        len: len + mark.map_or(0, char::len_utf8),
    })
}

/// 附件, 附件1, 附件一, 附表, 附录.
fn annex(text: &str) -> Option<Number> {
    let mut rest = &text['附'.len_utf8()..];
    rest = &rest[blanks(rest)..];
    let second = rest.chars().next()?;
    if is_colon(second) {
        return Some(Number {
            style: Style::Annex,
            ordinal: 0,
            len: text.len() - rest.len() + second.len_utf8(),
        });
    }
    if !matches!(second, '件' | '表' | '录') {
        return None;
    }
    rest = &rest[second.len_utf8()..];
    let gap = blanks(rest);
    let (ordinal, digits) = numeral(&rest[gap..]).unwrap_or((0, 0));
    if digits > 0 {
        rest = &rest[gap + digits..];
    }
    let len = text.len() - rest.len();
    match rest.chars().next() {
        None | Some('\n') => Some(Number {
            style: Style::Annex,
            ordinal,
            len,
        }),
        Some(c) if is_colon(c) || is_point(c) || c == '、' => Some(Number {
            style: Style::Annex,
            ordinal,
            len: len + c.len_utf8(),
        }),
        Some(c) if is_blank(c) => {
            let next = rest.trim_start_matches(is_blank).chars().next();
            let colon = next.filter(|&c| is_colon(c));
            let len = colon.map_or(len, |colon| len + blanks(rest) + colon.len_utf8());
            Some(Number {
                style: Style::Annex,
                ordinal,
                len,
            })
        }
        Some(_) => None,
    }
}

/// (一), (1), with either width of brackets.
fn bracketed(text: &str) -> Option<Number> {
    let open = text.chars().next().filter(|&c| is_open(c))?;
    let mut at = open.len_utf8();
    at += blanks(&text[at..]);
    let first = text[at..].chars().next()?;
    let style = if han_digit(first).is_some() {
        Style::BracketHan
    } else {
        Style::BracketArabic
    };
    let (ordinal, digits) = numeral(&text[at..])?;
    at += digits;
    at += blanks(&text[at..]);
    let close = text[at..].chars().next().filter(|&c| is_close(c))?;
    at += close.len_utf8();
    let mark = text[at..]
        .chars()
        .next()
        .filter(|&c| c == '、' || is_point(c));
    let limit = if style == Style::BracketHan { 99 } else { 199 };
    (1..=limit).contains(&ordinal).then(|| Number {
        style,
        ordinal,
        len: at + mark.map_or(0, char::len_utf8),
    })
}

/// 1. 1、 1) but not 1.5, 2024.8.12, 1、2号楼.
fn arabic(text: &str) -> Option<Number> {
    let (ordinal, digits) = numeral(text)?;
    let rest = &text[digits..];
    let gap = blanks(rest);
    let mark = rest[gap..].chars().next()?;
    let after = &rest[gap + mark.len_utf8()..];
    let next = after.trim_start_matches(is_blank).chars().next();
    let style = if is_point(mark) || mark == '、' {
        Style::Arabic
    } else if is_close(mark) {
        Style::BracketArabic
    } else {
        return None;
    };
    let followed_by_digit = next.is_some_and(|c| arabic_digit(c).is_some());
    // 3. 5G网络 is a heading; 3.5% and 1、2号 are not: a digit counts only when it stands apart.
    if followed_by_digit && !after.starts_with(is_blank) && !starts_with_year_or_name(after) {
        return None;
    }
    (1..=299).contains(&ordinal).then_some(Number {
        style,
        ordinal,
        len: digits + gap + mark.len_utf8(),
    })
}

/// Whether digits after a number's mark begin a heading of their own: 1.2025年… , 2.5G网络.
fn starts_with_year_or_name(text: &str) -> bool {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let after = text.chars().nth(digits);
    (digits == 4 && after == Some('年')) || (digits == 1 && after == Some('G'))
}

/// 一、 or 一. and, on a short line of its own, 一 followed by a blank; also 一是 (see the candidates).
fn plain_han(text: &str) -> Option<Number> {
    let (ordinal, digits) = numeral(text)?;
    if !(1..=99).contains(&ordinal) {
        return None;
    }
    let rest = &text[digits..];
    let mark = rest.chars().next()?;
    let after = &rest[mark.len_utf8()..];
    if mark == '、' || is_point(mark) {
        // 一、二、三产业 and 三、四级: a list of numerals.
        let listed = after.chars().next().is_some_and(|c| han_digit(c).is_some())
            && numeral(after).is_some_and(|(_, len)| {
                after[len..]
                    .starts_with(['、', '级', '线', '产', '期', '季', '类', '档', '等', '是'])
            });
        return (!listed).then_some(Number {
            style: Style::Han,
            ordinal,
            len: digits + mark.len_utf8(),
        });
    }
    if mark == '是' {
        return Some(Number {
            style: Style::HanIs,
            ordinal,
            len: digits + mark.len_utf8(),
        });
    }
    if is_blank(mark) {
        return Some(Number {
            style: Style::Han,
            ordinal,
            len: digits,
        });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Style, String, usize)> {
        number(text).map(|n| (n.style, n.normal_form(), n.len))
    }

    #[test]
    fn every_form_of_a_number_has_one_normal_form() {
        for (text, style, normal) in [
            ("一、总体要求", Style::Han, "一"),
            ("二十一、附则", Style::Han, "二十一"),
            ("(三)工作", Style::BracketHan, "(三)"),
            ("\u{FF08}十二\u{FF09}、工作", Style::BracketHan, "(十二)"),
            ("\u{3222}工作", Style::BracketHan, "(三)"),
            ("1.工作", Style::Arabic, "1"),
            ("12、工作", Style::Arabic, "12"),
            ("\u{FF11}\u{FF0E}工作", Style::Arabic, "1"),
            ("1. 5G网络", Style::Arabic, "1"),
            ("2.2025年工作", Style::Arabic, "2"),
            ("(7)工作", Style::BracketArabic, "(7)"),
            ("7)工作", Style::BracketArabic, "(7)"),
            ("\u{2463}工作", Style::Circled, "\u{2463}"),
            ("第三章 总则", Style::Chapter, "第三章"),
            ("第12条 本办法", Style::Article, "第十二条"),
            ("附件:名单", Style::Annex, "附件"),
            ("附 件 2\n名单", Style::Annex, "附件2"),
            ("附件一\n名单", Style::Annex, "附件1"),
        ] {
            let found = read(text).unwrap_or_else(|| panic!("no number in {text}"));
            assert_eq!((found.0, found.1.as_str()), (style, normal), "{text}");
        }
    }

    #[test]
    fn decimals_dates_and_lists_of_numerals_are_no_numbers() {
        for text in [
            "1.5亿元",
            "2024.8.12",
            "2024年",
            "一、二、三产业融合",
            "二三家",
            "3家",
            "第三条规定",
            "附件中",
            "(一",
            "一共",
            "1、2号楼",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
