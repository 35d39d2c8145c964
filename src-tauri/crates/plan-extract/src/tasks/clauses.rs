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
    naming(text).units
}

/// What a text says of units.
pub(crate) struct Naming {
    /// The units, by role.
    pub(crate) units: Units,
    /// Where they are named, ascending, in bytes.
    pub(crate) places: Vec<(usize, usize)>,
    /// Whether the text says anything beside.
    pub(crate) has_other_words: bool,
}

/// Everything a text says of units, read in one pass.
pub(crate) fn naming(text: &str) -> Naming {
    let mut found = Naming {
        units: Units::default(),
        places: Vec::new(),
        has_other_words: false,
    };
    let mut at = 0;
    for clause in clauses(text) {
        found.units.add(&units::units(clause.body, clause.bare));
        found.places.push((clause.start, clause.end));
        found.has_other_words |= text[at..clause.start].chars().any(char::is_alphanumeric);
        at = clause.end.max(at);
    }
    found.has_other_words |= text[at..].chars().any(char::is_alphanumeric);
    found
}

/// A heading without the clause of units behind it.
pub(crate) fn without_units(title: &str) -> &str {
    clauses(title)
        .first()
        .filter(|clause| clause.start > 0)
        .map_or(title, |clause| title[..clause.start].trim_end())
}

fn clauses(text: &str) -> Vec<Clause<'_>> {
    let (brackets, colons) = marks(text);
    let mut heads = label_heads(text, &colons).into_iter().peekable();
    let mut brackets = brackets.into_iter().peekable();
    let mut found: Vec<Clause<'_>> = Vec::new();
    let mut free = 0;
    loop {
        let label_next = match (heads.peek(), brackets.peek()) {
            (None, None) => break,
            (Some(head), Some(bracket)) => *head < bracket.open,
            (head, _) => head.is_some(),
        };
        let clause = if label_next {
            let head = heads.next().filter(|head| *head >= free);
            head.and_then(|head| labelled(text, head))
        } else {
            let bracket = brackets.next().filter(|bracket| bracket.open >= free);
            bracket.and_then(|bracket| bracketed(text, bracket))
        };
        if let Some(clause) = clause {
            free = clause.end;
            found.push(clause);
        }
    }
    found
}

/// Longest label before its colon, in bytes: 牵头单位及配合单位.
const LABEL: usize = 36;

/// Where a label may begin, ascending: characters that open one, near enough before a colon.
fn label_heads(text: &str, colons: &[usize]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut free = 0;
    for &colon in colons {
        let mut from = colon.saturating_sub(LABEL).max(free);
        while !text.is_char_boundary(from) {
            from += 1;
        }
        let before = text[from..colon].char_indices();
        let opens = |c| matches!(c, '责' | '牵' | '配' | '主' | '协' | '负' | '承' | '实');
        found.extend(before.filter(|&(_, c)| opens(c)).map(|(at, _)| from + at));
        free = colon;
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

/// Pairs of brackets on one line, in order of opening, and the places of colons. Plans mix the widths of a
/// pair, so either width closes. Pairs deeper than the second level belong to the names of units.
fn marks(text: &str) -> (Vec<Bracket>, Vec<usize>) {
    let (mut found, mut colons) = (Vec::new(), Vec::new());
    let mut open: Vec<(usize, usize, char)> = Vec::new();
    for (at, first) in text.bytes().enumerate() {
        // Only these bytes begin a mark; no other character needs to be looked at.
        if !matches!(
            first,
            b'\n' | b':' | b'(' | b')' | b'[' | b']' | 0xE3 | 0xEF
        ) {
            continue;
        }
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            continue;
        };
        if c == '\n' {
            open.clear();
        } else if matches!(c, ':' | '\u{FF1A}') {
            colons.push(at);
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
    (found, colons)
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
fn labelled(text: &str, at: usize) -> Option<Clause<'_>> {
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
        .filter(|&offset| offset <= LABEL)?;
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
