//! What the commands print, and how they end.

use crate::program::{Place, seeds};
use std::fs;

#[test]
fn extract_writes_a_file_per_document_and_the_same_bytes_every_time() {
    let place = Place::new();
    let files = seeds();
    let mut args = vec!["extract", "--out"];
    let (one, two) = (
        place.path("one").display().to_string(),
        place.path("two").display().to_string(),
    );
    args.push(&one);
    args.extend(files.iter().map(String::as_str));
    assert!(place.run(&args).status.success());
    args[2] = &two;
    assert!(place.run(&args).status.success());
    let names = |folder: &str| -> Vec<_> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        names.sort();
        names
    };
    assert_eq!(names(&one).len(), files.len());
    for name in names(&one) {
        let [first, second] =
            [&one, &two].map(|folder| fs::read(std::path::Path::new(folder).join(&name)).unwrap());
        assert!(
            first == second,
            "{} differs from run to run",
            name.display()
        );
    }
    assert!(
        !place.path("library.planlens").exists(),
        "extract needs no library"
    );
}

#[test]
fn every_quotation_of_extract_stands_in_its_text_at_its_code_points() {
    let place = Place::new();
    let mut quotations = 0;
    for file in seeds() {
        let text: Vec<char> = fs::read_to_string(&file).unwrap().chars().collect();
        let document = place.json(&["extract", &file]);
        for (list, start, end, quote) in [
            ("targets", "start", "end", "quote"),
            ("targets", "value_start", "value_end", "value_quote"),
            ("other_numbers", "start", "end", "quote"),
        ] {
            for item in document[list].as_array().unwrap() {
                let Some(words) = item[quote].as_str() else {
                    continue;
                };
                let at = |key: &str| usize::try_from(item[key].as_u64().unwrap()).unwrap();
                assert_eq!(text[at(start)..at(end)].iter().collect::<String>(), words);
                quotations += 1;
            }
        }
    }
    assert!(quotations > 0);
}

#[test]
fn compare_as_json_names_the_plan_of_every_cell() {
    let place = Place::new();
    let matrix = place.json(&["compare", "--type", "知识产权", "--json"]);
    let rows = matrix["groups"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|group| group["rows"].as_array().unwrap());
    let row = rows
        .into_iter()
        .find(|row| row["indicator"] == "每万人发明专利拥有量")
        .unwrap();
    let sub_rows = row["sub_rows"].as_array().unwrap();
    assert_eq!(sub_rows.len(), 1);
    assert_eq!(
        (&sub_rows[0]["measure"], &sub_rows[0]["verdict"]),
        (&"ratio".into(), &"C".into())
    );
    let year = sub_rows[0]["reasons"]
        .as_array()
        .unwrap()
        .iter()
        .find(|reason| reason["kind"] == "year_differs");
    assert_eq!(
        year.unwrap()["years"],
        serde_json::json!([2018, 2022, 2024])
    );
    let cells: Vec<_> = sub_rows[0]["cells"].as_array().unwrap().iter().collect();
    let said = |region: &str| cells.iter().find(|cell| cell["plan"] == region).unwrap();
    for (region, value) in [("芜湖市", 58), ("无为市", 20), ("南通市", 18)] {
        assert_eq!(said(region)["statements"][0]["value"], value, "{region}");
    }
    for silent in cells.iter().filter(|cell| cell["kind"] == "empty") {
        assert_eq!(silent["reason"], "not_mentioned");
    }
    assert_eq!(cells.len(), 5);
}

