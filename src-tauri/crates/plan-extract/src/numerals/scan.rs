//! The scanner: one pass over the text from left to right.

use super::chinese;
use super::quantity::with_unit;
use super::{Numeral, Shape};
use plan_lexicon::words::{Words, prefix_of};
use plan_model::{Decimal, Span};

/// A number as read, before its unit is known.
pub(super) struct Number {
    pub(super) end: usize,
    pub(super) value: Option<Decimal>,
    pub(super) chinese: bool,
    /// Scale characters that belong to the unit (万 of 5.5万人), as read after Arabic digits.
    pub(super) digits: usize,
}

/// All numerals of `text` in order of place. Numeral characters inside ordinary words (统一, 进一步) are none.
#[must_use]
pub fn numerals(text: &str, words: &Words) -> Vec<Numeral> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_candidate(text, at) {
        at = match numeral_at(text, start, words) {
            Ok(numeral) => {
                let end = numeral.span.to();
                found.push(numeral);
                end
            }
            Err(resume) => resume.max(start + 1),
        };
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    found
}

fn next_candidate(text: &str, from: usize) -> Option<usize> {
    text[from..]
        .char_indices()
        .find(|(_, ch)| {
            arabic(*ch).is_some() || chinese::is_numeral(*ch) || matches!(*ch, '第' | '双')
        })
        .map(|(at, _)| from + at)
}

pub(super) fn arabic(ch: char) -> Option<char> {
    match ch {
        '0'..='9' => Some(ch),
        '０'..='９' => char::from_u32(u32::from(ch) - 0xFF10 + u32::from('0')),
        _ => None,
    }
}

/// The numeral that begins at `start`, or where to look on.
fn numeral_at(text: &str, start: usize, words: &Words) -> Result<Numeral, usize> {
    let rest = &text[start..];
    if let Some((begin, end)) = name_at(text, start, words) {
        let number = Number {
            end,
            value: None,
            chinese: true,
            digits: 0,
        };
        return Ok(plain(begin, end, &number, Shape::Code));
    }
    if rest.starts_with('双') {
        return Err(start + '双'.len_utf8());
    }
    if let Some(after) = rest.strip_prefix('第') {
        let skip = start + '第'.len_utf8();
        let number = number_at(text, skip).ok_or(skip)?;
        // 第三方 and the like are ordinary words; the list of words knows them.
        if after.starts_with("三方") {
            return Err(skip + "三方".len());
        }
        return Ok(plain(start, number.end, &number, Shape::Ordinal));
    }
    if let Some(word) = ordinary_word_at(text, start, words) {
        return Err(word);
    }
    let first = number_at(text, start).ok_or(start)?;
    if let Some(end) = code_end(text, start, &first) {
        return Ok(plain(start, end, &first, Shape::Code));
    }
    Ok(with_unit(text, start, &first, words))
}

/// A name that the vocabulary knows to hold a numeral (长三角, 十四五), if it covers `start`.
fn name_at(text: &str, start: usize, words: &Words) -> Option<(usize, usize)> {
    let mut begin = start;
    for _ in 0..3 {
        if let Some(word) = prefix_of(&text[begin..], &words.names_with_numerals)
            && begin + word.len() > start
        {
            return Some((begin, begin + word.len()));
        }
        begin = text[..begin].char_indices().next_back().map(|(at, _)| at)?;
    }
    None
}

/// If an ordinary word with numeral characters covers `start`, its end.
fn ordinary_word_at(text: &str, start: usize, words: &Words) -> Option<usize> {
    if !text[start..].starts_with(chinese::is_numeral) {
        return None;
    }
    // The word may begin one to three characters before the numeral character (进一步, 统一).
    let mut begin = start;
    for _ in 0..4 {
        if let Some(word) = prefix_of(&text[begin..], &words.lexicalised)
            && begin + word.len() > start
        {
            return Some(begin + word.len());
        }
        begin = text[..begin].char_indices().next_back().map(|(at, _)| at)?;
    }
    None
}

