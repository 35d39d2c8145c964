use crate::case::{HARMLESS, matrix, report, report_of};
use plan_model::Filter;
use plan_report::{Format, Language, Report, UnitMode, write};
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
            let mut text = String::new();
            file.read_to_string(&mut text).unwrap();
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
            walk(content);
            assert!(
                name.ends_with(".rels")
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
    assert_eq!(tables, 4, "plans, one type, limits, sources");
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
    const ORDERS: [(&str, &[&str]); 6] = [
        (
            "w:pPr",
            &[
                "w:pStyle",
                "w:keepNext",
                "w:keepLines",
                "w:pBdr",
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
                "w:type",
                "w:pgSz",
                "w:pgMar",
                "w:titlePg",
            ],
        ),
    ];
    let parts = parts(&report(Language::ZhCn, UnitMode::AsWritten));
    for name in [
        "word/document.xml",
        "word/styles.xml",
        "word/header1.xml",
        "word/footer1.xml",
    ] {
        let (elements, _) = walk(&parts[name]);
        let mut place = 0;
        let mut inside = String::new();
        for (parent, element) in elements {
            if parent != inside || ORDERS.iter().any(|(group, _)| *group == element) {
                place = 0;
                inside.clone_from(&parent);
            }
            if let Some((_, order)) = ORDERS.iter().find(|(group, _)| *group == parent) {
                let at = order.iter().position(|known| *known == element);
                let at = at.unwrap_or_else(|| panic!("{element} in {parent} of {name}"));
                assert!(
                    at >= place,
                    "{element} comes too late in {parent} of {name}"
                );
                place = at;
            }
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
    assert!(bookmarks.contains("source8"));
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
    assert!(few["word/styles.xml"].contains("w:eastAsia=\"仿宋_GB2312\""));
    assert!(document.contains("TOC \\o"));
}
