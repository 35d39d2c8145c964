//! What a report says about itself: how its figures came about, what was left out, which versions made it.

use crate::input::{Accuracy, ReportInput, UnitMode};
use crate::model::SourceSentence;
use crate::words::words;
use plan_model::{Benchmark, Cell, Status};
use plan_words::{Labelled, Phrases};

/// How the figures came about and how to read them, a paragraph each.
pub(crate) fn method(
    phrases: &Phrases<'_>,
    input: &ReportInput<'_>,
    sources: &[SourceSentence],
) -> Vec<Labelled> {
    let rules = phrases.either(RULES_ZH, RULES_EN);
    let mut paragraphs = vec![
        paragraph(
            phrases.either("数据来源", "Data"),
            phrases.either(
                "本报告的数字全部取自所列方案的公开文本，由程序按固定规则逐句提取，每个数字右上角的序号指向其原句，可逐一核对。数值按十进制原样保存，不作四舍五入。",
                "All figures come from the public texts of the plans listed. Fixed rules read them sentence by sentence; the number above each figure leads to its sentence, so that every figure can be checked. Values are kept as decimals exactly as stated and are never rounded.",
            ),
        ),
        made_with(phrases, input),
        reviewed(phrases, sources),
    ];
    paragraphs.extend(input.accuracy.as_ref().map(|one| accuracy(phrases, one)));
    if !input.choices.conversions.is_empty() {
        paragraphs.push(assumed(phrases, input));
    }
    paragraphs.extend(benchmark(phrases, input));
    let [rows, comparability, signs, empty] = rules;
    paragraphs.push(paragraph(rows.0, rows.1));
    paragraphs.push(match input.units {
        UnitMode::AsWritten => paragraph(
            phrases.either("单位", "Units"),
            phrases.either(
                "表中数值按各方案原文的单位列出。",
                "Figures are shown in the units that the plans use; unit names are translated in the tables and kept as written in the source sentences.",
            ),
        ),
        UnitMode::Harmonised => paragraph(
            phrases.either("单位", "Units"),
            phrases.either(
                "同一行的数值换算为该行最常用的单位，只作精确换算；换算过的数字旁注明原文数值。",
                "The figures of a line are converted to its most usual unit where an exact factor exists; a converted figure names the value as written. Unit names are kept as written in the source sentences.",
            ),
        ),
    });
    paragraphs.extend([comparability, signs, empty].map(|(label, text)| paragraph(label, text)));
    paragraphs
}

/// What holds for every report: rows and columns, comparability, signs, empty cells.
type Rules = [(&'static str, &'static str); 4];

const RULES_ZH: Rules = [
    (
        "行与列",
        "每个规范指标一行，其下按量的性质分行：水平值、新增量、年均量、累计量、增速、占比、比率、覆盖率、位次是不同的量，不放在同一行比较。同一方案中重复出现且内容一致的目标合并为一项；年份或口径不同的分别列出。",
    ),
    (
        "可比性",
        "A 相同：量的性质、单位、口径、年份一致；B 换算后相同：经精确换算后一致；C 有条件可比：目标年份、地区层级或口径不同，只并列，不排名；D 不可比：单位量纲或量的性质不同；E 无数值：只给出相对表述。",
    ),
    (
        "符号",
        "≥ 表示以上、不低于，> 表示超过、突破，≈ 表示左右、约，≤ 表示不超过、以内，< 表示低于，无符号表示达到；“力争”“争取”等语气的目标注明“力争”。目标年份与该方案主要年份不同的，在数字旁注明。",
    ),
    (
        "空格",
        "没有数字的格子写明原因，不以零代替，也不借用其他数值。",
    ),
];

const RULES_EN: Rules = [
    (
        "Rows and columns",
        "Each canonical indicator has a row, and under it a line for each measure: a level, an increment, a yearly figure, a cumulative figure, growth, a share, a ratio, coverage and a rank are different quantities and never stand in one line. A target that a plan repeats in the same words is shown once; statements with another year or scope are listed.",
    ),
    (
        "Comparability",
        "A: measure, unit, scope and year agree. B: they agree after an exact conversion. C: the target year, the region's level or the scope differs, so the figures stand side by side but are not ranked. D: the units or measures are of different kinds. E: only a relative target is given.",
    ),
    (
        "Signs",
        "≥ at least, > more than, ≈ about, ≤ at most, < less than; no sign means the value itself is to be reached. Targets that the plan only aims for are marked “aspirational”. A target year is printed when it is not the plan's main one.",
    ),
    (
        "Empty cells",
        "They say why they are empty. Nothing is replaced by zero or by a figure from elsewhere.",
    ),
];

fn paragraph(label: &str, text: impl Into<String>) -> Labelled {
    Labelled {
        label: label.to_owned(),
        value: text.into(),
    }
}

/// Which versions read the texts.
fn made_with(phrases: &Phrases<'_>, input: &ReportInput<'_>) -> Labelled {
    let (rules, lexicon, app) = (
        input.extractor_version,
        &input.lexicon_version,
        &input.app_version,
    );
    let day = phrases.date(&input.today);
    paragraph(
        phrases.either("提取", "Extraction"),
        phrases.either(
            format!("由 PlanLens {app} 于{day}生成；提取规则第{rules}版，词库 {lexicon} 版。同样的文本、规则和词库得到同样的结果。各方案的来源文件及其校验值见方案表。"),
            format!("Written by PlanLens {app} on {day}, with version {rules} of the extraction rules and version {lexicon} of the vocabulary. The same texts, rules and vocabulary give the same results. The table of plans names each source file and its checksum."),
        ),
    )
}

