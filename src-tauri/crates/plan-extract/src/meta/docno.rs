//! The document's own number, 文号; numbers of cited documents stand in brackets or behind a title in 《》.

use super::front::Front;
use super::genre;
use regex::Regex;
use std::sync::LazyLock;

static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"\p{Han}{1,14}\s*[\x{3014}\[\x{3010}(\x{FF08}\x{FF3B}]\s*(19|20)\d{2}\s*[\x{3015}\]\x{3011})\x{FF09}\x{FF3D}]\s*第?\s*\d{1,4}\s*号",
    )
    .ok()
});

/// The number of this document, as written.
pub(crate) fn doc_no(front: &Front<'_>) -> Option<String> {
    front.lines.iter().take(40).find_map(|line| {
        places(line)
            .first()
            .map(|&(start, end)| line[start..end].to_owned())
    })
}

/// Where a line carries a document number of its own.
pub(crate) fn places(line: &str) -> Vec<(usize, usize)> {
    let Some(pattern) = NUMBER.as_ref() else {
        return Vec::new();
    };
    pattern
        .find_iter(line)
        .filter_map(|hit| own(line, hit.start(), hit.end()))
        .collect()
}

fn own(line: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let cited_after = line[end..].trim_start().starts_with([
        ')', '\u{FF09}', '\u{300B}', '\u{3009}', '文', '精', '要', '、', ',', '\u{FF0C}',
        '\u{3002}',
    ]);
    let before = line[..start].trim_end();
    let cited_before = before.ends_with([
        '(', '\u{FF08}', '\u{300B}', '\u{300A}', '\u{3009}', '按', '据', '和', '、', ',',
        '\u{FF0C}',
    ]);
    // Under a title the number may stand in brackets of its own.
    let alone =
        matches!(before, "(" | "\u{FF08}") && matches!(line[end..].trim(), ")" | "\u{FF09}");
    if (cited_after || cited_before) && !alone {
        return None;
    }
    // In a text without line breaks the title runs into the number: …的意见苏府发〔2021〕7号.
    let body = &line[start..end];
    let bracket = body.find(|c: char| !c.is_alphanumeric() && !c.is_whitespace())?;
    let skip = genre::last_end(&body[..bracket]).unwrap_or(0);
    let letters = body[skip..bracket].trim().chars().count();
    let prose = body[skip..bracket].contains(['按', '据', '照', '实', '彻']);
    ((1..=10).contains(&letters) && !prose).then_some((start + skip, end))
}

/// Every document number of a line, without the words of prose before it (按照皖政〔2022〕64号).
pub(crate) fn numbers(line: &str) -> Vec<(usize, usize)> {
    let Some(pattern) = NUMBER.as_ref() else {
        return Vec::new();
    };
    pattern
        .find_iter(line)
        .filter_map(|hit| {
            let body = hit.as_str();
            let bracket = body.find(|c: char| !c.is_alphanumeric() && !c.is_whitespace())?;
            let prose = PROSE
                .iter()
                .filter_map(|word| body[..bracket].rfind(word).map(|at| at + word.len()));
            let skip = prose
                .max()
                .unwrap_or(0)
                .max(genre::last_end(&body[..bracket]).unwrap_or(0));
            let skip = skip + body[skip..].len() - body[skip..].trim_start().len();
            let letters = body.get(skip..bracket)?.trim().chars().count();
            (1..=10)
                .contains(&letters)
                .then_some((hit.start() + skip, hit.end()))
        })
        .collect()
}

/// Words of prose that may run into a cited number.
const PROSE: &[&str] = &[
    "按照", "根据", "依据", "依照", "贯彻", "落实", "执行", "见", "按", "据", "和", "及", "与",
    "详见", "参照", "符合", "的", "文件", "原",
];