pub(super) fn plain(start: usize, end: usize, number: &Number, shape: Shape) -> Numeral {
    Numeral {
        span: Span::new(start, end),
        number: Span::new(start, number.end),
        shape,
        value: number.value,
        value_max: None,
        unit: None,
        chinese: number.chinese,
        year: None,
        year_to: None,
    }
}

/// Digits that touch Latin letters are codes (G60, 5G, 2.0版), unless the letters are a unit.
fn code_end(text: &str, start: usize, number: &Number) -> Option<usize> {
    let before = text[..start].chars().next_back();
    let after = text[number.end..].chars().next();
    if before.is_some_and(|ch| ch.is_ascii_alphabetic()) {
        return Some(number.end);
    }
    if number.chinese {
        return None;
    }
    if text[number.end..].starts_with("版") {
        return Some(number.end + "版".len());
    }
    if after.is_some_and(|ch| ch.is_ascii_alphabetic()) {
        let letters = text[number.end..]
            .bytes()
            .take_while(u8::is_ascii_alphabetic)
            .count();
        let word = &text[number.end..number.end + letters];
        let is_unit = matches!(
            word,
            "km" | "kg" | "mg" | "kW" | "MW" | "GW" | "TB" | "PB" | "P" | "EFLOPS" | "t"
        );
        return (!is_unit).then_some(number.end + letters);
    }
    None
}

/// One number without its unit.
pub(super) fn number_at(text: &str, start: usize) -> Option<Number> {
    let first = text[start..].chars().next()?;
    if arabic(first).is_some() {
        arabic_at(text, start)
    } else {
        chinese_at(text, start)
    }
}

fn arabic_at(text: &str, start: usize) -> Option<Number> {
    let (mut digits, mut end, mut seen_point) = (String::new(), start, false);
    let mut chars = text[start..].char_indices().peekable();
    while let Some((at, ch)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        if let Some(digit) = arabic(ch) {
            digits.push(digit);
        } else if matches!(ch, '.' | '．')
            && digits.len() <= 2
            && year_follows(&text[start + at + ch.len_utf8()..])
        {
            // 2.2019年…: the number of a line runs into its year.
            break;
        } else if matches!(ch, '.' | '．')
            && !seen_point
            && next.is_some_and(|n| arabic(n).is_some())
        {
            seen_point = true;
            digits.push('.');
        } else if ch == ','
            && !seen_point
            && thousands_follow(&text[start + at + 1..])
            && digits.len() <= 3
        {
            // A thousands separator; a half-width comma between clauses is never followed by just three digits.
        } else {
            break;
        }
        end = start + at + ch.len_utf8();
    }
    let value = if digits.len() <= 24 {
        digits.parse::<Decimal>().ok()
    } else {
        None
    };
    Some(Number {
        end,
        value,
        chinese: false,
        digits: digits.len(),
    })
}

fn year_follows(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4 && (rest.starts_with("19") || rest.starts_with("20")) && rest[4..].starts_with('年')
}

fn thousands_follow(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    digits == 3
}

fn chinese_at(text: &str, start: usize) -> Option<Number> {
    let mut end = start;
    for (at, ch) in text[start..].char_indices() {
        if !chinese::is_numeral(ch) {
            break;
        }
        end = start + at + ch.len_utf8();
    }
    let run = &text[start..end];
    // 队伍 is a word: the formal digits count only where one would write them, in a longer number.
    if run.chars().count() == 1
        && matches!(
            run,
            "壹" | "贰" | "叁" | "肆" | "伍" | "陆" | "柒" | "捌" | "玖" | "○"
        )
    {
        return None;
    }
    (!run.is_empty()).then(|| Number {
        end,
        value: chinese::parse(run),
        chinese: true,
        digits: 0,
    })
}

#[cfg(test)]
mod tests;
