//! The scanner: one pass over the text from left to right.

use super::chinese;
use super::compound::{date_at, fraction_at, ratio_at};
use super::unit::leading_unit;
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

const DASHES: [char; 9] = ['~', '～', '-', '－', '—', '–', '至', '到', '∼'];

/// The numeral with whatever follows: unit, range, fraction, ratio, date.
fn with_unit(text: &str, start: usize, first: &Number, words: &Words) -> Numeral {
    if let Some(date) = date_at(text, start, first) {
        return date;
    }
    if let Some(part) = fraction_at(text, start, first) {
        return part;
    }
    if let Some(ratio) = ratio_at(text, start, first) {
        return ratio;
    }
    let unit_first = leading_unit(&text[first.end..], words);
    let after_first = first.end + unit_first.as_ref().map_or(0, |unit| unit.len);
    if let Some((second, dash_end)) =
        range_second(text, first.end).or_else(|| range_second(text, after_first))
    {
        let unit = leading_unit(&text[second.end..], words);
        if let (Some(low), Some(high), Some(unit)) = (first.value, second.value, unit)
            && high > low
            && first.chinese == second.chinese
            && dash_end <= second.end
        {
            return quantity(
                text,
                start,
                first,
                Some(high),
                low,
                second.end,
                unit.len,
                unit.unit,
            );
        }
    }
    if let Some(class) = order_of_magnitude(text, start, first) {
        return class;
    }
    match (unit_first, first.value) {
        (Some(unit), Some(value)) => quantity(
            text, start, first, None, value, first.end, unit.len, unit.unit,
        ),
        _ => scaled(text, start, first),
    }
}

/// 规模突破万亿级: a sum in a word, where no noun follows that it would only describe.
fn order_of_magnitude(text: &str, start: usize, first: &Number) -> Option<Numeral> {
    let run = text.get(start..first.end)?.strip_suffix('亿')?;
    let scale_only = run
        .chars()
        .all(|ch| matches!(ch, '十' | '百' | '千' | '万'));
    let rest = text[first.end..].strip_prefix('级')?;
    let reached = [
        "突破", "迈上", "迈入", "迈向", "达到", "达", "跨上", "跨入", "跃上", "超", "超过",
    ]
    .iter()
    .any(|word| text[..start].ends_with(word));
    let alone = ["规模", "台阶", "水平"]
        .iter()
        .any(|word| rest.starts_with(word))
        || rest.chars().next().is_none_or(|ch| !ch.is_alphanumeric());
    if !(first.chinese && scale_only && !run.is_empty() && reached && alone) {
        return None;
    }
    let end = first.end + '级'.len_utf8();
    let mut numeral = plain(start, end, first, Shape::Quantity);
    numeral.value = chinese::parse(run);
    numeral.unit = Some("亿元".to_owned());
    Some(numeral)
}

pub(super) fn range_second(text: &str, at: usize) -> Option<(Number, usize)> {
    let dash = text[at..].chars().next().filter(|ch| DASHES.contains(ch))?;
    let mut next = at + dash.len_utf8();
    if text[next..].starts_with(dash) {
        next += dash.len_utf8();
    }
    let number = number_at(text, next)?;
    let end = number.end;
    Some((number, end))
}

