//! What the cells of all sheets share: texts, and the formats of numbers.

use super::{display, inside, too_many};
use crate::ReadError;
use crate::xml::{Element, Xml};
use std::collections::BTreeMap;

/// Most texts that cells share.
const MOST_STRINGS: usize = 1_000_000;
/// Most styles of cells.
const MOST_STYLES: usize = 100_000;

/// Texts that cells share.
pub(super) fn strings(text: &str) -> Result<Vec<String>, ReadError> {
    let mut found = Vec::new();
    let mut xml = Xml::new(text);
    xml.children(|xml, _| {
        xml.children(|xml, _| {
            let mut words = String::new();
            rich(xml, &mut words)?;
            found.push(words);
            if found.len() > MOST_STRINGS {
                return Err(too_many(MOST_STRINGS));
            }
            Ok(())
        })
    })?;
    Ok(found)
}

/// The text of an element that may hold pieces of several looks; how it is spoken is not part of it.
pub(super) fn rich(xml: &mut Xml<'_>, words: &mut String) -> Result<(), ReadError> {
    xml.children(|xml, child| match child.name.as_str() {
        "t" => {
            words.push_str(&xml.text()?);
            Ok(())
        }
        "rPh" => xml.skip(),
        _ => rich(xml, words),
    })
}

/// The code of the number format of each style of cells.
pub(super) fn formats(text: &str) -> Result<Vec<String>, ReadError> {
    let mut own: BTreeMap<u32, String> = BTreeMap::new();
    let id_of = |element: &Element| {
        let id = element.get("numFmtId");
        id.and_then(|id| id.parse::<u32>().ok()).unwrap_or(0)
    };
    inside(text, "numFmts", |xml, format| {
        let code = format.get("formatCode").unwrap_or_default();
        own.insert(id_of(&format), code.to_owned());
        xml.skip()
    })?;
    let mut found = Vec::new();
    inside(text, "cellXfs", |xml, style| {
        let id = id_of(&style);
        let code = own.get(&id).cloned();
        if found.len() < MOST_STYLES {
            found.push(code.unwrap_or_else(|| display::builtin(id).to_owned()));
        }
        xml.skip()
    })?;
    Ok(found)
}
