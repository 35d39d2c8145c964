//! Styles. Fonts follow the usage of Chinese official documents and are named here and in the document's
//! defaults, for Chinese and Latin text each.

use super::parts::{NAMESPACES, XML, language};
use crate::palette::{ACCENT, HAIRLINE, MUTED, RULE};
use plan_words::Language;

/// Half points, and twentieths of a point for distances.
struct Paragraph {
    id: &'static str,
    name: &'static str,
    font: &'static str,
    half_points: u32,
    properties: &'static str,
    look: &'static str,
}

const BODY: &str = "仿宋_GB2312";
const TABLE: &str = "宋体";

const PARAGRAPHS: [Paragraph; 17] = [
    Paragraph {
        id: "Title",
        name: "Title",
        font: "方正小标宋简体",
        half_points: 44,
        properties: r#"<w:spacing w:before="1800" w:after="240" w:line="660" w:lineRule="exact"/><w:jc w:val="center"/>"#,
        look: "",
    },
    Paragraph {
        id: "Subtitle",
        name: "Subtitle",
        font: "楷体_GB2312",
        half_points: 28,
        properties: r#"<w:spacing w:after="120" w:line="420" w:lineRule="exact"/><w:jc w:val="center"/>"#,
        look: "",
    },
    Paragraph {
        id: "Heading1",
        name: "heading 1",
        font: "黑体",
        half_points: 32,
        properties: r#"<w:keepNext/><w:keepLines/><w:spacing w:before="360" w:after="180" w:line="480" w:lineRule="exact"/><w:outlineLvl w:val="0"/>"#,
        look: "",
    },
    Paragraph {
        id: "Heading2",
        name: "heading 2",
        font: "楷体_GB2312",
        half_points: 28,
        properties: r#"<w:keepNext/><w:keepLines/><w:spacing w:before="300" w:after="100" w:line="420" w:lineRule="exact"/><w:outlineLvl w:val="1"/>"#,
        look: "<w:b/><w:bCs/>",
    },
    Paragraph {
        id: "ContentsHeading",
        name: "Contents Heading",
        font: "黑体",
        half_points: 28,
        properties: r#"<w:keepNext/><w:spacing w:before="600" w:after="120"/><w:jc w:val="center"/>"#,
        look: "",
    },
    Paragraph {
        id: "TOC1",
        name: "toc 1",
        font: BODY,
        half_points: 24,
        properties: r#"<w:spacing w:before="60" w:line="360" w:lineRule="exact"/>"#,
        look: "",
    },
    Paragraph {
        id: "TOC2",
        name: "toc 2",
        font: BODY,
        half_points: 22,
        properties: r#"<w:spacing w:line="330" w:lineRule="exact"/><w:ind w:left="480"/>"#,
        look: "",
    },
    Paragraph {
        id: "Body",
        name: "Body Text",
        font: BODY,
        half_points: 24,
        properties: r#"<w:spacing w:line="420" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="480"/><w:jc w:val="both"/>"#,
        look: "",
    },
    Paragraph {
        id: "Facts",
        name: "Facts",
        font: BODY,
        half_points: 24,
        properties: r#"<w:spacing w:line="380" w:lineRule="exact"/><w:jc w:val="center"/>"#,
        look: "",
    },
    Paragraph {
        id: "Extent",
        name: "Extent",
        font: TABLE,
        half_points: 18,
        properties: r#"<w:keepNext/><w:spacing w:before="120" w:after="60"/>"#,
        look: "muted",
    },
    Paragraph {
        id: "Cell",
        name: "Cell",
        font: TABLE,
        half_points: 18,
        properties: r#"<w:spacing w:before="10" w:after="10"/>"#,
        look: "",
    },
    Paragraph {
        id: "CellNumber",
        name: "Cell Number",
        font: TABLE,
        half_points: 20,
        properties: r#"<w:spacing w:before="10" w:after="0"/>"#,
        look: "",
    },
    Paragraph {
        id: "CellNote",
        name: "Cell Note",
        font: TABLE,
        half_points: 16,
        properties: r#"<w:spacing w:after="10"/>"#,
        look: "muted",
    },
    Paragraph {
        id: "CellHead",
        name: "Cell Head",
        font: "黑体",
        half_points: 20,
        properties: r#"<w:keepNext/><w:spacing w:before="20" w:after="0"/>"#,
        look: "",
    },
    Paragraph {
        id: "Header",
        name: "header",
        font: TABLE,
        half_points: 18,
        properties: r#"<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="3" w:color="D9D6CF"/></w:pBdr><w:jc w:val="right"/>"#,
        look: "muted",
    },
    Paragraph {
        id: "Footer",
        name: "footer",
        font: TABLE,
        half_points: 18,
        properties: r#"<w:jc w:val="center"/>"#,
        look: "muted",
    },
    Paragraph {
        id: "Break",
        name: "Break",
        font: TABLE,
        half_points: 2,
        properties: r#"<w:spacing w:line="20" w:lineRule="exact"/>"#,
        look: "",
    },
];

pub(super) fn styles(of: Language) -> String {
    let muted = format!(r#"<w:color w:val="{MUTED:06X}"/>"#);
    let fonts = |east: &str| {
        format!(
            r#"<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{east}" w:cs="Times New Roman"/>"#
        )
    };
    let mut out = format!(
        r#"{XML}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{}<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="{}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"#,
        fonts(BODY),
        match of {
            Language::ZhCn => "en-US",
            Language::En => language(of),
        },
    );
    out.push_str(r#"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#);
    out.push_str(r#"<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>"#);
    for style in &PARAGRAPHS {
        let look = if style.look == "muted" {
            muted.as_str()
        } else {
            style.look
        };
        let look = if style.id == "Title" {
            format!(r#"<w:color w:val="{ACCENT:06X}"/>"#)
        } else {
            look.to_owned()
        };
        out.push_str(&format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{properties}</w:pPr><w:rPr>{fonts}{look}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>"#,
            id = style.id,
            name = style.name,
            properties = style.properties,
            fonts = fonts(style.font),
            size = style.half_points,
        ));
    }
    for (id, look) in [
        ("Unit", format!(r#"{muted}<w:sz w:val="16"/><w:szCs w:val="16"/>"#)),
        ("Empty", format!(r#"{muted}<w:sz w:val="16"/><w:szCs w:val="16"/>"#)),
        ("Soft", r#"<w:i/><w:iCs/>"#.to_owned()),
        ("Strong", r#"<w:b/><w:bCs/>"#.to_owned()),
        ("Marked", r#"<w:b/><w:bCs/><w:u w:val="single"/>"#.to_owned()),
        ("Source", r#"<w:color w:val="2F5D8A"/><w:sz w:val="18"/><w:szCs w:val="18"/><w:vertAlign w:val="superscript"/>"#.to_owned()),
    ] {
        out.push_str(&format!(
            r#"<w:style w:type="character" w:customStyle="1" w:styleId="{id}"><w:name w:val="Plan {id}"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{look}</w:rPr></w:style>"#
        ));
    }
    out.push_str(&format!(
        r#"<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:customStyle="1" w:styleId="PlanTable"><w:name w:val="Plan Table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="{RULE:06X}"/><w:bottom w:val="single" w:sz="12" w:space="0" w:color="{RULE:06X}"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="{HAIRLINE:06X}"/></w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="70" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{RULE:06X}"/></w:tcBorders></w:tcPr></w:tblStylePr></w:style></w:styles>"#
    ));
    out
}
