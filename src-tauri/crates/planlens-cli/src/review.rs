//! `planlens review`: the queue, and decisions about targets by their numbers.

use crate::Outcome;
use crate::args::ReviewArgs;
use crate::explain::Problem;
use crate::open::{self, Opened};
use crate::out;
use crate::table::Table;
use crate::undo;
use plan_flow::review;
use plan_flow::wire::review::{ReviewItem, ReviewOrder, ReviewQuery, ReviewScope};
use plan_model::{Decision, TargetId};

pub(crate) fn run(args: ReviewArgs) -> Result<Outcome, Problem> {
    let Opened { host, library } = open::open(&args.library)?;
    let decisions = [
        (&args.accept, Decision::Accept),
        (&args.reject, Decision::Reject),
        (&args.reopen, Decision::Reopen),
    ];
    if decisions.iter().any(|(targets, _)| !targets.is_empty()) {
        let mut answers = Vec::new();
        for (targets, decision) in decisions {
            if targets.is_empty() {
                continue;
            }
            let ids: Vec<TargetId> = targets.iter().map(|id| TargetId(*id)).collect();
            answers.push(review::decide(&library, &host, &ids, decision)?);
        }
        return undo::print(&answers, args.json, "decided");
    }
    let query = ReviewQuery {
        filter: args.filter.into(),
        scope: if args.all {
            ReviewScope::All
        } else {
            ReviewScope::ToReview
        },
        order: ReviewOrder::Confidence,
        offset: args.offset,
        limit: args.limit,
    };
    let page = review::list(&library, &query)?;
    if args.json {
        out::print_json(&page)?;
        return Ok(Outcome::Done);
    }
    let mut table = Table::new(&[
        "id",
        "sure",
        "status",
        "plan",
        "indicator",
        "value",
        "sentence",
    ]);
    for item in &page.items {
        table.row(row(item));
    }
    out::print(|out| {
        table.write(out)?;
        writeln!(
            out,
            "{} of {} in the queue; {} to review, {} undecided, {} in all",
            page.items.len(),
            page.queue.len(),
            page.to_review,
            page.undecided,
            page.shown
        )
    })?;
    Ok(Outcome::Done)
}

fn row(item: &ReviewItem) -> Vec<String> {
    let mention = &item.mention;
    let value = match (mention.value, mention.value_max) {
        (Some(low), Some(high)) => format!("{low}–{high}"),
        (Some(value), None) => value.to_string(),
        _ => mention.relative_to.clone().unwrap_or_default(),
    };
    vec![
        item.target.0.to_string(),
        mention.confidence.to_string(),
        mention.status.word().to_owned(),
        item.plan_name.clone(),
        item.indicator.clone(),
        format!(
            "{} {value}{}",
            mention.op,
            mention.unit.as_deref().unwrap_or_default()
        ),
        mention.sentence.replace('\n', " "),
    ]
}
