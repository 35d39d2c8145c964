use crate::case::{HARMLESS, matrix, report, report_of};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use dom_query::{Document, Selection};
use plan_model::Filter;
use plan_report::{Format, Language, Report, ReportCell, UnitMode, write};
use sha2::{Digest, Sha256};

fn page(report: &Report) -> Document {
    let bytes = write(report, Format::Html).unwrap();
    Document::from(String::from_utf8(bytes).unwrap())
}

fn chinese() -> Report {
    report(Language::ZhCn, UnitMode::AsWritten)
}

/// The first cell of a table row that holds this place.
fn row_of<'a>(page: &'a Document, id: &str) -> Selection<'a> {
    page.select(&format!("tr:has(#{id})"))
}

#[test]
fn hostile_words_reach_the_page_as_words() {
    let page = page(&chinese());
    assert!(page.select("main").text().contains(HARMLESS));
    assert!(page.select("thead").text().contains(HARMLESS));
    assert!(!page.html().contains('\u{1}'));
    // The only heavier words are those that the writer itself sets so.
    assert!(
        page.select("b")
            .iter()
            .all(|bold| !bold.text().starts_with("'\"研发"))
    );
    for name in ["script", "style"] {
        assert_eq!(
            page.select(name).length(),
            1,
            "one {name}, the writer's own"
        );
    }
}

#[test]
fn nothing_is_loaded_and_only_the_page_s_own_script_may_run() {
    let page = page(&chinese());
    let policy = page.select("meta[http-equiv]").attr("content").unwrap();
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    for name in ["script", "style"] {
        let text = page.select(name).text();
        let hash = BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
        assert!(
            policy.contains(&format!("{name}-src 'sha256-{hash}'")),
            "{name} is not the one that the policy lets run"
        );
    }
    for element in page.select("*").iter() {
        for attribute in element.attrs() {
            let (name, value) = (
                attribute.name.local.to_string(),
                attribute.value.to_string(),
            );
            let leads_out = matches!(name.as_str(), "href" | "src" | "action" | "data")
                && !value.starts_with('#');
            assert!(!leads_out, "{name}={value}");
            assert!(!name.starts_with("on") && name != "style", "{name}={value}");
        }
    }
}

#[test]
fn every_figure_leads_to_its_sentence_and_back() {
    for (language, units) in [
        (Language::ZhCn, UnitMode::AsWritten),
        (Language::En, UnitMode::Harmonised),
    ] {
        let report = report(language, units);
        let page = page(&report);
        let mut figures = 0;
        let rows = report.tables.iter().flat_map(|table| &table.rows);
        for cell in rows
            .flat_map(|row| &row.sub_rows)
            .flat_map(|sub| &sub.cells)
        {
            let ReportCell::Stated { figures: said } = cell else {
                continue;
            };
            for figure in said {
                for source in &figure.sources {
                    figures += 1;
                    let link = page.select(&format!(".comparison a[href='#s{source}']"));
                    assert_eq!(link.length(), 1, "one link to sentence {source}");
                    let shown = link.parent().parent().text();
                    let value = figure.value.map(|value| value.to_string());
                    let wanted = value.or(figure.relative.clone()).unwrap();
                    let digits = shown.replace(',', "");
                    assert!(digits.contains(&wanted), "{wanted} in {shown}");
                    let sentence = &report.sources[*source as usize - 1];
                    let row = row_of(&page, &format!("s{source}"));
                    assert_eq!(
                        row.select("mark").text().to_string(),
                        sentence.quote.trim().replace(['\u{1}', '\u{b}'], "")
                    );
                    let back = row.select("a").attr("href").unwrap();
                    assert_eq!(page.select(&back).length(), 1, "{back} is there");
                }
            }
        }
        assert_eq!(figures, 8, "every mention of the case");
    }
}

#[test]
fn tables_say_what_they_are_and_what_heads_what() {
    let page = page(&report(Language::En, UnitMode::AsWritten));
    assert_eq!(page.select("html").attr("lang").unwrap().to_string(), "en");
    let tables = page.select("table");
    assert_eq!(
        tables.length(),
        11,
        "plans, one type, data of a chart, two topics and tasks without one, instruments, incentives, safeguards, limits, sources"
    );
    for table in tables.iter() {
        assert!(!table.select("caption").text().is_empty());
        let columns = table.select("thead th[scope=col]").length();
        assert_eq!(columns, table.select("thead th").length());
        assert_eq!(columns, table.select("col").length());
        for body in table.select("tbody").iter() {
            let rows = body.select("tr").length();
            let heads = body.select("tr:first-child > th[scope]");
            assert!(!heads.is_empty(), "a row has a head");
            let reach = heads
                .attr("rowspan")
                .map_or(1, |rows| rows.parse().unwrap());
            assert_eq!(reach, rows, "the first head reaches over its group");
            let cells = body.select("th, td").length();
            assert_eq!(cells, columns + (rows - 1) * (columns - 1));
        }
    }
    let quoted = page.select(".quoted");
    assert!(
        quoted
            .iter()
            .all(|line| line.attr("lang").unwrap().to_string() == "zh-CN")
    );
    assert!(!quoted.is_empty());
    // The firms' rows are told apart by what may be compared, for the tools of the page; converted figures compare,
    // so they stand in no other table.
    assert_eq!(page.select("tr[data-verdict=B]").length(), 1);
    assert_eq!(page.select(".comparison tr[data-plans='2']").length(), 2);
}

#[test]
fn many_plans_stay_in_one_table_that_scrolls_in_its_frame() {
    let mut wide = matrix();
    for id in 3..=20 {
        let mut column = wide.plans[0].clone();
        column.plan = plan_model::PlanId(id);
        wide.plans.push(column);
    }
    for sub_row in wide
        .groups
        .iter_mut()
        .flat_map(|group| &mut group.rows)
        .flat_map(|row| &mut row.sub_rows)
    {
        let empty = plan_model::Cell::Empty {
            reason: plan_model::EmptyReason::NotMentioned,
        };
        sub_row.cells.resize(20, empty);
    }
    let page = page(&report_of(
        &wide,
        &Filter::default(),
        Language::ZhCn,
        UnitMode::AsWritten,
    ));
    let table = page.select(".wide table.comparison");
    assert_eq!(table.length(), 1);
    assert_eq!(table.select("thead th").length(), 23);
}
