//! Every numeral of a text: Arabic, Chinese and mixed numbers, ranges, fractions, ratios, with the unit that
//! follows them.

mod chinese;
mod compound;
mod quantity;
mod scan;
mod unit;

use plan_model::{Decimal, Span};

pub use scan::numerals;

/// What shape a numeral has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A number with a counting word, unit or percent sign.
    Quantity,
    /// A number with nothing after it that counts.
    Bare,
    /// A calendar year, a date or a span of years: 2025年, 2020—2022年, 8月12日.
    Date,
    /// A length of time: 5年, 三个月.
    Duration,
    /// 第三, 第十一届.
    Ordinal,
    /// Digits inside a code: G60, 5G, 2.0版.
    Code,
}

/// One numeral with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numeral {
    /// The number with its unit.
    pub span: Span,
    /// The number alone.
    pub number: Span,
    /// Its shape.
    pub shape: Shape,
    /// The number, in `unit`.
    pub value: Option<Decimal>,
    /// Upper end of a range.
    pub value_max: Option<Decimal>,
    /// Unit as stated, half-width: 家, 亿元, %, 人/万人.
    pub unit: Option<String>,
    /// Written wholly in Chinese numerals.
    pub chinese: bool,
    /// A year, when the shape is a date that begins with one.
    pub year: Option<i32>,
    /// The last year of a span of years.
    pub year_to: Option<i32>,
}
