//! The territorial chain: every plan beside the plans of the nearest region above it that has any.

use crate::benchmark::percent;
use crate::index::chosen;
use crate::input::{ComparedPlan, Spoken};
use crate::judge::verdict_between;
use plan_lexicon::Lexicon;
use plan_model::{
    Cell, Chain, ChainLink, ChainRow, Decimal, Filter, IndicatorRow, Matrix, Measure, NoShare,
    Reason, RegionLevel, Statement, SubRow, Verdict,
};
use std::borrow::Borrow;

/// The chain of the plans that `filter` shows. The plans above are looked for in the whole library; of targets,
/// those that the filter shows count.
#[must_use]
pub fn chain<P: Borrow<ComparedPlan>>(plans: &[P], filter: &Filter, lexicon: &Lexicon) -> Chain {
    let shown = crate::compare(plans, filter, lexicon).0.plans;
    let whole = Filter {
        plans: Vec::new(),
        level: Vec::new(),
        region: Vec::new(),
        verdict: Vec::new(),
        shared: None,
        shared_max: None,
        differences: false,
        ..filter.clone()
    };
    let (matrix, _) = crate::compare(plans, &whole, lexicon);
    let mut links = Vec::new();
    let all: Vec<&ComparedPlan> = plans.iter().map(Borrow::borrow).collect();
    for own in chosen(plans, filter) {
        if !shown.iter().any(|column| column.plan == own.plan) {
            continue;
        }
        for parent in above(own, &all, lexicon) {
            links.extend(link(own, parent, &matrix, lexicon));
        }
    }
    Chain { links }
}

