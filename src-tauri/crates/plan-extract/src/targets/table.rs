//! Indicator tables flattened to text: lines of cells parted by tabs, bars or wide spaces. The unit comes from
//! the unit column, the year from the column head.

use super::confidence::{self, Grounds};
use super::measure::{Clues, measure};
use super::strip::{Act, Change};
use super::{Found, Scene, build, year};
use crate::numerals::{Numeral, Shape};
use plan_model::{NumberClass, Op, Span, Year};

/// A run of lines with the same number of cells.
struct Table {
    rows: Vec<Vec<Span>>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Unit,
    /// Values of a year to come.
    Goal(Option<i32>),
    /// Values of a year gone by.
    Past,
    /// Yearly growth up to the goal: 年均增长.
    Rate(Option<i32>),
    /// Running numbers, remarks, properties.
    Other,
}

const LEAST_CELLS: usize = 3;
const MOST_CELLS: usize = 24;

/// Finds the targets of all tables; returns the lines they take, ascending.
pub(super) fn targets(scene: &Scene<'_>, found: &mut Found) -> Vec<Span> {
    let mut taken = Vec::new();
    for table in tables(scene.text()) {
        if let Some((columns, body)) = columns(scene, &table) {
            for row in &table.rows[body..] {
                in_row(scene, &columns, row, found);
            }
            let whole = table.rows.iter().flatten();
            taken.extend(whole.copied().reduce(Span::join));
        }
    }
    taken
}

fn tables(text: &str) -> Vec<Table> {
    let mut found: Vec<Table> = Vec::new();
    let mut rows: Vec<Vec<Span>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        // Most lines are prose without anything that could part cells.
        let parted = line.bytes().any(|byte| matches!(byte, b' ' | b'\t' | b'|'))
            || line.contains(['\u{3000}', '｜']);
        let cells = if parted { cells(line, at) } else { Vec::new() };
        at += line.len();
        // The line of dashes under the head of a Markdown table is no row.
        let rule = line
            .trim()
            .chars()
            .all(|ch| matches!(ch, '|' | '-' | ':' | ' '));
        if rule && !line.trim().is_empty() {
            continue;
        }
        let fits = cells.len() >= LEAST_CELLS && cells.len() <= MOST_CELLS;
        if !fits || rows.last().is_some_and(|last| last.len() != cells.len()) {
            close(&mut rows, &mut found);
        }
        if fits {
            rows.push(cells);
        }
    }
    close(&mut rows, &mut found);
    found
}

fn close(rows: &mut Vec<Vec<Span>>, found: &mut Vec<Table>) {
    let rows = std::mem::take(rows);
    if rows.len() >= 2 {
        found.push(Table { rows });
    }
}

/// The cells of a line; empty ones at the border of a barred row are left out.
fn cells(line: &str, at: usize) -> Vec<Span> {
    let body = line.trim_end_matches(['\n', '\r']);
    let barred = body.matches(['|', '｜']).count() >= 2;
    let mut parts: Vec<(usize, &str)> = Vec::new();
    let mut from = 0;
    if barred || body.contains('\t') {
        let mark = |ch: char| {
            if barred {
                matches!(ch, '|' | '｜')
            } else {
                ch == '\t'
            }
        };
        for (place, found) in body.match_indices(mark) {
            parts.push((from, &body[from..place]));
            from = place + found.len();
        }
        parts.push((from, &body[from..]));
        if barred {
            parts.retain(|(place, cell)| {
                !(cell.trim().is_empty() && (*place == 0 || place + cell.len() == body.len()))
            });
        }
    } else {
        // Two spaces or more part cells; one may stand inside a cell.
        let wide = body.replace('\u{3000}', "   ");
        // Where nothing wider parts them, single spaces may; the heads then decide whether it is a table.
        let least = if wide.contains("  ") { 2 } else { 1 };
        let mut gap = 0;
        let mut start = None;
        let mut end = 0;
        for (place, ch) in body.char_indices() {
            let width = if ch == '\u{3000}' {
                2
            } else {
                usize::from(ch == ' ')
            };
            if width > 0 {
                gap += width;
                continue;
            }
            if gap >= least
                && let Some(begin) = start.replace(place)
            {
                parts.push((begin, &body[begin..end]));
            }
            start.get_or_insert(place);
            gap = 0;
            end = place + ch.len_utf8();
        }
        if let Some(begin) = start {
            parts.push((begin, &body[begin..end]));
        }
    }
    parts
        .into_iter()
        .map(|(place, cell)| {
            let lead = cell.len() - cell.trim_start().len();
            Span::new(at + place + lead, at + place + lead + cell.trim().len())
        })
        .collect()
}

