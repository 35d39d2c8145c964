//! The state of the view survives a restart, and a view can be kept under a name and shared as a small file. Its
//! meaning is the window's own; here it is a JSON object that is bounded and whole, no more.

use crate::error::Error;
use crate::files;
use crate::host::Host;
use crate::library::OpenLibrary;
use crate::review::plan_name;
use crate::wire::view::{NamedView, SharedPlan, SharedView};
use plan_model::PlanId;
use plan_store::{NamedViewRow, PlanRow};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::path::Path;

const VIEW: &str = "view";

/// Ending of the files that carry a view, without the dot.
pub const VIEW_EXTENSION: &str = "planlens-view";

/// Says what the file is, so that no other JSON is taken for a view.
const FORMAT: &str = "planlens-view";

/// The version this program writes; a file of a higher one is refused.
const VERSION: u32 = 1;

/// A state is some kilobytes; a file names the library's plans beside it.
const STATE_LIMIT: usize = 256 << 10;

/// Longer names fit no menu.
const NAME_LIMIT: usize = 60;

/// The state as last kept.
pub fn get(library: &OpenLibrary) -> Result<Option<String>, Error> {
    library.read(|view| Ok(view.settings().get(VIEW)?))
}

/// Keeps the state.
pub fn set(library: &OpenLibrary, state: &str) -> Result<(), Error> {
    library.write(|change| change.set(VIEW, state))
}

/// Every view with a name, in order of name.
pub fn list(library: &OpenLibrary) -> Result<Vec<NamedView>, Error> {
    let rows = library.read(|view| Ok(view.named_views().list()?))?;
    Ok(rows.into_iter().map(wire).collect())
}

/// Keeps a state under a name; what had the name before gives way.
pub fn save(
    library: &OpenLibrary,
    host: &dyn Host,
    name: &str,
    state: &str,
) -> Result<NamedView, Error> {
    let row = NamedViewRow {
        name: checked_name(name)?,
        state: checked_state(state)?,
        saved: host.stamp(),
    };
    library.write(|change| change.put_named_view(&row))?;
    Ok(wire(row))
}

/// Gives a view another name, which must be free.
pub fn rename(library: &OpenLibrary, from: &str, to: &str) -> Result<(), Error> {
    let to = checked_name(to)?;
    if to == from {
        return Ok(());
    }
    library.write(|change| {
        let views = change.named_views();
        if views.get(&to)?.is_some() {
            return Ok(Err(Error::NameTaken(to.clone())));
        }
        let Some(row) = views.get(from)? else {
            return Ok(Err(Error::NotFound(from.to_owned())));
        };
        change.put_named_view(&NamedViewRow { name: to, ..row })?;
        change.remove_named_view(from)?;
        Ok(Ok(()))
    })?
}

/// Takes a view away; the answer is what it was, so that it can be saved again.
pub fn remove(library: &OpenLibrary, name: &str) -> Result<NamedView, Error> {
    let removed = library.write(|change| {
        let row = change.named_views().get(name)?;
        change.remove_named_view(name)?;
        Ok(row)
    })?;
    removed
        .map(wire)
        .ok_or_else(|| Error::NotFound(name.to_owned()))
}

/// A view as it lies in a file. Plans are named by the bytes they were read from, because another library
/// numbers them otherwise.
#[derive(Serialize, Deserialize)]
struct ViewFile {
    format: String,
    version: u32,
    name: String,
    state: Box<RawValue>,
    plans: Vec<PlanInFile>,
}

#[derive(Serialize, Deserialize)]
struct PlanInFile {
    plan: PlanId,
    source_sha256: String,
    name: String,
    region: Option<String>,
    title: Option<String>,
}

/// Only what must be known before the rest may be read.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// Writes a view to a file that another library can open.
pub fn share(library: &OpenLibrary, name: &str, path: &Path) -> Result<(), Error> {
    let (row, plans) =
        library.read(|view| Ok((view.named_views().get(name)?, view.plans().list()?)))?;
    let row = row.ok_or_else(|| Error::NotFound(name.to_owned()))?;
    let state = RawValue::from_string(row.state).map_err(|_| Error::NotAView(name.to_owned()))?;
    let file = ViewFile {
        format: FORMAT.to_owned(),
        version: VERSION,
        name: row.name,
        state,
        plans: plans.into_iter().map(in_file).collect(),
    };
    let bytes = serde_json::to_vec_pretty(&file).map_err(|_| Error::NotAView(name.to_owned()))?;
    files::save(path, &bytes)
}

/// Reads a shared view; nothing is kept of it until the analyst saves it.
pub fn receive(library: &OpenLibrary, path: &Path) -> Result<SharedView, Error> {
    let bytes = files::load(path)?;
    let foreign = || Error::NotAView(files::name_of(path));
    let head: Head = serde_json::from_slice(&bytes).map_err(|_| foreign())?;
    if head.format != FORMAT || head.version > VERSION {
        return Err(foreign());
    }
    let file: ViewFile = serde_json::from_slice(&bytes).map_err(|_| foreign())?;
    let state = checked_state(file.state.get()).map_err(|_| foreign())?;
    let name = checked_name(&file.name).map_err(|_| foreign())?;
    let own = library.read(|view| Ok(view.plans().list()?))?;
    let plans = file
        .plans
        .into_iter()
        .map(|there| SharedPlan {
            here: same(&own, &there),
            there: there.plan,
            name: there.name,
        })
        .collect();
    Ok(SharedView { name, state, plans })
}

fn in_file(row: PlanRow) -> PlanInFile {
    PlanInFile {
        plan: row.id,
        name: plan_name(&row.meta, &row.source_name),
        source_sha256: row.source_sha256,
        region: row.meta.region,
        title: row.meta.title,
    }
}

/// The same plan here: read from the same bytes, else of the same region and title.
fn same(own: &[PlanRow], there: &PlanInFile) -> Option<PlanId> {
    let bytes = own
        .iter()
        .find(|row| row.source_sha256 == there.source_sha256);
    let words = || {
        own.iter().find(|row| {
            there.title.is_some()
                && row.meta.title == there.title
                && row.meta.region == there.region
        })
    };
    bytes.or_else(words).map(|row| row.id)
}

/// A name that can be read and told from others.
fn checked_name(name: &str) -> Result<String, Error> {
    let name = name.trim();
    let length = name.chars().count();
    if length == 0 || length > NAME_LIMIT || name.chars().any(char::is_control) {
        return Err(Error::UnusableName(name.chars().take(NAME_LIMIT).collect()));
    }
    Ok(name.to_owned())
}

/// A state that is a JSON object of bounded size.
fn checked_state(state: &str) -> Result<String, Error> {
    let object =
        || serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(state).is_ok();
    if state.len() > STATE_LIMIT || !object() {
        return Err(Error::NotAView(VIEW.to_owned()));
    }
    Ok(state.to_owned())
}

fn wire(row: NamedViewRow) -> NamedView {
    NamedView {
        name: row.name,
        state: row.state,
        saved: row.saved,
    }
}
