//! Web pages, as sites publish plans and people save them: the text a reader sees, in lines, without what the site
//! puts around it.
//!
//! A page is read by an own reader in four passes, each linear and none recursive: encoding ([`charset`]), marks
//! ([`token`]), elements ([`tree`]), lines ([`block`], [`table`]); then the main text is chosen ([`main_text`]).
//! General parsers build the tree the standard asks for, which a page can make as deep and as large as it likes.

mod block;
mod charset;
mod element;
mod entity;
mod main_text;
mod table;
mod token;
mod tree;

use crate::ReadError;
use crate::parts::Parts;
use plan_model::{Note, NoteCode, SourceFormat};

/// Reads a web page.
pub(crate) fn read(bytes: &[u8]) -> Result<Parts, ReadError> {
    let decoded = charset::decoded(bytes)?;
    let tree = tree::tree(&decoded.text)?;
    let blocks = block::blocks(&tree);
    let choice = main_text::choose(&tree, &blocks);
    let mut text = String::new();
    let mut left_out = 0usize;
    for (block, kept) in blocks.iter().zip(&choice.kept) {
        if *kept {
            text.push_str(&block.text);
            text.push('\n');
        } else {
            left_out += 1;
        }
    }
    let mut parts = Parts::new(SourceFormat::Html, text);
    parts.encoding = decoded.encoding;
    let mut note = |code, detail: Option<usize>| {
        parts.notes.push(Note {
            code,
            span: None,
            detail: detail.map(|count| count.to_string()),
        });
    };
    if decoded.replaced > 0 {
        note(NoteCode::ReplacementCharacters, Some(decoded.replaced));
    }
    if choice.whole && !blocks.is_empty() {
        note(NoteCode::WholePage, None);
    }
    if left_out > 0 {
        note(NoteCode::PageFurnitureLeftOut, Some(left_out));
    }
    Ok(parts)
}

#[cfg(test)]
mod tests;