/// The plans of the nearest region above that has any.
fn above<'p>(
    own: &ComparedPlan,
    plans: &[&'p ComparedPlan],
    lexicon: &Lexicon,
) -> Vec<&'p ComparedPlan> {
    let mut regions: Vec<String> = Vec::new();
    let known = own
        .meta
        .region
        .as_deref()
        .and_then(|name| match &own.meta.province {
            Some(province) => lexicon
                .region_in(name, province)
                .or_else(|| lexicon.region(name)),
            None => lexicon.region(name),
        });
    regions.extend(own.meta.parent_region.clone());
    regions.extend(known.and_then(|region| region.parent.clone()));
    regions.extend(own.meta.province.clone());
    regions.extend(known.map(|region| region.province.clone()));
    let full = |name: &str| {
        let region = lexicon.region(name);
        region.map_or_else(|| name.to_owned(), |region| region.name.clone())
    };
    let own_region = own.meta.region.as_deref().map(full);
    for region in regions {
        let region = full(&region);
        if Some(&region) == own_region.as_ref()
            || own.meta.region_level == Some(RegionLevel::Province)
        {
            continue;
        }
        let found: Vec<&ComparedPlan> = plans
            .iter()
            .copied()
            .filter(|plan| plan.meta.region.as_deref().map(full).as_ref() == Some(&region))
            .collect();
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

fn link(
    own: &ComparedPlan,
    parent: &ComparedPlan,
    matrix: &Matrix,
    lexicon: &Lexicon,
) -> Option<ChainLink> {
    let at = |plan: &ComparedPlan| {
        matrix
            .plans
            .iter()
            .position(|column| column.plan == plan.plan)
    };
    let (of_own, of_parent) = (at(own)?, at(parent)?);
    let mut rows = Vec::new();
    for row in matrix.groups.iter().flat_map(|group| &group.rows) {
        for sub_row in &row.sub_rows {
            for said in numbers(sub_row, of_own) {
                let mut judged: Vec<_> = numbers(sub_row, of_parent)
                    .map(|whole| {
                        (
                            between((own, said), (parent, whole), row, sub_row, lexicon),
                            whole,
                        )
                    })
                    .collect();
                judged.sort_by_key(|((verdict, reasons), _)| (*verdict, reasons.len()));
                if let Some(((verdict, reasons), whole)) = judged.into_iter().next() {
                    rows.push(chain_row(
                        row,
                        sub_row.measure,
                        said,
                        whole,
                        verdict,
                        reasons,
                        lexicon,
                    ));
                }
            }
        }
    }
    let name = |column: usize| matrix.plans[column].region.clone();
    Some(ChainLink {
        plan: own.plan,
        region: name(of_own),
        parent: parent.plan,
        parent_region: name(of_parent),
        rows,
    })
}

/// The statements of a cell that give a number.
fn numbers(sub_row: &SubRow, column: usize) -> impl Iterator<Item = &Statement> {
    let statements = match sub_row.cells.get(column) {
        Some(Cell::Stated { statements, .. }) => statements.as_slice(),
        _ => &[],
    };
    statements.iter().filter(|said| said.harmonised.is_some())
}

fn between(
    (own, said): (&ComparedPlan, &Statement),
    (parent, whole): (&ComparedPlan, &Statement),
    row: &IndicatorRow,
    sub_row: &SubRow,
    lexicon: &Lexicon,
) -> (Verdict, Vec<Reason>) {
    let of = |plan, statement| Spoken {
        meta: plan,
        indicator: &row.indicator,
        measure: sub_row.measure,
        statement,
    };
    verdict_between(&of(&own.meta, said), &of(&parent.meta, whole), lexicon)
}

fn chain_row(
    row: &IndicatorRow,
    measure: Measure,
    own: &Statement,
    whole: &Statement,
    verdict: Verdict,
    reasons: Vec<Reason>,
    lexicon: &Lexicon,
) -> ChainRow {
    let share = share(row, measure, (own, whole), (verdict, &reasons), lexicon);
    ChainRow {
        indicator: row.indicator.clone(),
        indicator_en: row.indicator_en.clone(),
        measure,
        own: own.clone(),
        whole: whole.clone(),
        verdict,
        reasons,
        share: share.ok(),
        no_share: share.err(),
    }
}

/// The part in per cent of the whole, where that has a meaning: amounts that add up over regions, under no other
/// condition than that one region is the greater.
fn share(
    row: &IndicatorRow,
    measure: Measure,
    (own, whole): (&Statement, &Statement),
    (verdict, reasons): (Verdict, &[Reason]),
    lexicon: &Lexicon,
) -> Result<Decimal, NoShare> {
    let unit = whole.unit.as_deref();
    if !matches!(
        measure,
        Measure::Level | Measure::Increment | Measure::Cumulative
    ) || !adds_up(&row.indicator, unit, lexicon)
    {
        return Err(NoShare::NotAdditive);
    }
    if verdict > Verdict::C {
        return Err(NoShare::NotComparable);
    }
    let only_level = reasons.iter().all(|reason| {
        matches!(
            reason,
            Reason::Same | Reason::Converted { .. } | Reason::LevelDiffers { .. }
        )
    });
    if !only_level {
        return Err(NoShare::Condition);
    }
    let single = |said: &Statement| {
        let shown = said.harmonised.as_ref()?;
        (shown.value_max.is_none() && shown.value > Decimal::ZERO).then_some(shown.value)
    };
    single(own)
        .zip(single(whole))
        .and_then(|(own, whole)| percent(own, whole))
        .ok_or(NoShare::NotComparable)
}

/// Words of means, rates and indices: what they name is no sum over regions, whatever its unit.
const MEANS: &[&str] = &[
    "人均", "户均", "亩均", "地均", "每", "平均", "单位", "率", "比重", "占比", "强度", "指数",
    "寿命", "浓度",
];

/// Whether amounts of an indicator add up over the parts of a region.
fn adds_up(indicator: &str, unit: Option<&str>, lexicon: &Lexicon) -> bool {
    let Some(unit) = unit.and_then(|unit| lexicon.parse_unit(unit)) else {
        return false;
    };
    let dimension = unit.dimension.as_str();
    let amount = dimension.starts_with("count")
        || dimension.starts_with("money")
        || dimension.starts_with("energy")
        || matches!(
            dimension,
            "person" | "person visit" | "person year" | "mass" | "area" | "length" | "volume"
        );
    amount && !dimension.contains('/') && !MEANS.iter().any(|word| indicator.contains(word))
}