#[expect(
    clippy::too_many_arguments,
    reason = "one place builds a quantity from its parts"
)]
fn quantity(
    text: &str,
    start: usize,
    first: &Number,
    value_max: Option<Decimal>,
    value: Decimal,
    number_end: usize,
    unit_len: usize,
    unit: String,
) -> Numeral {
    let (mut value, mut unit, mut shape) = (value, unit, Shape::Quantity);
    if first.chinese && is_denominator(text, start, number_end, number_end + unit_len, &unit) {
        return plain(start, number_end, first, Shape::Bare);
    }
    // 三个月, 5天 are lengths of time; 年 is handled with the dates.
    if matches!(unit.as_str(), "天" | "小时" | "分钟" | "岁")
        || text[number_end + unit_len..].starts_with("月") && unit == "个"
    {
        shape = Shape::Duration;
    }
    if first.chinese {
        // 百亿元 is 100 in 亿元: the scale of money stays with its unit, as a reader would write it.
        let run = &text[start..number_end];
        for scale in ["亿", "万"] {
            if unit.starts_with('元') && run.len() > scale.len() && run.ends_with(scale) {
                if let Some(part) = chinese::parse(&run[..run.len() - scale.len()]) {
                    value = part;
                    unit = format!("{scale}{unit}");
                }
                break;
            }
        }
    }
    Numeral {
        span: Span::new(start, number_end + unit_len),
        number: Span::new(start, number_end),
        shape,
        value: Some(value),
        value_max,
        unit: Some(unit),
        chinese: first.chinese,
        year: None,
        year_to: None,
    }
}

/// 万人发明专利拥有量, 万元GDP能耗, 每千人口床位: what the indicator is measured per, not how much of it.
fn is_denominator(text: &str, start: usize, number_end: usize, end: usize, unit: &str) -> bool {
    if text[..start].ends_with('每') {
        return true;
    }
    let scale_only = text[start..number_end]
        .chars()
        .all(|ch| matches!(ch, '百' | '千' | '万' | '亿'));
    // （亿元） and 单位：万人 name a unit; a unit-only value stands behind a word (超千家, 突破万亿元).
    let unit_alone = text[..start].chars().next_back().is_none_or(|ch| {
        ch.is_whitespace() || matches!(ch, '(' | '（' | ':' | '：' | '|' | '/' | '［' | '[')
    });
    if scale_only && unit_alone && !matches!(unit, "家" | "个" | "项" | "场" | "名") {
        return true;
    }
    // 千家工商注册企业中高企6.78家: so many of every thousand.
    let out_of = scale_only && matches!(unit, "家" | "户" | "个") && {
        let behind = text[end..].chars().take(16).collect::<String>();
        let noun = behind
            .split(|ch: char| !ch.is_alphabetic())
            .next()
            .unwrap_or("");
        noun.find('中')
            .is_some_and(|at| at >= "企业".len() && !noun[at..].starts_with("中小"))
    };
    if out_of {
        return true;
    }
    let noun_follows = text[end..].chars().next().is_some_and(char::is_alphabetic)
        && !["以上", "以内", "左右", "以下", "大关", "级", "规模", "的"]
            .iter()
            .any(|word| text[end..].starts_with(word));
    scale_only && matches!(unit, "人" | "名" | "元" | "户") && noun_follows
}

/// A number followed by bare scale characters and no counting word: 1.5万, 万亿.
fn scaled(text: &str, start: usize, first: &Number) -> Numeral {
    let run: String = text[first.end..]
        .chars()
        .take_while(|ch| matches!(ch, '十' | '百' | '千' | '万' | '亿'))
        .collect();
    if !first.chinese && !run.is_empty() {
        let end = first.end + run.len();
        let mut numeral = plain(start, end, first, Shape::Bare);
        // 2.6万亿, 120亿 without 元: so large a round figure is money by convention; the name decides later.
        if run.ends_with('亿') {
            numeral.value = first.value;
            numeral.unit = Some(run);
            return numeral;
        }
        numeral.value = first
            .value
            .zip(chinese::scale_of(&run))
            .and_then(|(value, scale)| value.checked_mul(scale));
        return numeral;
    }
    // 八成 is 80 %, 翻两番 is left to the grammar of growth.
    if let Some(value) = first.value
        && text[first.end..].starts_with('成')
        && value < Decimal::TEN
        && !text[first.end..].starts_with("成立")
        && !text[first.end..].starts_with("成果")
    {
        let mut numeral = plain(start, first.end + '成'.len_utf8(), first, Shape::Quantity);
        numeral.value = value.checked_mul(Decimal::TEN);
        numeral.unit = Some("%".to_owned());
        return numeral;
    }
    plain(start, first.end, first, Shape::Bare)
}

#[cfg(test)]
mod tests;
