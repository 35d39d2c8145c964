//! XML of an office part, pulled element by element. No document type is accepted, so that no entity can be
//! declared and nothing outside the part can be named; how deep elements nest is bounded.

use crate::{Excess, ReadError};
use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// Deepest nesting. Word writes a table in a table in a text box within some forty levels.
const DEEPEST: usize = 256;

/// An element that has been opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    /// Its name without prefix.
    pub(crate) name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// The value of the attribute with this name, whatever its prefix.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find_map(|(key, value)| (key == name).then_some(value.as_str()))
    }

    /// The attribute `val`, with which most settings of a word processor are given.
    pub(crate) fn val(&self) -> Option<&str> {
        self.get("val")
    }

    /// Whether a setting is on: it is when it only stands there.
    pub(crate) fn is_on(&self) -> bool {
        !matches!(self.val(), Some("0" | "false" | "off" | "none"))
    }
}

/// What comes next.
#[derive(Debug)]
pub(crate) enum Next {
    /// An element begins.
    Open(Element),
    /// The element begun last ends.
    Close,
    /// Text between marks.
    Text(String),
    /// The part ends.
    End,
}

/// The text of a part: UTF-8, or UTF-16 with its mark.
pub(crate) fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = match bytes {
        [0xFF, 0xFE, ..] | [b'<', 0, ..] => UTF_16LE,
        [0xFE, 0xFF, ..] | [0, b'<', ..] => UTF_16BE,
        _ => UTF_8,
    };
    encoding.decode(bytes).0
}

/// A part that is read from its beginning to its end.
pub(crate) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    depth: usize,
    /// An element without content has been opened and is closed next.
    closing: bool,
}

impl<'x> Xml<'x> {
    /// Begins to read.
    pub(crate) fn new(text: &'x str) -> Self {
        Self {
            reader: Reader::from_str(text),
            depth: 0,
            closing: false,
        }
    }

    /// What comes next.
    pub(crate) fn next(&mut self) -> Result<Next, ReadError> {
        if std::mem::take(&mut self.closing) {
            self.depth -= 1;
            return Ok(Next::Close);
        }
        loop {
            return Ok(
                match self.reader.read_event().map_err(|_| ReadError::Damaged)? {
                    Event::Start(start) => self.open(&start)?,
                    Event::Empty(start) => {
                        self.closing = true;
                        self.open(&start)?
                    }
                    Event::End(_) => {
                        self.depth = self.depth.checked_sub(1).ok_or(ReadError::Damaged)?;
                        Next::Close
                    }
                    Event::Text(text) => Next::Text(text.into_inner().into_owned()),
                    Event::CData(text) => Next::Text(text.into_inner().into_owned()),
                    Event::GeneralRef(name) => Next::Text(
                        referred(&name.into_inner())
                            .ok_or(ReadError::Damaged)?
                            .to_string(),
                    ),
                    Event::DocType(_) => return Err(ReadError::Damaged),
                    Event::Eof if self.depth > 0 => return Err(ReadError::Damaged),
                    Event::Eof => Next::End,
                    Event::Decl(_) | Event::PI(_) | Event::Comment(_) => continue,
                },
            );
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<Next, ReadError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(ReadError::TooMuch {
                what: Excess::Depth,
                limit: DEEPEST,
            });
        }
        let mut attributes = Vec::new();
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| ReadError::Damaged)?;
            let value = unescape(&attribute.value)
                .map_or_else(|_| attribute.value.to_string(), Cow::into_owned);
            attributes.push((attribute.key.local_name().as_ref().to_owned(), value));
        }
        Ok(Next::Open(Element {
            name: start.local_name().as_ref().to_owned(),
            attributes,
        }))
    }

    /// Goes past the end of the element that was opened last.
    pub(crate) fn skip(&mut self) -> Result<(), ReadError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.next()?;
        }
        Ok(())
    }

    /// The elements directly inside the one opened last, each handed to `each` with the part, which must go past
    /// its end.
    pub(crate) fn children(
        &mut self,
        mut each: impl FnMut(&mut Self, Element) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        loop {
            match self.next()? {
                Next::Open(element) => each(self, element)?,
                Next::Text(_) => {}
                Next::Close | Next::End => return Ok(()),
            }
        }
    }

    /// All text inside the element opened last.
    pub(crate) fn text(&mut self) -> Result<String, ReadError> {
        let outside = self.depth.saturating_sub(1);
        let mut text = String::new();
        while self.depth > outside {
            if let Next::Text(piece) = self.next()? {
                text.push_str(&piece);
            }
        }
        Ok(text)
    }
}

/// `&amp;` and the like, and characters by number. XML has no other names without a document type.
fn referred(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else {
        return Some(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => return None,
        });
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    // A number that is no character of XML stands for a damaged one.
    let c = char::from_u32(code).unwrap_or('\u{FFFD}');
    Some(if c == '\0' { '\u{FFFD}' } else { c })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Result<String, ReadError> {
        let mut xml = Xml::new(text);
        let mut found = String::new();
        loop {
            match xml.next()? {
                Next::Open(element) => found += &format!("<{}", element.name),
                Next::Close => found.push('>'),
                Next::Text(text) => found += &text,
                Next::End => return Ok(found),
            }
        }
    }

    #[test]
    fn elements_text_and_characters_by_name_or_number() {
        assert_eq!(
            all(
                "<?xml version='1.0'?><w:p a='1'><w:t>R&amp;D &#x4E2D;&#65;<![CDATA[<b>]]></w:t><w:tab/></w:p>"
            ),
            Ok("<p<tR&D 中A<b>><tab>>".to_owned())
        );
    }

    #[test]
    fn document_types_and_entities_are_refused() {
        let outside = "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>";
        assert_eq!(all(outside), Err(ReadError::Damaged));
        assert_eq!(all("<a>&e;</a>"), Err(ReadError::Damaged));
    }

    #[test]
    fn broken_and_deep_parts_are_refused() {
        for text in ["<a><b></a>", "<a>", "</a>", "<a", "<a><b/>"] {
            assert_eq!(all(text), Err(ReadError::Damaged), "{text}");
        }
        let deep = "<a>".repeat(DEEPEST + 1);
        assert!(matches!(
            all(&deep),
            Err(ReadError::TooMuch {
                what: Excess::Depth,
                ..
            })
        ));
    }

    #[test]
    fn a_part_is_skipped_to_its_end() {
        let mut xml = Xml::new("<a><b><c/>x</b>y</a>");
        assert!(matches!(xml.next(), Ok(Next::Open(_))));
        assert!(matches!(xml.next(), Ok(Next::Open(_))));
        assert_eq!(xml.skip(), Ok(()));
        assert!(matches!(xml.next(), Ok(Next::Text(text)) if text == "y"));
    }
}
