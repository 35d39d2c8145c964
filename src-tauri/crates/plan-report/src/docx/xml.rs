//! Small pieces of WordprocessingML. Every text goes through [`escape`], and elements come in schema order.

use crate::text::clean;

/// A colour as Word writes it.
pub(super) fn colour(rgb: u32) -> String {
    format!("{rgb:06X}")
}

/// Text as XML content or attribute value.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in clean(text).chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            other => out.push(other),
        }
    }
    out
}

/// A run in a character style; no style for an empty name. Line ends and tabs become Word's own.
pub(super) fn run(style: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let properties = run_properties(style);
    let mut content = String::new();
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            content.push_str("<w:br/>");
        }
        for (at, piece) in line.split('\t').enumerate() {
            if at > 0 {
                content.push_str("<w:tab/>");
            }
            if !piece.is_empty() {
                content.push_str(&format!(
                    r#"<w:t xml:space="preserve">{}</w:t>"#,
                    escape(piece)
                ));
            }
        }
    }
    format!("<w:r>{properties}{content}</w:r>")
}

fn run_properties(style: &str) -> String {
    if style.is_empty() {
        return String::new();
    }
    format!(r#"<w:rPr><w:rStyle w:val="{style}"/></w:rPr>"#)
}

/// A paragraph of finished runs in a paragraph style.
pub(super) fn paragraph(style: &str, runs: &str) -> String {
    format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs}</w:p>"#)
}

/// A paragraph of plain text.
pub(super) fn plain(style: &str, text: &str) -> String {
    paragraph(style, &run("", text))
}

/// A link to a bookmark of this document around finished runs.
pub(super) fn link(bookmark: &str, runs: &str) -> String {
    format!(r#"<w:hyperlink w:anchor="{bookmark}" w:history="1">{runs}</w:hyperlink>"#)
}

/// A field with the text shown until Word computes it, its runs in a character style.
pub(super) fn field(style: &str, code: &str, shown: &str) -> String {
    let properties = run_properties(style);
    let mark =
        |kind: &str| format!(r#"<w:r>{properties}<w:fldChar w:fldCharType="{kind}"/></w:r>"#);
    let code = escape(code);
    format!(
        r#"{}<w:r>{properties}<w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{}{}{}"#,
        mark("begin"),
        mark("separate"),
        run(style, shown),
        mark("end"),
    )
}

/// What a cell is besides its content.
#[derive(Default, Clone, Copy)]
pub(super) struct CellLook {
    /// Width in twentieths of a point.
    pub(super) width: u32,
    /// Columns it spans; 0 and 1 are the same.
    pub(super) span: u32,
    /// Place in a vertical merge.
    pub(super) merge: Merge,
    /// Colour of a heavy line on top.
    pub(super) top: Option<u32>,
    /// Colour of its ground.
    pub(super) ground: Option<u32>,
}

/// Place of a cell in a vertical merge.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Merge {
    /// It stands by itself.
    #[default]
    None,
    /// The first of several.
    First,
    /// One of the others: its content is not shown.
    Rest,
}

/// A table cell. Word wants a paragraph in every one.
pub(super) fn cell(look: CellLook, paragraphs: &str) -> String {
    let mut properties = format!(r#"<w:tcW w:w="{}" w:type="dxa"/>"#, look.width);
    if look.span > 1 {
        properties.push_str(&format!(r#"<w:gridSpan w:val="{}"/>"#, look.span));
    }
    match look.merge {
        Merge::None => {}
        Merge::First => properties.push_str(r#"<w:vMerge w:val="restart"/>"#),
        Merge::Rest => properties.push_str("<w:vMerge/>"),
    }
    if let Some(top) = look.top {
        let top = colour(top);
        properties.push_str(&format!(
            r#"<w:tcBorders><w:top w:val="single" w:sz="24" w:space="0" w:color="{top}"/></w:tcBorders>"#
        ));
    }
    if let Some(ground) = look.ground {
        let ground = colour(ground);
        properties.push_str(&format!(
            r#"<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>"#
        ));
    }
    let content = if paragraphs.is_empty() {
        plain("Cell", "")
    } else {
        paragraphs.to_owned()
    };
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

/// What a table row is besides its cells.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    /// Repeated at the top of every page.
    Head,
    /// Kept on one page.
    Whole,
    /// May run over a page's end: its text may be long.
    Breaking,
}

/// A table row.
pub(super) fn row(kind: RowKind, cells: &str) -> String {
    let properties = match kind {
        RowKind::Head => "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>",
        RowKind::Whole => "<w:trPr><w:cantSplit/></w:trPr>",
        RowKind::Breaking => "",
    };
    format!("<w:tr>{properties}{cells}</w:tr>")
}

/// A cell of a width with nothing special about it.
pub(super) fn plain_cell(width: u32, paragraphs: &str) -> String {
    let look = CellLook {
        width,
        ..CellLook::default()
    };
    cell(look, paragraphs)
}

/// The row of heads of a table.
pub(super) fn head_row(widths: &[u32], titles: &[&str]) -> String {
    let cells: String = widths
        .iter()
        .zip(titles)
        .map(|(width, title)| plain_cell(*width, &plain("CellHead", title)))
        .collect();
    row(RowKind::Head, &cells)
}

/// A line of small words in a cell, or nothing.
pub(super) fn note(text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        plain("CellNote", text)
    }
}

/// A table of fixed column widths.
pub(super) fn table(widths: &[u32], rows: &str) -> String {
    let total: u32 = widths.iter().sum();
    let grid: String = widths
        .iter()
        .map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#))
        .collect();
    format!(
        r#"<w:tbl><w:tblPr><w:tblStyle w:val="PlanTable"/><w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"#
    )
}
