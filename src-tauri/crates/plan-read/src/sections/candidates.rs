//! Places where a section may begin: numbers at line heads, and numbers after a full stop in documents that
//! lost their line breaks.

use super::number::{Number, Style, number};
use super::punctuation::{is_blank, is_close, is_semicolon, is_stop};
use plan_model::Furniture;

/// How a document is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// One paragraph a line.
    Lined,
    /// Line breaks were lost: many paragraphs a line.
    Flat,
}

impl Layout {
    /// Long paragraphs of plans have some 400 characters; an average of 800 says that breaks were lost.
    pub(crate) fn of(text: &str) -> Self {
        let lines = text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .count()
            .max(1);
        if text.len() / lines > 2400 {
            Self::Flat
        } else {
            Self::Lined
        }
    }
}

/// What stands before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The line begins here.
    LineHead,
    /// A sentence, bracket or quotation ended just before.
    AfterStop,
    /// The heading of another number, with no mark between: 一、总体要求(一)指导思想。
    AfterHeading,
}

/// A number that may open a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) start: usize,
    pub(crate) number: Number,
    pub(crate) place: Place,
}

/// Most candidates of one document. The longest five-year plans have some two thousand numbered items.
pub(crate) const MOST: usize = 20_000;
/// Longest heading, in bytes, that may run straight into the next number.
const GLUED_HEADING: usize = 120;
/// Longest heading line, in bytes, that has a number without a mark (一 总体要求; 二是大力推进…).
const BARE_HEADING: usize = 150;

/// All candidates in order of place.
pub(crate) fn candidates(text: &str, furniture: &[Furniture], layout: Layout) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        in_line(line.trim_end_matches('\n'), start, layout, &mut found);
        start += line.len();
        if found.len() > MOST {
            break;
        }
    }
    found.truncate(MOST);
    found.retain(|candidate| {
        let next = furniture.partition_point(|piece| piece.span.to() <= candidate.start);
        furniture
            .get(next)
            .is_none_or(|piece| candidate.start < piece.span.from())
    });
    let keep: Vec<bool> = (0..found.len())
        .map(|index| begins_a_series(&found, index))
        .collect();
    let mut keep = keep.into_iter();
    found.retain(|_| keep.next().unwrap_or(true));
    without_contents(text, found)
}

/// Drops the entries of a table of contents: headings after a line 目录, up to the place where the first of
/// them comes again.
fn without_contents(text: &str, mut found: Vec<Candidate>) -> Vec<Candidate> {
    let mut start = 0;
    let contents = text.split_inclusive('\n').take(200).find_map(|line| {
        let at = start;
        start += line.len();
        let word: String = line
            .chars()
            .filter(|&c| !c.is_whitespace())
            .take(4)
            .collect();
        matches!(word.as_str(), "目录" | "目次").then_some(at)
    });
    let Some(contents) = contents else {
        return found;
    };
    let first = found.partition_point(|candidate| candidate.start < contents);
    let Some(entry) = found.get(first).copied() else {
        return found;
    };
    let again = found[first + 1..].iter().position(|candidate| {
        candidate.number.style == entry.number.style
            && candidate.number.ordinal == entry.number.ordinal
    });
    if let Some(again) = again {
        found.drain(first..=first + again);
    }
    found
}

/// In running text a lone (一) or 1. is a citation; a heading has a successor.
fn begins_a_series(found: &[Candidate], index: usize) -> bool {
    let this = found[index];
    if this.place == Place::LineHead || this.number.ordinal != 1 {
        return true;
    }
    found[index + 1..]
        .iter()
        .find(|next| next.number.style == this.number.style)
        .is_some_and(|next| next.number.ordinal == 2)
}

fn in_line(line: &str, base: usize, layout: Layout, found: &mut Vec<Candidate>) {
    let body = line.trim_start_matches(|c| is_blank(c) || c == '#' || c == '*');
    let head = line.len() - body.len();
    let mut at = head;
    // End of the last number in this line while no sentence has ended since.
    let mut open_heading = None;
    if let Some(number) = number(body).filter(|&n| stands_as_heading(body, n)) {
        found.push(Candidate {
            start: base + head,
            number,
            place: Place::LineHead,
        });
        at += number.len;
        open_heading = Some(at);
    }
    let mut before = None;
    let mut last_seen = None;
    while let Some(c) = line[at..].chars().next() {
        if is_stop(c) || is_semicolon(c) {
            open_heading = None;
        }
        let place = if may_open_number(c) {
            place_of(before, last_seen, open_heading, at, layout)
        } else {
            None
        };
        let number = place.and_then(|place| {
            number(&line[at..])
                .filter(|&n| inline_number_counts(n, place, layout))
                .map(|number| (number, place))
        });
        if let Some((number, place)) = number {
            found.push(Candidate {
                start: base + at,
                number,
                place,
            });
            at += number.len;
            open_heading = Some(at);
            (before, last_seen) = (None, None);
            continue;
        }
        if !is_blank(c) {
            before = last_seen;
            last_seen = Some(c);
        }
        at += c.len_utf8();
    }
}

/// A number at a line head that has no mark of its own must stand on a short line without a full stop.
fn stands_as_heading(body: &str, number: Number) -> bool {
    let bare = match number.style {
        Style::HanIs => true,
        Style::Han => !body[..number.len]
            .trim_end()
            .ends_with(['、', '.', '\u{FF0E}']),
        _ => false,
    };
    !bare
        || (body.len() <= BARE_HEADING
            && body.len() > number.len
            && !body.contains(|c| is_stop(c) || is_semicolon(c)))
}

fn may_open_number(c: char) -> bool {
    matches!(c, '第' | '附' | '(' | '\u{FF08}' | '0'..='9' | '\u{FF10}'..='\u{FF19}' | '\u{2460}'..='\u{249B}'
        | '\u{3220}'..='\u{3229}' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

fn place_of(
    before: Option<char>,
    last: Option<char>,
    open_heading: Option<usize>,
    at: usize,
    layout: Layout,
) -> Option<Place> {
    let Some(last) = last else {
        // Right behind another number: 附件:1.任务分工表.
        return open_heading
            .filter(|&from| from == at)
            .map(|_| Place::AfterHeading);
    };
    let quoted_stop = matches!(last, '\u{201D}' | '"' | '\u{2019}') && before.is_some_and(is_stop);
    let ended = is_stop(last)
        || quoted_stop
        || is_close(last)
        || (is_semicolon(last) && layout == Layout::Flat);
    if ended {
        return Some(Place::AfterStop);
    }
    open_heading
        .is_some_and(|from| at - from <= GLUED_HEADING)
        .then_some(Place::AfterHeading)
}

/// Which numbers may open a section inside a line. The deep styles are enumerations inside a sentence unless
/// the whole document lost its line breaks.
fn inline_number_counts(number: Number, place: Place, layout: Layout) -> bool {
    let style = match number.style {
        Style::HanIs | Style::Annex => false,
        Style::Han | Style::BracketHan | Style::Arabic => true,
        Style::Part | Style::Chapter | Style::Division | Style::Article => layout == Layout::Flat,
        Style::BracketArabic | Style::Circled => layout == Layout::Flat,
    };
    // Between a heading and its first item there is no mark in a text without line breaks; a mark of the number
    // itself keeps quantities (一级, 7个) out.
    style && (place == Place::AfterStop || number.ordinal == 1 || layout == Layout::Flat)
}
