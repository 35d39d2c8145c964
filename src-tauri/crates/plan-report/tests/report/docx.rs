use crate::case::{HARMLESS, matrix, report, report_of};
use plan_model::Filter;
use plan_report::{Chapter, Format, Language, Piece, Report, Template, UnitMode, write};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

fn parts(report: &Report) -> BTreeMap<String, String> {
    let bytes = write(report, Format::Docx).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            let text = String::from_utf8_lossy(&bytes).into_owned();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// Walks the part; panics when it is not well-formed. Answers its elements with parents, and its text.
fn walk(part: &str) -> (Vec<(String, String)>, String) {
    let mut reader = Reader::from_str(part);
    reader.config_mut().check_end_names = true;
    let (mut elements, mut text, mut open) = (Vec::new(), String::new(), vec![String::new()]);
    let name = |word: &str| word.to_owned();
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(start) => {
                start
                    .attributes()
                    .for_each(|attribute| drop(attribute.expect("a sound attribute")));
                elements.push((open.last().unwrap().clone(), name(start.name().as_ref())));
                open.push(name(start.name().as_ref()));
            }
            Event::Empty(start) => {
                start
                    .attributes()
                    .for_each(|attribute| drop(attribute.expect("a sound attribute")));
                elements.push((open.last().unwrap().clone(), name(start.name().as_ref())));
            }
            Event::End(_) => drop(open.pop()),
            Event::Text(found) => text.push_str(&found),
            Event::GeneralRef(found) => text.push(match &*found {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                "apos" => '\'',
                other => panic!("unknown entity {other}"),
            }),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open.len(), 1, "every element is closed");
    (elements, text)
}

#[test]
fn every_part_is_well_formed_and_declared() {
    for language in [Language::ZhCn, Language::En] {
        let parts = parts(&report(language, UnitMode::Harmonised));
        let types = &parts["[Content_Types].xml"];
        for (name, content) in &parts {
            if !name.ends_with(".png") {
                walk(content);
            }
            assert!(
                name.ends_with(".rels")
                    || name.ends_with(".png")
                    || name.starts_with('[')
                    || types.contains(&format!("/{name}\"")),
                "{name} has a type"
            );
        }
        for target in [
            "styles.xml",
            "settings.xml",
            "fontTable.xml",
            "header1.xml",
            "footer1.xml",
            "footer2.xml",
            "endnotes.xml",
            "numbering.xml",
            "media/chart1.png",
        ] {
            assert!(
                parts["word/_rels/document.xml.rels"].contains(target)
                    && parts.contains_key(&format!("word/{target}"))
            );
        }
    }
}

#[test]
fn hostile_words_reach_the_page_as_words() {
    let parts = parts(&report(Language::ZhCn, UnitMode::AsWritten));
    let (_, text) = walk(&parts["word/document.xml"]);
    assert!(text.contains(HARMLESS), "the text is whole");
    assert!(!text.contains('\u{1}') && !text.contains('\u{b}'));
}

#[test]
fn tables_repeat_their_heads_and_keep_rows_whole() {
    let parts = parts(&report(Language::ZhCn, UnitMode::AsWritten));
    let (elements, _) = walk(&parts["word/document.xml"]);
    let count = |parent: &str, name: &str| {
        elements
            .iter()
            .filter(|(p, n)| p == parent && n == name)
            .count()
    };
    let tables = count("w:body", "w:tbl");
    assert_eq!(
        tables, 9,
        "plans, one type, two topics and tasks without one, instruments, incentives, safeguards, limits"
    );
    assert_eq!(count("w:trPr", "w:tblHeader"), tables);
    assert!(count("w:trPr", "w:cantSplit") > tables);
    assert_eq!(count("w:tc", "w:p").min(1), 1);
    let cells = count("w:tr", "w:tc");
    assert!(
        count("w:tc", "w:p") >= cells,
        "every cell holds a paragraph"
    );
}

