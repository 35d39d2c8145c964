//! The context table, and what is converted with it and with the plans' own past results.

use crate::desk::Desk;
use plan_flow::wire::context::{ContextDraft, ContextField, ContextKey};
use plan_flow::wire::evidence::EvidenceQuery;
use plan_flow::{OpenLibrary, change, compare, context, evidence};
use plan_model::{
    Cell, Choices, ContextVariable, Conversion, ConversionOffer, Filter, GrowthRate, Measure,
    Statement, Year,
};

const PLAN: &str = "滁州市科技创新三年行动计划（2023—2025年）

一、发展基础
2022年，全市高新技术企业达到120家。

二、主要目标
到2025年，高新技术企业年均增长10%，发明专利拥有量达到1000件。
";

fn draft(source: &str) -> ContextDraft {
    ContextDraft {
        region: "南通市".to_owned(),
        variable: "常住人口".to_owned(),
        year: "2018".to_owned(),
        value: "731".to_owned(),
        unit: "万人".to_owned(),
        source: source.to_owned(),
        note: String::new(),
    }
}

fn library_with_plan(desk: &Desk) -> OpenLibrary {
    let library = desk.open();
    let path = plan_flow::Host::data_dir(desk).join("滁州市.txt");
    std::fs::write(&path, PLAN).unwrap();
    let (summary, _) = desk.import(&library, &[path]);
    assert_eq!(summary.imported, 1);
    library
}

/// The derived statements of a sub-row.
fn derived(
    library: &OpenLibrary,
    choices: &Choices,
    indicator: &str,
    measure: Measure,
) -> Vec<Statement> {
    let matrix = compare::matrix(library, &Filter::default(), choices)
        .unwrap()
        .matrix;
    let rows = matrix.groups.iter().flat_map(|group| &group.rows);
    rows.filter(|row| row.indicator == indicator)
        .flat_map(|row| &row.sub_rows)
        .filter(|sub| sub.measure == measure)
        .flat_map(|sub| &sub.cells)
        .flat_map(|cell| match cell {
            Cell::Stated { statements, .. } => statements.clone(),
            Cell::Empty { .. } => Vec::new(),
        })
        .filter(|said| said.derived.is_some())
        .collect()
}

fn choosing(conversion: &Conversion) -> Choices {
    Choices {
        conversions: vec![conversion.clone()],
        ..Choices::default()
    }
}

fn offer(library: &OpenLibrary, wanted: impl Fn(&Conversion) -> bool) -> ConversionOffer {
    let offers = compare::offers(library).unwrap();
    offers
        .into_iter()
        .find(|offer| wanted(&offer.conversion))
        .expect("an offer")
}

#[test]
fn a_context_figure_needs_its_source_and_is_taken_back_like_any_change() {
    let desk = Desk::new();
    let library = desk.open();
    let refused = context::set(&library, &desk, &draft(" ")).unwrap();
    assert_eq!(refused.problems, [ContextField::Source]);
    assert_eq!(context::list(&library).unwrap(), []);
    let wrong = ContextDraft {
        variable: "面积".to_owned(),
        year: "今年".to_owned(),
        value: "-1".to_owned(),
        ..draft("统计公报")
    };
    let refused = context::set(&library, &desk, &wrong).unwrap();
    let fields = [
        ContextField::Variable,
        ContextField::Year,
        ContextField::Value,
    ];
    assert_eq!(refused.problems, fields);
    let done = context::set(&library, &desk, &draft("统计公报")).unwrap();
    assert!(done.change.batch.is_some());
    assert_eq!(context::list(&library).unwrap().len(), 1);
    let key = ContextKey {
        region: "南通市".to_owned(),
        variable: ContextVariable::Population,
        year: Year(2018),
    };
    context::remove(&library, &desk, &[key]).unwrap();
    assert_eq!(context::list(&library).unwrap(), []);
    change::undo(&library).unwrap();
    assert_eq!(context::list(&library).unwrap()[0].source, "统计公报");
    change::undo(&library).unwrap();
    assert_eq!(context::list(&library).unwrap(), []);
}

