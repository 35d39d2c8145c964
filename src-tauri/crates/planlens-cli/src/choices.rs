//! The analyst's choices on the command line: conversions by the keys that `--offers` prints, the closest year, the
//! benchmark.

use crate::explain::Problem;
use clap::Args;
use plan_flow::OpenLibrary;
use plan_flow::compare::offers;
use plan_model::{
    Benchmark, Choices, Conversion, ConversionOffer, GrowthBase, GrowthRate, PlanId, Year,
};
use std::io::{self, Write};

/// Nothing is assumed and nothing measured unless asked for here.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Choices (figures of class C, each with its formula)")]
pub(crate) struct ChoiceArgs {
    /// Convert by assumption: a key that `compare --offers` prints. Repeat it for more. A growth key may end in
    /// `:yearly` or `:whole`.
    #[arg(long, value_name = "KEY")]
    convert: Vec<String>,
    /// Of a plan that states several years, the statement nearest to this one stands.
    #[arg(long, value_name = "YEAR")]
    closest_year: Option<i32>,
    /// Measure every figure against a plan (its id in `planlens list`) or against the `median`.
    #[arg(long, value_name = "PLAN|median", value_parser = benchmark)]
    benchmark: Option<Benchmark>,
}

fn benchmark(word: &str) -> Result<Benchmark, String> {
    if word == "median" {
        return Ok(Benchmark::Median);
    }
    let plan = word.parse().map(PlanId);
    plan.map(|plan| Benchmark::Plan { plan })
        .map_err(|_| "expected the id of a plan, or median".to_owned())
}

impl ChoiceArgs {
    /// The choices; a key that nothing offers is refused.
    pub(crate) fn choices(self, library: &OpenLibrary) -> Result<Choices, Problem> {
        let offered = match self.convert.is_empty() {
            true => Vec::new(),
            false => offers(library)?,
        };
        let conversions = self
            .convert
            .iter()
            .map(|wanted| picked(wanted, &offered))
            .collect::<Result<_, _>>()?;
        Ok(Choices {
            conversions,
            closest_year: self.closest_year.map(Year),
            benchmark: self.benchmark,
        })
    }
}

fn picked(wanted: &str, offered: &[ConversionOffer]) -> Result<Conversion, Problem> {
    let (name, over) = [
        (":yearly", GrowthRate::Yearly),
        (":whole", GrowthRate::Whole),
    ]
    .into_iter()
    .find_map(|(end, rate)| Some((wanted.strip_suffix(end)?, Some(rate))))
    .unwrap_or((wanted, None));
    let found = offered.iter().find(|offer| key(&offer.conversion) == name);
    let mut conversion = found
        .map(|offer| offer.conversion.clone())
        .ok_or_else(|| Problem::NoOffer(wanted.to_owned()))?;
    if let (Conversion::GrowthToLevel { rate, .. }, Some(over)) = (&mut conversion, over) {
        *rate = over;
    }
    Ok(conversion)
}

/// What a conversion is called on the command line.
fn key(conversion: &Conversion) -> String {
    match conversion {
        Conversion::AnnualToIncrement { indicator } => format!("annual:{indicator}"),
        Conversion::GrowthToLevel { target, base, .. } => match base {
            GrowthBase::Target { target: base } => format!("growth:{}:t{}", target.0, base.0),
            GrowthBase::Number { ordinal, .. } => format!("growth:{}:n{ordinal}", target.0),
        },
        Conversion::LevelPerContext {
            indicator,
            variable,
            ..
        } => format!("{variable}:{indicator}"),
    }
}

/// Every offer with what it would make.
pub(crate) fn write(offers: &[ConversionOffer], out: &mut dyn Write) -> io::Result<()> {
    for offer in offers {
        let into = match &offer.conversion {
            Conversion::AnnualToIncrement { indicator } => format!("{indicator} increment"),
            Conversion::GrowthToLevel {
                indicator, rate, ..
            } => {
                format!("{indicator} level, rate {rate}")
            }
            Conversion::LevelPerContext { into, .. } => into.clone(),
        };
        writeln!(out, "{}  → {into}", key(&offer.conversion))?;
        if let Some(sentence) = &offer.sentence {
            writeln!(out, "      base: {sentence}")?;
        }
        for figure in &offer.figures {
            match (&figure.formula, figure.lack) {
                (Some(formula), _) => writeln!(out, "      {}  {formula}", figure.region)?,
                (None, lack) => writeln!(
                    out,
                    "      {}  – nothing: {}",
                    figure.region,
                    lack.map_or("", |lack| lack.word())
                )?,
            }
        }
    }
    writeln!(out, "{} conversions", offers.len())
}
