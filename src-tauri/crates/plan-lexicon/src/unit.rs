//! Units of measure: what they measure, and the exact factors between them.

use crate::{LexiconError, data};
use plan_model::Decimal;
use serde::Deserialize;
use std::collections::HashMap;

const FILE: &str = "units.json";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitData {
    /// Multipliers that may stand before a unit: 万, 百亿.
    scales: Vec<(String, String)>,
    units: Vec<Row>,
    /// Usual ratio units: symbol made of two of the units, English name, other spellings.
    ratios: Vec<(String, String, Vec<String>)>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    symbol: String,
    name_en: String,
    dimension: String,
    /// Factor to the base unit, a decimal or a fraction: 10000, 0.5, 2000/3.
    factor: String,
    #[serde(default)]
    aliases: Vec<String>,
    /// Whether multipliers may stand before it.
    #[serde(default)]
    scaled: bool,
}

/// A unit of measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// The usual way to write it.
    pub symbol: String,
    /// Its English name.
    pub name_en: String,
    /// What it measures. Units of one dimension can be compared; see also [`Unit::measures_the_same`].
    pub dimension: String,
    /// Numerator and denominator of the factor to the base unit of the dimension.
    factor: (Decimal, Decimal),
}

/// The dimension of 个, which counts whatever a more exact word counts too.
const ANY_COUNT: &str = "count";

impl Unit {
    /// Whether values in the two units measure the same thing. 个 goes with every counting word (家, 项, 件), but
    /// 家 does not go with 项: they count different things.
    #[must_use]
    pub fn measures_the_same(&self, other: &Self) -> bool {
        same_dimension(&self.dimension, &other.dimension)
    }

    /// The factor that turns a value in this unit into one in `to`, when it has a finite decimal form.
    #[must_use]
    pub fn factor_to(&self, to: &Self) -> Option<Decimal> {
        if !self.measures_the_same(to) {
            return None;
        }
        let over = self.factor.0.checked_mul(to.factor.1)?;
        let under = self.factor.1.checked_mul(to.factor.0)?;
        has_finite_quotient(over, under)
            .then(|| over.checked_div(under))?
            .map(|quotient| quotient.normalize())
    }

    fn scaled(&self, scale: &str, by: Decimal) -> Option<Self> {
        Some(Self {
            symbol: format!("{scale}{}", self.symbol),
            name_en: format!("{by} {}", self.name_en),
            dimension: self.dimension.clone(),
            factor: (self.factor.0.checked_mul(by)?, self.factor.1),
        })
    }

    fn per(&self, other: &Self) -> Option<Self> {
        Some(Self {
            symbol: format!("{}/{}", self.symbol, other.symbol),
            name_en: format!("{} per {}", self.name_en, other.name_en),
            dimension: format!("{}/{}", self.dimension, other.dimension),
            factor: (
                self.factor.0.checked_mul(other.factor.1)?,
                self.factor.1.checked_mul(other.factor.0)?,
            ),
        })
    }
}

/// Whether `over / under` ends in decimal notation: in lowest terms its denominator has no prime factor but 2
/// and 5. Rounding to 28 digits would otherwise pass off 2000/3 as exact.
fn has_finite_quotient(over: Decimal, under: Decimal) -> bool {
    let scale = over.scale().max(under.scale());
    let whole = |value: Decimal| {
        let shift = 10_i128.checked_pow(scale - value.scale())?;
        value.mantissa().checked_mul(shift)
    };
    let (Some(over), Some(under)) = (whole(over), whole(under)) else {
        return false;
    };
    if under == 0 {
        return false;
    }
    let (mut a, mut b) = (over, under);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    let mut rest = under / a;
    for prime in [2, 5] {
        while rest % prime == 0 {
            rest /= prime;
        }
    }
    rest.abs() == 1
}

fn same_dimension(one: &str, two: &str) -> bool {
    if let (Some((one, per_one)), Some((two, per_two))) = (one.split_once('/'), two.split_once('/'))
    {
        return same_dimension(one, two) && same_dimension(per_one, per_two);
    }
    let counts_within =
        |general: &str, exact: &str| general == ANY_COUNT && exact.starts_with("count:");
    one == two || counts_within(one, two) || counts_within(two, one)
}

