//! What the columns of a table hold, by their heads: simplified, traditional and English ones.

use plan_model::{ColumnRole, PlanMeta, SheetMapping, Year};

/// Heads stand within the first lines of a sheet, below a title and a remark.
const HEADS_WITHIN: usize = 10;

/// Heads that speak of indicators and name none.
const CATEGORY: &[&str] = &["类别", "类型", "分类", "類別", "類型", "分類", "category"];
const RESPONSIBLE: &[&str] = &[
    "责任",
    "牵头",
    "负责",
    "责任部门",
    "主管部门",
    "責任",
    "牽頭",
    "負責",
    "主管部門",
    "responsible",
    "lead unit",
];
const FIRMNESS: &[&str] = &["属性", "性质", "屬性", "性質", "binding", "firmness"];
const OP: &[&str] = &[
    "界限",
    "比较符",
    "关系符",
    "界限符",
    "比較符",
    "關係符",
    "operator",
    "bound",
];
const SCOPE: &[&str] = &["口径", "口徑", "scope"];
const RATE: &[&str] = &[
    "年均增长",
    "年均增速",
    "年均增幅",
    "年均递增",
    "年均增長",
    "年均遞增",
    "annual growth",
];
const BASELINE: &[&str] = &[
    "现状",
    "基期",
    "实际",
    "完成值",
    "基础值",
    "現狀",
    "實際",
    "基礎值",
    "baseline",
    "actual",
];
const VALUE: &[&str] = &[
    "目标值",
    "目标",
    "预期值",
    "规划值",
    "目標值",
    "目標",
    "預期值",
    "規劃值",
    "target",
    "goal",
];
/// Values only where the whole head says so.
const BARE_VALUE: &[&str] = &["数值", "指标值", "數值", "指標值", "value", "target value"];
const YEAR: &[&str] = &[
    "年份",
    "年度",
    "目标年",
    "目标年份",
    "完成年份",
    "目標年",
    "目標年份",
    "year",
    "target year",
];
const NAME: &[&str] = &[
    "指标",
    "名称",
    "项目",
    "内容",
    "指標",
    "名稱",
    "項目",
    "內容",
    "indicator",
    "item",
];

/// What a column holds whose head says `words` and names `year`.
pub(super) fn role(words: &str, year: Option<i32>, meta: &PlanMeta) -> ColumnRole {
    let words = words.trim().to_lowercase();
    let holds = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let is = |list: &[&str]| list.contains(&words.as_str());
    let past = year
        .zip(meta.period)
        .is_some_and(|(year, (first, _))| year < first.0);
    let year = year.map(Year);
    if holds(RATE) {
        ColumnRole::Growth { year }
    } else if holds(RESPONSIBLE) {
        ColumnRole::Responsible
    } else if (words.contains("单位")
        || words.contains("單位")
        || words == "unit"
        || words == "units")
        && year.is_none()
    {
        ColumnRole::Unit
    } else if holds(FIRMNESS) {
        ColumnRole::Firmness
    } else if holds(CATEGORY) {
        ColumnRole::Other
    } else if is(YEAR) {
        ColumnRole::Year
    } else if holds(BASELINE) || past {
        ColumnRole::Baseline
    } else if year.is_some() || VALUE.iter().any(|word| words.ends_with(word)) || is(BARE_VALUE) {
        ColumnRole::Value { year }
    } else if holds(NAME) {
        ColumnRole::Name
    } else if holds(OP) {
        ColumnRole::Op
    } else if holds(SCOPE) {
        ColumnRole::Scope
    } else {
        ColumnRole::Other
    }
}

/// Two heads may speak of indicators (一级指标, 二级指标): the last one names them.
pub(super) fn one_name(columns: &mut [ColumnRole]) {
    let mut names = columns
        .iter_mut()
        .rev()
        .filter(|column| **column == ColumnRole::Name);
    names.next();
    for column in names {
        *column = ColumnRole::Other;
    }
}

/// Whether a table with these columns holds targets: it names indicators and gives values for them.
pub(super) fn hold_targets(columns: &[ColumnRole]) -> bool {
    let value = |column: &ColumnRole| {
        matches!(column, ColumnRole::Value { .. } | ColumnRole::Growth { .. })
    };
    columns.contains(&ColumnRole::Name) && columns.iter().any(value)
}