/// How far people have looked at the targets shown.
fn reviewed(phrases: &Phrases<'_>, sources: &[SourceSentence]) -> Labelled {
    let statuses = [
        Status::Accepted,
        Status::Edited,
        Status::Extracted,
        Status::Rejected,
    ];
    let counts = statuses.iter().filter_map(|status| {
        let count = sources
            .iter()
            .filter(|source| source.status == *status)
            .count();
        let word = phrases.status(*status);
        (count > 0).then(|| phrases.either(format!("{word}{count}项"), format!("{word}: {count}")))
    });
    let counts = counts.collect::<Vec<_>>().join(phrases.words.list_comma);
    let total = sources.len();
    paragraph(
        phrases.either("校核", "Review"),
        phrases.either(
            format!("所列{total}项目标的校核状态：{counts}。自动提取的目标尚无人核对，引用前请对照原句。"),
            format!("Review status of the {total} targets shown: {counts}. Nobody has yet checked a target that was extracted automatically; compare it with its sentence before quoting it."),
        ),
    )
}

/// How well extraction agreed with annotation by hand, and what that does not say.
fn accuracy(phrases: &Phrases<'_>, of: &Accuracy) -> Labelled {
    let (documents, annotated, found) = (of.documents, of.annotated, of.found);
    let (place, whole) = (&of.detection_f1, &of.strict_f1);
    paragraph(
        phrases.either("准确度", "Accuracy"),
        phrases.either(
            format!("在随程序提供、人工标注的{documents}个方案（{annotated}项目标）上，提取出{found}项；目标位置的F1值为{place}，名称、数值、单位、符号、量的性质、年份全部正确的F1值为{whole}。提取规则编写时参照过这些方案，因此这一结果不代表其他文本上的准确度。"),
            format!("On the {documents} plans that come with the program, annotated by hand ({annotated} targets), extraction found {found}. F1 is {place} for the place of a target, and {whole} for name, value, unit, sign, measure and year being all right. The rules were written with these plans in view, so the figures do not tell how well another text is read."),
        ),
    )
}

/// The conversions that the analyst chose, with the formula of every figure made by them.
fn assumed(phrases: &Phrases<'_>, input: &ReportInput<'_>) -> Labelled {
    let cells = input
        .matrix
        .groups
        .iter()
        .flat_map(|group| &group.rows)
        .flat_map(|row| row.sub_rows.iter().map(move |sub_row| (row, sub_row)))
        .flat_map(|(row, sub_row)| {
            let columns = input.matrix.plans.iter().zip(&sub_row.cells);
            columns.map(move |(column, cell)| (row, column, cell))
        });
    let mut formulas: Vec<String> = Vec::new();
    for (row, column, cell) in cells {
        let Cell::Stated { statements, .. } = cell else {
            continue;
        };
        let name = phrases.either(None, row.indicator_en.as_deref());
        let name = name.unwrap_or(&row.indicator);
        for made in statements.iter().filter_map(|said| said.derived.as_ref()) {
            let (region, formula) = (&column.region, &made.formula);
            formulas.push(format!("{region} {name}{}{formula}", phrases.words.colon));
        }
    }
    let made = match formulas.is_empty() {
        true => phrases
            .either(
                "所选换算没有得出数值。",
                "The conversions chosen gave no figure.",
            )
            .to_owned(),
        false => format!(
            "{}{}",
            formulas.join(phrases.words.clause),
            phrases.either("。", ".")
        ),
    };
    paragraph(
        phrases.either("按假设推算", "Assumptions"),
        phrases.either(
            format!("以下数值不是方案原文，而是分析者选择的假设推算所得，在表中注明，只作有条件比较：{made}"),
            format!("These figures are not stated by the plans. They follow from assumptions that the analyst chose, are marked in the tables, and compare only conditionally: {made}"),
        ),
    )
}

/// What the analyst measures against.
fn benchmark(phrases: &Phrases<'_>, input: &ReportInput<'_>) -> Option<Labelled> {
    let against = match input.choices.benchmark.as_ref()? {
        Benchmark::Median => phrases.words.choice.median.to_owned(),
        Benchmark::Plan { plan } => {
            let mut columns = input.matrix.plans.iter();
            columns.find(|column| column.plan == *plan)?.region.clone()
        }
    };
    Some(paragraph(
        phrases.words.choice.benchmark,
        phrases.either(
            format!("各数值与{against}相比；不可比的不计差值。"),
            format!("Figures are measured against: {against}. Where figures do not compare no difference is given."),
        ),
    ))
}

/// What made the report.
pub(crate) fn versions(phrases: &Phrases<'_>, input: &ReportInput<'_>) -> Vec<Labelled> {
    let head = &words(phrases.language).head;
    [
        (head.app, format!("PlanLens {}", input.app_version)),
        (head.extractor, input.extractor_version.to_string()),
        (head.lexicon, input.lexicon_version.clone()),
    ]
    .into_iter()
    .map(|(label, value)| Labelled {
        label: label.to_owned(),
        value,
    })
    .collect()
}