/// Word reads properties in one order only and calls a document damaged when they come in another.
#[test]
fn properties_come_in_the_order_of_the_schema() {
    const ORDERS: [(&str, &[&str]); 15] = [
        (
            "w:pPr",
            &[
                "w:pStyle",
                "w:keepNext",
                "w:keepLines",
                "w:pageBreakBefore",
                "w:numPr",
                "w:pBdr",
                "w:tabs",
                "w:spacing",
                "w:ind",
                "w:jc",
                "w:outlineLvl",
                "w:rPr",
                "w:sectPr",
            ],
        ),
        (
            "w:rPr",
            &[
                "w:rStyle",
                "w:rFonts",
                "w:b",
                "w:bCs",
                "w:i",
                "w:iCs",
                "w:color",
                "w:sz",
                "w:szCs",
                "w:u",
                "w:vertAlign",
                "w:lang",
            ],
        ),
        (
            "w:tcPr",
            &["w:tcW", "w:gridSpan", "w:vMerge", "w:tcBorders", "w:shd"],
        ),
        ("w:trPr", &["w:cantSplit", "w:tblHeader"]),
        (
            "w:tblPr",
            &[
                "w:tblStyle",
                "w:tblW",
                "w:jc",
                "w:tblInd",
                "w:tblBorders",
                "w:tblLayout",
                "w:tblCellMar",
                "w:tblLook",
            ],
        ),
        (
            "w:sectPr",
            &[
                "w:headerReference",
                "w:footerReference",
                "w:endnotePr",
                "w:type",
                "w:pgSz",
                "w:pgMar",
                "w:titlePg",
                "w:docGrid",
            ],
        ),
        (
            "w:settings",
            &[
                "w:zoom",
                "w:defaultTabStop",
                "w:evenAndOddHeaders",
                "w:characterSpacingControl",
                "w:updateFields",
                "w:endnotePr",
                "w:compat",
                "w:themeFontLang",
            ],
        ),
        ("w:endnotePr", &["w:pos", "w:numFmt", "w:endnote"]),
        (
            "w:lvl",
            &[
                "w:start",
                "w:numFmt",
                "w:pStyle",
                "w:suff",
                "w:lvlText",
                "w:lvlJc",
                "w:pPr",
            ],
        ),
        ("w:abstractNum", &["w:multiLevelType", "w:lvl"]),
        (
            "wp:inline",
            &["wp:extent", "wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"],
        ),
        ("pic:pic", &["pic:nvPicPr", "pic:blipFill", "pic:spPr"]),
        ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
        ("w:tc", &["w:tcPr", "w:p"]),
        (
            "w:style",
            &[
                "w:name",
                "w:basedOn",
                "w:qFormat",
                "w:pPr",
                "w:rPr",
                "w:tblPr",
                "w:tblStylePr",
            ],
        ),
    ];
    for (template, language) in [
        (Template::Modern, Language::ZhCn),
        (Template::Official, Language::ZhCn),
        (Template::Official, Language::En),
    ] {
        let mut report = report(language, UnitMode::AsWritten);
        report.template = template;
        let parts = parts(&report);
        for name in [
            "word/document.xml",
            "word/endnotes.xml",
            "word/numbering.xml",
            "word/settings.xml",
            "word/styles.xml",
            "word/header1.xml",
            "word/footer1.xml",
        ] {
            in_order(&parts[name], name, &ORDERS);
        }
    }
}

/// Checks the children of every single element that has an order.
fn in_order(part: &str, name: &str, orders: &[(&str, &[&str])]) {
    let mut reader = Reader::from_str(part);
    let mut open: Vec<(String, usize)> = vec![(String::new(), 0)];
    loop {
        let event = reader.read_event().expect("well-formed");
        match &event {
            Event::Start(start) | Event::Empty(start) => {
                let element = start.name().as_ref().to_owned();
                let (parent, place) = open.last_mut().unwrap();
                if let Some((_, order)) = orders.iter().find(|(group, _)| group == parent) {
                    let at = order.iter().position(|known| *known == element);
                    let at = at.unwrap_or_else(|| panic!("{element} in {parent} of {name}"));
                    assert!(
                        at >= *place,
                        "{element} comes too late in {parent} of {name}"
                    );
                    *place = at;
                }
                if matches!(event, Event::Start(_)) {
                    open.push((element, 0));
                }
            }
            Event::End(_) => drop(open.pop()),
            Event::Eof => break,
            _ => {}
        }
    }
}

#[test]
fn every_link_has_its_bookmark_and_every_bookmark_its_own_number() {
    let parts = parts(&report(Language::ZhCn, UnitMode::AsWritten));
    let document = &parts["word/document.xml"];
    let values = |before: &str| -> Vec<&str> {
        document
            .split(before)
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect()
    };
    let names: BTreeSet<&str> = values("<w:bookmarkStart w:id=\"").into_iter().collect();
    assert_eq!(
        names.len(),
        values("<w:bookmarkStart w:id=\"").len(),
        "numbers are unique"
    );
    let bookmarks: BTreeSet<&str> = values(" w:name=\"").into_iter().collect();
    for anchor in values("w:anchor=\"") {
        assert!(bookmarks.contains(anchor), "{anchor}");
    }
    for reference in values("NOTEREF ") {
        let bookmark = reference.split_whitespace().next().unwrap();
        assert!(bookmarks.contains(bookmark), "{bookmark}");
    }
    assert!(
        document.contains("NOTEREF source1 "),
        "the limits refer to the notes of the tables"
    );
}

