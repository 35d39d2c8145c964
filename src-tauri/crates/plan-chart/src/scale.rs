//! From values to places: the axis of one panel or of several.

use plan_model::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// An axis: its ends and the values at which it has a line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Axis {
    low: f64,
    high: f64,
    /// Ascending, within the ends.
    pub(crate) ticks: Vec<Decimal>,
    /// Larger values stand further left: places in a league table.
    inverse: bool,
}

/// A value as a place is computed from it. Only pixels come of it.
pub(crate) fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

impl Axis {
    /// The axis for `values`, about `lines` lines wide. A bar's length is its value only from zero, so bars ask for it.
    pub(crate) fn of(values: &[Decimal], from_zero: bool, inverse: bool, lines: usize) -> Self {
        let ends = values.iter().copied();
        let (mut low, mut high) = match (ends.clone().min(), ends.max()) {
            (Some(low), Some(high)) => (low, high),
            _ => (Decimal::ZERO, Decimal::ONE),
        };
        if from_zero {
            low = low.min(Decimal::ZERO);
            high = high.max(Decimal::ZERO);
        }
        if low == high {
            // A single value stands in the middle of an axis that it gives the size of.
            let half = if high.is_zero() {
                Decimal::ONE
            } else {
                high.abs() / Decimal::TWO
            };
            (low, high) = if from_zero && high.is_zero() {
                (Decimal::ZERO, Decimal::ONE)
            } else {
                (low.saturating_sub(half), high.saturating_add(half))
            };
        }
        let step = step(low, high, lines);
        if !from_zero {
            // Dots stand clear of both ends.
            low = down(low, step);
            high = up(high, step);
        }
        Self {
            low: float(low),
            high: float(high),
            ticks: ticks(low, high, step),
            inverse,
        }
    }

    /// Where a value stands between the ends, 0 to 1.
    pub(crate) fn place(&self, value: Decimal) -> f64 {
        let share = (float(value) - self.low) / (self.high - self.low);
        let share = if self.inverse { 1.0 - share } else { share };
        if share.is_finite() {
            share.clamp(0.0, 1.0)
        } else {
            0.0
        }
    }
}

/// 1, 2, 2.5 or 5 times a power of ten, so that about `lines` of them cover the axis.
fn step(low: Decimal, high: Decimal, lines: usize) -> Decimal {
    let wanted = high
        .saturating_sub(low)
        .checked_div(Decimal::from(lines.max(1)))
        .unwrap_or(Decimal::ONE);
    if wanted.is_zero() {
        return Decimal::ONE;
    }
    let mut power = Decimal::ONE;
    while let Some(next) = power
        .checked_mul(Decimal::TEN)
        .filter(|next| *next <= wanted)
    {
        power = next;
    }
    while power > wanted {
        match power
            .checked_div(Decimal::TEN)
            .filter(|next| !next.is_zero())
        {
            Some(next) => power = next,
            None => break,
        }
    }
    let sizes = [(10, 1), (20, 1), (25, 1), (50, 1), (100, 1)];
    sizes
        .into_iter()
        .filter_map(|(tenths, scale)| power.checked_mul(Decimal::new(tenths, scale)))
        .find(|size| *size >= wanted)
        .unwrap_or(power)
        .normalize()
}

fn down(value: Decimal, step: Decimal) -> Decimal {
    let steps = value.checked_div(step).map(|steps| steps.floor());
    steps
        .and_then(|steps| steps.checked_mul(step))
        .unwrap_or(value)
}

fn up(value: Decimal, step: Decimal) -> Decimal {
    let steps = value.checked_div(step).map(|steps| steps.ceil());
    steps
        .and_then(|steps| steps.checked_mul(step))
        .unwrap_or(value)
}

fn ticks(low: Decimal, high: Decimal, step: Decimal) -> Vec<Decimal> {
    const MOST: usize = 24;
    let mut found = Vec::new();
    let mut at = up(low, step);
    while at <= high && found.len() < MOST {
        found.push(at.normalize());
        match at.checked_add(step) {
            Some(next) => at = next,
            None => break,
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(values: &[&str], from_zero: bool) -> Vec<String> {
        let values: Vec<Decimal> = values.iter().filter_map(|text| text.parse().ok()).collect();
        let ticks = Axis::of(&values, from_zero, false, 4).ticks;
        ticks.iter().map(Decimal::to_string).collect()
    }

    #[test]
    fn ticks_are_round_and_exact() {
        assert_eq!(
            axis(&["155", "1000"], true),
            ["0", "250", "500", "750", "1000"]
        );
        assert_eq!(
            axis(&["2.1", "2.7"], false),
            ["2", "2.2", "2.4", "2.6", "2.8"]
        );
        assert_eq!(axis(&["0.1891"], true), ["0", "0.05", "0.1", "0.15"]);
        assert_eq!(axis(&["-3", "9"], true), ["0", "5"]);
        assert_eq!(axis(&[], true), ["0", "0.25", "0.5", "0.75", "1"]);
    }

    #[test]
    fn values_of_any_size_have_a_place() {
        let huge = Decimal::MAX;
        let axis = Axis::of(&[huge, Decimal::MIN, Decimal::ONE], true, false, 4);
        assert!((axis.place(huge) - 1.0).abs() < 1e-9);
        assert!(axis.place(Decimal::MIN).abs() < 1e-9);
    }
}
