//! What counts as a section, how sections nest, what they are called and what they are for. Every case is read
//! through the public function, and where marks occur, in both their widths.

use plan_model::{FrozenPlan, NoteCode, SectionKind};
use plan_read::read;

fn plan(text: &str) -> FrozenPlan {
    read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn wide(text: &str) -> String {
    text.replace('(', "\u{FF08}")
        .replace(')', "\u{FF09}")
        .replace(':', "\u{FF1A}")
        .replace(',', "\u{FF0C}")
        .replace(';', "\u{FF1B}")
}

/// Path and title of every section, one a line.
fn tree(text: &str) -> Vec<String> {
    plan(text)
        .sections
        .iter()
        .map(|s| format!("{} {}", s.path, s.title).trim_end().to_owned())
        .collect()
}

fn check(text: &str, expect: &[&str]) {
    assert_eq!(tree(text), expect, "{text}");
    let expect_wide: Vec<String> = expect
        .iter()
        .map(|line| {
            let (path, title) = line.split_once(' ').unwrap_or((line, ""));
            format!("{path} {}", wide(title)).trim_end().to_owned()
        })
        .collect();
    assert_eq!(tree(&wide(text)), expect_wide, "{}", wide(text));
}

#[test]
fn four_levels_nest() {
    check(
        "一、任务\n(一)平台\n1.建设平台。加快。\n(1)新建实验室\n(2)新建中心\n2.引进机构。加快。\n(二)人才\n二、保障\n",
        &[
            "一 任务",
            "一/(一) 平台",
            "一/(一)/1 建设平台",
            "一/(一)/1/(1) 新建实验室",
            "一/(一)/1/(2) 新建中心",
            "一/(一)/2 引进机构",
            "一/(二) 人才",
            "二 保障",
        ],
    );
}

#[test]
fn a_style_may_be_left_out() {
    check(
        "一、任务\n1.建设平台。加快。\n2.引进机构。加快。\n",
        &["一 任务", "一/1 建设平台", "一/2 引进机构"],
    );
}

#[test]
fn numbers_may_run_on_across_headings() {
    check(
        "一、任务\n(一)平台\n1.建设平台。加快。\n(二)人才\n2.引进人才。加快。\n",
        &[
            "一 任务",
            "一/(一) 平台",
            "一/(一)/1 建设平台",
            "一/(二) 人才",
            "一/(二)/2 引进人才",
        ],
    );
}

#[test]
fn numbers_may_begin_in_the_middle_of_an_excerpt() {
    check(
        "(三)平台。加快。\n(四)人才。加快。\n",
        &["(三) 平台", "(四) 人才"],
    );
}

#[test]
fn chapters_hold_divisions_and_articles() {
    check(
        "第一章 总则\n第一条 为了规范,制定本办法。\n第二条 本办法适用于全市。\n第二章 职责\n第一节 市级\n第三条 市科技局负责。\n",
        &[
            "第一章 总则",
            "第一章/第一条 为了规范",
            "第一章/第二条 本办法适用于全市",
            "第二章 职责",
            "第二章/第一节 市级",
            "第二章/第一节/第三条 市科技局负责",
        ],
    );
}

#[test]
fn a_document_may_nest_its_styles_the_other_way() {
    check(
        "一、总则\n第一条 目的。\n第二条 范围。\n二、职责\n第三条 分工。\n",
        &[
            "一 总则",
            "一/第一条 目的",
            "一/第二条 范围",
            "二 职责",
            "二/第三条 分工",
        ],
    );
    check(
        "1.平台建设\n(一)实验室\n(二)中心\n2.人才引育\n(一)团队\n(二)青年\n",
        &[
            "1 平台建设",
            "1/(一) 实验室",
            "1/(二) 中心",
            "2 人才引育",
            "2/(一) 团队",
            "2/(二) 青年",
        ],
    );
}

#[test]
fn blanks_and_other_forms_of_numbers_are_tolerated() {
    check(
        "\u{3000}\u{3000}一、任务\n \u{3000}( 一 ) 平台\n\t1、建设平台。加快。\n\u{FF12}\u{FF0E}引进机构。加快。\n③培育人才\n",
        &[
            "一 任务",
            "一/(一) 平台",
            "一/(一)/1 建设平台",
            "一/(一)/2 引进机构",
            "一/(一)/2/③ 培育人才",
        ],
    );
}

#[test]
fn annexes_stand_beside_the_plan() {
    check(
        "一、任务\n加快。\n附件:1.任务分工表\n2.名单\n附件1\n任务分工表\n一、平台\n附 件 2\n名单\n",
        &[
            "一 任务",
            "附件",
            "附件/1 任务分工表",
            "附件/2 名单",
            "附件1 任务分工表",
            "附件1/一 平台",
            "附件2 名单",
        ],
    );
}

#[test]
fn running_text_is_no_heading() {
    for text in [
        "一是加快建设平台;二是引进机构。\n三是完善机制。\n",
        "1.5亿元用于建设。\n2024.8.12发布。\n2024年,建设平台。\n",
        "一、二、三产业融合发展。\n三、四线城市加快发展。\n",
        "按照(一)的要求,完成(二)所列任务。\n",
        "附件中的任务要落实。\n",
    ] {
        assert_eq!(tree(text), [""; 0], "{text}");
        assert_eq!(tree(&wide(text)), [""; 0], "{text}");
    }
}

#[test]
fn a_line_of_its_own_with_one_is_a_heading() {
    check(
        "三、重点工作\n一是推进新型工业化,构建产业体系\n加快。\n二是推进乡村振兴\n加快。\n",
        &[
            "三 重点工作",
            "三/一 推进新型工业化,构建产业体系",
            "三/二 推进乡村振兴",
        ],
    );
}

#[test]
fn headings_without_line_breaks_are_found() {
    let body = "以创新为引领,全面落实各项部署,加快建设创新平台,努力培育创新主体,不断优化创新生态"
        .repeat(14);
    let text = format!(
        "某市科技创新意见各县人民政府:现提出如下意见。一、总体要求(一)指导思想。{body}。(二)发展目标。到2025年,产值达到1.5亿元。二、重点任务以园区为抓手,加快发展。(一)做强产业。1.发展竹产业。{body}。2.发展油料。{body}。(责任单位:市林业局)(二)培育园区。{body}。三、保障措施(一)加强领导。成立领导小组。(二)强化投入。一是加大投入。二是用好资金。"
    );
    check(
        &text,
        &[
            "一 总体要求",
            "一/(一) 指导思想",
            "一/(二) 发展目标",
            "二 重点任务",
            "二/(一) 做强产业",
            "二/(一)/1 发展竹产业",
            "二/(一)/2 发展油料",
            "二/(二) 培育园区",
            "三 保障措施",
            "三/(一) 加强领导",
            "三/(二) 强化投入",
        ],
    );
}

#[test]
fn numbers_without_line_breaks_may_run_on_behind_headings() {
    let body =
        "的企业,按照研发投入给予支持,并在项目申报、人才引进、平台建设等方面优先安排".repeat(25);
    let text = format!(
        "一、加大后补助1.对新建平台{body}。2.对新认定{body}。二、加大后扶持3.对新备案{body}。4.对新入选{body}。"
    );
    check(
        &text,
        &[
            "一 加大后补助",
            "一/1 对新建平台的企业",
            "一/2 对新认定的企业",
            "二 加大后扶持",
            "二/3 对新备案的企业",
            "二/4 对新入选的企业",
        ],
    );
}

#[test]
fn an_enumeration_inside_a_paragraph_stays_inside() {
    check(
        "1.建设平台。分三步:(1)规划;(2)建设;(3)运行。\n2.引进机构。加快。\n",
        &["1 建设平台", "2 引进机构"],
    );
}

#[test]
fn the_title_is_the_heading_sentence_or_its_first_clause() {
    check(
        "一、任务\n1.加快科技创新园区建设,推动科技孵化器争创省级科技孵化器,加快项目落地。年内完成。\n2.推深节能工作,强化双控。挖掘潜力。\n",
        &["一 任务", "一/1 加快科技创新园区建设", "一/2 推深节能工作"],
    );
    check(
        "五、保障\n(一)加强组织领导,强化工作机制。成立小组。\n(二)加大科技投入,强化金融支持。鼓励投入。\n",
        &[
            "五 保障",
            "五/(一) 加强组织领导,强化工作机制",
            "五/(二) 加大科技投入,强化金融支持",
        ],
    );
    check("一、目标:到2025年,企业达到100家。\n", &["一 目标"]);
    check(
        "1.推广“科技特派员,专家”制度(含农业,林业),服务乡村振兴,促进农民增收致富和产业融合发展。\n2.加快发展。\n",
        &["1 推广“科技特派员,专家”制度(含农业,林业)", "2 加快发展"],
    );
}

#[test]
fn a_table_of_contents_is_no_second_plan() {
    check(
        "某市规划\n目 录\n一、总体要求\n二、重点任务\n前言。\n一、总体要求\n加快。\n二、重点任务\n建设。\n",
        &["一 总体要求", "二 重点任务"],
    );
}

#[test]
fn a_section_runs_to_the_end_of_its_last_child() {
    let text = "一、任务\n(一)平台\n1.建设平台。加快。\n\n二、保障\n落实。\n";
    let plan = plan(text);
    let spans: Vec<&str> = plan
        .sections
        .iter()
        .map(|s| s.span.of(text).expect("spans lie on borders"))
        .collect();
    assert_eq!(
        spans,
        [
            "一、任务\n(一)平台\n1.建设平台。加快。",
            "(一)平台\n1.建设平台。加快。",
            "1.建设平台。加快。",
            "二、保障\n落实。"
        ]
    );
    let headings: Vec<&str> = plan
        .sections
        .iter()
        .map(|s| s.heading.of(text).expect("spans lie on borders"))
        .collect();
    assert_eq!(headings, ["一、任务", "(一)平台", "1.建设平台", "二、保障"]);
}

#[test]
fn kinds_come_from_headings_and_are_inherited() {
    use SectionKind::{Annex, General, Goal, Incentive, Safeguard, Task};
    let text = "一、总体要求\n(一)指导思想\n(二)工作目标\n二、重点任务\n(一)健全人才奖励制度\n三、奖补政策\n(一)主体培育\n四、保障措施\n(一)加大政策支持\n附件:\n任务表\n1.平台建设\n";
    let kinds: Vec<(String, SectionKind)> = plan(text)
        .sections
        .into_iter()
        .map(|s| (s.path, s.kind))
        .collect();
    let expect = [
        ("一", General),
        ("一/(一)", General),
        ("一/(二)", Goal),
        ("二", Task),
        ("二/(一)", Task),
        ("三", Incentive),
        ("三/(一)", Incentive),
        ("四", Safeguard),
        ("四/(一)", Safeguard),
        ("附件", Annex),
        ("附件/1", Annex),
    ];
    assert_eq!(kinds, expect.map(|(path, kind)| (path.to_owned(), kind)));
}

#[test]
fn irregular_numbers_are_noted_and_missing_sections_too() {
    let jumps = plan("一、任务\n二、平台\n五、保障\n");
    assert!(
        jumps
            .notes
            .iter()
            .any(|n| n.code == NoteCode::NumberingIrregular && n.detail.as_deref() == Some("五"))
    );
    let none = plan("加快建设创新平台。\n");
    assert!(none.notes.iter().any(|n| n.code == NoteCode::NoSections));
    let orderly = plan("一、任务\n1.平台\n二、保障\n2.机制\n");
    assert_eq!(orderly.notes, []);
}

#[test]
fn headings_inside_furniture_are_no_sections() {
    let text = "一、下面是小编为大家整理的范文,供大家参考。\n某市工作要点\n一、任务\n加快。\n";
    let plan = plan(text);
    assert_eq!(plan.furniture.len(), 1);
    assert_eq!(plan.sections.len(), 1);
    assert_eq!(plan.text, text);
}
