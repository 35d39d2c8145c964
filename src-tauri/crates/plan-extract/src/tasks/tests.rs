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
        furniture: Vec::new(),
        notes: Vec::new(),
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
