//! The unit that follows a number.

use plan_lexicon::words::{Words, prefix_of};

/// A unit found at the start of a text.
pub(super) struct Found {
    /// How many bytes it takes.
    pub(super) len: usize,
    /// The unit, half-width, with its scale: 万人, 亿元, 人/万人.
    pub(super) unit: String,
}

const SCALES: [&str; 11] = [
    "万亿", "千亿", "百亿", "十亿", "千万", "百万", "十万", "亿", "万", "千", "百",
];

/// Longest unit that `text` begins with, an optional space before it allowed.
pub(super) fn leading_unit(text: &str, words: &Words) -> Option<Found> {
    let trimmed = text.trim_start_matches([' ', '\u{a0}']);
    let skipped = text.len() - trimmed.len();
    if skipped > 2 {
        return None;
    }
    for (sign, unit) in [("%", "%"), ("％", "%"), ("﹪", "%"), ("‰", "‰")] {
        if trimmed.starts_with(sign) {
            return Some(Found {
                len: skipped + sign.len(),
                unit: unit.to_owned(),
            });
        }
    }
    // 50余户, 3000多人次: the word for somewhat more stands between number and unit.
    let more = ["余", "多"]
        .iter()
        .find(|more| trimmed.starts_with(**more))
        .map_or(0, |more| more.len());
    let (mut len, mut unit) = simple(&trimmed[more..], words)?;
    len += more;
    for slash in ["/", "／"] {
        if let Some(rest) = trimmed[len..].strip_prefix(slash)
            && let Some((more, per)) = simple(rest, words).or_else(|| bare_scale(rest))
        {
            len += slash.len() + more;
            unit = format!("{unit}/{per}");
            break;
        }
    }
    Some(Found {
        len: skipped + len,
        unit,
    })
}

fn simple(text: &str, words: &Words) -> Option<(usize, String)> {
    let scale = SCALES
        .iter()
        .find(|scale| text.starts_with(**scale))
        .copied()
        .unwrap_or("");
    let rest = &text[scale.len()..];
    let counter = prefix_of(rest, &words.counters)?;
    // A Latin unit is a unit only when no further letter follows (5G网络 is a name, but 20 km is a length).
    if counter.is_ascii()
        && rest[counter.len()..].starts_with(|ch: char| ch.is_ascii_alphanumeric())
    {
        return None;
    }
    Some((scale.len() + counter.len(), format!("{scale}{counter}")))
}

fn bare_scale(text: &str) -> Option<(usize, String)> {
    SCALES
        .iter()
        .find(|scale| text.starts_with(**scale))
        .map(|scale| (scale.len(), (*scale).to_owned()))
}
