//! The title of a section: its heading sentence, or the first clause when that sentence is a long one.

use super::candidates::Layout;
use super::number::Style;
use super::punctuation::{is_blank, is_colon, is_comma, is_semicolon, is_stop, outside_brackets};
use super::tree::Node;

/// A section's title and the byte where its heading ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Heading {
    pub(crate) title: String,
    pub(crate) end: usize,
}

/// Longest heading of two parallel clauses (加强组织领导,强化工作机制), in characters, when all its siblings
/// are as short.
const SHORT_AMONG_SIBLINGS: usize = 30;
/// The same for a section without siblings.
const SHORT_ALONE: usize = 20;
/// Longest line without a full stop that is a heading as a whole, in characters.
const HEADING_LINE: usize = 60;
/// How far into a line, in bytes, a colon or blank may end the heading.
const EARLY_MARK: usize = 60;
/// How far a section is read for its first sentence, in characters.
const LONGEST_LOOK: usize = 1500;
/// Longest title that is kept whole, in characters.
const LONGEST_TITLE: usize = 120;

/// Headings that are complete in themselves; text that follows without a mark is the body.
const STANDARD: &[&str] = &[
    "指导思想和基本原则",
    "总体要求和主要目标",
    "总体要求",
    "总体思路",
    "总体目标",
    "指导思想",
    "基本原则",
    "工作原则",
    "主要目标",
    "工作目标",
    "发展目标",
    "具体目标",
    "重点任务",
    "主要任务",
    "工作任务",
    "重点工作任务",
    "重点工作",
    "主要举措",
    "工作举措",
    "保障措施",
    "组织保障",
    "工作要求",
    "组织实施",
    "扶持政策",
    "支持政策",
    "政策措施",
    "奖补政策",
    "工作措施",
    "实施步骤",
];

struct Sentence<'t> {
    /// Text of the first sentence without its stop.
    text: &'t str,
    /// Whether nothing follows it in the section's own first line.
    whole_line: bool,
    /// Whether a mark ended it; a heading on a line of its own usually has none.
    stopped: bool,
}

/// Titles of all nodes, in their order.
pub(crate) fn titles(text: &str, nodes: &[Node], layout: Layout) -> Vec<Heading> {
    let sentences: Vec<Sentence<'_>> = nodes
        .iter()
        .enumerate()
        .map(|(index, node)| first_sentence(text, nodes, index, node, layout))
        .collect();
    let has_child = |index: usize| {
        nodes
            .get(index + 1)
            .is_some_and(|next| next.parent == Some(index))
    };
    let parallel = parallel_groups(nodes, &sentences);
    nodes
        .iter()
        .zip(&sentences)
        .enumerate()
        .map(|(index, (node, sentence))| {
            let own_line = !sentence.stopped && sentence.text.chars().nth(HEADING_LINE).is_none();
            let keeps_whole = own_line
                || if sentence.whole_line {
                    has_child(index)
                } else {
                    parallel[index]
                };
            heading(text, node, sentence, keeps_whole)
        })
        .collect()
}

fn heading(text: &str, node: &Node, sentence: &Sentence<'_>, keeps_whole: bool) -> Heading {
    let from = node.start + node.number.len;
    let clause = if keeps_whole {
        sentence.text
    } else {
        first_clause(sentence.text)
    };
    let clause = cut(clause, LONGEST_TITLE);
    let title = clause
        .trim_matches(|c: char| is_blank(c) || is_colon(c) || is_comma(c) || c == '*' || c == '#');
    if title.is_empty() && node.number.style == Style::Annex {
        return annex_heading(text, node);
    }
    let end = from + clause.trim_end().len();
    Heading {
        title: title.to_owned(),
        end: end.max(from).min(node.end.max(node.start)),
    }
}

