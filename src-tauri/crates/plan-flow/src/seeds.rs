//! The plans that come with the program. They are embedded, and enter a new library through the same import as
//! any other document; their index supplies only what a person would confirm at the door.
//!
//! Filling can be stopped at any moment. A setting says whether it was completed; until then every start adds
//! what is missing, and afterwards a plan that the analyst removed stays away.

use crate::error::Error;
use crate::host::Host;
use crate::import::{Incoming, Meta, Origin, Way, import};
use crate::job::Job;
use crate::library::OpenLibrary;
use crate::wire::import::ImportDecision;
use include_dir::{Dir, include_dir};
use plan_model::{PlanMeta, RegionLevel};
use plan_store::{Change, Place, StoreError};
use serde::Deserialize;
use std::borrow::Cow;

static PLANS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/../../../seeds/plans");

/// Setting that says how far the filling has come.
const SEEDING: &str = "seeding";
const COMPLETE: &str = "complete";

/// What the index says of one document.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(crate) struct Confirmed {
    /// Name of the file beside the index.
    file: String,
    region: String,
    #[serde(rename = "level")]
    region_level: RegionLevel,
    province: String,
    #[serde(default)]
    parent_region: Option<String>,
}

impl Confirmed {
    /// Puts what was confirmed in the place of what the text suggests.
    pub(crate) fn apply(&self, meta: &mut PlanMeta) {
        meta.region = Some(self.region.clone());
        meta.region_level = Some(self.region_level);
        meta.province = Some(self.province.clone());
        meta.parent_region.clone_from(&self.parent_region);
    }
}

/// Adds the plans that come with the program, unless that was completed before.
pub(crate) fn fill(library: &OpenLibrary, host: &dyn Host, job: &mut Job<'_>) -> Result<(), Error> {
    if library
        .read(|view| Ok(view.settings().get(SEEDING)?))?
        .as_deref()
        == Some(COMPLETE)
    {
        return Ok(());
    }
    let documents = documents()?;
    let expected = documents.len();
    let way = Way::OfTheProgram(still_filling);
    let summary = import(library, host, documents, job, &way)?;
    let settled = (summary.imported + summary.duplicates) as usize;
    if settled == expected {
        library.write(|change| change.set(SEEDING, COMPLETE))?;
    }
    Ok(())
}

/// Marks a library as filled, so that it stays without the plans that come with the program.
pub(crate) fn keep_empty(change: &Change<'_>) -> Result<(), StoreError> {
    change.set(SEEDING, COMPLETE)
}

/// Asked inside each document's transaction: another process may have completed the filling meanwhile, and
/// its analyst may have removed a plan since.
fn still_filling(change: &Change<'_>) -> Result<bool, StoreError> {
    Ok(change.settings().get(SEEDING)?.as_deref() != Some(COMPLETE))
}

fn documents() -> Result<Vec<Incoming>, Error> {
    let broken = |what: String| Error::Seeds(what);
    let index = PLANS
        .get_file("index.json")
        .ok_or_else(|| broken("index.json is missing".to_owned()))?;
    let entries: Vec<Confirmed> = serde_json::from_slice(index.contents())
        .map_err(|error| broken(format!("index.json: {error}")))?;
    (0u32..)
        .zip(entries)
        .map(|(position, confirmed)| {
            let file = PLANS
                .get_file(&confirmed.file)
                .ok_or_else(|| broken(format!("{} is missing", confirmed.file)))?;
            Ok(Incoming {
                name: confirmed.file.clone(),
                origin: Origin::Bytes(Cow::Borrowed(file.contents())),
                meta: Meta::Confirmed(confirmed),
                tags: Vec::new(),
                place: Place::At(position),
                decision: ImportDecision::AsNew,
                sheets: None,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_and_the_folder_name_the_same_files() {
        let mut indexed: Vec<String> = documents()
            .unwrap()
            .into_iter()
            .map(|document| document.name)
            .collect();
        indexed.sort();
        let mut present: Vec<String> = PLANS
            .files()
            .map(|file| file.path().display().to_string())
            .filter(|name| name != "index.json")
            .collect();
        present.sort();
        assert_eq!(indexed, present);
    }
}
