//! The one place where byte offsets become code points (command line, JSON, reference files) or UTF-16
//! code units (the window).

use crate::Span;

/// A `start..end` pair counted in something other than bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offsets {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// Counts of one text, taken every `STEP` bytes so that a look-up reads at most `STEP` bytes.
pub struct OffsetTable<'t> {
    text: &'t str,
    /// (byte, code points before it, UTF-16 units before it), ascending, on character borders.
    marks: Vec<(usize, u32, u32)>,
}

const STEP: usize = 512;

impl<'t> OffsetTable<'t> {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut marks = vec![(0, 0, 0)];
        let (mut points, mut units, mut next) = (0u32, 0u32, STEP);
        for (byte, ch) in text.char_indices() {
            if byte >= next {
                marks.push((byte, points, units));
                next = byte + STEP;
            }
            points += 1;
            units += if ch.len_utf16() == 2 { 2 } else { 1 };
        }
        Self { text, marks }
    }

    fn at(&self, byte: usize) -> (u32, u32) {
        let index = self
            .marks
            .partition_point(|mark| mark.0 <= byte)
            .saturating_sub(1);
        let (mut from, mut points, mut units) = self.marks[index];
        for ch in self.text[from..].chars() {
            if from >= byte {
                break;
            }
            from += ch.len_utf8();
            points += 1;
            units += if ch.len_utf16() == 2 { 2 } else { 1 };
        }
        (points, units)
    }

    /// The span in Unicode code points from the start of the text.
    #[must_use]
    pub fn code_points(&self, span: Span) -> Offsets {
        Offsets {
            start: self.at(span.from()).0,
            end: self.at(span.to()).0,
        }
    }

    /// The span of a place given in UTF-16 code units: `None` when it does not run forward between two characters
    /// of the text.
    #[must_use]
    pub fn span_of_utf16(&self, place: Offsets) -> Option<Span> {
        let (start, end) = (self.byte_of(place.start)?, self.byte_of(place.end)?);
        (start <= end).then(|| Span::new(start, end))
    }

    /// The byte at which as many UTF-16 units have gone before.
    fn byte_of(&self, units: u32) -> Option<usize> {
        let index = self
            .marks
            .partition_point(|mark| mark.2 <= units)
            .saturating_sub(1);
        let (mut byte, _, mut seen) = *self.marks.get(index)?;
        for ch in self.text.get(byte..)?.chars() {
            if seen >= units {
                break;
            }
            byte += ch.len_utf8();
            seen += if ch.len_utf16() == 2 { 2 } else { 1 };
        }
        (seen == units).then_some(byte)
    }

    /// The span in UTF-16 code units from the start of the text.
    #[must_use]
    pub fn utf16(&self, span: Span) -> Offsets {
        Offsets {
            start: self.at(span.from()).1,
            end: self.at(span.to()).1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_a_plain_count_at_every_border() {
        let text = "到2025年𠮷高新技术企业达到155家。".repeat(60);
        let table = OffsetTable::new(&text);
        for (byte, _) in text.char_indices() {
            let span = Span::new(byte, text.len());
            assert_eq!(
                table.code_points(span).start as usize,
                text[..byte].chars().count()
            );
            assert_eq!(
                table.utf16(span).start as usize,
                text[..byte].encode_utf16().count()
            );
            assert_eq!(table.span_of_utf16(table.utf16(span)), Some(span));
        }
    }

    #[test]
    fn what_is_no_place_is_none() {
        let table = OffsetTable::new("a𠮷b");
        let of = |start, end| table.span_of_utf16(Offsets { start, end });
        assert_eq!(of(1, 3), Some(Span::new(1, 5)));
        assert_eq!(of(1, 2), None, "within one character");
        assert_eq!(of(3, 1), None, "backwards");
        assert_eq!(of(0, 5), None, "behind the end");
    }
}
