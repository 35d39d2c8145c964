//! Links between plans: one plan cites another, or two cite the same document.

use plan_model::plan::document_key;
use plan_model::{CitedDocument, PlanId, PlanMeta};
use serde::Serialize;
use std::collections::BTreeMap;

/// A plan with what it cites.
#[derive(Debug, Clone, Copy)]
pub struct CitingPlan<'a> {
    /// The plan.
    pub plan: PlanId,
    /// What it says about itself.
    pub meta: &'a PlanMeta,
    /// What it cites.
    pub cited: &'a [CitedDocument],
}

/// How two plans are linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// The left plan cites the right one.
    Cites,
    /// Both cite the same document.
    SharedGround,
}

/// A link between two plans, with the document that makes it as the left plan words it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanLink {
    /// The citing plan; for a shared ground, the one that comes first.
    pub left: PlanId,
    /// The other plan.
    pub right: PlanId,
    /// How they are linked.
    pub kind: LinkKind,
    /// The cited document.
    pub document: CitedDocument,
}

/// All links between `plans`, in the order of the citing plans and of their citations. Documents are the same
/// when their numbers are, or, where one has no number, when their titles are.
#[must_use]
pub fn citation_links(plans: &[CitingPlan<'_>]) -> Vec<PlanLink> {
    let mut own: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut citing: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (index, plan) in plans.iter().enumerate() {
        let names = [plan.meta.doc_no.as_deref(), plan.meta.title.as_deref()];
        for name in names.into_iter().flatten() {
            own.entry(document_key(name)).or_default().push(index);
        }
        for (at, document) in plan.cited.iter().enumerate() {
            for name in names_of(document) {
                citing.entry(name).or_default().push((index, at));
            }
        }
    }
    let mut links: Vec<PlanLink> = Vec::new();
    for (index, plan) in plans.iter().enumerate() {
        for document in plan.cited {
            let mut link = |kind, other: usize| {
                let link = PlanLink {
                    left: plan.plan,
                    right: plans[other].plan,
                    kind,
                    document: document.clone(),
                };
                if !links.contains(&link) {
                    links.push(link);
                }
            };
            for name in names_of(document) {
                for &other in own.get(&name).into_iter().flatten() {
                    let numbers = (
                        document.doc_no.as_deref(),
                        plans[other].meta.doc_no.as_deref(),
                    );
                    if other != index && agree(numbers) {
                        link(LinkKind::Cites, other);
                    }
                }
                for &(other, at) in citing.get(&name).into_iter().flatten() {
                    let numbers = (
                        document.doc_no.as_deref(),
                        plans[other].cited[at].doc_no.as_deref(),
                    );
                    if other > index && agree(numbers) {
                        link(LinkKind::SharedGround, other);
                    }
                }
            }
        }
    }
    links
}

fn names_of(document: &CitedDocument) -> Vec<String> {
    [document.doc_no.as_deref(), document.title.as_deref()]
        .into_iter()
        .flatten()
        .map(document_key)
        .collect()
}

/// Two documents of one title but different numbers are two documents.
fn agree(numbers: (Option<&str>, Option<&str>)) -> bool {
    match numbers {
        (Some(left), Some(right)) => document_key(left) == document_key(right),
        _ => true,
    }
}
