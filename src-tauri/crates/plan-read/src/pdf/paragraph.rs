//! Lines of a page to the paragraphs they were set from.
//!
//! A line goes on in the next one when it is full: its next word would not have fitted. What then begins indented,
//! or with a number, is a new paragraph all the same.

use super::line::{Line, keeps_blank};
use crate::sections::opens_with_number;
use crate::wide::is_wide;

/// A line with the column it stands in.
#[derive(Debug)]
pub(crate) struct Placed {
    pub(crate) line: Line,
    /// Left edge of its column.
    pub(crate) left: f32,
    /// Right edge of its column.
    pub(crate) right: f32,
    /// Whether it is a row of a table, and so a paragraph of its own.
    pub(crate) row: bool,
}

/// The text of `lines`, one paragraph a line.
pub(crate) fn paragraphs(lines: &[Placed]) -> String {
    let indented = indents(lines);
    let spacing = spacing(lines);
    let mut text = String::new();
    for (at, placed) in lines.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| lines.get(at));
        match before {
            Some(before) if goes_on(before, placed, indented, spacing) => {
                let own = placed.line.text();
                join(&mut text, &own);
            }
            Some(_) => {
                text.push('\n');
                text.push_str(&written(placed));
            }
            None => text.push_str(&written(placed)),
        }
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn written(placed: &Placed) -> String {
    if !placed.row {
        return placed.line.text();
    }
    let cells: Vec<&str> = placed
        .line
        .cells
        .iter()
        .map(|cell| cell.text.as_str())
        .collect();
    cells.join("\t")
}

/// Whether paragraphs of this document begin with an indented line. Lines behind one that is not full surely
/// begin a paragraph; most of them say it.
fn indents(lines: &[Placed]) -> bool {
    let (mut all, mut indented) = (0usize, 0usize);
    for pair in lines.windows(2) {
        let [before, after] = pair else { continue };
        if !before.row && !after.row && !full(before, after) {
            all += 1;
            indented += usize::from(is_indented(after));
        }
    }
    all > 0 && indented * 2 > all
}

/// Two characters to the right of the column's edge, or nearly so.
fn is_indented(placed: &Placed) -> bool {
    let shift = (placed.line.left - placed.left) / placed.line.size;
    (1.0..=4.5).contains(&shift)
}

fn goes_on(before: &Placed, after: &Placed, indented: bool, spacing: f32) -> bool {
    let ratio = before.line.size / after.line.size;
    if before.row || after.row || !(0.87..=1.15).contains(&ratio) || !full(before, after) {
        return false;
    }
    // More room than between lines parts paragraphs. Room of a page's end or of the next column says nothing.
    let room = (before.line.base - after.line.base) / before.line.size;
    if (indented && is_indented(after)) || (room > spacing * 1.2 && room < spacing * 4.0) {
        return false;
    }
    // In the middle of a sentence 2. or 第二 is a figure of the text that happened to come first. A sentence that
    // ends with a full line is far more often one within a paragraph than its last.
    let text = before.line.text();
    let ended = ends_sentence(&text) || text.ends_with([')', '\u{FF09}']);
    !(ended && opens_with_number(&after.line.text()))
}

/// Room between the base lines of two lines of one paragraph, in sizes of the font.
fn spacing(lines: &[Placed]) -> f32 {
    let mut rooms: Vec<f32> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [before, after] if !before.row && !after.row && full(before, after) => {
                Some((before.line.base - after.line.base) / before.line.size)
            }
            _ => None,
        })
        .filter(|room| (0.8..4.0).contains(room))
        .collect();
    rooms.sort_by(f32::total_cmp);
    rooms.get(rooms.len() / 2).copied().unwrap_or(2.0)
}

/// Whether the first word of `after` had no room left at the end of `before`.
fn full(before: &Placed, after: &Placed) -> bool {
    let room = before.right - before.line.right;
    let size = before.line.size;
    room < first_word(&after.line.text()) * size + size * 0.3
}

/// Width of what may not be parted at the beginning of a line, in sizes of the font: an opening bracket with what
/// it opens, a word or figure, and the marks that must not begin a line.
fn first_word(text: &str) -> f32 {
    let mut width = 0.0;
    let mut base = false;
    let mut latin = false;
    for c in text.chars() {
        let wide = is_wide(c);
        if (opens(c) && !base) || (closes(c) && base) {
            width += 1.0;
        } else if !wide && !c.is_whitespace() && (!base || latin) {
            width += 0.55;
            base = true;
            latin = true;
        } else if wide && !base {
            width += 1.0;
            base = true;
        } else {
            break;
        }
        if width > 12.0 {
            break;
        }
    }
    width
}

fn opens(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '<'
            | '\u{FF08}'
            | '\u{201C}'
            | '\u{2018}'
            | '\u{300A}'
            | '\u{3008}'
            | '\u{3010}'
            | '\u{3014}'
    )
}