#[test]
fn notes_are_counted_in_the_order_of_their_marks_and_each_holds_its_sentence() {
    let report = report(Language::ZhCn, UnitMode::AsWritten);
    let parts = parts(&report);
    let ids = |part: &str, before: &str| -> Vec<u32> {
        let after = part.split(before).skip(1);
        after
            .filter_map(|rest| rest.split('"').next()?.parse().ok())
            .collect()
    };
    let marks = ids(&parts["word/document.xml"], "<w:endnoteReference w:id=\"");
    let notes = ids(&parts["word/endnotes.xml"], "<w:endnote w:id=\"");
    let expected: Vec<u32> = (1..=8).collect();
    assert_eq!((marks, notes), (expected.clone(), expected));
    let bodies: Vec<&str> = parts["word/endnotes.xml"]
        .split("<w:endnote w:id=")
        .skip(1)
        .collect();
    for (source, body) in report.sources.iter().zip(bodies) {
        let body = body.trim_end_matches("</w:endnotes>");
        let (_, text) = walk(&format!("<w:endnote w:id={body}"));
        let sentence: String = source
            .sentence
            .chars()
            .filter(|ch| !ch.is_control())
            .collect();
        assert!(text.contains(&sentence), "{sentence} in {text}");
    }
}

#[test]
fn chapters_that_nobody_chose_are_left_out() {
    let mut report = report(Language::ZhCn, UnitMode::AsWritten);
    let whole = parts(&report);
    let (_, text) = walk(&whole["word/document.xml"]);
    for head in &report.chapters {
        assert!(text.contains(&head.heading), "{}", head.heading);
    }
    report
        .chapters
        .retain(|head| matches!(head.chapter, Chapter::Summary | Chapter::Sources));
    let few = parts(&report);
    let (elements, text) = walk(&few["word/document.xml"]);
    assert!(!elements.iter().any(|(_, name)| name == "w:tbl"));
    assert!(text.starts_with("摘要"), "{text}");
    // Without the tables the summary itself bears the notes of its figures.
    let cited = report.summary.iter().flat_map(|part| &part.sentences);
    let cited: usize = cited
        .flat_map(|sentence| &sentence.pieces)
        .map(|piece| match piece {
            Piece::Sources { numbers } => numbers.len(),
            Piece::Words { .. } => 0,
        })
        .sum();
    let marks = elements
        .iter()
        .filter(|(_, name)| name == "w:endnoteReference")
        .count();
    assert_eq!(marks, cited);
    report
        .chapters
        .retain(|head| head.chapter != Chapter::Sources);
    let bare = parts(&report);
    assert!(!bare["word/document.xml"].contains("endnoteReference"));
}

#[test]
fn many_plans_lie_across_and_a_heading_style_is_real() {
    let few = parts(&report(Language::ZhCn, UnitMode::AsWritten));
    assert!(!few["word/document.xml"].contains("landscape"));
    let mut wide = matrix();
    for id in 3..=20 {
        let mut column = wide.plans[0].clone();
        column.plan = plan_model::PlanId(id);
        wide.plans.push(column);
    }
    for group in &mut wide.groups {
        group.plan_targets.resize(20, 0);
        for sub_row in group.rows.iter_mut().flat_map(|row| &mut row.sub_rows) {
            let empty = plan_model::Cell::Empty {
                reason: plan_model::EmptyReason::NotMentioned,
            };
            sub_row.cells.resize(20, empty);
        }
    }
    let many = parts(&report_of(
        &wide,
        &Filter::default(),
        Language::ZhCn,
        UnitMode::AsWritten,
    ));
    let document = &many["word/document.xml"];
    assert!(document.contains("landscape"));
    let (_, text) = walk(document);
    // Twenty plans make three tables; the second holds plans that state nothing, and says so.
    assert!(
        text.contains("(1/3；只列这些方案提出的指标)") && text.contains("：未提及"),
        "{text}"
    );
    assert!(few["word/styles.xml"].contains(r#"<w:name w:val="heading 1"/>"#));
    let mut official = report(Language::ZhCn, UnitMode::AsWritten);
    official.template = Template::Official;
    let official = parts(&official);
    assert!(official["word/styles.xml"].contains("w:eastAsia=\"仿宋_GB2312\""));
    assert!(official["word/numbering.xml"].contains("chineseCountingThousand"));
    assert!(document.contains("TOC \\o"));
}
