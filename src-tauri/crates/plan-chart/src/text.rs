//! Widths of text without a font: an estimate on the generous side, so that nothing overlaps whatever font draws it.

/// Width in pixels at a size in pixels.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// Width of a character in units of the size.
fn em(ch: char) -> f64 {
    match ch {
        '\u{202f}' | '.' | ',' | ':' | ';' | '\'' | '|' | 'i' | 'l' | 'j' | '!' => 0.32,
        ' ' | 'f' | 't' | 'r' | 'I' | '(' | ')' | '/' | '-' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '…' => 0.92,
        '—' => 1.0,
        '≥' | '≤' | '≈' | '×' | '−' | '+' | '<' | '>' | '=' => 0.66,
        'A'..='Z' | '&' | '#' => 0.68,
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}'
        | '\u{f900}'..='\u{faff}'
        | '\u{fe30}'..='\u{fe4f}'
        | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}'
        | '\u{20000}'..='\u{3ffff}'
        | '“'
        | '”'
        | '·' => 1.0,
        _ => 0.6,
    }
}

/// The text cut to a width, with an ellipsis where it was cut. Nothing is cut to less than one character.
pub(crate) fn shortened(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = width("…", size);
    for ch in text.chars() {
        used += em(ch) * size;
        if used > room && !kept.is_empty() {
            break;
        }
        kept.push(ch);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

/// The text in lines of at most `room`: broken between full-width characters and at blanks, never before closing
/// punctuation. A word wider than a line is broken inside.
pub(crate) fn wrapped(text: &str, size: f64, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if line.trim().is_empty() || width(longer.trim_end(), size) <= room {
            line = longer;
        } else {
            lines.push(line.trim_end().to_owned());
            line = piece.trim_start().to_owned();
        }
        while width(line.trim_end(), size) > room && line.chars().count() > 1 {
            let (head, tail) = split(&line, size, room);
            lines.push(head);
            line = tail;
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

fn split(line: &str, size: f64, room: f64) -> (String, String) {
    let (mut used, mut at) = (0.0, 0);
    for (place, ch) in line.char_indices() {
        used += em(ch) * size;
        if used > room && place > 0 {
            break;
        }
        at = place + ch.len_utf8();
    }
    (line[..at].to_owned(), line[at..].to_owned())
}

fn pieces(text: &str) -> Vec<String> {
    const CLOSING: &str = "，。；：、）」』”’％%,.;:)";
    let narrow = |ch: char| em(ch) < 1.0 && ch != ' ';
    let mut found: Vec<String> = Vec::new();
    for ch in text.chars() {
        match found.last_mut() {
            Some(last)
                if CLOSING.contains(ch)
                    || (narrow(ch) && last.chars().next_back().is_some_and(narrow)) =>
            {
                last.push(ch);
            }
            _ => found.push(ch.to_string()),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_nothing_is_lost() {
        let text = "可比性 C（有条件可比）：年份不同：2018、2022年。In the order of the plans; not a ranking.";
        let bare = |text: &str| text.replace(' ', "");
        for room in [40.0, 90.0, 300.0] {
            let lines = wrapped(text, 11.0, room);
            assert!(
                lines.iter().all(|line| width(line, 11.0) <= room + 11.0),
                "{lines:?}"
            );
            assert_eq!(bare(&lines.concat()), bare(text));
            assert!(
                !lines
                    .iter()
                    .any(|line| line.starts_with(['，', '。', '）'])),
                "{lines:?}"
            );
        }
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(shortened("亳州高新区", 12.0, 60.0), "亳州高新区");
        assert_eq!(shortened("亳州高新区", 12.0, 50.0), "亳州高…");
        assert_eq!(shortened("亳州高新区", 12.0, 1.0), "亳…");
    }
}