/// Marks that close something and may not begin a line.
pub(crate) fn closes(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '>'
            | ','
            | '.'
            | ';'
            | ':'
            | '!'
            | '?'
            | '%'
            | '\u{FF09}'
            | '\u{201D}'
            | '\u{2019}'
            | '\u{300B}'
            | '\u{3009}'
            | '\u{3011}'
            | '\u{3015}'
            | '\u{3001}'
            | '\u{3002}'
            | '\u{FF0C}'
            | '\u{FF1B}'
            | '\u{FF1A}'
            | '\u{FF01}'
            | '\u{FF1F}'
            | '\u{FF05}'
            | '\u{2014}'
            | '\u{2026}'
    )
}

/// Whether a sentence ends at the end of `text`, brackets and quotation marks behind it apart.
fn ends_sentence(text: &str) -> bool {
    let bare = text
        .trim_end()
        .trim_end_matches(['\u{201D}', '\u{2019}', '"', ')', '\u{FF09}']);
    bare.ends_with([
        '\u{3002}', '!', '\u{FF01}', '?', '\u{FF1F}', ';', '\u{FF1B}', ':', '\u{FF1A}',
    ]) || (bare.len() < text.trim_end().len() && bare.is_empty())
}

/// Appends the next line of a paragraph, with a blank only between words of letters.
pub(crate) fn join(text: &mut String, next: &str) {
    let before = text.chars().next_back();
    let after = next.chars().next();
    if let (Some(before), Some(after)) = (before, after) {
        let words = !is_wide(before) && !is_wide(after) && keeps_blank(before, after);
        let within_word = before == '-' || !before.is_alphanumeric() || !after.is_alphanumeric();
        // A figure parted at a line's end is one figure.
        let within_figure = before.is_ascii_digit() && after.is_ascii_digit();
        if words && !within_word && !within_figure {
            text.push(' ');
        }
    }
    text.push_str(next);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::line::lines;
    use crate::pdf::line::tests::set;

    /// Lines in a column from 50 to 250, ten points high; a leading `>` stands for an indent of two characters.
    fn text(rows: &[&str]) -> String {
        let placed: Vec<Placed> = rows
            .iter()
            .enumerate()
            .flat_map(|(row, text)| {
                let (indent, text) = text
                    .strip_prefix('>')
                    .map_or((0.0, *text), |rest| (20.0, rest));
                lines(&set(text, 50.0 + indent, 700.0 - 14.0 * row as f32, 10.0))
            })
            .map(|line| Placed {
                line,
                left: 50.0,
                right: 250.0,
                row: false,
            })
            .collect();
        paragraphs(&placed)
    }

    #[test]
    fn full_lines_go_on_and_short_ones_end() {
        assert_eq!(
            text(&[
                "到二〇二五年全社会研发经费投入占地区生产",
                "总值的比重达到百分之三。",
                "二、重点任务"
            ]),
            "到二〇二五年全社会研发经费投入占地区生产总值的比重达到百分之三。\n二、重点任务\n"
        );
    }

    #[test]
    fn a_word_that_did_not_fit_makes_the_line_full() {
        assert_eq!(
            text(&["技术合同成交额年均增长率要超过全省的", "2021—2025平均。"]),
            "技术合同成交额年均增长率要超过全省的2021—2025平均。\n"
        );
    }

    #[test]
    fn an_indent_begins_a_paragraph_behind_a_full_line() {
        assert_eq!(
            text(&[
                ">以习近平新时代中国特色社会主义思想为",
                "指导,坚持稳中求进工作的总基调,完整准确,",
                "全面贯彻新发展理念。",
                ">一、总体要求",
                ">加快建设创新型城市建设创新型城市建设。",
                ">推进高水平科技自立自强推进。",
            ]),
            "以习近平新时代中国特色社会主义思想为指导,坚持稳中求进工作的总基调,完整准确,全面贯彻新发展理念。\n\
             一、总体要求\n加快建设创新型城市建设创新型城市建设。\n推进高水平科技自立自强推进。\n"
        );
    }

    #[test]
    fn a_number_behind_a_full_sentence_begins_a_paragraph() {
        assert_eq!(
            text(&[
                "推动科技成果转移转化效率提升和成果转化。",
                "2.培育高新技术企业。"
            ]),
            "推动科技成果转移转化效率提升和成果转化。\n2.培育高新技术企业。\n"
        );
    }

    #[test]
    fn words_of_letters_keep_their_blank_and_figures_do_not_get_one() {
        let mut text = String::from("Research and");
        join(&mut text, "Development");
        assert_eq!(text, "Research and Development");
        let mut text = String::from("增长到12");
        join(&mut text, "00家");
        assert_eq!(text, "增长到1200家");
        let mut text = String::from("推进");
        join(&mut text, "5G应用");
        assert_eq!(text, "推进5G应用");
    }
}
