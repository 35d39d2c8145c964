//! The parts around the text: types, relations, properties, settings, fonts, header and footer.

use super::charts;
use super::look::Look;
use super::xml::{escape, field, paragraph, plain, run};
use crate::model::Report;
use crate::words::Words;
use plan_words::Language;

/// Opening of every part.
pub(super) const XML: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
/// Names of the namespaces used.
pub(super) const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture""#;

pub(super) const CONTENT_TYPES: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#,
    r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
    r#"<Default Extension="xml" ContentType="application/xml"/>"#,
    r#"<Default Extension="png" ContentType="image/png"/>"#,
    r#"<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>"#,
    r#"<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>"#,
    r#"<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>"#,
    r#"<Override PartName="/word/fontTable.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"/>"#,
    r#"<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>"#,
    r#"<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>"#,
    r#"<Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>"#,
    r#"<Override PartName="/word/endnotes.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.endnotes+xml"/>"#,
    r#"<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/>"#,
    r#"<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>"#,
    r#"<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>"#,
    "</Types>"
);

pub(super) const PACKAGE_RELATIONS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#,
    r#"<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>"#,
    r#"<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>"#,
    r#"<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>"#,
    "</Relationships>"
);

/// What the main part refers to: the other parts, and a picture for each chart.
pub(super) fn relations(report: &Report) -> String {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let parts = [
        ("rId1", "styles", "styles.xml".to_owned()),
        ("rId2", "settings", "settings.xml".to_owned()),
        ("rId3", "fontTable", "fontTable.xml".to_owned()),
        ("rId4", "header", "header1.xml".to_owned()),
        ("rId5", "footer", "footer1.xml".to_owned()),
        ("rId6", "footer", "footer2.xml".to_owned()),
        ("rId7", "endnotes", "endnotes.xml".to_owned()),
        ("rId8", "numbering", "numbering.xml".to_owned()),
    ]
    .map(|(id, kind, target)| (id.to_owned(), kind, target));
    let pictures = (0..report.charts.len()).map(|at| (charts::relation(at), "image", picture(at)));
    let all: String = parts
        .into_iter()
        .chain(pictures)
        .map(|(id, kind, target)| {
            format!(r#"<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>"#)
        })
        .collect();
    format!(
        r#"{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>"#
    )
}

/// The part of a chart's picture, seen from the main part.
pub(super) fn picture(at: usize) -> String {
    format!("media/chart{}.png", at + 1)
}

pub(super) const APP: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>PlanLens</Application></Properties>"#
);

/// The fonts of Chinese official documents, each with the one that stands in where it is not installed.
pub(super) const FONTS: &str = concat!(
    r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
    r#"<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
    r#"<w:font w:name="方正小标宋简体"><w:altName w:val="华文中宋"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>"#,
    r#"<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>"#,
    r#"<w:font w:name="楷体_GB2312"><w:altName w:val="楷体"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>"#,
    r#"<w:font w:name="黑体"><w:altName w:val="SimHei"/><w:charset w:val="86"/><w:family w:val="modern"/></w:font>"#,
    r#"<w:font w:name="宋体"><w:altName w:val="SimSun"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>"#,
    r#"<w:font w:name="微软雅黑"><w:altName w:val="Microsoft YaHei"/><w:charset w:val="86"/><w:family w:val="swiss"/></w:font>"#,
    r#"<w:font w:name="Arial"><w:charset w:val="00"/><w:family w:val="swiss"/></w:font>"#,
    r#"<w:font w:name="Times New Roman"><w:charset w:val="00"/><w:family w:val="roman"/></w:font>"#,
    "</w:fonts>"
);

pub(super) fn core(report: &Report) -> String {
    // A date that is not one would make the part invalid, so it is left out.
    let plausible = report.date.len() == 10
        && report
            .date
            .chars()
            .all(|ch| ch.is_ascii_digit() || ch == '-');
    let date = if plausible {
        let date = &report.date;
        format!(
            r#"<dcterms:created xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:modified>"#
        )
    } else {
        String::new()
    };
    let language = language(report.language);
    format!(
        r#"{XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:language>{language}</dc:language>{date}</cp:coreProperties>"#,
        escape(&report.title),
        escape(&report.subtitle)
    )
}

pub(super) fn language(language: Language) -> &'static str {
    match language {
        Language::ZhCn => "zh-CN",
        Language::En => "en-GB",
    }
}

/// Word fills in the page numbers of the contents when it opens the document, and asks before it does.
pub(super) fn settings(look: Look) -> String {
    let latin = latin_language(look.language);
    let even = if look.is_official() {
        "<w:evenAndOddHeaders/>"
    } else {
        ""
    };
    format!(
        r#"{XML}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>{even}<w:characterSpacingControl w:val="compressPunctuation"/><w:updateFields w:val="true"/><w:endnotePr><w:pos w:val="docEnd"/><w:numFmt w:val="decimal"/><w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="{latin}" w:eastAsia="zh-CN"/></w:settings>"#
    )
}

/// The language of words in Latin letters.
pub(super) fn latin_language(of: Language) -> &'static str {
    match of {
        Language::ZhCn => "en-US",
        Language::En => "en-GB",
    }
}

/// The title on every page but the first.
pub(super) fn header(report: &Report) -> String {
    format!(
        "{XML}<w:hdr {NAMESPACES}>{}</w:hdr>",
        plain("Header", &report.title)
    )
}

/// Page number and number of pages; in official documents the page number between dashes, at the outer edge.
pub(super) fn footer(look: Look, words: &Words, style: &str) -> String {
    let [before, between, after] = words.page;
    let runs = if look.is_official() {
        [
            run("", "\u{2014} "),
            field("", "PAGE", "1"),
            run("", " \u{2014}"),
        ]
        .concat()
    } else {
        [
            run("", before),
            field("", "PAGE", "1"),
            run("", between),
            field("", "NUMPAGES", "1"),
            run("", after),
        ]
        .concat()
    };
    format!(
        "{XML}<w:ftr {NAMESPACES}>{}</w:ftr>",
        paragraph(style, &runs)
    )
}
