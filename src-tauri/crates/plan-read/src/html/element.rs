//! What one element of a page says of itself: by its name, and by its attributes.

use super::token::attribute;

/// Class, id and role of an element are looked at no further.
const LONGEST_WORDS: usize = 200;

/// What an element is to the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A block: its text stands on lines of its own.
    Block,
    Paragraph,
    Heading,
    Item,
    Table,
    Row,
    Cell,
    Link,
    /// Menus and the like, by the name of the element.
    Aside,
    /// Text whose line breaks and blanks count.
    Preformatted,
    /// Not shown.
    Hidden,
}

/// Elements without end tag and without text.
pub(super) const VOID: &[&str] = &[
    "area", "base", "col", "embed", "img", "input", "link", "meta", "param", "source", "track",
    "wbr", "frame",
];
/// Elements that are not shown as text, or show what can be chosen and not what is said.
const NOT_SHOWN: &[&str] = &[
    "script",
    "style",
    "noscript",
    "template",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "plaintext",
    "select",
    "button",
    "textarea",
    "svg",
    "math",
    "object",
    "audio",
    "video",
    "canvas",
    "datalist",
    "map",
    "rt",
    "rp",
    "dialog",
];
const BLOCKS: &[&str] = &[
    "html",
    "body",
    "div",
    "section",
    "article",
    "main",
    "center",
    "form",
    "fieldset",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "address",
    "figure",
    "figcaption",
    "caption",
    "details",
    "summary",
    "legend",
    "hgroup",
    "ucapcontent",
];

/// What an element of this name is to the text.
pub(super) fn kind(name: &str) -> Option<Kind> {
    Some(match name {
        "p" => Kind::Paragraph,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Kind::Heading,
        "li" => Kind::Item,
        "table" => Kind::Table,
        "tr" => Kind::Row,
        "td" | "th" => Kind::Cell,
        "a" => Kind::Link,
        "nav" | "aside" | "footer" | "menu" => Kind::Aside,
        "pre" | "listing" => Kind::Preformatted,
        name if NOT_SHOWN.contains(&name) => Kind::Hidden,
        name if BLOCKS.contains(&name) => Kind::Block,
        _ => return None,
    })
}

/// Whether an element says of itself that it is not shown.
pub(super) fn is_hidden(attributes: &str) -> bool {
    if attributes.len() < 6 {
        return false;
    }
    let style: String = attribute(attributes, "style")
        .unwrap_or_default()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect::<String>()
        .to_ascii_lowercase();
    style.contains("display:none")
        || style.contains("visibility:hidden")
        || attribute(attributes, "hidden").is_some()
}

/// Class, id and role, for what they tell of an element.
pub(super) fn words(attributes: &str) -> String {
    ["class", "id", "role"]
        .into_iter()
        .filter_map(|name| attribute(attributes, name))
        .collect::<Vec<String>>()
        .join(" ")
        .to_ascii_lowercase()
        .chars()
        .take(LONGEST_WORDS)
        .collect()
}

/// How many rows or columns a cell takes.
pub(super) fn span(attributes: &str, name: &str) -> usize {
    attribute(attributes, name)
        .and_then(|value| value.trim().parse::<usize>().ok())
        .unwrap_or(1)
        .clamp(1, 100)
}