/// What the columns of a sheet with these lines of cells seem to hold, and where its values begin. Nothing is
/// certain about it: an analyst corrects it.
#[must_use]
pub fn sheet_mapping<'a>(
    sheet: &str,
    lines: impl Iterator<Item = &'a str>,
    meta: &PlanMeta,
) -> SheetMapping {
    let lines: Vec<Vec<&str>> = lines
        .take(HEADS_WITHIN + 1)
        .map(|line| line.split('\t').collect())
        .collect();
    let width = lines.iter().map(Vec::len).max().unwrap_or(0);
    let roles = |heads: &[String]| {
        let mut columns: Vec<ColumnRole> = heads
            .iter()
            .map(|head| role(head, year_in(head), meta))
            .collect();
        one_name(&mut columns);
        columns
    };
    let tables = lines.iter().enumerate().filter(|(_, line)| line.len() > 1);
    for (at, line) in tables {
        let mut heads: Vec<String> = line.iter().map(|&head| head.to_owned()).collect();
        let mut columns = roles(&heads);
        let Some(name) = columns.iter().position(|one| *one == ColumnRole::Name) else {
            continue;
        };
        let mut body = at + 1;
        // Years often stand in a second line of heads, under the word they belong to.
        if let Some(below) = lines.get(body).filter(|below| is_heads(below, name)) {
            for (head, below) in heads.iter_mut().zip(below) {
                head.push_str(below);
            }
            columns = roles(&heads);
            body += 1;
        }
        if hold_targets(&columns) {
            return SheetMapping {
                sheet: sheet.to_owned(),
                body: u32::try_from(body).unwrap_or(u32::MAX),
                columns,
            };
        }
    }
    SheetMapping {
        sheet: sheet.to_owned(),
        body: 1,
        columns: vec![ColumnRole::Other; width],
    }
}

/// Whether a line goes on with the heads of the one above: it names no indicator, and what it says are years.
fn is_heads(line: &[&str], name: usize) -> bool {
    let nameless = line.get(name).is_none_or(|cell| cell.trim().is_empty());
    let said = || line.iter().filter(|cell| !cell.trim().is_empty());
    nameless && said().count() > 0 && said().all(|cell| year_in(cell).is_some())
}

/// The last year that a head names.
fn year_in(head: &str) -> Option<i32> {
    head.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .rfind(|year| (1990..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(heads: &str) -> Vec<ColumnRole> {
        let meta = PlanMeta {
            period: Some((Year(2021), Year(2025))),
            ..PlanMeta::default()
        };
        sheet_mapping("表", heads.split('\n'), &meta).columns
    }

    #[test]
    fn heads_of_three_scripts_say_what_their_columns_hold() {
        use ColumnRole::{
            Baseline, Firmness, Growth, Name, Op, Other, Responsible, Scope, Unit, Value,
        };
        let value = |year: i32| Value {
            year: Some(Year(year)),
        };
        assert_eq!(
            kinds(
                "序号\t指标类别\t一级指标\t指标名称\t单位\t2020年\t2025年目标值\t年均增长\t指标属性\t责任单位\t备注"
            ),
            [
                Other,
                Other,
                Other,
                Name,
                Unit,
                Baseline,
                value(2025),
                Growth { year: None },
                Firmness,
                Responsible,
                Other
            ]
        );
        assert_eq!(
            kinds("指標名稱\t單位\t現狀\t目標值\t屬性\t牽頭單位"),
            [
                Name,
                Unit,
                Baseline,
                Value { year: None },
                Firmness,
                Responsible
            ]
        );
        assert_eq!(
            kinds("Indicator\tScope\tOperator\tValue\tUnit\tYear\tResponsible unit"),
            [
                Name,
                Scope,
                Op,
                Value { year: None },
                Unit,
                ColumnRole::Year,
                Responsible
            ]
        );
    }

    #[test]
    fn the_head_is_found_below_titles_and_may_take_two_lines() {
        let meta = PlanMeta::default();
        let found = sheet_mapping(
            "目标",
            "表1 主要目标\n单位：个\t\t\n指标\t目标\t\n\t2025年\t2030年\n企业\t1\t2".split('\n'),
            &meta,
        );
        assert_eq!(found.body, 4);
        let year = |year| ColumnRole::Value {
            year: Some(Year(year)),
        };
        assert_eq!(found.columns, [ColumnRole::Name, year(2025), year(2030)]);
    }

    #[test]
    fn a_sheet_that_says_nothing_gives_columns_to_be_told() {
        let found = sheet_mapping("表", "姓名\t电话\n甲\t1".split('\n'), &PlanMeta::default());
        assert_eq!(found.columns, [ColumnRole::Other; 2]);
        assert_eq!(found.body, 1);
    }
}
