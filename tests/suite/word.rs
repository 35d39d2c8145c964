//! The Word report taken apart without the library that wrote it: every figure of the comparison stands in its row and
//! column, and its note holds the sentence.

use plan_tests::cli;
use plan_tests::place::files_of;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Read;

/// A part of the document as text.
fn part(zip: &mut zip::ZipArchive<std::fs::File>, name: &str) -> String {
    let mut text = String::new();
    zip.by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// What stands between the tags of each such element; none of those asked for holds another of its name.
fn inside<'x>(xml: &'x str, element: &str) -> Vec<&'x str> {
    let (open, close) = (format!("<w:{element}"), format!("</w:{element}>"));
    let pieces = xml.split(close.as_str());
    let mut found = Vec::new();
    for piece in pieces {
        let starts = piece.match_indices(&open).filter(|(at, _)| {
            let next = piece[at + open.len()..].chars().next();
            matches!(next, Some('>' | ' '))
        });
        if let Some((at, _)) = starts.last() {
            let rest = &piece[at..];
            found.push(&rest[rest.find('>').unwrap() + 1..]);
        }
    }
    found
}

/// Its words, without blanks.
fn words(xml: &str) -> String {
    let text: String = inside(xml, "t").concat();
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
    packed(&text)
}

fn packed(text: &str) -> String {
    text.chars().filter(|ch| !ch.is_whitespace()).collect()
}

/// The ids of the notes marked in it.
fn marks(xml: &str) -> Vec<u32> {
    let after = xml.split("<w:endnoteReference w:id=\"").skip(1);
    after
        .map(|rest| rest.split('"').next().unwrap().parse().unwrap())
        .collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

#[test]
fn every_figure_stands_in_its_cell_and_its_note_holds_the_sentence() {
    for template in ["modern", "official"] {
        let data = tempfile::tempdir().unwrap();
        let out = data.path().join("out");
        let folder = out.display().to_string();
        let call = [
            "report",
            "--format",
            "docx,json",
            "--template",
            template,
            "--out",
            &folder,
        ];
        let answer = cli::call(data.path(), &call);
        assert_eq!(answer.code, Some(0), "{}", answer.err);
        let file = std::fs::File::open(&files_of(&out, "docx")[0]).unwrap();
        let mut zip = zip::ZipArchive::new(file).unwrap();
        let document = part(&mut zip, "word/document.xml");
        let endnotes = part(&mut zip, "word/endnotes.xml");
        let json = std::fs::read(&files_of(&out, "json")[0]).unwrap();
        let report: Value = serde_json::from_slice(&json).unwrap();
        let sentences: BTreeMap<u64, String> = list(&report["sources"])
            .iter()
            .map(|source| {
                let number = source["number"].as_u64().unwrap();
                (number, packed(source["sentence"].as_str().unwrap()))
            })
            .collect();
        // The first two are the lines that Word draws over notes.
        let notes: Vec<String> = inside(&endnotes, "endnote")
            .into_iter()
            .skip(2)
            .map(words)
            .collect();
        assert_eq!(notes.len(), sentences.len());
        let matrix = cli::json(data.path(), &["compare", "--json"]);
        let plans = list(&matrix["plans"]).len();
        let rows: Vec<Vec<&str>> = inside(&document, "tr")
            .into_iter()
            .map(|row| inside(row, "tc"))
            .filter(|cells| cells.len() == plans + 3)
            .filter(|cells| words(cells[0]) != "指标")
            .collect();
        let mut rows = rows.into_iter();
        let (mut figures, mut marked) = (0, 0);
        let groups = list(&matrix["groups"]).iter();
        for row in groups.flat_map(|group| list(&group["rows"])) {
            for (at, sub_row) in list(&row["sub_rows"]).iter().enumerate() {
                let cells = rows.next().expect("a row for each line of the comparison");
                if at == 0 {
                    let name = packed(row["indicator"].as_str().unwrap());
                    assert_eq!(words(cells[0]), name);
                }
                for (cell, told) in list(&sub_row["cells"]).iter().zip(&cells[2..]) {
                    let statements = cell["statements"].as_array().cloned().unwrap_or_default();
                    for statement in &statements {
                        figures += 1;
                        let text = words(told).replace(',', "");
                        if statement["relative_to"].is_string() {
                            let benchmark = packed(statement["relative_to"].as_str().unwrap());
                            assert!(text.contains(&benchmark), "{benchmark} in {text}");
                        } else {
                            let value = statement["value"].as_number().unwrap().to_string();
                            let unit = packed(statement["unit"].as_str().unwrap_or_default());
                            let upper = statement["value_max"].as_number();
                            let upper = upper.map(|upper| format!("–{upper}")).unwrap_or_default();
                            let wanted = format!("{value}{upper}{unit}");
                            assert!(text.contains(&wanted), "{wanted} in {text}");
                        }
                    }
                    let mentions: usize = statements
                        .iter()
                        .map(|statement| list(&statement["mentions"]).len())
                        .sum();
                    let ids = marks(told);
                    assert_eq!(ids.len(), mentions, "a note for each mention");
                    marked += mentions;
                    for id in ids {
                        let note = &notes[id as usize - 1];
                        let plan = packed(cell["plan"].as_str().unwrap());
                        assert!(note.starts_with(&plan), "{plan} says it: {note}");
                        let sentence = &sentences[&u64::from(id)];
                        assert!(note.contains(sentence), "{sentence} in {note}");
                    }
                }
            }
        }
        assert!(rows.next().is_none(), "no row beyond the comparison");
        assert_eq!(marked, sentences.len());
        assert!(figures > 80, "{figures} figures");
        assert_eq!(marks(&document).len(), marked, "each note is marked once");
        // Charts are pictures of at least twice their size, with words for those who do not see them.
        let charts = list(&report["charts"]).len();
        assert!(charts > 0);
        assert_eq!(document.matches("<w:drawing>").count(), charts);
        assert_eq!(document.matches("descr=\"\"").count(), 0);
        for at in 1..=charts {
            let mut bytes = Vec::new();
            let mut picture = zip.by_name(&format!("word/media/chart{at}.png")).unwrap();
            picture.read_to_end(&mut bytes).unwrap();
            let wide = u32::from_be_bytes(bytes[16..20].try_into().unwrap());
            let drawn = report["charts"][at - 1]["width"].as_u64().unwrap();
            assert!(u64::from(wide) >= 2 * drawn, "{wide} for {drawn}");
        }
    }
}
