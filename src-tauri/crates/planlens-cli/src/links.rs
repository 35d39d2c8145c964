//! `planlens links`: which plans cite which, and which stand on the same document.

use crate::Outcome;
use crate::args::ListArgs;
use crate::explain::Problem;
use crate::open::{self, Opened};
use crate::out;
use crate::table::Table;
use plan_flow::links::{LinkKind, links};
use plan_model::PlanId;

pub(crate) fn run(args: &ListArgs) -> Result<Outcome, Problem> {
    let Opened { library, .. } = open::open(&args.library)?;
    let found = links(&library)?;
    if args.json {
        out::print_json(&found)?;
        return Ok(Outcome::Done);
    }
    let plans = plan_flow::library::plans(&library)?;
    let named = |id: PlanId| {
        let plan = plans.iter().find(|plan| plan.plan == id);
        let region = plan.and_then(|plan| plan.meta.region.clone());
        region.unwrap_or_else(|| plan.map_or_else(String::new, |plan| plan.source_name.clone()))
    };
    let mut table = Table::new(&["plan", "link", "plan", "document"]);
    for link in &found {
        let kind = match link.kind {
            LinkKind::Cites => "cites",
            LinkKind::SharedGround => "cites the same as",
        };
        let title = link
            .document
            .title
            .as_ref()
            .map(|title| format!("《{title}》"));
        let document = [title, link.document.doc_no.clone()];
        table.row(vec![
            named(link.left),
            kind.to_owned(),
            named(link.right),
            document.into_iter().flatten().collect::<Vec<_>>().join(" "),
        ]);
    }
    out::print(|out| table.write(out))?;
    Ok(Outcome::Done)
}
