//! `planlens report`: the comparison as files.

use crate::Outcome;
use crate::args_report::ReportArgs;
use crate::explain::Problem;
use crate::open::{self, Opened};
use crate::out;
use plan_flow::wire::report::{Chapter, ReportFormat, ReportRequest};
use plan_model::Filter;
use serde::Serialize;

#[derive(Debug, Serialize)]
struct Written {
    files: Vec<String>,
}

pub(crate) fn run(args: ReportArgs) -> Result<Outcome, Problem> {
    let Opened { host, library } = open::open(&args.library)?;
    let filter = Filter::from(args.filter);
    let choices = args.choices.choices(&library)?;
    let chapters = match args.chapters {
        none if none.is_empty() => Chapter::ALL.to_vec(),
        chosen => chosen,
    };
    let mut files = Vec::new();
    for word in args.format {
        let format = ReportFormat::from(word);
        let request = ReportRequest {
            format,
            language: args.language.into(),
            filter: filter.clone(),
            choices: choices.clone(),
            units: args.units.into(),
            chapters: chapters.clone(),
            template: args.template,
            chart: None,
        };
        // A fixed name: a script finds it, and a second run replaces the first.
        let path = args.out.join(format!(
            "plan-comparison.{}",
            plan_flow::report::extension(format)
        ));
        plan_flow::report::save(&library, &host, &request, &path)?;
        files.push(path.display().to_string());
    }
    if args.json {
        out::print_json(&Written { files })?;
    } else {
        out::print(|out| files.iter().try_for_each(|file| writeln!(out, "{file}")))?;
    }
    Ok(Outcome::Done)
}
