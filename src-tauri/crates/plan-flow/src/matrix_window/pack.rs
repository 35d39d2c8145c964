//! A frame as it crosses to the page.

use crate::wire::matrix::{FrameAnswer, FrameSubRow, PackedFrame, PackedGroup, PackedSubRow};
use plan_model::{BenchmarkFigure, Reason};
use std::collections::BTreeMap;

/// Values that repeat, each kept once.
struct Once<T> {
    places: BTreeMap<T, u32>,
    values: Vec<T>,
}

impl<T: Clone + Ord> Once<T> {
    fn new() -> Self {
        Self {
            places: BTreeMap::new(),
            values: Vec::new(),
        }
    }

    fn place(&mut self, value: T) -> u32 {
        if let Some(place) = self.places.get(&value) {
            return *place;
        }
        let place = super::place(self.values.len());
        self.values.push(value.clone());
        self.places.insert(value, place);
        place
    }
}

/// Packs a frame. The page's `unpackFrame` is its counterpart.
#[must_use]
pub fn pack(answer: FrameAnswer) -> PackedFrame {
    let mut units = Once::new();
    let mut reasons = Once::new();
    let mut benchmarks = Vec::new();
    let groups = answer.matrix.groups.into_iter().map(|group| {
        let mut packed = PackedGroup {
            indicator_type: group.indicator_type,
            targets: group.targets,
            plan_targets: group.plan_targets,
            indicators: Vec::with_capacity(group.rows.len()),
            known: Vec::new(),
            plan_counts: Vec::with_capacity(group.rows.len()),
            sub_rows: Vec::with_capacity(group.rows.len()),
        };
        for (row, place) in group.rows.into_iter().zip(0..) {
            if row.indicator_en.is_some() || row.definition.is_some() {
                packed.known.push((place, row.indicator_en, row.definition));
            }
            packed.indicators.push(row.indicator);
            packed.plan_counts.push(row.plan_count);
            let sub_rows = row.sub_rows.into_iter();
            let one = |one| sub_row(one, &mut units, &mut reasons, &mut benchmarks);
            packed.sub_rows.push(sub_rows.map(one).collect());
        }
        packed
    });
    PackedFrame {
        ticket: answer.ticket,
        plans: answer.matrix.plans,
        groups: groups.collect(),
        targets_shown: answer.matrix.targets_shown,
        targets_total: answer.matrix.targets_total,
        facets: answer.facets,
        units: units.values,
        reasons: reasons.values,
        benchmarks,
    }
}

fn sub_row(
    one: FrameSubRow,
    units: &mut Once<String>,
    reasons: &mut Once<Vec<Reason>>,
    benchmarks: &mut Vec<(u32, BenchmarkFigure)>,
) -> PackedSubRow {
    benchmarks.extend(one.benchmark.map(|figure| (one.sub_row, figure)));
    PackedSubRow(
        one.measure,
        one.unit.map(|unit| units.place(unit)),
        one.verdict,
        reasons.place(one.reasons),
        one.charted,
    )
}
