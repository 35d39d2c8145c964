//! Which numbering style stands inside which, in one document.

use super::candidates::{Candidate, Place};
use super::number::{STYLES, Style};

/// Ranks of the styles, outermost lowest.
pub(crate) struct StyleOrder {
    rank: [usize; STYLES],
}

/// Styles that documents are seen to nest the other way round.
const PAIRS: [(Style, Style); 7] = [
    (Style::Article, Style::Han),
    (Style::Han, Style::BracketHan),
    (Style::Han, Style::Arabic),
    (Style::BracketHan, Style::Arabic),
    (Style::BracketHan, Style::BracketArabic),
    (Style::Arabic, Style::BracketArabic),
    (Style::BracketArabic, Style::Circled),
];

impl StyleOrder {
    /// The usual order, with the pairs exchanged that this document nests the other way.
    pub(crate) fn of(candidates: &[Candidate]) -> Self {
        let mut order = Self {
            rank: std::array::from_fn(|index| index),
        };
        let body = candidates
            .iter()
            .position(|c| c.number.style == Style::Annex)
            .unwrap_or(candidates.len());
        let heads: Vec<(Style, u32)> = candidates[..body]
            .iter()
            .filter(|c| c.place == Place::LineHead)
            .map(|c| (c.number.style, c.number.ordinal))
            .collect();
        for (outer, inner) in PAIRS {
            if is_inverted(&heads, outer, inner) {
                order.rank.swap(outer as usize, inner as usize);
            }
        }
        order
    }

    /// Rank of a style: a heading closes all open ones of its own rank or deeper.
    pub(crate) fn rank(&self, style: Style) -> usize {
        self.rank[style as usize]
    }
}

/// `outer` really stands inside `inner` when `inner` opens first and counts on once, while `outer` begins anew
/// under it (articles count through a whole document, so one beginning is enough for them).
fn is_inverted(heads: &[(Style, u32)], outer: Style, inner: Style) -> bool {
    let first = |style: Style| heads.iter().position(|&(s, _)| s == style);
    let (Some(first_outer), Some(first_inner)) = (first(outer), first(inner)) else {
        return false;
    };
    let beginnings = |style: Style| heads.iter().filter(|&&(s, n)| s == style && n == 1).count();
    let counts_on = heads[first_outer..]
        .iter()
        .any(|&(s, n)| s == inner && n > 1);
    let needed = if outer == Style::Article { 1 } else { 2 };
    first_inner < first_outer && counts_on && beginnings(inner) == 1 && beginnings(outer) >= needed
}
