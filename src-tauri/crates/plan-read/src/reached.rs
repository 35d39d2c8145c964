//! Cells that are merged with one above them. A person reads the words above for every row that the cell reaches;
//! the text says them once, and no word is put where the document has none. So the place is remembered instead:
//! [`table`](crate::table) leaves a mark in the empty cell, and here, once the text is whole, every mark is taken
//! out again and becomes a place with the words that hold for it.

use plan_model::{MergedCell, Span};

/// Stands in an empty cell that goes on from the one above. Unicode keeps it free for a program's own use: it is no
/// character of any text.
pub(crate) const REACHED: char = '\u{FDD0}';

/// A text without marks, and what they said.
pub(crate) struct Settled {
    pub(crate) text: String,
    /// By place.
    pub(crate) merged: Vec<MergedCell>,
    /// Where the marks stood, ascending.
    marks: Vec<usize>,
}

impl Settled {
    pub(crate) fn of(text: &str) -> Self {
        let mut settled = Self {
            text: String::with_capacity(text.len()),
            merged: Vec::new(),
            marks: text.match_indices(REACHED).map(|(at, _)| at).collect(),
        };
        if settled.marks.is_empty() {
            text.clone_into(&mut settled.text);
            return settled;
        }
        // The words that each column of the table so far showed last.
        let mut above: Vec<Option<Span>> = Vec::new();
        for line in text.split_inclusive('\n') {
            let body = line.strip_suffix('\n').unwrap_or(line);
            let columns = body.matches('\t').count() + 1;
            if columns == 1 || columns != above.len() {
                above = vec![None; columns];
            }
            for (column, (cell, above)) in body.split('\t').zip(&mut above).enumerate() {
                if column > 0 {
                    settled.text.push('\t');
                }
                settled.cell(cell, above);
            }
            if line.len() > body.len() {
                settled.text.push('\n');
            }
        }
        settled
    }

    fn cell(&mut self, cell: &str, above: &mut Option<Span>) {
        let at = self.text.len();
        if cell.trim() == REACHED.encode_utf8(&mut [0; 4]) {
            if let (Some(words), Ok(at)) = (*above, u32::try_from(at)) {
                self.merged.push(MergedCell { at, words });
            }
            return;
        }
        self.text.extend(cell.chars().filter(|c| *c != REACHED));
        let words = self.text.get(at..).unwrap_or_default();
        let lead = words.len() - words.trim_start().len();
        let shown = words.trim().len();
        *above = (shown > 0).then(|| Span::new(at + lead, at + lead + shown));
    }

    /// The place in the settled text of a place in the text with marks.
    pub(crate) fn place(&self, span: Span) -> Span {
        let moved = |at: usize| {
            let before = self.marks.partition_point(|mark| *mark < at);
            at - before * REACHED.len_utf8()
        };
        Span::new(moved(span.from()), moved(span.to()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_places_with_the_words_above() {
        let text = "表\n指标\t单位\n甲\t家\n乙\t\u{FDD0}\n丙\t\u{FDD0}\n注\u{FDD0}\n丁\t\u{FDD0}\n";
        let settled = Settled::of(text);
        assert_eq!(
            settled.text,
            "表\n指标\t单位\n甲\t家\n乙\t\n丙\t\n注\n丁\t\n"
        );
        let found: Vec<(&str, &str)> = settled
            .merged
            .iter()
            .map(|one| {
                let before = &settled.text[..one.at as usize];
                let line = before.rsplit('\n').next().unwrap();
                (line, one.words.of(&settled.text).unwrap())
            })
            .collect();
        // The last table has nothing above.
        assert_eq!(found, [("乙\t", "家"), ("丙\t", "家")]);
        let at = text.find('丁').unwrap();
        let place = settled.place(Span::new(at, at + 3));
        assert_eq!(place.of(&settled.text), Some("丁"));
    }

    #[test]
    fn a_text_without_marks_stays() {
        let settled = Settled::of("甲\t\n乙");
        assert_eq!(settled.text, "甲\t\n乙");
        assert!(settled.merged.is_empty());
    }
}