#[test]
fn a_table_is_looked_at_before_it_is_written() {
    let desk = Desk::new();
    let library = desk.open();
    let path = plan_flow::Host::data_dir(&desk).join("背景.csv");
    let text = "地区,指标,年份,数值,单位,来源\n芜湖市,GDP,2021年,\"4,302.6\",亿元,统计公报\n芜湖市,GDP,2022,,亿元,统计公报\n";
    std::fs::write(&path, text).unwrap();
    let preview = context::read_file(&library, &path).unwrap();
    assert_eq!((preview.figures.len(), preview.refused.len()), (1, 1));
    assert_eq!(preview.refused[0].problems, [ContextField::Value]);
    assert_eq!(
        context::list(&library).unwrap(),
        [],
        "looking writes nothing"
    );
    context::import(&library, &desk, &preview.figures).unwrap();
    let stored = context::list(&library).unwrap();
    assert_eq!(
        (stored[0].value.to_string().as_str(), stored[0].year),
        ("4302.6", Year(2021))
    );
}

#[test]
fn a_past_result_in_the_text_is_offered_as_a_base_and_its_sentence_is_the_evidence() {
    let desk = Desk::new();
    let library = library_with_plan(&desk);
    let offered = offer(
        &library,
        |one| matches!(one, Conversion::GrowthToLevel { indicator, .. } if indicator == "高新技术企业数"),
    );
    assert_eq!(
        offered.sentence.as_deref(),
        Some("2022年，全市高新技术企业达到120家。")
    );
    let Conversion::GrowthToLevel { rate, .. } = &offered.conversion else {
        unreachable!()
    };
    assert_eq!(*rate, GrowthRate::Yearly, "the plan says 年均");
    let made = derived(
        &library,
        &choosing(&offered.conversion),
        "高新技术企业数",
        Measure::Level,
    );
    let [said] = made.as_slice() else {
        panic!("{} figures", made.len())
    };
    assert_eq!(
        said.derived.as_ref().unwrap().formula,
        "120家 × (1 + 10%)^3 = 159.72家"
    );
    let plan = offered.figures[0].plan;
    let query = EvidenceQuery {
        plan,
        indicator: "高新技术企业数".to_owned(),
        measure: Measure::Level,
    };
    let found = evidence::evidence(&library, &query, &choosing(&offered.conversion)).unwrap();
    assert_eq!(found.derived.len(), 1);
    assert!(found.mentions[0].sentence.contains("年均增长10%"));
    assert!(
        found
            .comparisons
            .iter()
            .any(|other| other.measure == Measure::Level)
    );
    assert!(
        evidence::evidence(&library, &query, &Choices::default()).is_err(),
        "without the choice there is nothing in that cell"
    );
}

#[test]
fn a_level_per_head_waits_for_the_analyst_s_own_figure() {
    let desk = Desk::new();
    let library = library_with_plan(&desk);
    let per_head = |one: &Conversion| matches!(one, Conversion::LevelPerContext { indicator, variable: ContextVariable::Population, .. } if indicator == "发明专利拥有量");
    let offered = offer(&library, per_head);
    let Conversion::LevelPerContext { into, .. } = &offered.conversion else {
        unreachable!()
    };
    assert_eq!(into, "每万人发明专利拥有量");
    let choices = choosing(&offered.conversion);
    assert_eq!(derived(&library, &choices, into, Measure::Ratio), []);
    let region = offered.figures[0].region.clone();
    let entered = ContextDraft {
        region,
        value: "80".to_owned(),
        ..draft("统计公报")
    };
    context::set(&library, &desk, &entered).unwrap();
    let made = derived(&library, &choices, into, Measure::Ratio);
    let formulas: Vec<_> = made
        .iter()
        .map(|said| said.derived.as_ref().unwrap().formula.as_str())
        .collect();
    assert_eq!(formulas, ["1000件 ÷ 80万人（2018） = 12.5件/万人"]);
    change::undo(&library).unwrap();
    assert_eq!(derived(&library, &choices, into, Measure::Ratio), []);
}

#[test]
fn a_county_stands_beside_its_city() {
    let desk = Desk::new();
    let library = desk.open();
    let chain = compare::chain(&library, &Filter::default()).unwrap();
    let pairs: Vec<_> = chain
        .links
        .iter()
        .map(|link| (link.region.as_str(), link.parent_region.as_str()))
        .collect();
    assert_eq!(pairs, [("无为市", "芜湖市")]);
    assert!(!chain.links[0].rows.is_empty());
    assert!(
        chain.links[0]
            .rows
            .iter()
            .all(|row| row.share.is_some() != row.no_share.is_some())
    );
}