/// The columns by their heads, and where the body begins; `None` when nothing says that the table holds goals.
fn columns(scene: &Scene<'_>, table: &Table) -> Option<(Vec<Column>, usize)> {
    let head = table.rows.first()?;
    let first_year = scene.meta.period.map(|(first, _)| first.0);
    let last_year = scene.meta.main_year().map(|year| year.0);
    let mut columns: Vec<Column> = head
        .iter()
        .map(|cell| {
            let words = scene.slice(*cell);
            let year = scene
                .numerals_in(*cell)
                .iter()
                .find_map(|n| n.year_to.or(n.year).or_else(|| bare_year(n)));
            let rate = ["年均增长", "年均增速", "年均增长率", "年均增幅", "年均递增"]
                .iter()
                .any(|word| words.contains(word));
            if rate {
                Column::Rate(year.or(last_year))
            } else if words.contains("单位") && year.is_none() {
                Column::Unit
            } else if ["现状", "基期", "实际", "完成值", "基础值"]
                .iter()
                .any(|word| words.contains(word))
                || year
                    .zip(first_year)
                    .is_some_and(|(year, first)| year < first)
            {
                Column::Past
            } else if year.is_some()
                || ["目标值", "目标", "预期值", "规划值"]
                    .iter()
                    .any(|word| words.ends_with(word))
            {
                Column::Goal(year.or(last_year))
            } else if ["指标", "名称", "项目", "内容"]
                .iter()
                .any(|word| words.contains(word))
            {
                Column::Name
            } else {
                Column::Other
            }
        })
        .collect();
    // Two heads may speak of indicators (一级指标, 二级指标): the last one names them.
    let names: Vec<usize> = (0..columns.len())
        .filter(|at| columns[*at] == Column::Name)
        .collect();
    for at in names.iter().rev().skip(1) {
        columns[*at] = Column::Other;
    }
    // Years alone tell no goal from a statistic: the last column of several years must be one to come.
    let goal = columns
        .iter()
        .any(|column| matches!(column, Column::Goal(_)));
    (goal && !names.is_empty()).then_some((columns, 1))
}

fn bare_year(numeral: &Numeral) -> Option<i32> {
    let value: i32 = numeral.value?.try_into().ok()?;
    (numeral.shape == Shape::Bare && (1990..=2100).contains(&value)).then_some(value)
}

fn in_row(scene: &Scene<'_>, columns: &[Column], row: &[Span], found: &mut Found) {
    let cell_of = |wanted: Column| {
        columns
            .iter()
            .position(|column| *column == wanted)
            .map(|at| row[at])
    };
    let Some(name_cell) = cell_of(Column::Name) else {
        return;
    };
    let (name, unit_in_name) = name_and_unit(scene, name_cell);
    for (column, cell) in columns.iter().zip(row) {
        let numerals = scene.numerals_in(*cell);
        if matches!(column, Column::Rate(_))
            && let Some(value) = numerals.iter().find(|n| n.unit.as_deref() == Some("%"))
        {
            push(scene, name, *cell, value, Some("%"), *column, found);
        }
        let class = match column {
            Column::Goal(_) if scene.slice(name).chars().count() >= 2 => {
                let value = numerals.iter().find(|n| {
                    n.value.is_some() && matches!(n.shape, Shape::Bare | Shape::Quantity)
                });
                if let Some(value) = value {
                    let unit = cell_of(Column::Unit).map(|cell| scene.slice(cell).to_owned());
                    let unit = unit.filter(|unit| {
                        unit.chars().count() <= 12
                            && unit.contains(|ch: char| {
                                ch.is_alphanumeric() || matches!(ch, '%' | '％' | '‰')
                            })
                    });
                    let unit = value.unit.clone().or(unit).or_else(|| unit_in_name.clone());
                    push(scene, name, *cell, value, unit.as_deref(), *column, found);
                }
                NumberClass::Other
            }
            Column::Past => NumberClass::Baseline,
            Column::Name | Column::Goal(_) | Column::Rate(_) => NumberClass::Name,
            Column::Unit | Column::Other => NumberClass::Ordinal,
        };
        found
            .refused
            .extend(numerals.iter().map(|n| (n.span, class)));
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
    name: Span,
    cell: Span,
    value: &Numeral,
    unit: Option<&str>,
    column: Column,
    found: &mut Found,
) {
    let (rate, goal_year) = match column {
        Column::Rate(year) => (true, year),
        Column::Goal(year) => (false, year),
        _ => return,
    };
    let words = scene.slice(cell);
    let wording = scene.slice(name);
    let growing = rate
        || ["增长", "增速", "增长率", "增幅"]
            .iter()
            .any(|word| wording.ends_with(word))
        || words.contains("增长");
    let falling = ["下降", "降低"]
        .iter()
        .any(|word| wording.ends_with(word) || words.contains(word));
    let change = if growing {
        Some(Change::Growth)
    } else {
        falling.then_some(Change::Decline)
    };
    let adds = wording.starts_with('新') || wording.contains("新增");
    let measure = measure(&Clues {
        name: wording,
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
    let op = if words.contains('≥') || words.contains("以上") || words.contains("不低于") {
        Op::AtLeast
    } else if words.contains('>') || words.contains('＞') || words.contains("超过") {
        Op::MoreThan
    } else if words.contains('≤') || words.contains("以内") || words.contains("以下") {
        Op::AtMost
    } else if words.contains('<') || words.contains('＜') {
        Op::LessThan
    } else if words.contains("左右") || words.contains('约') {
        Op::About
    } else {
        Op::Equal
    };
    let when = year::Found {
        year: goal_year.map(Year),
        year_from: None,
        by_date: true,
        rule: "year_in_sentence",
    };
    let mut target = build::blank(scene, name, measure, op, when);
    target.quote = cell;
    target.value_span = Some(value.span);
    target.value = value.value;
    target.value_max = value.value_max;
    target.unit = super::wording::unit_of(unit, wording, measure);
    target.scope = super::scope::words_in(&target.name);
    "table_cell".clone_into(&mut target.rule);
    let grounds = Grounds {
        name: "name_first",
        shared: false,
        measure: "measure_by_name",
        year: when.rule,
        op: if op == Op::Equal {
            "op_none"
        } else {
            "op_by_word_before"
        },
    };
    confidence::settle(scene, &mut target, &grounds);
    found.targets.push(target);
}
