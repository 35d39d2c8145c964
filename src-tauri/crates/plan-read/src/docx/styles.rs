//! What a document's styles say about automatic numbers and raised characters, and which number a paragraph
//! therefore has.

use super::numbering::Numbering;
use crate::ReadError;
use crate::xml::{Element, Xml};
use std::collections::BTreeMap;

/// A style rests on another one, and so on, but no further than this.
const LONGEST_CHAIN: usize = 32;

/// A list and a level, as far as they are given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct ListPlace {
    /// Which use of a list; `0` for none.
    pub(super) number: Option<String>,
    /// The level, from 0.
    pub(super) level: Option<usize>,
}

impl ListPlace {
    /// Reads what stands in `numPr`, of which the opening has been read.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, ReadError> {
        let mut place = Self::default();
        xml.children(|xml, child| {
            match child.name.as_str() {
                "numId" => place.number = child.val().map(str::to_owned),
                "ilvl" => place.level = child.val().and_then(|level| level.parse().ok()),
                _ => {}
            }
            xml.skip()
        })?;
        Ok(place)
    }
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    list: ListPlace,
    /// Whether its characters are raised, where it says so.
    raised: Option<bool>,
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

impl Styles {
    /// Reads the part that describes the styles.
    pub(super) fn read(text: &str) -> Result<Self, ReadError> {
        let mut styles = Self::default();
        let mut xml = Xml::new(text);
        xml.children(|xml, root| {
            if root.name != "styles" {
                return xml.skip();
            }
            xml.children(|xml, element| match element.name.as_str() {
                "style" => styles.style(xml, &element),
                _ => xml.skip(),
            })
        })?;
        Ok(styles)
    }

    fn style(&mut self, xml: &mut Xml<'_>, element: &Element) -> Result<(), ReadError> {
        let id = element.get("styleId").unwrap_or_default().to_owned();
        let usual = matches!(element.get("default"), Some("1" | "true" | "on"));
        if usual && element.get("type") == Some("paragraph") {
            self.usual = Some(id.clone());
        }
        let mut style = Style::default();
        xml.children(|xml, child| match child.name.as_str() {
            "basedOn" => {
                style.based_on = child.val().map(str::to_owned);
                xml.skip()
            }
            "pPr" => xml.children(|xml, inner| {
                if inner.name == "numPr" {
                    style.list = ListPlace::read(xml)?;
                    return Ok(());
                }
                xml.skip()
            }),
            "rPr" => xml.children(|xml, inner| {
                if inner.name == "vertAlign" {
                    style.raised = Some(inner.val() == Some("superscript"));
                }
                xml.skip()
            }),
            _ => xml.skip(),
        })?;
        self.styles.insert(id, style);
        Ok(())
    }

    /// Whether characters of this style are raised.
    pub(super) fn is_raised(&self, style: &str) -> bool {
        let mut next = Some(style);
        for _ in 0..LONGEST_CHAIN {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else {
                break;
            };
            if let Some(raised) = style.raised {
                return raised;
            }
            next = style.based_on.as_deref();
        }
        false
    }

    /// The use of a list that a list style stands for.
    pub(super) fn list_of(&self, style: &str) -> Option<String> {
        self.styles.get(style)?.list.number.clone()
    }

    /// The list and level of a paragraph with this style and what it says itself; `None` when it has no number.
    pub(super) fn place(
        &self,
        style: Option<&str>,
        own: &ListPlace,
        numbering: &Numbering,
    ) -> Option<(String, usize)> {
        let (mut number, mut level) = (own.number.clone(), own.level);
        let mut next = style.or(self.usual.as_deref());
        for _ in 0..LONGEST_CHAIN {
            let Some((id, style)) = next.and_then(|id| Some((id, self.styles.get(id)?))) else {
                break;
            };
            if number.is_none()
                && let Some(found) = &style.list.number
            {
                number = Some(found.clone());
                level = level.or_else(|| numbering.level_of_style(found, id));
            }
            level = level.or(style.list.level);
            next = style.based_on.as_deref();
        }
        let number = number.filter(|number| number != "0")?;
        Some((number, level.unwrap_or(0)))
    }
}
