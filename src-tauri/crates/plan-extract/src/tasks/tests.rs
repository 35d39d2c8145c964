use super::*;
use plan_model::{SectionId, Span};

/// A plan of one-line sections, each given as path, kind and text.
fn plan(sections: &[(&str, SectionKind, &str)]) -> FrozenPlan {
    let mut text = String::new();
    let mut found: Vec<Section> = Vec::new();
    for (index, (path, kind, body)) in sections.iter().enumerate() {
        let start = text.len();
        text.push_str(body);
        let heading = body.find('\u{3002}').unwrap_or(body.len());
        let around = path.rfind('/').map(|at| &path[..at]);
        let parent = around
            .and_then(|around| found.iter().find(|section| section.path == around))
            .map(|section| section.id);
        found.push(Section {
            id: SectionId(u32::try_from(index).expect("a test has few sections")),
            parent,
            depth: 1,
            number: String::new(),
            path: (*path).to_owned(),
            title: body[..heading].to_owned(),
            heading: Span::new(start, start + heading),
            span: Span::new(start, text.len()),
            kind: *kind,
        });
        text.push('\n');
    }
    FrozenPlan {
        text,
        encoding: "UTF-8".to_owned(),
        sections: found,
        ..FrozenPlan::default()
    }
}

fn named(body: &str) -> (Vec<String>, Vec<String>) {
    let plan = plan(&[("一", SectionKind::Task, body)]);
    let mut found = tasks(&plan, Lexicon::builtin());
    assert_eq!(found.len(), 1, "{body}");
    let task = found.remove(0);
    (task.lead, task.support)
}

fn full_width(text: &str) -> String {
    text.replace('(', "\u{FF08}")
        .replace(')', "\u{FF09}")
        .replace(':', "\u{FF1A}")
        .replace(',', "\u{FF0C}")
        .replace(';', "\u{FF1B}")
}

#[test]
fn every_way_of_naming_units_is_read() {
    for (body, lead, support) in [
        (
            "加快建设。(责任单位:市科技局、财政局)",
            "市科技局|财政局",
            "",
        ),
        (
            "加快建设。(责任单位:工信局(科技局)、税务局等)",
            "工信局(科技局)|税务局",
            "",
        ),
        (
            "加快建设。(责任单位:市科技局;配合单位:市发改委、统计局)",
            "市科技局",
            "市发改委|统计局",
        ),
        (
            "加快建设。(牵头单位:市科技局,责任单位:市发改委、统计局)",
            "市科技局",
            "市发改委|统计局",
        ),
        (
            "加快建设。(经贸局牵头,市场局、税务局配合)",
            "经贸局",
            "市场局|税务局",
        ),
        (
            "加快建设。(经贸局,财政局牵头,市场局配合)",
            "经贸局|财政局",
            "市场局",
        ),
        ("加快建设。(党群办和人社局牵头)", "党群办和人社局", ""),
        (
            "加快建设。(市科技局、市财政局按职责分工负责)",
            "市科技局|市财政局",
            "",
        ),
        (
            "加快建设。(6月底完成,牵头考核单位:市工信局)",
            "市工信局",
            "",
        ),
        (
            "加快建设。(责任领导:王某某;责任单位:市科技局)",
            "市科技局",
            "",
        ),
        (
            "加快建设。责任单位:市科技局、市财政局",
            "市科技局|市财政局",
            "",
        ),
        ("加快建设。[责任单位:市科技局]", "市科技局", ""),
        ("加快建设。(经贸局)", "经贸局", ""),
        (
            "加快建设。(市科技局、能源局等市有关部门按职责分工负责)",
            "市科技局|能源局",
            "",
        ),
        ("加快建设。(市科技局牵头负责)", "市科技局", ""),
        ("加快建设。(市科技局,各县区政府)", "市科技局|各县区政府", ""),
    ] {
        let expected = |list: &str| {
            list.split('|')
                .filter(|unit| !unit.is_empty())
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(named(body), (expected(lead), expected(support)), "{body}");
        let wide = full_width(body);
        let wide_lead: Vec<String> = expected(lead).iter().map(|unit| full_width(unit)).collect();
        assert_eq!(named(&wide), (wide_lead, expected(support)), "{wide}");
    }
}

#[test]
fn brackets_of_ordinary_prose_name_nobody() {
    for body in [
        "建设国家(省)实验室。支持重点(示范)企业。",
        "推进政产学研(企业牵头,高校配合)深度融合,加快建设。",
        "遴选项目。(见附件)",
        "完善机制。(2025年底前完成)",
        "由科技局牵头,财政局配合,制定办法。",
    ] {
        assert_eq!(named(body), (Vec::new(), Vec::new()), "{body}");
    }
}

#[test]
fn paragraphs_with_units_of_their_own_are_items_of_their_own() {
    let body =
        "(三)强化投入。支持攻关。(经贸局牵头,财政局配合)\n发挥基金作用,设立计划。(财政局牵头)\n";
    let found = tasks(
        &plan(&[("三/(三)", SectionKind::Safeguard, body)]),
        Lexicon::builtin(),
    );
    let shown: Vec<(&str, &[String])> = found
        .iter()
        .map(|task| (task.title.as_str(), task.lead.as_slice()))
        .collect();
    assert_eq!(shown[1], ("发挥基金作用", ["财政局".to_owned()].as_slice()));
    assert_eq!(shown.len(), 2);
    assert_eq!(
        responsible_at(&found, body.find("支持攻关").expect("the words are there")),
        ["经贸局", "财政局"]
    );
    assert_eq!(
        responsible_at(&found, body.find("设立").expect("the words are there")),
        ["财政局"]
    );
}

#[test]
fn roles_on_lines_of_their_own_belong_to_the_item_above() {
    let body = "1.建设平台。加快推进。\n牵头单位:市科技局\n配合单位:市发改委\n";
    let found = tasks(
        &plan(&[("一/1", SectionKind::Task, body)]),
        Lexicon::builtin(),
    );
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].lead.clone(), found[0].support.clone()),
        (vec!["市科技局".to_owned()], vec!["市发改委".to_owned()])
    );
}

