//! Finds the clauses of a text that name units: brackets with a role word, labels with a colon, and bare lists
//! of units in a bracket at the end of a paragraph.

use super::units::{self, Units};

/// Longest clause, in bytes: some forty names.
const LONGEST: usize = 2400;

/// A clause with its place in the text.
struct Clause<'t> {
    start: usize,
    end: usize,
    body: &'t str,
    bare: bool,
}

/// All units that a text names, by role.
pub(crate) fn units_of(text: &str) -> Units {
    let mut found = Units::default();
    for clause in clauses(text) {
        found.add(&units::units(clause.body, clause.bare));
    }
    found
}

/// Where a text names units, ascending, in bytes.
pub(crate) fn places(text: &str) -> Vec<(usize, usize)> {
    let found = clauses(text).into_iter();
    found.map(|clause| (clause.start, clause.end)).collect()
}

/// Whether a paragraph says anything beside the naming of units.
pub(crate) fn has_other_words(text: &str) -> bool {
    let mut at = 0;
    for clause in clauses(text) {
        if text[at..clause.start].chars().any(char::is_alphanumeric) {
            return true;
        }
        at = clause.end.max(at);
    }
    text[at..].chars().any(char::is_alphanumeric)
}

/// A heading without the clause of units behind it.
pub(crate) fn without_units(title: &str) -> &str {
    clauses(title)
        .first()
        .filter(|clause| clause.start > 0)
        .map_or(title, |clause| title[..clause.start].trim_end())
}

fn clauses(text: &str) -> Vec<Clause<'_>> {
    let mut found: Vec<Clause<'_>> = Vec::new();
    let mut free = 0;
    let mut brackets = brackets(text).into_iter().peekable();
    for (at, c) in text.char_indices() {
        let bracket = brackets.next_if(|bracket| bracket.open == at);
        if at < free {
            continue;
        }
        let clause = match bracket {
            Some(bracket) => bracketed(text, bracket),
            None => labelled(text, at, c),
        };
        if let Some(clause) = clause {
            free = clause.end;
            found.push(clause);
        }
    }
    found
}

/// A pair of brackets: where it opens, where its body begins and ends, and where the text goes on.
#[derive(Clone, Copy)]
struct Bracket {
    open: usize,
    body: (usize, usize),
    after: usize,
}

/// Pairs of brackets on one line, in order of opening. Plans mix the widths of a pair, so either width closes.
/// Pairs deeper than the second level belong to the names of units.
fn brackets(text: &str) -> Vec<Bracket> {
    let mut found = Vec::new();
    let mut open: Vec<(usize, usize, char)> = Vec::new();
    for (at, c) in text.char_indices() {
        if c == '\n' {
            open.clear();
        } else if let Some(close) = closing(c) {
            open.push((at, at + c.len_utf8(), close));
        } else if let Some(kind) = closed_by(c)
            && let Some(depth) = open
                .iter()
                .rposition(|&(_, _, close)| closed_by(close) == Some(kind))
        {
            let (from, body, _) = open[depth];
            open.truncate(depth);
            if depth < 2 && at - body <= LONGEST {
                found.push(Bracket {
                    open: from,
                    body: (body, at),
                    after: at + c.len_utf8(),
                });
            }
        }
        // What is never closed must not make every later bracket deep.
        if open.len() > 8 {
            open.remove(0);
        }
    }
    found.sort_by_key(|bracket| bracket.open);
    found
}

/// The kind of bracket that `c` closes.
fn closed_by(c: char) -> Option<char> {
    match c {
        ')' | '\u{FF09}' => Some(')'),
        ']' | '\u{FF3D}' => Some(']'),
        '\u{3011}' | '\u{3015}' => Some(c),
        _ => None,
    }
}

fn closing(open: char) -> Option<char> {
    match open {
        '(' => Some(')'),
        '\u{FF08}' => Some('\u{FF09}'),
        '[' => Some(']'),
        '\u{3010}' => Some('\u{3011}'),
        '\u{FF3B}' => Some('\u{FF3D}'),
        '\u{3014}' => Some('\u{3015}'),
        _ => None,
    }
}

/// A bracket that names units.
fn bracketed(text: &str, bracket: Bracket) -> Option<Clause<'_>> {
    let (at, after) = (bracket.open, bracket.after);
    let body = &text[bracket.body.0..bracket.body.1];
    let named = has_label(body);
    // Without a label a role word alone could be prose, so the bracket must close a paragraph or follow a stop.
    let closes = text[after..].trim_start().is_empty()
        || text[after..]
            .trim_start_matches([' ', '\u{3000}'])
            .starts_with('\n');
    let before = text[..at].trim_end().chars().next_back();
    let follows_stop = before.is_some_and(|c| {
        matches!(
            c,
            '\u{3002}' | '!' | '\u{FF01}' | ')' | '\u{FF09}' | '\u{201D}'
        )
    });
    let ended = follows_stop
        || (closes && text[after..].chars().next().is_none_or(|c| c != '\u{3002}'))
        || text[after..].starts_with('\u{3002}');
    let in_role = ended && has_role_word(body);
    let bare = follows_stop && closes && units::is_unit_list(body);
    (named || in_role || bare).then_some(Clause {
        start: at,
        end: after,
        body,
        bare: bare && !named && !in_role,
    })
}

/// 责任单位:… without brackets, at the head of a line or after a full stop, up to the end of the line.
fn labelled(text: &str, at: usize, c: char) -> Option<Clause<'_>> {
    if !matches!(c, '责' | '牵' | '配' | '主' | '协' | '负' | '承' | '实') {
        return None;
    }
    let before = text[..at]
        .trim_end_matches([' ', '\u{3000}', '\t', '*'])
        .chars()
        .next_back();
    if !before.is_none_or(|c| {
        matches!(
            c,
            '\n' | '\u{3002}' | '!' | '\u{FF01}' | ';' | '\u{FF1B}' | ')' | '\u{FF09}'
        )
    }) {
        return None;
    }
    let reach = (at + LONGEST).min(text.len());
    let reach = (at..=reach)
        .rev()
        .find(|&end| text.is_char_boundary(end))
        .unwrap_or(at);
    let line = text[at..reach].split('\n').next().unwrap_or("");
    let colon = line
        .find([':', '\u{FF1A}'])
        .filter(|&offset| offset <= 36)?;
    units::label_role(&line[..colon])?;
    // In a text without line breaks the list ends with its sentence.
    let end = at + line.find('\u{3002}').unwrap_or(line.len());
    Some(Clause {
        start: at,
        end,
        body: &text[at..end],
        bare: false,
    })
}

/// Whether a clause has a label with a colon: 牵头单位:…
fn has_label(body: &str) -> bool {
    body.split(['、', ',', '\u{FF0C}', ';', '\u{FF1B}', '\u{3002}'])
        .any(|piece| {
            piece
                .find([':', '\u{FF1A}'])
                .is_some_and(|at| units::label_role(&piece[..at]).is_some())
        })
}

/// Whether a piece of the clause ends in a role word: …牵头, …配合, …负责.
fn has_role_word(body: &str) -> bool {
    body.split([',', '\u{FF0C}', ';', '\u{FF1B}', '\u{3002}'])
        .any(|piece| {
            let piece = piece.trim();
            [
                "牵头",
                "配合",
                "负责",
                "参与",
                "协助",
                "牵头落实",
                "配合落实",
            ]
            .iter()
            .any(|word| piece.len() > word.len() && piece.ends_with(word))
        })
}
