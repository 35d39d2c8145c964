//! The charts as pictures with captions, sharp enough for paper.

use super::writing::Writing;

/// Relations of pictures begin here, above those of parts.
const FIRST_RELATION: usize = 100;

/// The relation of the picture at this place.
pub(super) fn relation(at: usize) -> String {
    format!("rId{}", FIRST_RELATION + at)
}

pub(super) fn charts(writing: &mut Writing<'_>) {
    for at in 0..writing.report.charts.len() {
        writing.picture(&relation(at), at);
    }
}