#[test]
fn compare_on_the_terminal_says_why_a_cell_is_empty_and_what_the_verdict_rests_on() {
    let place = Place::new();
    let output = place.run(&["compare", "--type", "知识产权"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let line = text
        .lines()
        .find(|line| line.starts_with("每万人发明专利拥有量"))
        .unwrap();
    for words in [
        "58件/万人",
        "– not mentioned",
        "C conditional: years 2018, 2022, 2024",
    ] {
        assert!(line.contains(words), "{words} is missing in {line}");
    }
    assert!(!text.contains("研发投入"), "another type was asked for");
}

#[test]
fn report_writes_every_format_asked_for() {
    let place = Place::new();
    let out = place.path("out").display().to_string();
    let written = place.json(&[
        "report",
        "--format",
        "xlsx,docx,pdf,html,csv,json",
        "--out",
        &out,
        "--json",
    ]);
    let files: Vec<&str> = written["files"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file.as_str().unwrap())
        .collect();
    assert_eq!(files.len(), 6);
    assert!(
        files
            .iter()
            .all(|file| fs::metadata(file).unwrap().len() > 0)
    );
}

#[test]
fn chart_writes_the_format_that_the_file_s_name_ends_in() {
    let place = Place::new();
    for (ending, begins) in [("svg", "<svg"), ("csv", "\u{feff}方案")] {
        let path = place.path(&format!("chart.{ending}")).display().to_string();
        let output = place.run(&["chart", "--kind", "heat", "--out", &path]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with(begins), "{text}");
        assert!(text.contains("亳州高新区"));
    }
    let said = place.json(&["chart", "--indicator", "每万人发明专利拥有量"]);
    assert_eq!(
        said["spec"]["body"]["panels"][0]["marks"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
    let path = place.path("chart.jpg").display().to_string();
    let output = place.run(&["chart", "--out", &path]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!place.path("chart.jpg").exists());
}

#[test]
fn exit_codes_tell_refusal_from_failure() {
    let place = Place::new();
    let good = place.file(
        "plan.txt",
        "某市科技计划\n一、目标\n到2026年，高新技术企业达到88家。\n",
    );
    let empty = place.file("empty.txt", "");
    let foreign = place.file("foreign.planlens", "this is no database ".repeat(99));
    let check = |args: &[&str], code: i32, says: &[&str]| {
        let output = place.run(args);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{args:?}: {errors}");
        for words in says {
            assert!(
                errors.contains(words),
                "{args:?} does not say {words:?}: {errors}"
            );
        }
    };
    check(&["import", &good], 0, &[]);
    check(
        &["import", &good, &empty],
        1,
        &["empty.txt", "safe:", "next:"],
    );
    check(&["extract", &empty], 1, &["empty.txt", "safe:", "next:"]);
    check(
        &["list", "--library", &foreign],
        2,
        &["foreign.planlens", "safe:", "next:"],
    );
    check(&["compare", "--measure", "stock"], 2, &["level, increment"]);
    check(
        &["report", "--format", "csv", "--out", &good],
        2,
        &["could not be written", "safe:"],
    );
    check(&["check"], 0, &[]);
}

#[test]
fn two_files_of_one_name_do_not_overwrite_each_other() {
    let place = Place::new();
    fs::create_dir(place.path("a")).unwrap();
    let (one, two) = (
        place.file("plan.txt", "甲市科技计划\n"),
        place.file("a/plan.txt", "乙市科技计划\n"),
    );
    let out = place.path("out").display().to_string();
    let output = place.run(&["extract", "--out", &out, &one, &two]);
    assert_eq!(output.status.code(), Some(1));
    let kept = fs::read_to_string(place.path("out").join("plan.json")).unwrap();
    assert!(kept.contains("甲市") && !kept.contains("乙市"));
}

#[test]
fn audit_counts_every_numeral_and_ends_by_what_it_found() {
    let place = Place::new();
    let clear = place.path("clear.txt").display().to_string();
    fs::write(&clear, "一、主要目标\n到2025年，高新技术企业达到155家。\n").unwrap();
    let answer = place.run(&["audit", &clear]);
    let told = String::from_utf8(answer.stdout).unwrap();
    assert_eq!(answer.status.code(), Some(0), "{told}");
    assert!(
        told.contains("1 in targets, 1 date") && told.contains("unexplained: 0"),
        "{told}"
    );

    let strange = place.path("strange.txt").display().to_string();
    fs::write(
        &strange,
        "一、主要目标\n到2025年，高新技术企业达到155家。说法37很多。\n",
    )
    .unwrap();
    let answer = place.run(&["audit", "--json", &strange]);
    assert_eq!(answer.status.code(), Some(1), "a numeral is unexplained");
    let audit: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
    let found = &audit["unexplained"][0];
    assert_eq!(found["quote"], "37");
    assert_eq!(found["section"], "一");
    assert_eq!(found["sentence"], "说法37很多。");
}

#[test]
fn every_field_of_a_target_names_the_rule_that_decided_it() {
    let place = Place::new();
    let file = place.path("plan.txt").display().to_string();
    fs::write(
        &file,
        "一、主要目标\n到2025年，高新技术企业达到155家，某某试验窑炉达到8座。\n",
    )
    .unwrap();
    let document = place.json(&["extract", &file]);
    let targets = document["targets"].as_array().unwrap();
    let rule = |target: &serde_json::Value, field: &str| -> String {
        let fields = target["fields"].as_array().unwrap();
        assert_eq!(fields.len(), 9);
        let found = fields.iter().find(|one| one["field"] == field).unwrap();
        found["rule"].as_str().unwrap().to_owned()
    };
    assert_eq!(rule(&targets[0], "name"), "name_known");
    assert_eq!(rule(&targets[0], "year"), "year_in_sentence");
    assert_eq!(rule(&targets[0], "measure"), "measure_by_verb");
    assert_eq!(rule(&targets[1], "name"), "name_as_worded");
    for target in targets {
        let strict = ["name", "value", "unit", "op", "measure", "year"];
        let least = target["fields"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|one| strict.contains(&one["field"].as_str().unwrap()))
            .map(|one| one["confidence"].as_u64().unwrap())
            .min();
        assert_eq!(target["confidence"].as_u64(), least);
    }
    assert_eq!(targets[0]["needs_review"], false);
    assert_eq!(targets[1]["needs_review"], true);
}

#[test]
fn links_name_the_plan_that_another_cites() {
    let place = Place::new();
    let ground = place.file(
        "ground.txt",
        "某县人民政府办公室关于印发某县创新型县建设实施方案的通知\n无政办〔2023〕24号\n各乡镇人民政府：\n\
         一、目标\n到2025年，高新技术企业达到155家。\n2023年8月1日\n",
    );
    let plan = place.file(
        "plan.txt",
        "某县创新型县建设2024年工作计划\n为落实《某县创新型县建设实施方案》（无政办〔2023〕24号），制定本计划。\n\
         一、目标\n到2024年，高新技术企业达到120家。\n",
    );
    assert!(place.run(&["import", &ground, &plan]).status.success());
    let plans = place.json(&["list", "--json"]);
    let id = |name: &str| {
        let all = plans.as_array().unwrap().iter();
        let plan = all.clone().find(|plan| plan["source_name"] == name);
        plan.unwrap()["plan"].clone()
    };
    let links = place.json(&["links", "--json"]);
    let links = links.as_array().unwrap();
    assert_eq!(links.len(), 1, "{links:?}");
    assert_eq!(links[0]["kind"], "cites");
    assert_eq!(links[0]["left"], id("plan.txt"));
    assert_eq!(links[0]["right"], id("ground.txt"));
    assert_eq!(links[0]["document"]["doc_no"], "无政办〔2023〕24号");
}
