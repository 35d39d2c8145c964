//! An invented document with one of everything.

use plan_model::{
    Assignment, BatchKind, CitedDocument, Decimal, Extraction, Field, FieldConfidence, Firmness,
    FrozenPlan, Furniture, IndicatorType, InstrumentUse, Measure, Note, NoteCode, NumberClass, Op,
    OtherNumber, PlanMeta, RegionLevel, Section, SectionId, SectionKind, Span, Target, Task, Year,
};
use plan_store::{Added, Library, NewBatch, NewPlan, Place, StoreError};
use std::path::PathBuf;

pub(crate) struct Sample {
    pub(crate) source: Vec<u8>,
    pub(crate) plan: FrozenPlan,
    pub(crate) extraction: Extraction,
}

/// The place of `words` in `text`.
pub(crate) fn place(text: &str, words: &str) -> Span {
    let start = text
        .find(words)
        .unwrap_or_else(|| panic!("{words} is not in the text"));
    Span::new(start, start + words.len())
}

/// A document whose text holds `region`, so that different regions are different bytes.
pub(crate) fn sample(region: &str) -> Sample {
    let text = format!(
        "网页导航\n{region}创新计划\n一、主要目标\n到2025年，单位能耗降至0.1891吨标准煤/万元，孵化器1~2个，高于全省平均水平。根据《某省规划》（某政〔2020〕9号）和某发〔2020〕1号文件。\n（责任单位：科技局、财政局；配合单位：工信局）\n"
    );
    let at = |words: &str| place(&text, words);
    let heading = at("一、主要目标");
    let whole = Span::new(heading.from(), text.len() - 1);
    let target = |quote: &str, value: Option<&str>, name: &str| Target {
        quote: at(quote),
        value_span: value.map(at),
        name: name.to_owned(),
        indicator: name.to_owned(),
        indicator_type: IndicatorType::GreenSocial,
        measure: Measure::Ratio,
        op: Op::Equal,
        value: None,
        value_max: None,
        unit: None,
        year: Some(Year(2025)),
        year_from: Some(Year(2021)),
        relative_to: None,
        scope: Some("全市".to_owned()),
        firmness: Firmness::Firm,
        section: "一".to_owned(),
        responsible: vec!["科技局".to_owned(), "财政局".to_owned()],
        confidence: 90,
        fields: vec![
            FieldConfidence {
                field: Field::Name,
                confidence: 97,
                rule: "name_known".to_owned(),
            },
            FieldConfidence {
                field: Field::Year,
                confidence: 90,
                rule: "year_in_section".to_owned(),
            },
        ],
        rule: "sample".to_owned(),
    };
    let extraction = Extraction {
        extractor_version: 7,
        lexicon_version: "3-abc".to_owned(),
        meta: PlanMeta {
            region: Some(region.to_owned()),
            region_level: Some(RegionLevel::County),
            province: Some("某省".to_owned()),
            parent_region: Some("某市".to_owned()),
            title: Some(format!("{region}创新计划")),
            doc_no: Some("某政〔2021〕1号".to_owned()),
            issuer: Some("某市人民政府".to_owned()),
            issued: Some("2021-08".to_owned()),
            period: Some((Year(2021), Year(2025))),
            horizons: vec![Year(2023), Year(2025)],
            genre: Some("计划".to_owned()),
        },
        targets: vec![
            Target {
                value: Some(Decimal::new(1891, 4)),
                unit: Some("吨标准煤/万元".to_owned()),
                ..target(
                    "单位能耗降至0.1891吨标准煤/万元",
                    Some("0.1891吨标准煤/万元"),
                    "单位能耗",
                )
            },
            Target {
                value: Some(Decimal::ONE),
                value_max: Some(Decimal::TWO),
                unit: Some("个".to_owned()),
                measure: Measure::Increment,
                firmness: Firmness::Soft,
                responsible: Vec::new(),
                ..target("孵化器1~2个", Some("1~2个"), "孵化器")
            },
            Target {
                op: Op::MoreThan,
                relative_to: Some("全省平均水平".to_owned()),
                ..target("高于全省平均水平", None, "单位能耗")
            },
        ],
        tasks: vec![Task {
            path: "一".to_owned(),
            title: "主要目标".to_owned(),
            kind: SectionKind::Goal,
            span: whole,
            heading,
            lead: vec!["科技局".to_owned(), "财政局".to_owned()],
            support: vec!["工信局".to_owned()],
            topics: vec![
                Assignment {
                    key: "green".to_owned(),
                    words: vec![at("单位能耗"), at("标准煤")],
                },
                Assignment {
                    key: "startup".to_owned(),
                    words: vec![at("孵化器")],
                },
            ],
            instruments: vec![
                InstrumentUse {
                    key: "infrastructure".to_owned(),
                    clause: at("孵化器1~2个"),
                    words: vec![at("孵化器"), at("1~2个")],
                },
                InstrumentUse {
                    key: "planning".to_owned(),
                    clause: at("高于全省平均水平"),
                    words: vec![at("水平")],
                },
            ],
        }],
        cited: vec![
            CitedDocument {
                title: Some("某省规划".to_owned()),
                doc_no: Some("某政〔2020〕9号".to_owned()),
                span: at("《某省规划》（某政〔2020〕9号）"),
            },
            CitedDocument {
                title: None,
                doc_no: Some("某发〔2020〕1号".to_owned()),
                span: at("某发〔2020〕1号"),
            },
        ],
        other_numbers: vec![OtherNumber {
            span: at("2025年"),
            class: NumberClass::Date,
        }],
        notes: vec![Note {
            code: NoteCode::UnexplainedNumbers,
            span: Some(at("2025年")),
            detail: Some("1".to_owned()),
        }],
    };
    let plan = FrozenPlan {
        encoding: "UTF-8".to_owned(),
        sections: vec![Section {
            id: SectionId(0),
            parent: None,
            depth: 1,
            number: "一".to_owned(),
            path: "一".to_owned(),
            title: "主要目标".to_owned(),
            heading,
            span: whole,
            kind: SectionKind::Goal,
        }],
        furniture: vec![Furniture {
            span: at("网页导航"),
            rule: "navigation".to_owned(),
        }],
        notes: vec![Note {
            code: NoteCode::WebFurniture,
            span: None,
            detail: None,
        }],
        text: text.clone(),
        ..FrozenPlan::default()
    };
    Sample {
        source: text.into_bytes(),
        plan,
        extraction,
    }
}

impl Sample {
    /// Writes the document.
    pub(crate) fn add(&self, library: &Library, place: Place) -> Result<Added, StoreError> {
        let checked = self.new_plan(place).checked()?;
        library.write(|change| change.add_plan(&checked))
    }

    pub(crate) fn new_plan(&self, place: Place) -> NewPlan<'_> {
        NewPlan {
            source_name: "sample.txt",
            source: &self.source,
            frozen: &self.plan,
            extraction: &self.extraction,
            imported_at: "2025-01-02T03:04:05Z",
            place,
        }
    }
}

/// A step of a person at a fixed moment.
pub(crate) fn batch(kind: BatchKind) -> NewBatch<'static> {
    NewBatch {
        at: "2025-01-03T00:00:00Z",
        kind,
        by: "hand",
        subject: None,
        goes_on: None,
    }
}

/// A folder of its own, and the library file in it.
pub(crate) fn folder() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().expect("a temporary folder");
    let path = dir.path().join("library.planlens");
    (dir, path)
}
