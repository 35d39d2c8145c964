//! Links between the plans of a library by the documents they cite.

use crate::error::Error;
use crate::library::OpenLibrary;
use plan_compare::{CitingPlan, citation_links};
use plan_model::{CitedDocument, PlanId, PlanMeta};

pub use plan_compare::{LinkKind, PlanLink};

/// All links: one plan cites another, or two cite the same document; in the order of the library.
pub fn links(library: &OpenLibrary) -> Result<Vec<PlanLink>, Error> {
    let plans: Vec<(PlanId, PlanMeta, Vec<CitedDocument>)> = library.read(|view| {
        view.plans()
            .list()?
            .into_iter()
            .map(|row| {
                let cited = view.cited_documents().of(row.id)?;
                let documents = cited.into_iter().map(|(document, _)| document).collect();
                Ok((row.id, row.meta, documents))
            })
            .collect()
    })?;
    let citing: Vec<CitingPlan<'_>> = plans
        .iter()
        .map(|(plan, meta, cited)| CitingPlan {
            plan: *plan,
            meta,
            cited,
        })
        .collect();
    Ok(citation_links(&citing))
}
