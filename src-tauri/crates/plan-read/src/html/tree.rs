//! The elements of a page as far as they shape its text: blocks, tables, links, headings. A page may be broken or
//! made to harm, so the tree is never deeper than [`DEEPEST`] and never larger than [`MOST_NODES`].

use super::element::{VOID, is_hidden, kind, span, words};
use super::token::{Token, attribute, tokens};
use crate::{Excess, ReadError};

pub(crate) use super::element::Kind;

/// Deeper elements are not told apart; their text stays.
const DEEPEST: usize = 200;
/// Most elements and pieces of text.
pub(crate) const MOST_NODES: usize = 1_000_000;

/// An element.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) kind: Kind,
    pub(crate) parent: usize,
    pub(crate) children: Vec<Child>,
    /// Class, id and role, for what they say about menus and headings.
    pub(crate) words: String,
    /// Columns and rows a cell takes.
    pub(crate) spans: (usize, usize),
}

/// What is in an element.
#[derive(Debug)]
pub(crate) enum Child {
    Element(usize),
    Text(String),
    Break,
}

/// A page.
#[derive(Debug)]
pub(crate) struct Tree {
    /// The first is the page itself; parents come before children.
    pub(crate) elements: Vec<Element>,
    /// What the page calls itself, shown in the window's title only.
    pub(crate) title: String,
    /// The title of the article, when the site names it apart from its own.
    pub(crate) article: Option<String>,
}

/// What is open while the tree grows.
struct Growth {
    tree: Tree,
    nodes: usize,
    /// Open elements: place in the tree and name.
    open: Vec<(usize, String)>,
    /// How many elements beyond the greatest depth are open.
    beyond: usize,
}

/// The tree of `page`.
pub(crate) fn tree(page: &str) -> Result<Tree, ReadError> {
    let mut growth = Growth::new();
    let mut in_title = false;
    for token in tokens(page) {
        match token {
            Token::Text(text) if in_title => growth.tree.title.push_str(&text),
            Token::Text(text) => growth.add(Child::Text(text))?,
            Token::Start(name, _) if name == "title" => in_title = growth.tree.title.is_empty(),
            Token::End(name) if name == "title" => in_title = false,
            Token::Start(name, attributes) if name == "meta" => growth.meta(attributes),
            Token::Start(name, _) if name == "br" || name == "hr" => growth.add(Child::Break)?,
            Token::Start(name, attributes) => growth.start(name, attributes)?,
            Token::End(name) if name == "br" || name == "p" && !growth.is_open("p") => {
                growth.add(Child::Break)?;
            }
            Token::End(name) => growth.end(&name),
        }
    }
    Ok(growth.tree)
}

impl Growth {
    fn new() -> Self {
        let page = Element {
            kind: Kind::Block,
            parent: 0,
            children: Vec::new(),
            words: String::new(),
            spans: (1, 1),
        };
        Self {
            tree: Tree {
                elements: vec![page],
                title: String::new(),
                article: None,
            },
            nodes: 1,
            open: Vec::new(),
            beyond: 0,
        }
    }

    fn here(&self) -> usize {
        self.open.last().map_or(0, |&(at, _)| at)
    }

    fn is_open(&self, name: &str) -> bool {
        self.open.iter().any(|(_, open)| open == name)
    }

    fn count(&mut self) -> Result<(), ReadError> {
        self.nodes += 1;
        if self.nodes > MOST_NODES {
            return Err(ReadError::TooMuch {
                what: Excess::Parts,
                limit: MOST_NODES,
            });
        }
        Ok(())
    }

    fn add(&mut self, child: Child) -> Result<(), ReadError> {
        self.count()?;
        let here = self.here();
        if let Some(element) = self.tree.elements.get_mut(here) {
            element.children.push(child);
        }
        Ok(())
    }

    fn meta(&mut self, attributes: &str) {
        let name = attribute(attributes, "name").unwrap_or_default();
        if name.eq_ignore_ascii_case("ArticleTitle") {
            self.tree.article = attribute(attributes, "content");
        }
    }

