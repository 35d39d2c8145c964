//! Reports on pages, read by libraries that did not write them: every figure of the comparison stands there with its
//! sign and unit, and its source number leads to the sentence.

use plan_tests::cli;
use plan_tests::paper::Paper;
use plan_tests::place::files_of;
use plan_tests::sheet::{Sheet, Told, of_html, packed};
use serde_json::Value;

/// The comparison of the five plans, the report's own data, and the files asked for.
struct Printed {
    data: tempfile::TempDir,
    matrix: Value,
    report: Value,
}

fn printed(arguments: &[&str]) -> Printed {
    let data = tempfile::tempdir().unwrap();
    let out = data.path().join("out").display().to_string();
    let mut call = vec!["report", "--out", &out];
    call.extend(arguments);
    let answer = cli::call(data.path(), &call);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    let json = std::fs::read(&files_of(&data.path().join("out"), "json")[0]).unwrap();
    Printed {
        matrix: cli::json(data.path(), &["compare", "--json"]),
        report: serde_json::from_slice(&json).unwrap(),
        data,
    }
}

impl Printed {
    fn file(&self, extension: &str) -> Vec<u8> {
        std::fs::read(&files_of(&self.data.path().join("out"), extension)[0]).unwrap()
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// The number as it is read: thousands apart, the sign before it, the unit behind it.
fn worded(statement: &Value) -> String {
    let sign = match statement["op"].as_str().unwrap() {
        ">=" => "≥",
        "<=" => "≤",
        "~" => "≈",
        "=" => "",
        other => other,
    };
    let number = |key: &str| -> Option<String> {
        let digits = statement[key].as_number()?.to_string();
        let (whole, rest) = digits
            .split_once('.')
            .map_or((&*digits, String::new()), |(whole, rest)| {
                (whole, format!(".{rest}"))
            });
        let mut grouped = String::new();
        for (at, digit) in whole.chars().enumerate() {
            // A number of four digits is read at a glance.
            if at > 0 && whole.len() > 4 && (whole.len() - at).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        Some(grouped + &rest)
    };
    let mut text = format!("{sign}{}", number("value").unwrap());
    if let Some(upper) = number("value_max") {
        text += &format!("–{upper}");
    }
    packed(&(text + statement["unit"].as_str().unwrap_or_default()))
}

/// Holds every cell of the comparison against the matrix, and every link against the sentences.
fn check(printed: &Printed, sheets: &[Sheet]) {
    let plans = list(&printed.matrix["plans"]);
    let is_comparison = |sheet: &&Sheet| sheet.heads.len() == plans.len() + 3;
    let mut rows = sheets
        .iter()
        .filter(is_comparison)
        .flat_map(|sheet| &sheet.rows);
    let (mut figures, mut links) = (0, 0);
    let groups = list(&printed.matrix["groups"]).iter();
    for row in groups.flat_map(|group| list(&group["rows"])) {
        for (at, sub_row) in list(&row["sub_rows"]).iter().enumerate() {
            let cells = rows.next().expect("a row for each line of the comparison");
            let name = usize::from(at == 0);
            assert_eq!(cells.len(), plans.len() + 2 + name);
            if at == 0 {
                assert_eq!(cells[0].text(), packed(row["indicator"].as_str().unwrap()));
            }
            for (cell, told) in list(&sub_row["cells"]).iter().zip(&cells[1 + name..]) {
                if cell["kind"] == "empty" {
                    assert!(told.links.is_empty() && !told.text().is_empty(), "{told:?}");
                    continue;
                }
                let statements = list(&cell["statements"]);
                for statement in statements {
                    figures += 1;
                    if statement["value"].is_null() || statement["relative_to"].is_string() {
                        let benchmark = packed(statement["relative_to"].as_str().unwrap());
                        assert!(told.text().contains(&benchmark), "{benchmark} in {told:?}");
                    } else {
                        let wanted = worded(statement);
                        assert!(told.lines.contains(&wanted), "{wanted} in {told:?}");
                    }
                }
                let mentions = statements
                    .iter()
                    .map(|said| list(&said["mentions"]).len())
                    .sum::<usize>();
                assert_eq!(
                    told.links.len(),
                    mentions,
                    "a link for each mention: {told:?}"
                );
                links += mentions;
                for (number, leads) in &told.links {
                    let (table, at) = leads.unwrap_or_else(|| panic!("{number} leads nowhere"));
                    sentence(
                        printed,
                        number,
                        &sheets[table].rows[at],
                        &cell["plan"],
                        &row["indicator"],
                    );
                }
            }
        }
    }
    assert_eq!(
        rows.next().map(Vec::len),
        None,
        "no row beyond the comparison"
    );
    assert!(
        figures > 80 && links > 80,
        "{figures} figures, {links} links"
    );
}

/// The row that a figure's link leads to: it bears the number, says whose target it is, holds the sentence, and leads
/// back to a row of the comparison that names the number.
fn sentence(printed: &Printed, number: &str, row: &[Told], plan: &Value, indicator: &Value) {
    let source = &list(&printed.report["sources"])[number.parse::<usize>().unwrap() - 1];
    assert_eq!(row[0].links[0].0, number);
    assert!(row[0].links[0].1.is_some(), "{number} leads back");
    assert_eq!((&source["region"], &source["indicator"]), (plan, indicator));
    assert_eq!(row[1].lines[0], packed(plan.as_str().unwrap()));
    assert_eq!(row[1].lines[1], packed(indicator.as_str().unwrap()));
    let wanted = packed(source["sentence"].as_str().unwrap());
    assert!(
        row[2].text().starts_with(&wanted),
        "{wanted} in {:?}",
        row[2]
    );
    assert!(wanted.contains(&packed(source["quote"].as_str().unwrap())));
}

#[test]
fn the_page_holds_every_figure_and_leads_to_its_sentence() {
    let printed = printed(&["--format", "html,json"]);
    let page = String::from_utf8(printed.file("html")).unwrap();
    check(&printed, &of_html(&page));
}

#[test]
fn the_pdf_holds_every_figure_and_leads_to_its_sentence() {
    for template in ["modern", "official"] {
        let printed = printed(&["--format", "pdf,json", "--template", template]);
        let paper = Paper::read(&printed.file("pdf"));
        check(&printed, &paper.sheets);
        assert!(paper.fonts.len() > 1, "{:?}", paper.fonts);
        assert!(
            paper.fonts.values().all(|inside| *inside),
            "{:?}",
            paper.fonts
        );
        let types = list(&printed.matrix["groups"]).iter();
        for title in types.map(|group| group["type"].as_str().unwrap()) {
            assert!(paper.bookmarks.contains(&(1, title.to_owned())), "{title}");
        }
        let chapters = list(&printed.report["chapters"]).iter();
        for heading in chapters.map(|head| head["heading"].as_str().unwrap()) {
            let marked = |(depth, title): &(usize, String)| *depth == 0 && title.ends_with(heading);
            assert!(
                paper.bookmarks.iter().any(marked),
                "{heading} in {:?}",
                paper.bookmarks
            );
        }
    }
}

// Where fonts lie is told by a file on Linux only.
#[cfg(target_os = "linux")]
#[test]
fn a_system_without_a_chinese_font_is_told_what_to_do_and_nothing_is_written() {
    let data = tempfile::tempdir().unwrap();
    let out = data.path().join("out");
    let bare = data.path().join("fonts.conf");
    std::fs::write(
        &bare,
        "<?xml version=\"1.0\"?><fontconfig><dir>/nowhere</dir></fontconfig>",
    )
    .unwrap();
    let answer = cli::command(data.path())
        .args([
            "report",
            "--format",
            "pdf",
            "--out",
            &out.display().to_string(),
        ])
        .env("FONTCONFIG_FILE", &bare)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&answer.stderr);
    assert_eq!(answer.status.code(), Some(2), "{said}");
    assert!(said.contains("Install a Chinese font"), "{said}");
    assert!(!out.exists() || files_of(&out, "pdf").is_empty());
}
