//! Text with Markdown marks: what is only a mark goes, what is text stays. Headings, emphasis, the addresses of
//! links, the rules of tables and fences of code are marks; numbers of lists are text, as a plan counts with them.
//!
//! Line by line and without building a tree: a plan that someone typed with a stray `*` or `_` keeps it.

use crate::parts::Parts;
use crate::{ReadError, freeze, plain};
use plan_model::SourceFormat;
use regex::{Captures, Regex};
use std::sync::LazyLock;

/// What a pattern finds, and what stays of it.
type Mark = (&'static str, &'static str);

/// Marks within a line, in the order in which they go.
const MARKS: &[Mark] = &[
    // Pictures and links keep their words.
    (
        r#"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+["'][^"'\n]*["'])?\)"#,
        "$1",
    ),
    (r"\[([^\[\]]+)\]\[[^\[\]]*\]", "$1"),
    (r"<((?:https?|mailto):[^<>\s]+)>", "$1"),
    (r"(?i)<br\s*/?>", " "),
    (
        r"(?i)</?(?:b|i|u|s|em|strong|del|ins|sub|sup|span|font|p|div|center|a|mark|code|kbd)(?:\s[^<>]*)?/?>",
        "",
    ),
    (r"`+([^`]+)`+", "$1"),
    (r"\*\*\*([^\s*](?:[^*]*[^\s*])?)\*\*\*", "$1"),
    (r"\*\*([^\s*](?:[^*]*[^\s*])?)\*\*", "$1"),
    (r"__([^\s_](?:[^_]*[^\s_])?)__", "$1"),
    (r"~~([^\s~](?:[^~]*[^\s~])?)~~", "$1"),
];
/// A single `*` or `_` is a mark only where it does not stand between Latin letters or digits: 3*4*5, file_name_1.
const SINGLE: &str = r"(^|[^0-9A-Za-z*_])[*_]([^\s*_](?:[^*_]*[^\s*_])?)[*_]($|[^0-9A-Za-z*_])";

