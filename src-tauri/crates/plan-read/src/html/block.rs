//! The tree of a page to its lines, in the order in which they are read.

use super::tree::{Child, Kind, Tree};
use crate::wide::is_wide;

/// A line of the page, with what is known about where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) text: String,
    /// The element it stands in.
    pub(crate) element: usize,
    /// How many of its characters belong to links.
    pub(crate) linked: usize,
    /// How many characters it has, blanks apart.
    pub(crate) length: usize,
    pub(crate) heading: bool,
    /// It is a row of a table that holds data.
    pub(crate) row: bool,
}

/// The lines of the page.
pub(crate) fn blocks(tree: &Tree) -> Vec<Block> {
    let tables = super::table::tables(tree);
    let mut walk = Walk {
        tree,
        blocks: Vec::new(),
        line: String::new(),
        linked: 0,
    };
    walk.element(0, &tables);
    walk.blocks
}

/// The lines of one element, as a cell of a table needs them.
pub(crate) fn lines(tree: &Tree, element: usize) -> Vec<String> {
    let mut walk = Walk {
        tree,
        blocks: Vec::new(),
        line: String::new(),
        linked: 0,
    };
    walk.element(element, &[]);
    walk.blocks.into_iter().map(|block| block.text).collect()
}

struct Walk<'t> {
    tree: &'t Tree,
    blocks: Vec<Block>,
    /// The line so far, blanks not yet settled.
    line: String,
    linked: usize,
}

/// Where the walk is inside an element: its place, its next child, and what holds for it.
#[derive(Clone, Copy)]
struct Step {
    element: usize,
    next: usize,
    link: bool,
    heading: bool,
    preformatted: bool,
}

impl Walk<'_> {
    /// Walks without recursion: a page decides how deep it is.
    fn element(&mut self, root: usize, tables: &[super::table::Table]) {
        let mut steps = vec![Step {
            element: root,
            next: 0,
            link: false,
            heading: false,
            preformatted: false,
        }];
        while let Some(step) = steps.last_mut() {
            let now = *step;
            step.next += 1;
            let Some(element) = self.tree.elements.get(now.element) else {
                break;
            };
            let Some(child) = element.children.get(now.next) else {
                steps.pop();
                if element.kind != Kind::Link {
                    self.close(now.element, now.heading);
                }
                continue;
            };
            match child {
                Child::Text(text) => self.text(text, now),
                Child::Break => self.close(now.element, now.heading),
                Child::Element(at) => {
                    let Some(inner) = self.tree.elements.get(*at) else {
                        continue;
                    };
                    if inner.kind == Kind::Hidden {
                        continue;
                    }
                    if inner.kind != Kind::Link {
                        self.close(now.element, now.heading);
                    }
                    if let Ok(found) = tables.binary_search_by_key(at, |table| table.element)
                        && let Some(table) = tables.get(found)
                    {
                        self.rows(table);
                        continue;
                    }
                    steps.push(Step {
                        element: *at,
                        next: 0,
                        link: now.link || inner.kind == Kind::Link,
                        heading: now.heading || inner.kind == Kind::Heading,
                        preformatted: now.preformatted || inner.kind == Kind::Preformatted,
                    });
                }
            }
        }
        self.close(root, false);
    }

    fn text(&mut self, text: &str, step: Step) {
        if step.link {
            self.linked += text.chars().filter(|c| !c.is_whitespace()).count();
        }
        if !step.preformatted {
            self.line.push_str(text);
            return;
        }
        for (at, line) in text.split('\n').enumerate() {
            if at > 0 {
                self.close(step.element, step.heading);
            }
            self.line.push_str(line);
        }
    }

    fn rows(&mut self, table: &super::table::Table) {
        for text in &table.lines {
            self.blocks.push(Block {
                length: text.chars().filter(|c| !c.is_whitespace()).count(),
                text: text.clone(),
                element: table.element,
                linked: 0,
                heading: false,
                row: true,
            });
        }
    }

    fn close(&mut self, element: usize, heading: bool) {
        let text = settled(&self.line);
        let linked = std::mem::take(&mut self.linked);
        self.line.clear();
        if !text.is_empty() {
            let length = text.chars().filter(|c| !c.is_whitespace()).count();
            self.blocks.push(Block {
                text,
                element,
                linked,
                length,
                heading,
                row: false,
            });
        }
    }
}

/// A line with its blanks as a reader sees them: one between words, none at the ends, and none where only the
/// page's source breaks between Han characters.
fn settled(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    let mut blank = false;
    let mut broken = false;
    for c in line.chars() {
        if c.is_whitespace() {
            blank = true;
            broken = broken || c == '\n' || c == '\r';
            continue;
        }
        if matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}' | '\0') {
            continue;
        }
        let before = text.chars().next_back();
        if let Some(before) = before.filter(|_| blank) {
            let source_only = broken && is_wide(before) && is_wide(c);
            if !source_only {
                text.push(' ');
            }
        }
        text.push(c);
        (blank, broken) = (false, false);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::tree::tree;
    use super::*;

    fn lines(page: &str) -> Vec<String> {
        blocks(&tree(page).unwrap())
            .into_iter()
            .map(|block| block.text)
            .collect()
    }

    #[test]
    fn blocks_and_breaks_end_lines() {
        assert_eq!(
            lines(
                "<h1>标题</h1><p>　　一、<b>总体</b>要求&nbsp;</p>正文<br>第二行<ul><li>甲<li>乙</ul><div>丙<div>丁</div>戊</div>"
            ),
            [
                "标题",
                "一、总体要求",
                "正文",
                "第二行",
                "甲",
                "乙",
                "丙",
                "丁",
                "戊"
            ]
        );
    }

    #[test]
    fn blanks_of_the_source_are_not_of_the_text() {
        assert_eq!(
            lines("<p>全社会\n   研发\n3.5 %  of  GDP</p>"),
            ["全社会研发 3.5 % of GDP"]
        );
        assert_eq!(lines("<pre>第一行\n第二行</pre>"), ["第一行", "第二行"]);
    }

    #[test]
    fn what_is_not_shown_is_not_read() {
        assert_eq!(
            lines(
                "<script>x</script><style>y</style><!-- z --><p style='display: none'>w</p><p>可见</p><select><option>v</select>"
            ),
            ["可见"]
        );
    }

    #[test]
    fn links_are_counted() {
        let all =
            blocks(&tree("<li><a href=#>首页</a></li><p>详见<a href=#>附件</a></p>").unwrap());
        assert_eq!(
            (all[0].linked, all[0].length, all[1].linked, all[1].length),
            (2, 2, 2, 4)
        );
    }
}
