//! Dates, years, lengths of time; fractions and ratios: numerals whose second half decides what they are.

use super::quantity::range_second;
use super::scan::{Number, arabic, number_at, plain};
use super::{Numeral, Shape, chinese};
use plan_model::{Decimal, Span};

fn as_year(text: &str, start: usize, number: &Number) -> Option<i32> {
    let is_year =
        number.digits == 4 || number.chinese && text[start..number.end].chars().count() == 4;
    let value: i32 = number.value?.try_into().ok()?;
    (is_year && (1949..=2100).contains(&value)).then_some(value)
}

pub(super) fn date_at(text: &str, start: usize, first: &Number) -> Option<Numeral> {
    let rest = &text[first.end..];
    let dated = |end: usize, year: Option<i32>, year_to: Option<i32>, shape: Shape| {
        let mut numeral = plain(start, end, first, shape);
        numeral.year = year;
        numeral.year_to = year_to;
        Some(numeral)
    };
    let year = as_year(text, start, first);
    if let Some((second, _)) =
        range_second(text, first.end).or_else(|| range_second(text, first.end + year_mark(rest)))
    {
        let to = second_year(text, &second);
        if year.is_some() && to.is_some() {
            let end = second.end + year_mark(&text[second.end..]);
            return dated(end, year, to, Shape::Date);
        }
        if text[second.end..].starts_with('年') {
            return dated(second.end + '年'.len_utf8(), None, None, Shape::Duration);
        }
    }
    if rest.starts_with('年') {
        let mut end = first.end + '年'.len_utf8();
        if year.is_none() {
            return dated(end, None, None, Shape::Duration);
        }
        for mark in ["月", "日"] {
            if let Some(more) = number_at(text, end)
                && text[more.end..].starts_with(mark)
            {
                end = more.end + mark.len();
            }
        }
        if text[end..].starts_with('底')
            || text[end..].starts_with('末')
            || text[end..].starts_with('初')
        {
            end += '底'.len_utf8();
        }
        return dated(end, year, None, Shape::Date);
    }
    if rest.starts_with('月') || rest.starts_with('日') || rest.starts_with("号文") {
        let mut end = first.end + '月'.len_utf8();
        if let Some(more) = number_at(text, end)
            && text[more.end..].starts_with('日')
        {
            end = more.end + '日'.len_utf8();
        }
        return dated(end, None, None, Shape::Date);
    }
    if rest.starts_with("个月") || rest.starts_with('周') || rest.starts_with("季度") {
        return dated(first.end, None, None, Shape::Duration);
    }
    // 2024、2025、2026年: the last of a row says 年 for all.
    if year.is_some() && row_of_years(rest) {
        return dated(first.end, year, None, Shape::Date);
    }
    // A year without 年 stands in brackets: (2023-2025), 〔2022〕.
    let opened = text[..start].ends_with(['〔', '(', '（', '[', '【']);
    (year.is_some() && opened)
        .then(|| dated(first.end, year, None, Shape::Date))
        .flatten()
}

/// Whether `rest` goes on with years that end in 年.
fn row_of_years(mut rest: &str) -> bool {
    for _ in 0..6 {
        let Some(next) = rest.strip_prefix(['、', '和', '及']) else {
            return false;
        };
        let digits = next.bytes().take_while(u8::is_ascii_digit).count();
        if digits != 4 || !next.starts_with("20") {
            return false;
        }
        rest = &next[digits..];
        if rest.starts_with('年') {
            return true;
        }
    }
    false
}

fn year_mark(rest: &str) -> usize {
    if rest.starts_with('年') {
        '年'.len_utf8()
    } else {
        0
    }
}

fn second_year(text: &str, second: &Number) -> Option<i32> {
    let digits = text[..second.end]
        .chars()
        .rev()
        .take_while(|ch| arabic(*ch).is_some() || chinese::digit(*ch).is_some());
    let begin = second.end - digits.map(char::len_utf8).sum::<usize>();
    as_year(text, begin, second)
}

/// 1/3, 三分之一.
pub(super) fn fraction_at(text: &str, start: usize, first: &Number) -> Option<Numeral> {
    let (top, bottom, end) = if let Some(rest) = text[first.end..].strip_prefix("分之") {
        let top = number_at(text, text.len() - rest.len())?;
        (top.value?, first.value?, top.end)
    } else if let Some(rest) = text[first.end..]
        .strip_prefix(['/', '／'])
        .filter(|_| !first.chinese)
    {
        let bottom = number_at(text, text.len() - rest.len())?;
        // 1/3 is a part; 50/八 and 1,300/8 are not.
        if bottom.chinese || bottom.value? < first.value? {
            return None;
        }
        (first.value?, bottom.value?, bottom.end)
    } else {
        return None;
    };
    // 5/亿 is no fraction, and a share that rounds to nothing would not be what the text says.
    if bottom.is_zero() || text[..end].ends_with(['万', '亿', '千', '百']) && !first.chinese {
        return None;
    }
    let percent = top
        .checked_mul(Decimal::ONE_HUNDRED)?
        .checked_div(bottom)?
        .round_dp(2)
        .normalize();
    if percent.is_zero() && !top.is_zero() {
        return None;
    }
    let mut numeral = plain(start, end, first, Shape::Quantity);
    numeral.number = Span::new(start, end);
    numeral.value = Some(percent);
    numeral.unit = Some("%".to_owned());
    Some(numeral)
}

/// 2.35∶1.
pub(super) fn ratio_at(text: &str, start: usize, first: &Number) -> Option<Numeral> {
    let colon = text[first.end..]
        .chars()
        .next()
        .filter(|ch| matches!(ch, '∶' | ':' | '：' | '比'))?;
    let second = number_at(text, first.end + colon.len_utf8())?;
    if first.chinese
        || second.chinese
        || second.value? != Decimal::ONE
        || text[second.end..].starts_with(|ch: char| ch.is_ascii_digit())
    {
        return None;
    }
    let mut numeral = plain(start, second.end, first, Shape::Quantity);
    numeral.number = Span::new(start, second.end);
    Some(numeral)
}
