//! `planlens list`: the plans of the library.

use crate::Outcome;
use crate::args::ListArgs;
use crate::explain::Problem;
use crate::open::{self, Opened};
use crate::out;
use crate::table::Table;
use plan_flow::wire::library::PlanSummary;

pub(crate) fn run(args: &ListArgs) -> Result<Outcome, Problem> {
    let Opened { library, .. } = open::open(&args.library)?;
    let plans = plan_flow::library::plans(&library)?;
    if args.json {
        out::print_json(&plans)?;
        return Ok(Outcome::Done);
    }
    let mut table = Table::new(&[
        "id", "region", "level", "issued", "period", "genre", "targets", "file", "title",
    ]);
    for plan in &plans {
        table.row(row(plan));
    }
    out::print(|out| table.write(out))?;
    Ok(Outcome::Done)
}

fn row(plan: &PlanSummary) -> Vec<String> {
    let meta = &plan.meta;
    let period = meta.period.map(|(from, to)| {
        if from == to {
            from.to_string()
        } else {
            format!("{from}–{to}")
        }
    });
    let known = |value: Option<String>| value.unwrap_or_else(|| "–".to_owned());
    vec![
        plan.plan.0.to_string(),
        known(meta.region.clone()),
        known(meta.region_level.map(|level| level.to_string())),
        known(meta.issued.clone()),
        known(period),
        known(meta.genre.clone()),
        plan.targets.to_string(),
        plan.source_name.clone(),
        known(meta.title.clone()),
    ]
}
