//! The targets of one row of a table.

use super::super::confidence::{self, Grounds};
use super::super::measure::{Clues, measure};
use super::super::strip::{Act, Change};
use super::super::{Found, Scene, build, scope, wording, year};
use super::bare_year;
use crate::numerals::{Numeral, Shape};
use plan_model::{ColumnRole, Firmness, NumberClass, Op, Span, Target, Year};

/// How the columns of a table came to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// By the heads of a table in a text.
    Heads,
    /// By the heads of a sheet, or by an analyst.
    Mapping,
}

impl Way {
    fn rule(self) -> &'static str {
        match self {
            Self::Heads => "table_cell",
            Self::Mapping => "mapped_cell",
        }
    }
}

/// What the cells of a row say that holds for each of its values.
struct Common<'s> {
    name: Span,
    unit: Option<String>,
    /// The unit that the name gives in brackets.
    unit_in_name: Option<String>,
    year: Option<i32>,
    op: Option<Op>,
    firmness: Option<Firmness>,
    responsible: Vec<String>,
    scope: Option<&'s str>,
    way: Way,
}

/// Finds the targets of a row, and the classes of its other numbers.
pub(super) fn targets(
    scene: &Scene<'_>,
    columns: &[ColumnRole],
    row: &[Span],
    way: Way,
    found: &mut Found,
) {
    let cell_of = |wanted: ColumnRole| {
        let at = columns.iter().position(|column| *column == wanted)?;
        row.get(at).map(|cell| scene.plan.tables.reach(*cell))
    };
    let said = |wanted: ColumnRole| {
        let words = scene.slice(cell_of(wanted)?).trim();
        Some(words).filter(|words| !words.is_empty())
    };
    let Some(name_cell) = cell_of(ColumnRole::Name) else {
        return;
    };
    let (name, unit_in_name) = name_and_unit(scene, name_cell);
    let common = Common {
        name,
        unit: said(ColumnRole::Unit)
            .filter(|unit| is_unit(unit))
            .map(str::to_owned),
        unit_in_name,
        year: cell_of(ColumnRole::Year).and_then(|cell| {
            let numerals = scene.numerals_in(cell).iter();
            numerals
                .filter_map(|n| n.year_to.or(n.year).or_else(|| bare_year(n)))
                .next_back()
        }),
        op: said(ColumnRole::Op).and_then(op_in),
        firmness: said(ColumnRole::Firmness).and_then(firmness_in),
        responsible: said(ColumnRole::Responsible).map(units).unwrap_or_default(),
        scope: said(ColumnRole::Scope),
        way,
    };
    for (column, cell) in columns.iter().zip(row) {
        let numerals = scene.numerals_in(*cell);
        if matches!(column, ColumnRole::Growth { .. })
            && let Some(value) = numerals.iter().find(|n| n.unit.as_deref() == Some("%"))
        {
            push(scene, &common, *cell, value, *column, found);
        }
        let class = match column {
            ColumnRole::Value { .. } => {
                let value = numerals.iter().find(|n| {
                    n.value.is_some() && matches!(n.shape, Shape::Bare | Shape::Quantity)
                });
                if let Some(value) = value
                    && scene.slice(name).chars().count() >= 2
                {
                    push(scene, &common, *cell, value, *column, found);
                }
                NumberClass::Other
            }
            ColumnRole::Baseline => NumberClass::Baseline,
            ColumnRole::Year => NumberClass::Date,
            ColumnRole::Name | ColumnRole::Growth { .. } => NumberClass::Name,
            ColumnRole::Unit
            | ColumnRole::Op
            | ColumnRole::Firmness
            | ColumnRole::Responsible
            | ColumnRole::Scope
            | ColumnRole::Other => NumberClass::Ordinal,
        };
        found
            .refused
            .extend(numerals.iter().map(|n| (n.span, class)));
    }
}

/// Whether the words of a unit column are one: short, and more than a dash.
fn is_unit(words: &str) -> bool {
    let letter = |ch: char| ch.is_alphanumeric() || matches!(ch, '%' | '％' | '‰');
    words.chars().count() <= 12 && words.contains(letter)
}

/// The units that a cell names.
fn units(words: &str) -> Vec<String> {
    words
        .split(['、', '，', ',', '；', ';', '/', '\n'])
        .map(str::trim)
        .filter(|unit| !unit.is_empty())
        .map(str::to_owned)
        .collect()
}

/// 约束性 binds, 预期性 is what is hoped for.
fn firmness_in(words: &str) -> Option<Firmness> {
    let words = words.to_lowercase();
    let holds = |list: &[&str]| list.iter().any(|word| words.contains(word));
    if holds(&["约束", "約束", "binding", "firm"]) {
        Some(Firmness::Firm)
    } else if holds(&[
        "预期",
        "預期",
        "expected",
        "indicative",
        "aspirational",
        "soft",
    ]) {
        Some(Firmness::Soft)
    } else {
        None
    }
}

