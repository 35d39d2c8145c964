//! The front of a plan: what stands before its first section, cut into pieces that hold one thing each.

use super::{dates, docno};
use plan_model::FrozenPlan;
use regex::Regex;
use std::sync::LazyLock;

/// How much of a text without sections is looked at, in bytes.
const REACH: usize = 12_000;

/// One piece: a line, or a part of a line in which title, number and address run together.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece<'t> {
    pub(crate) text: &'t str,
    /// Whether the piece stands on the line right after the previous one, so that the two may be one title.
    pub(crate) adjoins: bool,
}

/// What stands before the first section, without furniture.
pub(crate) struct Front<'t> {
    /// The lines, trimmed, blank ones left out.
    pub(crate) lines: Vec<&'t str>,
    /// The lines cut at document numbers, dates and addresses.
    pub(crate) pieces: Vec<Piece<'t>>,
}

/// 各县(市、区)人民政府, 各有关单位: to whom a document goes.
static ADDRESS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"各(自治州|省辖市|市|县|区|旗|州|镇|乡|街道|开发区|有关|相关|部门|单位|委|直属|盟)[^\x{3002}\n]{0,200}").ok()
});

impl<'t> Front<'t> {
    pub(crate) fn of(plan: &'t FrozenPlan) -> Self {
        let end = plan
            .sections
            .first()
            .map_or(plan.text.len(), |section| section.span.from())
            .min(REACH);
        let end = (0..=end)
            .rev()
            .find(|&at| plan.text.is_char_boundary(at))
            .unwrap_or(0);
        let mut front = Self {
            lines: Vec::new(),
            pieces: Vec::new(),
        };
        let (mut start, mut blank) = (0, true);
        for line in plan.text[..end].split_inclusive('\n') {
            let text = line.trim();
            if text.is_empty() || plan.is_furniture(start + line.len() - line.trim_start().len()) {
                blank = true;
            } else {
                front.lines.push(text);
                let mut adjoins = !blank;
                for piece in cut(text) {
                    front.pieces.push(Piece {
                        text: piece,
                        adjoins,
                    });
                    adjoins = false;
                }
                blank = false;
            }
            start += line.len();
        }
        front
    }
}

/// Cuts a line at what certainly is no part of a title.
fn cut(line: &str) -> Vec<&str> {
    let mut marks: Vec<(usize, usize)> = docno::places(line);
    marks.extend(dates::whole_dates(line));
    if let Some(address) = ADDRESS.as_ref().and_then(|pattern| pattern.find(line)) {
        marks.push((address.start(), line.len()));
    }
    marks.sort_unstable();
    let mut pieces = Vec::new();
    let mut from = 0;
    for (start, end) in marks {
        if start >= from {
            pieces.push(line[from..start].trim());
            from = end;
        }
    }
    pieces.push(line[from..].trim());
    pieces.retain(|piece| !piece.is_empty());
    pieces
}