#[test]
fn units_named_for_a_group_hold_for_its_items() {
    let found = tasks(
        &plan(&[
            ("二", SectionKind::Task, "二、建设平台(责任单位:市科技局)"),
            ("二/1", SectionKind::Task, "1.新建平台。加快推进。"),
        ]),
        Lexicon::builtin(),
    );
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].lead, ["市科技局"]);
}

#[test]
fn lists_in_an_annex_are_no_work() {
    let found = tasks(
        &plan(&[
            ("附件", SectionKind::Annex, "附件:名单"),
            ("附件/1", SectionKind::Annex, "1.任务分工表"),
        ]),
        Lexicon::builtin(),
    );
    assert_eq!(found, []);
}

/// Topics with their words, and instruments with clause and words, of the one item of a text.
type Found = (
    Vec<(String, Vec<String>)>,
    Vec<(String, String, Vec<String>)>,
);

fn content(kind: SectionKind, body: &str) -> Found {
    let plan = plan(&[("一", kind, body)]);
    let found = tasks(&plan, Lexicon::builtin());
    assert_eq!(found.len(), 1, "{body}");
    let said = |span: &Span| span.of(&plan.text).expect("on borders").to_owned();
    let topics = found[0].topics.iter();
    let instruments = found[0].instruments.iter();
    (
        topics
            .map(|topic| (topic.key.clone(), topic.words.iter().map(said).collect()))
            .collect(),
        instruments
            .map(|used| {
                let words = used.words.iter().map(said).collect();
                (used.key.clone(), said(&used.clause), words)
            })
            .collect(),
    )
}

fn topic_keys(body: &str) -> Vec<String> {
    let (topics, _) = content(SectionKind::Task, body);
    topics.into_iter().map(|(key, _)| key).collect()
}

#[test]
fn a_topic_is_what_the_heading_names_or_the_text_comes_back_to() {
    let padding = "\u{58EE}大规模\u{3002}".repeat(20);
    for (body, expected) in [
        (format!("1.加强知识产权保护\u{3002}{padding}"), "ip"),
        (
            format!("1.壮大规模\u{3002}{padding}培育科技型企业\u{3002}"),
            "",
        ),
        (
            format!("1.壮大规模\u{3002}{padding}培育科技型企业和高新技术企业\u{3002}"),
            "enterprise",
        ),
        (
            "1.壮大规模\u{3002}培育科技型企业\u{3002}".to_owned(),
            "enterprise",
        ),
        // A general word counts in a heading only.
        (format!("1.深化改革\u{3002}{padding}"), "reform"),
        (format!("1.壮大规模\u{3002}{padding}改革再改革\u{3002}"), ""),
        // The names of units say nothing of the work.
        (
            "1.壮大规模\u{3002}加快推进\u{3002}(责任单位:市人才发展集团、市大数据局)".to_owned(),
            "",
        ),
        // Several topics at once.
        (
            "1.强化研发投入和成果转化\u{3002}".to_owned(),
            "rd_input|transfer",
        ),
    ] {
        assert_eq!(topic_keys(&body).join("|"), expected, "{body}");
    }
}

#[test]
fn an_instrument_holds_for_its_clause_and_shows_its_words() {
    let body = "1.壮大规模\u{3002}对新认定企业给予10万元奖励,加快步伐;落实加计扣除\u{3002}(责任单位:市政府采购中心)";
    let (_, instruments) = content(SectionKind::Incentive, body);
    let owned = |key: &str, clause: &str, words: &[&str]| {
        let words = words.iter().map(|word| (*word).to_owned()).collect();
        (key.to_owned(), clause.to_owned(), words)
    };
    assert_eq!(
        instruments,
        [
            owned("funding", "对新认定企业给予10万元奖励", &["给予", "奖励"]),
            owned("tax", "落实加计扣除", &["加计扣除"]),
        ]
    );
    // A goal uses no instrument.
    assert_eq!(content(SectionKind::Goal, body).1, []);
    // Verb and object of different clauses are no pair.
    let apart = "1.壮大规模\u{3002}建设新城,实验室照常开放\u{3002}";
    assert_eq!(content(SectionKind::Task, apart).1, []);
}

#[test]
fn assignments_of_endless_texts_are_bounded() {
    let body = format!("1.壮大规模\u{3002}{}", "给予奖励,人才;".repeat(5_000));
    let (topics, instruments) = content(SectionKind::Task, &body);
    assert!(topics.iter().all(|(_, words)| words.len() <= 12));
    assert_eq!(instruments.len(), 400);
}
