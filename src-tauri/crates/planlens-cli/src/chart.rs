//! `planlens chart`: one chart as a file, or what it says as JSON.

use crate::Outcome;
use crate::args_chart::ChartArgs;
use crate::explain::Problem;
use crate::open::{self, Opened};
use crate::out;
use plan_flow::chart;
use plan_flow::wire::chart::{ChartChoice, ChartExport, ChartFormat, ChartRequest};
use plan_model::{Choices, Filter};

pub(crate) fn run(args: ChartArgs) -> Result<Outcome, Problem> {
    let Opened { library, .. } = open::open(&args.library)?;
    let filter = Filter::from(args.filter);
    let choice = ChartChoice {
        kind: args.kind.into(),
        indicators: args.indicator,
        measure: args.only_measure,
        same_axis: args.same_axis,
        share: args.share,
    };
    let (language, width) = (args.language.into(), args.width);
    if let Some(path) = args.out {
        let ending = path.extension().and_then(|ending| ending.to_str());
        let format = ChartFormat::ALL.iter().find(|format| {
            ending.is_some_and(|ending| ending.eq_ignore_ascii_case(format.extension()))
        });
        let Some(format) = format else {
            return Err(Problem::NoPicture(path));
        };
        let export = ChartExport {
            format: *format,
            filter,
            choices: Choices::default(),
            choice,
            language,
            width,
        };
        chart::save(&library, &export, &path)?;
        out::print(|out| writeln!(out, "{}", path.display()))?;
    } else {
        let request = ChartRequest {
            filter,
            choices: Choices::default(),
            choice,
            language,
            width,
        };
        out::print_json(&chart::build(&library, &request)?)?;
    }
    Ok(Outcome::Done)
}