/// An annex has its title on the next line that is not blank.
fn annex_heading(text: &str, node: &Node) -> Heading {
    let from = node.start + node.number.len;
    let body = text.get(from..node.end).unwrap_or("");
    let line = body
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("");
    if line.chars().count() > 60
        || super::number::number(line.trim_start_matches(is_blank)).is_some()
    {
        return Heading {
            title: String::new(),
            end: from.min(node.end),
        };
    }
    let blank = body.len() - body.trim_start().len();
    let title = line.trim().to_owned();
    Heading {
        end: (from + blank + title.len()).min(node.end),
        title,
    }
}

/// Groups of siblings whose first sentences are all short: there the whole sentence is the heading.
fn parallel_groups(nodes: &[Node], sentences: &[Sentence<'_>]) -> Vec<bool> {
    let mut groups: Vec<(Option<usize>, Style, usize, usize)> = Vec::new();
    let mut group_of = Vec::with_capacity(nodes.len());
    let mut latest = std::collections::BTreeMap::new();
    for (node, sentence) in nodes.iter().zip(sentences) {
        let key = (node.parent, node.number.style);
        let group = *latest.entry(key).or_insert_with(|| {
            groups.push((key.0, key.1, 0, 0));
            groups.len() - 1
        });
        let length = sentence.text.chars().take(200).count();
        groups[group].2 += 1;
        groups[group].3 = groups[group].3.max(length);
        group_of.push(group);
    }
    group_of
        .into_iter()
        .map(|group| {
            let (_, _, members, longest) = groups[group];
            longest
                <= if members > 1 {
                    SHORT_AMONG_SIBLINGS
                } else {
                    SHORT_ALONE
                }
        })
        .collect()
}

/// The first sentence of a section, within its own line and before its first child.
fn first_sentence<'t>(
    text: &'t str,
    nodes: &[Node],
    index: usize,
    node: &Node,
    layout: Layout,
) -> Sentence<'t> {
    let from = node.start + node.number.len;
    let limit = nodes
        .get(index + 1)
        .map_or(node.end, |next| next.start.min(node.end))
        .max(from);
    let line = text.get(from..limit).unwrap_or("");
    // A heading is short; the rest of a text without line breaks need not be read for it.
    let line = cut(line.split('\n').next().unwrap_or(""), LONGEST_LOOK);
    if layout == Layout::Flat
        && let Some(standard) = STANDARD
            .iter()
            .filter(|word| line.starts_with(**word))
            .max_by_key(|word| word.len())
    {
        return Sentence {
            text: standard,
            whole_line: line.len() == standard.len(),
            stopped: true,
        };
    }
    let mut comma_seen = false;
    for (at, c) in outside_brackets(line) {
        let stop = is_stop(c) || is_semicolon(c);
        // 工作目标:到2025年… and 指导思想 以… have their heading before the mark.
        let early = !comma_seen
            && (1..=EARLY_MARK).contains(&at)
            && (is_colon(c) || opens_body(&line[at..], c));
        if stop || early {
            let rest = &line[at + c.len_utf8()..];
            return Sentence {
                text: &line[..at],
                whole_line: stop && rest.trim().is_empty(),
                stopped: true,
            };
        }
        comma_seen |= is_comma(c);
    }
    Sentence {
        text: line,
        whole_line: true,
        stopped: false,
    }
}

/// A blank after a short heading, with a paragraph behind it.
fn opens_body(rest: &str, c: char) -> bool {
    is_blank(c) && rest.trim().chars().nth(30).is_some()
}

/// Text before the first comma outside quotations and brackets.
fn first_clause(sentence: &str) -> &str {
    outside_brackets(sentence)
        .find(|&(at, c)| at > 0 && is_comma(c))
        .map_or(sentence, |(at, _)| &sentence[..at])
}

/// At most `limit` characters of `text`.
fn cut(text: &str, limit: usize) -> &str {
    text.char_indices()
        .nth(limit)
        .map_or(text, |(at, _)| &text[..at])
}
