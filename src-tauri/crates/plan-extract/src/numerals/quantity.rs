//! What follows a number and makes it a quantity: a unit, an order of magnitude, the other end of a range.

use super::chinese;
use super::compound::{date_at, fraction_at, ratio_at};
use super::scan::{Number, number_at, plain};
use super::unit::leading_unit;
use super::{Numeral, Shape};
use plan_lexicon::words::Words;
use plan_model::{Decimal, Span};

const DASHES: [char; 9] = ['~', '～', '-', '－', '—', '–', '至', '到', '∼'];

/// The numeral with whatever follows: unit, range, fraction, ratio, date.
pub(super) fn with_unit(text: &str, start: usize, first: &Number, words: &Words) -> Numeral {
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
