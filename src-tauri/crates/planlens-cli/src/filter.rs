//! The filter on the command line: the same names as in the window and in saved views.

use clap::Args;
use plan_model::{
    Exclusions, Filter, Firmness, IndicatorType, Measure, Op, RegionLevel, Status, Verdict, Year,
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
    /// Leave out these indicator types.
    #[arg(long = "not-type", value_name = "TYPE", value_delimiter = ',', value_parser = indicator_type)]
    not_indicator_type: Vec<IndicatorType>,
    /// Leave out these measures.
    #[arg(long = "not-measure", value_name = "MEASURE", value_delimiter = ',', value_parser = measure)]
    not_measure: Vec<Measure>,
    /// Leave out these target years.
    #[arg(long = "not-year", value_name = "YEAR", value_delimiter = ',', value_parser = year)]
    not_year: Vec<NamedYear>,
    /// Leave out these region levels.
    #[arg(long = "not-level", value_name = "LEVEL", value_delimiter = ',', value_parser = level)]
    not_level: Vec<RegionLevel>,
    /// Leave out these region names.
    #[arg(long = "not-region", value_name = "REGION", value_delimiter = ',')]
    not_region: Vec<String>,
    /// Leave out these comparing signs.
    #[arg(long = "not-op", value_name = "OP", value_delimiter = ',', value_parser = op)]
    not_op: Vec<Op>,
    /// Leave out these wordings.
    #[arg(long = "not-firmness", value_name = "FIRMNESS", value_delimiter = ',', value_parser = firmness)]
    not_firmness: Vec<Firmness>,
    /// Leave out these verdicts.
    #[arg(long = "not-verdict", value_name = "VERDICT", value_delimiter = ',', value_parser = verdict)]
    not_verdict: Vec<Verdict>,
    /// Leave out these review statuses.
    #[arg(long = "not-status", value_name = "STATUS", value_delimiter = ',', value_parser = status)]
    not_status: Vec<Status>,
    /// Leave out these responsible units.
    #[arg(long = "not-unit", value_name = "UNIT", value_delimiter = ',')]
    not_unit: Vec<String>,
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
            exclude: Exclusions {
                indicator_type: args.not_indicator_type,
                measure: args.not_measure,
                year: args.not_year.into_iter().map(|year| year.0).collect(),
                level: args.not_level,
                region: args.not_region,
                op: args.not_op,
                firmness: args.not_firmness,
                verdict: args.not_verdict,
                status: args.not_status,
                unit: args.not_unit,
            },
        }
    }
}

macro_rules! word_parsers {
    ($($name:ident: $kind:ty),+ $(,)?) => {
        $(pub(crate) fn $name(word: &str) -> Result<$kind, String> {
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
            "--not-year",
            "2035,none",
            "--not-unit",
            "科技局",
        ]);
        let filter = Filter::from(line.filter);
        assert_eq!(
            filter.indicator_type,
            [IndicatorType::IntellectualProperty, IndicatorType::RdInput]
        );
        assert_eq!(filter.measure, [Measure::Level, Measure::Share]);
        assert_eq!(filter.year, [Some(Year(2025)), None]);
        assert_eq!(filter.op, [Op::AtLeast, Op::About]);
        assert_eq!(filter.exclude.year, [Some(Year(2035)), None]);
        assert_eq!(filter.exclude.unit, ["科技局"]);
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
