//! Styles. Fonts are named here and in the document's defaults, for Chinese and Latin text each.

use super::look::{Fonts, Look};
use super::parts::{NAMESPACES, XML, latin_language};
use crate::palette::{ACCENT, HAIRLINE, MUTED, RULE};

/// A paragraph style. Half points, and twentieths of a point for distances.
struct Paragraph {
    id: &'static str,
    name: &'static str,
    font: &'static str,
    half_points: u32,
    properties: String,
    look: String,
}

/// The properties that hold for what follows a heading: it never stands alone at a page's foot.
const KEEP: &str = "<w:keepNext/><w:keepLines/>";

pub(super) fn styles(look: Look) -> String {
    let fonts = look.fonts();
    let latin = latin_language(look.language);
    let mut out = format!(
        r#"{XML}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{}<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="{latin}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"#,
        named(fonts, fonts.text),
    );
    out.push_str(r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#);
    out.push_str(r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>"#);
    out.push_str(r#"<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>"#);
    let paragraphs = if look.is_official() {
        official(look)
    } else {
        modern(look)
    };
    for style in paragraphs.into_iter().chain(small(look)) {
        out.push_str(&format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{properties}</w:pPr><w:rPr>{fonts}{look}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>"#,
            id = style.id,
            name = style.name,
            properties = style.properties,
            fonts = named(fonts, style.font),
            look = style.look,
            size = style.half_points,
        ));
    }
    for (id, name, look) in characters() {
        out.push_str(&format!(
            r#"<w:style w:type="character" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{look}</w:rPr></w:style>"#
        ));
    }
    out.push_str(&format!(
        r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:customStyle="1" w:styleId="PlanTable"><w:name w:val="Plan Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="{RULE:06X}"/><w:bottom w:val="single" w:sz="12" w:space="0" w:color="{RULE:06X}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE:06X}"/></w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{RULE:06X}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style></w:styles>"#
    ));
    out
}

fn named(fonts: Fonts, east: &str) -> String {
    let latin = fonts.latin;
    format!(r#"<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"/>"#)
}

/// A style by what differs; `properties` in the order of the schema.
fn style(
    (id, name): (&'static str, &'static str),
    font: &'static str,
    half_points: u32,
    properties: impl Into<String>,
    look: &str,
) -> Paragraph {
    Paragraph {
        id,
        name,
        font,
        half_points,
        properties: properties.into(),
        look: look.to_owned(),
    }
}

const BOLD: &str = "<w:b/><w:bCs/>";

/// A dotted line to the page number at the right edge.
fn leader(look: Look) -> String {
    let right = look.text_width(super::look::Page::Portrait);
    format!(r#"<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{right}"/></w:tabs>"#)
}

fn counted(level: u32) -> String {
    format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>"#)
}

/// Plain and dense: one family of letters, a rule under the title.
fn modern(look: Look) -> Vec<Paragraph> {
    let Fonts {
        title,
        heading,
        text,
        ..
    } = look.fonts();
    let (leader, first, second) = (leader(look), counted(0), counted(1));
    let accent = format!(r#"<w:b/><w:bCs/><w:color w:val="{ACCENT:06X}"/>"#);
    let muted = muted();
    let chapter = |numbers: &str| {
        format!(
            r#"{KEEP}{numbers}<w:spacing w:before="480" w:after="160"/><w:outlineLvl w:val="0"/>"#
        )
    };
    vec![
        style(
            ("Title", "Title"),
            title,
            52,
            format!(
                r#"<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="10" w:color="{RULE:06X}"/></w:pBdr><w:spacing w:before="1200" w:after="240"/>"#
            ),
            &accent,
        ),
        style(
            ("Subtitle", "Subtitle"),
            heading,
            26,
            r#"<w:spacing w:after="240" w:line="400" w:lineRule="atLeast"/>"#,
            "",
        ),
        style(
            ("Facts", "Facts"),
            text,
            20,
            r#"<w:spacing w:line="320" w:lineRule="atLeast"/>"#,
            &muted,
        ),
        style(
            ("Heading1", "heading 1"),
            heading,
            32,
            chapter(&first),
            BOLD,
        ),
        style(
            ("HeadingPlain", "Heading Plain"),
            heading,
            32,
            chapter(""),
            BOLD,
        ),
        style(
            ("Heading2", "heading 2"),
            heading,
            24,
            format!(
                r#"{KEEP}{second}<w:spacing w:before="300" w:after="100"/><w:outlineLvl w:val="1"/>"#
            ),
            BOLD,
        ),
        style(
            ("Heading3", "heading 3"),
            heading,
            21,
            format!(r#"{KEEP}<w:spacing w:before="220" w:after="60"/><w:outlineLvl w:val="2"/>"#),
            BOLD,
        ),
        style(
            ("ContentsHeading", "Contents Heading"),
            heading,
            26,
            r#"<w:keepNext/><w:spacing w:before="600" w:after="120"/>"#,
            BOLD,
        ),
        style(
            ("TOC1", "toc 1"),
            text,
            20,
            format!(r#"{leader}<w:spacing w:before="60" w:line="300" w:lineRule="atLeast"/>"#),
            "",
        ),
        style(
            ("TOC2", "toc 2"),
            text,
            19,
            format!(
                r#"{leader}<w:spacing w:line="280" w:lineRule="atLeast"/><w:ind w:left="420"/>"#
            ),
            &muted,
        ),
        style(
            ("Body", "Body Text"),
            text,
            20,
            r#"<w:spacing w:after="80" w:line="320" w:lineRule="atLeast"/>"#,
            "",
        ),
        style(
            ("Reference", "Reference"),
            text,
            20,
            r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:spacing w:after="80" w:line="320" w:lineRule="atLeast"/>"#,
            "",
        ),
        style(
            ("EndnoteText", "endnote text"),
            text,
            17,
            r#"<w:spacing w:after="60" w:line="260" w:lineRule="atLeast"/>"#,
            "",
        ),
        style(
            ("Footer", "footer"),
            text,
            17,
            r#"<w:jc w:val="center"/>"#,
            &muted,
        ),
        style(
            ("FooterEven", "Footer Even"),
            text,
            17,
            r#"<w:jc w:val="center"/>"#,
            &muted,
        ),
    ]
}

/// After GB/T 9704—2012: 小标宋 of size 2 for the title, size 3 everywhere else, 22 lines on a page, black only.
fn official(look: Look) -> Vec<Paragraph> {
    const LINE: &str = r#"w:line="579" w:lineRule="exact""#;
    let Fonts {
        title,
        heading,
        second,
        text,
        table,
        ..
    } = look.fonts();
    let (leader, one, two) = (leader(look), counted(0), counted(1));
    let indent = r#"<w:ind w:firstLineChars="200" w:firstLine="640"/>"#;
    let chapter = |numbers: &str| {
        format!(
            r#"{KEEP}{numbers}<w:spacing w:before="290" {LINE}/>{indent}<w:outlineLvl w:val="0"/>"#
        )
    };
    vec![
        style(
            ("Title", "Title"),
            title,
            44,
            r#"<w:spacing w:before="1160" w:after="290" w:line="680" w:lineRule="exact"/><w:jc w:val="center"/>"#,
            "",
        ),
        style(
            ("Subtitle", "Subtitle"),
            second,
            32,
            format!(r#"<w:spacing w:after="290" {LINE}/><w:jc w:val="center"/>"#),
            "",
        ),
        style(
            ("Facts", "Facts"),
            text,
            28,
            r#"<w:spacing w:line="480" w:lineRule="exact"/><w:jc w:val="center"/>"#,
            "",
        ),
        style(("Heading1", "heading 1"), heading, 32, chapter(&one), ""),
        style(
            ("HeadingPlain", "Heading Plain"),
            heading,
            32,
            chapter(""),
            "",
        ),
        style(
            ("Heading2", "heading 2"),
            second,
            32,
            format!(r#"{KEEP}{two}<w:spacing {LINE}/>{indent}<w:outlineLvl w:val="1"/>"#),
            "",
        ),
        style(
            ("Heading3", "heading 3"),
            text,
            32,
            format!(r#"{KEEP}<w:spacing {LINE}/>{indent}<w:outlineLvl w:val="2"/>"#),
            BOLD,
        ),
        style(
            ("ContentsHeading", "Contents Heading"),
            heading,
            32,
            format!(
                r#"<w:keepNext/><w:pageBreakBefore/><w:spacing w:before="290" w:after="290" {LINE}/><w:jc w:val="center"/>"#
            ),
            "",
        ),
        style(
            ("TOC1", "toc 1"),
            text,
            28,
            format!(r#"{leader}<w:spacing w:line="440" w:lineRule="exact"/>"#),
            "",
        ),
        style(
            ("TOC2", "toc 2"),
            text,
            26,
            format!(r#"{leader}<w:spacing w:line="400" w:lineRule="exact"/><w:ind w:left="560"/>"#),
            "",
        ),
        style(
            ("Body", "Body Text"),
            text,
            32,
            format!(r#"<w:spacing {LINE}/>{indent}<w:jc w:val="both"/>"#),
            "",
        ),
        style(
            ("Reference", "Reference"),
            text,
            28,
            r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:spacing w:after="60" w:line="480" w:lineRule="exact"/>"#,
            "",
        ),
        style(
            ("EndnoteText", "endnote text"),
            text,
            21,
            r#"<w:spacing w:after="40" w:line="340" w:lineRule="exact"/>"#,
            "",
        ),
        style(
            ("Footer", "footer"),
            table,
            28,
            r#"<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/>"#,
            "",
        ),
        style(
            ("FooterEven", "Footer Even"),
            table,
            28,
            r#"<w:ind w:leftChars="100" w:left="280"/>"#,
            "",
        ),
    ]
}

/// What tables, pictures and page edges are set in.
fn small(look: Look) -> Vec<Paragraph> {
    let Fonts { heading, table, .. } = look.fonts();
    let muted = muted();
    vec![
        style(
            ("CaptionTable", "Caption Table"),
            heading,
            20,
            format!(r#"{KEEP}<w:spacing w:before="240" w:after="80"/>"#),
            "",
        ),
        style(
            ("Caption", "caption"),
            heading,
            20,
            format!(r#"{KEEP}<w:spacing w:before="60" w:after="40"/>"#),
            "",
        ),
        style(
            ("Picture", "Picture"),
            table,
            18,
            r#"<w:keepNext/><w:spacing w:before="240"/>"#,
            "",
        ),
        style(
            ("PictureNote", "Picture Note"),
            table,
            17,
            r#"<w:keepLines/><w:spacing w:after="40"/>"#,
            &muted,
        ),
        style(
            ("Cell", "Cell"),
            table,
            18,
            r#"<w:spacing w:before="10" w:after="10"/>"#,
            "",
        ),
        style(
            ("CellNumber", "Cell Number"),
            table,
            20,
            r#"<w:spacing w:before="10" w:after="0"/>"#,
            "",
        ),
        style(
            ("CellNote", "Cell Note"),
            table,
            16,
            r#"<w:spacing w:after="10"/>"#,
            &muted,
        ),
        style(
            ("CellHead", "Cell Head"),
            heading,
            19,
            r#"<w:keepNext/><w:spacing w:before="20" w:after="0"/>"#,
            "",
        ),
        style(
            ("Header", "header"),
            table,
            17,
            r#"<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="D9D6CF"/></w:pBdr><w:jc w:val="right"/>"#,
            &muted,
        ),
        style(
            ("Break", "Break"),
            table,
            2,
            r#"<w:spacing w:line="20" w:lineRule="exact"/>"#,
            "",
        ),
    ]
}

fn muted() -> String {
    format!(r#"<w:color w:val="{MUTED:06X}"/>"#)
}

/// Character styles: id, name, look.
fn characters() -> [(&'static str, &'static str, String); 7] {
    let small = format!(r#"{}<w:sz w:val="16"/><w:szCs w:val="16"/>"#, muted());
    [
        ("Unit", "Plan Unit", small.clone()),
        ("Empty", "Plan Empty", small.clone()),
        ("Soft", "Plan Soft", "<w:i/><w:iCs/>".to_owned()),
        ("Strong", "Strong", BOLD.to_owned()),
        (
            "Marked",
            "Plan Marked",
            r#"<w:b/><w:bCs/><w:u w:val="single"/>"#.to_owned(),
        ),
        ("Place", "Plan Place", small),
        (
            "EndnoteReference",
            "endnote reference",
            r#"<w:color w:val="2F5D8A"/><w:vertAlign w:val="superscript"/>"#.to_owned(),
        ),
    ]
}
