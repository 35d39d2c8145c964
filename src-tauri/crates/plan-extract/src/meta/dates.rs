//! The date of issue: in the signature, under the notice or at the end.

use super::front::Front;
use plan_model::FrozenPlan;
use regex::Regex;
use std::sync::LazyLock;

/// A date with the body that signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Signature {
    /// YYYY-MM-DD or YYYY-MM.
    pub(crate) date: String,
    /// Who signed, when a name stands right before the date.
    pub(crate) signer: Option<String>,
}

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"((?:19|20)\d{2}|[二〇零○Oo一三四五六七八九\x{25CB}\x{3007}]{4})\s*年\s*(\d{1,2}|[正一二三四五六七八九十]{1,2})\s*月(?:\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日)?",
    )
    .ok()
});

static SIGNER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"([\p{Han}()\x{FF08}\x{FF09}]{2,30}?(?:人民政府办公室|人民政府办公厅|人民政府|委员会办公室|委员会|管委会|办公室|办公厅|局|厅|领导小组))[\s\x{3000}]*$").ok()
});

static LABELLED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:成文日期|发文日期|印发日期)\s*[:\x{FF1A}]\s*((?:19|20)\d{2})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})").ok()
});

/// Days of a line (2021年9月1日), as byte ranges: they separate what runs together in the front.
pub(crate) fn whole_dates(line: &str) -> Vec<(usize, usize)> {
    let Some(pattern) = DATE.as_ref() else {
        return Vec::new();
    };
    pattern
        .captures_iter(line)
        .filter(|hit| hit.get(3).is_some())
        .filter_map(|hit| hit.get(0).map(|m| (m.start(), m.end())))
        .collect()
}

/// The signature: in the front of a notice, else at the end of the plan.
pub(crate) fn signature(plan: &FrozenPlan, front: &Front<'_>) -> Option<Signature> {
    let in_front = front.lines.iter().find_map(|line| signed(line, false));
    let mut found = in_front
        .or_else(|| at_end(plan))
        .or_else(|| labelled(&front.lines))?;
    if found.signer.is_none() {
        found.signer = line_above(&plan.text, &found);
    }
    Some(found)
}

/// A line that is a date, or a name with a date behind it.
fn signed(line: &str, at_end: bool) -> Option<Signature> {
    let pattern = DATE.as_ref()?;
    for hit in pattern.captures_iter(line) {
        let place = hit.get(0)?;
        let (before, after) = (line[..place.start()].trim(), line[place.end()..].trim());
        let Some(date) = iso(&hit) else { continue };
        let alone = before.is_empty() && (after.is_empty() || is_remark(after));
        let signer = SIGNER
            .as_ref()
            .and_then(|pattern| pattern.captures(tail(before, 40)))
            .and_then(|hit| hit.get(1));
        let signer = signer
            .map(|name| trimmed_name(name.as_str()).to_owned())
            .filter(|name| !name.is_empty());
        let complete = hit.get(3).is_some();
        let closes = !at_end || after.is_empty() || is_remark(after);
        if alone || (signer.is_some() && complete && closes) {
            return Some(Signature { date, signer });
        }
    }
    None
}

/// (此件公开发布), (此页无正文), 印发.
fn is_remark(text: &str) -> bool {
    (text.starts_with(['(', '\u{FF08}']) && text.chars().nth(30).is_none()) || text == "印发"
}

/// The last lines of the document and of the part before its annexes.
fn at_end(plan: &FrozenPlan) -> Option<Signature> {
    let annex = plan
        .sections
        .iter()
        .find(|section| section.depth == 1 && section.path.starts_with("附件"));
    let body_end = annex.map_or(plan.text.len(), |annex| annex.span.from());
    [
        body_end,
        annex.map_or(body_end, |annex| annex.span.to()),
        plan.text.len(),
    ]
    .into_iter()
    .find_map(|end| {
        let end = end.min(plan.text.len());
        plan.text
            .get(..end)?
            .lines()
            .rev()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .take(6)
            .find_map(|line| signed(line, true))
    })
}

/// The body that signed on the line above a date that stands alone.
fn line_above(text: &str, signature: &Signature) -> Option<String> {
    let mut above: Option<&str> = None;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let here = signed(line, true)
            .is_some_and(|found| found.signer.is_none() && found.date == signature.date);
        if here {
            let name = above?;
            let hit = SIGNER.as_ref()?.captures(name)?.get(1)?;
            let whole = hit.start() == 0 && name.chars().count() <= 30;
            return whole.then(|| trimmed_name(hit.as_str()).to_owned());
        }
        above = Some(line);
    }
    None
}

fn labelled(lines: &[&str]) -> Option<Signature> {
    let pattern = LABELLED.as_ref()?;
    lines.iter().find_map(|line| {
        let hit = pattern.captures(line)?;
        let (month, day) = (hit[2].parse::<u32>().ok()?, hit[3].parse::<u32>().ok()?);
        let real = (1..=12).contains(&month) && (1..=31).contains(&day);
        real.then(|| Signature {
            date: format!("{}-{month:02}-{day:02}", &hit[1]),
            signer: None,
        })
    })
}

/// The end of a sentence before a name is not part of the name.
fn trimmed_name(name: &str) -> &str {
    name.trim_start_matches([')', '\u{FF09}', '(', '\u{FF08}'])
        .trim()
}

fn tail(text: &str, characters: usize) -> &str {
    let cut = text
        .char_indices()
        .rev()
        .nth(characters)
        .map_or(0, |(at, c)| at + c.len_utf8());
    let tail = &text[cut..];
    let stop = tail.rfind([
        '\u{3002}', ',', '\u{FF0C}', ':', '\u{FF1A}', '!', ';', '\u{FF1B}',
    ]);
    stop.map_or(tail, |at| {
        tail[at..].trim_start_matches(|c: char| !c.is_alphanumeric())
    })
}

fn iso(hit: &regex::Captures<'_>) -> Option<String> {
    let year = number(hit.get(1)?.as_str(), true)?;
    let month = number(hit.get(2)?.as_str(), false)?;
    if !(1950..=2100).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    let Some(day) = hit.get(3) else {
        return Some(format!("{year}-{month:02}"));
    };
    let day = number(day.as_str(), false)?;
    (1..=31)
        .contains(&day)
        .then(|| format!("{year}-{month:02}-{day:02}"))
}

/// A number in digits of either script. A year is written digit by digit, a day with 十.
pub(super) fn number(text: &str, digit_by_digit: bool) -> Option<u32> {
    if text.is_ascii() && text.chars().all(|c| c.is_ascii_digit()) {
        return text.parse().ok();
    }
    let digit = |c: char| match c {
        '〇' | '零' | '○' | 'O' | 'o' => Some(0),
        _ => "一二三四五六七八九"
            .chars()
            .position(|d| d == c)
            .and_then(|at| u32::try_from(at + 1).ok()),
    };
    if digit_by_digit {
        return text
            .chars()
            .try_fold(0u32, |value, c| Some(value * 10 + digit(c)?));
    }
    let (mut total, mut last) = (0, 0);
    for c in text.chars() {
        match c {
            '正' => last = 1,
            '十' => {
                total += last.max(1) * 10;
                last = 0;
            }
            c => last = digit(c)?,
        }
    }
    Some(total + last)
}
