//! Jumping over cells as a spreadsheet does.

/// The place on a way that a jump leads to: the last of the filled cells that follow one another, or over empty ones
/// to the next that is filled, or the end. With `inside` the jump begins in the first cell, else before it.
pub(super) fn jump(filled: &[bool], inside: bool) -> usize {
    let last = filled.len().saturating_sub(1);
    let at = |place: usize| filled.get(place) == Some(&true);
    let next = usize::from(inside);
    if inside && at(0) && at(1) {
        let run = filled.iter().take_while(|filled| **filled).count();
        return run.saturating_sub(1);
    }
    (next..filled.len())
        .find(|place| at(*place))
        .unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use super::jump;

    fn led(way: &str, inside: bool) -> usize {
        let cells: Vec<bool> = way.chars().map(|cell| cell == 'x').collect();
        jump(&cells, inside)
    }

    #[test]
    fn a_jump_ends_where_data_end_or_begin_and_at_the_end_of_the_table() {
        for (way, to) in [
            ("xxx..x", 2),
            ("x..x.", 3),
            ("..xx", 2),
            ("x...", 3),
            ("xxxx", 3),
            ("x", 0),
            ("", 0),
        ] {
            assert_eq!(led(way, true), to, "{way}");
        }
        for (way, to) in [("xxx", 0), ("..x", 2), ("...", 2)] {
            assert_eq!(led(way, false), to, "before {way}");
        }
    }
}