/// All units with their spellings.
#[derive(Debug)]
pub(crate) struct Units {
    all: Vec<Unit>,
    by_symbol: HashMap<String, usize>,
}

impl Units {
    pub(crate) fn parse(text: &str) -> Result<Self, LexiconError> {
        let data: UnitData = data::parse(FILE, text)?;
        let mut scales = Vec::with_capacity(data.scales.len());
        for (word, value) in &data.scales {
            scales.push((word.as_str(), decimal(value)?));
        }
        let mut units = Self {
            all: Vec::new(),
            by_symbol: HashMap::new(),
        };
        let mut derived = Vec::new();
        for row in data.units {
            let factor = match row.factor.split_once('/') {
                Some((over, under)) => (decimal(over)?, decimal(under)?),
                None => (decimal(&row.factor)?, Decimal::ONE),
            };
            if factor.0.is_zero() || factor.1.is_zero() {
                return Err(LexiconError::data(
                    FILE,
                    format!("{} has the factor zero", row.symbol),
                ));
            }
            let unit = Unit {
                symbol: row.symbol,
                name_en: row.name_en,
                dimension: row.dimension,
                factor,
            };
            if row.scaled {
                for &(word, by) in &scales {
                    let Some(scaled) = unit.scaled(word, by) else {
                        continue;
                    };
                    let aliases = row
                        .aliases
                        .iter()
                        .map(|alias| format!("{word}{alias}"))
                        .collect();
                    derived.push((scaled, aliases));
                }
            }
            units.add(unit, row.aliases, Listing::Must)?;
        }
        for (unit, aliases) in derived {
            // 万元 in the table keeps its own English name over the one put together here.
            units.add(unit, aliases, Listing::May)?;
        }
        for (symbol, name_en, aliases) in data.ratios {
            let unit = units
                .ratio(&symbol)
                .ok_or_else(|| LexiconError::data(FILE, format!("{symbol} has unknown parts")))?;
            units.add(Unit { name_en, ..unit }, aliases, Listing::Must)?;
        }
        Ok(units)
    }

    fn add(
        &mut self,
        unit: Unit,
        aliases: Vec<String>,
        listing: Listing,
    ) -> Result<(), LexiconError> {
        let index = self.all.len();
        for symbol in std::iter::once(unit.symbol.clone()).chain(aliases) {
            match (self.by_symbol.contains_key(&symbol), listing) {
                (true, Listing::Must) => {
                    return Err(LexiconError::data(
                        FILE,
                        format!("{symbol} is listed twice"),
                    ));
                }
                (true, Listing::May) => {}
                (false, _) => {
                    self.by_symbol.insert(symbol, index);
                }
            }
        }
        self.all.push(unit);
        Ok(())
    }

    pub(crate) fn named(&self, symbol: &str) -> Option<&Unit> {
        let known = |symbol: &str| self.by_symbol.get(symbol).map(|&index| &self.all[index]);
        known(symbol).or_else(|| known(&tidy(symbol)))
    }

    pub(crate) fn parse_symbol(&self, symbol: &str) -> Option<Unit> {
        if let Some(unit) = self.named(symbol) {
            return Some(unit.clone());
        }
        self.ratio(&tidy(symbol))
    }

    /// The ratio unit put together from the units before and after the stroke.
    fn ratio(&self, symbol: &str) -> Option<Unit> {
        let (over, under) = symbol.split_once('/')?;
        self.named(over)?.per(self.named(under)?)
    }

    pub(crate) fn conversion(&self, from: &str, to: &str) -> Option<Decimal> {
        self.parse_symbol(from)?.factor_to(&self.parse_symbol(to)?)
    }
}

/// Whether a second listing of a symbol is a fault.
#[derive(Clone, Copy)]
enum Listing {
    Must,
    May,
}

/// One way to write widths and dividing signs; 每 in 元每亩 divides too.
fn tidy(symbol: &str) -> String {
    symbol
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '／' | '∕' | '每' => '/',
            '％' => '%',
            '³' => '3',
            '²' => '2',
            _ => c,
        })
        .collect()
}

fn decimal(text: &str) -> Result<Decimal, LexiconError> {
    Decimal::from_str_exact(text)
        .map_err(|error| LexiconError::data(FILE, format!("{text}: {error}")))
}
