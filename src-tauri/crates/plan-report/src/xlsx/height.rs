//! Row heights. Excel measures wrapped text only for rows without a height and never for merged cells, and
//! other programs not at all, so every row with text that wraps is given the height it needs.

/// Points of a line of text at ten points.
const LINE: f64 = 14.5;

/// Lines that `text` takes in a column `width` characters wide at a font of `points`. Chinese characters are
/// two wide. Words are not broken, so a line holds a little less than its width.
pub(super) fn lines(text: &str, width: f64, points: f64) -> u32 {
    let room = (width * 10.5 / points - 1.0).max(4.0);
    let of_line = |line: &str| {
        let taken: f64 = line
            .chars()
            .map(|ch| if u32::from(ch) < 0x2000 { 1.0 } else { 2.0 })
            .sum();
        // At least one line, and never more than fit on a page.
        (1..40)
            .find(|lines| f64::from(*lines) * room >= taken)
            .unwrap_or(40)
    };
    text.split('\n').map(of_line).sum::<u32>().max(1)
}

/// The height of a row of so many lines, within what Excel allows.
pub(super) fn height(lines: u32) -> f64 {
    (f64::from(lines) * LINE + 4.0).min(400.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_takes_twice_the_room_and_every_line_counts() {
        assert_eq!(lines("", 10.0, 10.0), 1);
        assert_eq!(lines("研发", 10.0, 10.0), 1);
        assert_eq!(lines("全社会研发经费投入", 10.0, 10.0), 2);
        assert_eq!(lines("abcdefghi", 10.0, 10.0), 1);
        assert_eq!(lines("a\nb\nc", 10.0, 10.0), 3);
        assert!(height(10_000) <= 409.0);
    }
}