static PATTERNS: LazyLock<Vec<(Option<Regex>, &str)>> = LazyLock::new(|| {
    MARKS
        .iter()
        .map(|(pattern, stays)| (Regex::new(pattern).ok(), *stays))
        .collect()
});
static EMPHASIS: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(SINGLE).ok());
static ESCAPED: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\\([!-/:-@\[-`{-~])").ok());
static REFERENCE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^ {0,3}\[[^\]]+\]:\s+\S+").ok());

/// The text of a Markdown file.
pub(crate) fn read(bytes: &[u8]) -> Result<Parts, ReadError> {
    let mut parts = plain::read(bytes)?;
    parts.text = without_marks(&freeze::freeze(&parts.text));
    parts.format = SourceFormat::Markdown;
    Ok(parts)
}

fn without_marks(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut out: Vec<String> = Vec::with_capacity(lines.len());
    let mut fence: Option<&str> = None;
    let mut table = false;
    for (at, line) in lines.iter().enumerate() {
        let bare = line.trim();
        let opens = ["```", "~~~"]
            .into_iter()
            .find(|mark| bare.starts_with(mark));
        if let Some(mark) = fence {
            if bare.starts_with(mark) {
                fence = None;
            } else {
                out.push((*line).to_owned());
            }
            continue;
        }
        if opens.is_some() {
            fence = opens;
            continue;
        }
        let ruled = |at: usize| lines.get(at).is_some_and(|line| is_table_rule(line));
        if table && is_table_rule(line) && at > 0 && lines[at - 1].contains('|') {
            continue;
        }
        table = bare.contains('|') && (table || ruled(at + 1));
        if table {
            out.push(row(bare));
        } else if is_rule(bare) || REFERENCE.as_ref().is_some_and(|it| it.is_match(line)) {
            // A rule, or the address of a link somewhere else.
        } else {
            out.push(inline(block(line)));
        }
    }
    out.join("\n")
}

/// Three or more of one of `-*_=` and nothing else: a rule, or the line under a heading.
fn is_rule(bare: &str) -> bool {
    let mut marks = bare.chars().filter(|c| *c != ' ');
    let Some(first) = marks.next().filter(|first| "-*_=".contains(*first)) else {
        return false;
    };
    let more = marks.clone().count();
    more >= 2 && marks.all(|c| c == first)
}

/// The line under a table's heads.
fn is_table_rule(line: &str) -> bool {
    let bare = line.trim();
    bare.contains('|')
        && bare.contains('-')
        && bare
            .chars()
            .all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// A row's cells, parted by tabulators.
fn row(bare: &str) -> String {
    let inner = bare.strip_prefix('|').unwrap_or(bare);
    let inner = inner
        .strip_suffix('|')
        .filter(|it| !it.ends_with('\\'))
        .unwrap_or(inner);
    // A bar behind a backslash stands in a cell.
    let inner = inner.replace("\\|", "\u{1}");
    let cells = inner.split('|').map(|cell| {
        let cell = inline(cell.trim()).replace('\u{1}', "|");
        cell.replace('\t', " ")
    });
    cells.collect::<Vec<_>>().join("\t")
}

/// The line without the marks at its beginning: of a heading, a quotation, an unnumbered list.
fn block(line: &str) -> &str {
    let mut rest = line;
    while let Some(quoted) = rest.trim_start_matches(' ').strip_prefix('>') {
        rest = quoted.strip_prefix(' ').unwrap_or(quoted);
    }
    let bare = rest.trim_start_matches([' ', '\t']);
    let level = bare.chars().take_while(|c| *c == '#').count();
    if (1..=6).contains(&level)
        && let Some(title) = bare[level..].strip_prefix([' ', '\t'])
    {
        let title = title.trim();
        let open = title.trim_end_matches('#');
        return if open.ends_with(' ') {
            open.trim_end()
        } else {
            title
        };
    }
    let item = ["- ", "* ", "+ "]
        .iter()
        .find_map(|mark| bare.strip_prefix(mark));
    if let Some(item) = item {
        let item = item.trim_start();
        let tasks = ["[ ] ", "[x] ", "[X] "];
        return tasks
            .iter()
            .find_map(|mark| item.strip_prefix(mark))
            .unwrap_or(item);
    }
    rest
}

/// A line without the marks inside it.
fn inline(line: &str) -> String {
    if !line.contains(['*', '_', '`', '[', '<', '~', '&', '\\']) {
        return line.to_owned();
    }
    // What a backslash makes text is put aside, so that no pattern takes it for a mark.
    let mut kept: Vec<String> = Vec::new();
    let aside = |found: &Captures<'_>| {
        kept.push(found[1].to_owned());
        "\u{2}".to_owned()
    };
    let mut text = match ESCAPED.as_ref() {
        Some(escaped) if line.contains('\\') && !line.contains('\u{2}') => {
            escaped.replace_all(line, aside).into_owned()
        }
        _ => line.to_owned(),
    };
    for (pattern, stays) in PATTERNS.iter() {
        if let Some(pattern) = pattern {
            text = pattern.replace_all(&text, *stays).into_owned();
        }
    }
    if let Some(single) = EMPHASIS.as_ref() {
        text = single.replace_all(&text, "$1$2$3").into_owned();
    }
    for (name, stays) in [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&amp;", "&"),
    ] {
        if text.contains(name) {
            text = text.replace(name, stays);
        }
    }
    if kept.is_empty() {
        return text;
    }
    let mut kept = kept.into_iter();
    let restored = text.chars().map(|c| match c {
        '\u{2}' => kept.next().unwrap_or_else(|| c.to_string()),
        c => c.to_string(),
    });
    restored.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_compiles() {
        assert!(PATTERNS.iter().all(|(pattern, _)| pattern.is_some()));
        assert!(EMPHASIS.is_some() && ESCAPED.is_some() && REFERENCE.is_some());
    }

    #[test]
    fn marks_go_and_text_stays() {
        for (line, text) in [
            ("# 某市工作要点 #", "某市工作要点"),
            ("## 一、**主要目标**", "一、主要目标"),
            ("#标签", "#标签"),
            (
                "> 到2025年，*高新技术企业*达到**155家**。",
                "到2025年，高新技术企业达到155家。",
            ),
            ("- [x] 建设平台", "建设平台"),
            ("  * 培育企业", "培育企业"),
            ("1. 新建实验室5家", "1. 新建实验室5家"),
            (
                "（一）[通知](http://a.gov.cn/b_c(1).html \"题\")全文",
                "（一）通知全文",
            ),
            ("![图1](a.png)", "图1"),
            ("见[附件][1]。", "见附件。"),
            ("`R&D`占~~2.5%~~2.7%", "R&D占2.5%2.7%"),
            ("3*4*5 与 file_name_1", "3*4*5 与 file_name_1"),
            (r"\*注：\#1", "*注：#1"),
            ("第一行<br/>第二行<sup>2</sup>，5<6", "第一行 第二行2，5<6"),
            ("10&nbsp;亿元 &lt; 20", "10 亿元 < 20"),
            ("　　加快建设。", "　　加快建设。"),
        ] {
            assert_eq!(without_marks(line), text, "{line}");
        }
    }

    #[test]
    fn tables_become_rows_of_cells() {
        let text = "| 指标 | 单位 | **2025年** |\n|:---|:-:|---:|\n| 企业 | 家 | 155 |\n| a\\|b | | 2 |\n\n结束 | 了\n";
        assert_eq!(
            without_marks(text),
            "指标\t单位\t2025年\n企业\t家\t155\na|b\t\t2\n\n结束 | 了\n"
        );
    }

    #[test]
    fn rules_fences_and_addresses_go() {
        let text =
            "标题\n====\n\n---\n```text\n**原样** | x\n```\n[1]: http://a.gov.cn\n正文\n* * *\n";
        assert_eq!(without_marks(text), "标题\n\n**原样** | x\n正文\n");
    }
}