    fn start(&mut self, name: String, attributes: &str) -> Result<(), ReadError> {
        if VOID.contains(&name.as_str()) {
            return Ok(());
        }
        let hidden = is_hidden(attributes);
        let kind = match kind(&name) {
            _ if hidden => Kind::Hidden,
            // A place that is jumped to is no link.
            Some(Kind::Link) if attribute(attributes, "href").is_none() => return Ok(()),
            Some(kind) => kind,
            // Letters in bold or of another colour change no line.
            None => return Ok(()),
        };
        self.imply_ends(&name, kind);
        if self.open.len() >= DEEPEST {
            self.beyond += 1;
            return self.add(Child::Break);
        }
        self.count()?;
        let parent = self.here();
        let at = self.tree.elements.len();
        let spans = match kind {
            Kind::Cell => (span(attributes, "colspan"), span(attributes, "rowspan")),
            _ => (1, 1),
        };
        self.tree.elements.push(Element {
            kind,
            parent,
            children: Vec::new(),
            words: words(attributes),
            spans,
        });
        if let Some(element) = self.tree.elements.get_mut(parent) {
            element.children.push(Child::Element(at));
        }
        self.open.push((at, name));
        Ok(())
    }

    /// Ends that pages leave out: of a paragraph before a block, of an item before the next.
    fn imply_ends(&mut self, name: &str, kind: Kind) {
        let closes: &[&str] = match kind {
            Kind::Item => &["p", "li"],
            Kind::Cell => &["p", "li", "td", "th"],
            Kind::Row => &["p", "li", "td", "th", "tr"],
            Kind::Link => &["a"],
            Kind::Hidden => &[],
            _ if matches!(name, "dt" | "dd") => &["p", "dt", "dd"],
            _ => &["p"],
        };
        let borders: &[&str] = match kind {
            Kind::Item => &["ul", "ol", "menu", "table", "td", "th"],
            Kind::Cell => &["table", "tr"],
            Kind::Row => &["table"],
            Kind::Link => &["table", "td", "th", "div", "p", "li"],
            _ => &["table", "td", "th"],
        };
        let from = self
            .open
            .iter()
            .rposition(|(_, open)| borders.contains(&open.as_str()))
            .map_or(0, |at| at + 1);
        if let Some(first) = self.open[from..]
            .iter()
            .position(|(_, open)| closes.contains(&open.as_str()))
        {
            self.open.truncate(from + first);
            self.beyond = 0;
        }
    }

    fn end(&mut self, name: &str) {
        if kind(name).is_none() && !self.is_open(name) {
            return;
        }
        if self.beyond > 0 && kind(name).is_some() {
            self.beyond -= 1;
            return;
        }
        // An end tag inside a cell does not end what is around the table, and one of a link not what is around it.
        let border = match kind(name) {
            Some(Kind::Table | Kind::Row | Kind::Cell) => None,
            Some(Kind::Link) => self.open.iter().rposition(|(_, open)| open != "a"),
            _ => self
                .open
                .iter()
                .rposition(|(_, open)| matches!(open.as_str(), "td" | "th")),
        };
        let from = border.map_or(0, |at| at + 1);
        if let Some(last) = self
            .open
            .iter()
            .skip(from)
            .rposition(|(_, open)| open == name)
        {
            self.open.truncate(from + last);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deep_and_endless_pages_are_bounded() {
        let deep = format!(
            "{}文字{}",
            "<div>".repeat(100_000),
            "</div>".repeat(100_000)
        );
        let grown = tree(&deep).unwrap();
        assert!(grown.elements.len() <= DEEPEST + 1);
        let many = "<p>a".repeat(MOST_NODES);
        assert!(matches!(
            tree(&many),
            Err(ReadError::TooMuch {
                what: Excess::Parts,
                ..
            })
        ));
    }

    #[test]
    fn left_out_ends_are_implied() {
        let grown =
            tree("<table><tr><td>a<td>b<tr><td>c</table><ul><li>d<li>e</ul><p>f<p>g<div>h</div>")
                .unwrap();
        let count = |kind| {
            grown
                .elements
                .iter()
                .filter(|element| element.kind == kind)
                .count()
        };
        assert_eq!(
            (
                count(Kind::Row),
                count(Kind::Cell),
                count(Kind::Item),
                count(Kind::Paragraph)
            ),
            (2, 3, 2, 2)
        );
        let parents = |kind| -> Vec<usize> {
            grown
                .elements
                .iter()
                .filter(|element| element.kind == kind)
                .map(|element| element.parent)
                .collect()
        };
        assert_eq!(parents(Kind::Paragraph), [0, 0]);
        assert_eq!(parents(Kind::Item)[0], parents(Kind::Item)[1]);
    }
}
