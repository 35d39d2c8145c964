//! The filter on the command line: the same names as in the window and in saved views.

use clap::Args;
use plan_model::{
    Filter, Firmness, IndicatorType, Measure, Op, RegionLevel, Status, Verdict, Year,
};

/// Lists are separated by commas, or the option is repeated.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Filters (lists are comma-separated or repeated)")]
pub(crate) struct FilterArgs {
    /// Indicator types, e.g. 知识产权.
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',', value_parser = indicator_type)]
    indicator_type: Vec<IndicatorType>,
    /// Measures: level, increment, annual, cumulative, growth, share, ratio, coverage, rank.
    #[arg(long, value_delimiter = ',', value_parser = measure)]
    measure: Vec<Measure>,
    /// Target years; `none` for targets without a year.
    #[arg(long, value_delimiter = ',', value_parser = year)]
    year: Vec<NamedYear>,
    /// Region levels: province, prefecture, county, zone.
    #[arg(long, value_delimiter = ',', value_parser = level)]
    level: Vec<RegionLevel>,
    /// Region names.
    #[arg(long, value_delimiter = ',')]
    region: Vec<String>,
    /// Comparing signs: >=, >, =, ~, <=, <.
    #[arg(long, value_delimiter = ',', value_parser = op)]
    op: Vec<Op>,
    /// firm, soft.
    #[arg(long, value_delimiter = ',', value_parser = firmness)]
    firmness: Vec<Firmness>,
    /// Verdicts of the sub-row: A, B, C, D, E.
    #[arg(long, value_delimiter = ',', value_parser = verdict)]
    verdict: Vec<Verdict>,
    /// Review status: extracted, accepted, edited, rejected.
    #[arg(long, value_delimiter = ',', value_parser = status)]
    status: Vec<Status>,
    /// Responsible units, as written.
    #[arg(long, value_delimiter = ',')]
    unit: Vec<String>,
    /// Only indicators that at least N of the plans state.
    #[arg(long, value_name = "N")]
    shared: Option<u32>,
    /// Only indicators that at most N of the plans state.
    #[arg(long, value_name = "N")]
    shared_max: Option<u32>,
    /// Only rows in which two plans commit to different things.
    #[arg(long)]
    differences: bool,
    /// Words that the indicator, its wording or its scope must contain.
    #[arg(long)]
    text: Option<String>,
}

/// A year, or the wish for targets without one.
#[derive(Debug, Clone, Copy)]
struct NamedYear(Option<Year>);

impl From<FilterArgs> for Filter {
    fn from(args: FilterArgs) -> Self {
        Self {
            plans: Vec::new(),
            indicator_type: args.indicator_type,
            measure: args.measure,
            year: args.year.into_iter().map(|year| year.0).collect(),
            level: args.level,
            region: args.region,
            op: args.op,
            firmness: args.firmness,
            verdict: args.verdict,
            status: args.status,
            unit: args.unit,
            shared: args.shared,
            shared_max: args.shared_max,
            differences: args.differences,
            text: args.text,
        }
    }
}

macro_rules! word_parsers {
    ($($name:ident: $kind:ty),+ $(,)?) => {
        $(fn $name(word: &str) -> Result<$kind, String> {
            <$kind>::from_word(word).ok_or_else(|| {
                let known: Vec<&str> = <$kind>::ALL.iter().map(|value| value.word()).collect();
                format!("expected one of {}", known.join(", "))
            })
        })+
    };
}
word_parsers!(
    indicator_type: IndicatorType,
    measure: Measure,
    level: RegionLevel,
    op: Op,
    firmness: Firmness,
    verdict: Verdict,
    status: Status,
);

fn year(word: &str) -> Result<NamedYear, String> {
    if word == "none" {
        return Ok(NamedYear(None));
    }
    word.parse()
        .map(|year| NamedYear(Some(Year(year))))
        .map_err(|_| "expected a year or none".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        filter: FilterArgs,
    }

    #[test]
    fn lists_by_comma_and_by_repetition_and_none_for_no_year() {
        let line = Line::parse_from([
            "x",
            "--type",
            "知识产权,研发投入",
            "--measure",
            "level",
            "--measure",
            "share",
            "--year",
            "2025,none",
            "--op",
            ">=,~",
            "--shared",
            "2",
            "--verdict",
            "c",
        ]);
        let filter = Filter::from(line.filter);
        assert_eq!(
            filter.indicator_type,
            [IndicatorType::IntellectualProperty, IndicatorType::RdInput]
        );
        assert_eq!(filter.measure, [Measure::Level, Measure::Share]);
        assert_eq!(filter.year, [Some(Year(2025)), None]);
        assert_eq!(filter.op, [Op::AtLeast, Op::About]);
        assert_eq!(
            (filter.shared, filter.verdict.as_slice()),
            (Some(2), [Verdict::C].as_slice())
        );
        assert!(
            Line::try_parse_from(["x", "--measure", "stock"]).is_err(),
            "an unknown word is refused"
        );
    }
}