/// The bound that the words of a cell say.
fn op_in(words: &str) -> Option<Op> {
    let holds = |list: &[&str]| list.iter().any(|word| words.contains(word));
    if holds(&[
        "≥",
        ">=",
        "以上",
        "不低于",
        "不少于",
        "至少",
        "不低於",
        "at least",
    ]) {
        Some(Op::AtLeast)
    } else if holds(&[
        "≤",
        "<=",
        "以内",
        "以下",
        "不超过",
        "不高于",
        "以內",
        "不超過",
        "at most",
    ]) {
        Some(Op::AtMost)
    } else if holds(&[">", "＞", "超过", "超過", "more than"]) {
        Some(Op::MoreThan)
    } else if holds(&["<", "＜", "低于", "低於", "less than"]) {
        Some(Op::LessThan)
    } else if holds(&["左右", "约", "約", "~", "about"]) {
        Some(Op::About)
    } else {
        None
    }
}

/// 研发经费投入强度（%）: the name without its unit, and the unit.
fn name_and_unit(scene: &Scene<'_>, cell: Span) -> (Span, Option<String>) {
    let text = scene.slice(cell);
    let closed = text.strip_suffix(['）', ')']);
    let open = closed.and_then(|inner| inner.rfind(['（', '(']));
    let (Some(inner), Some(open)) = (closed, open) else {
        return (cell, None);
    };
    let mark = inner[open..].chars().next().map_or(0, char::len_utf8);
    let unit = inner[open + mark..].trim();
    let is_unit = scene.lexicon.unit(unit).is_some()
        || unit.contains('/')
        || matches!(unit, "%" | "％" | "‰");
    if !is_unit || open == 0 {
        return (cell, None);
    }
    (
        Span::new(cell.from(), cell.from() + open),
        Some(unit.replace('％', "%")),
    )
}

fn push(
    scene: &Scene<'_>,
    common: &Common<'_>,
    cell: Span,
    value: &Numeral,
    column: ColumnRole,
    found: &mut Found,
) {
    let (rate, head_year) = match column {
        ColumnRole::Growth { year } => (true, year),
        ColumnRole::Value { year } => (false, year),
        _ => return,
    };
    let name = common.name;
    let words = scene.slice(cell);
    let named = scene.slice(name);
    let unit = if rate {
        Some("%".to_owned())
    } else {
        let own = value.unit.clone();
        own.or_else(|| common.unit.clone())
            .or_else(|| common.unit_in_name.clone())
    };
    let unit = unit.as_deref();
    let growing = rate
        || ["增长", "增速", "增长率", "增幅"]
            .iter()
            .any(|word| named.ends_with(word))
        || words.contains("增长");
    let falling = ["下降", "降低"]
        .iter()
        .any(|word| named.ends_with(word) || words.contains(word));
    let change = if growing {
        Some(Change::Growth)
    } else {
        falling.then_some(Change::Decline)
    };
    let adds = named.starts_with('新') || named.contains("新增");
    let measure = measure(&Clues {
        name: named,
        around: words,
        unit,
        change,
        act: adds.then_some(Act::Adds),
        reached: !adds && change.is_none(),
        annual: words.contains("年均") && change.is_none(),
        // Brackets around a value of such a table mean: counted over the whole period.
        cumulative: words.contains("累计") || words.starts_with(['[', '［', '【']),
        coverage: false,
        by_date: true,
        number_first: false,
        proportion: unit.is_none() && words.contains(['∶', ':', '：']),
    });
    let (op, op_rule) = match (op_in(words), common.op) {
        (Some(op), _) => (op, "op_by_word_before"),
        (None, Some(op)) => (op, "op_by_column"),
        (None, None) => (Op::Equal, "op_none"),
    };
    let (year, year_rule) = match (common.year, head_year, scene.meta.main_year()) {
        (Some(year), ..) => (Some(Year(year)), "year_by_column"),
        (None, Some(year), _) => (Some(year), "year_in_sentence"),
        (None, None, Some(year)) => (Some(year), "year_of_plan"),
        (None, None, None) => (None, "year_none"),
    };
    let when = year::Found {
        year,
        year_from: None,
        by_date: true,
        rule: year_rule,
    };
    let mut target = build::blank(scene, name, measure, op, when);
    target.quote = cell;
    target.value_span = Some(value.span);
    target.value = value.value;
    target.value_max = value.value_max;
    target.unit = wording::unit_of(unit, named, measure);
    target.scope = match common.scope {
        Some(scope) => Some(scope.to_owned()),
        None => scope::words_in(&target.name),
    };
    common.way.rule().clone_into(&mut target.rule);
    said_beside(&mut target, common);
    let grounds = Grounds {
        name: "name_first",
        shared: false,
        measure: "measure_by_name",
        year: when.rule,
        op: op_rule,
    };
    confidence::settle(scene, &mut target, &grounds);
    if common.firmness.is_some() {
        confidence::by_column(&mut target);
    }
    found.targets.push(target);
}

/// What other cells of the row say of a target.
fn said_beside(target: &mut Target, common: &Common<'_>) {
    if let Some(firmness) = common.firmness {
        target.firmness = firmness;
    }
    if !common.responsible.is_empty() {
        target.responsible.clone_from(&common.responsible);
    }
}
