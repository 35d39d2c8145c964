//! The two stages of reading a document, each alone, so that a bench can measure what each costs.

use crate::error::Error;
use crate::host::Host;
use plan_lexicon::Lexicon;
use plan_model::{Extraction, FrozenPlan};

/// Bytes to frozen text and sections.
pub fn read(bytes: &[u8]) -> Result<FrozenPlan, Error> {
    plan_read::read(bytes).map_err(|source| Error::Read {
        subject: String::new(),
        source,
    })
}

/// As [`read`], of a file with a name, with what `host` has for reading PDF.
pub fn read_with(host: &dyn Host, name: &str, bytes: &[u8]) -> Result<FrozenPlan, Error> {
    crate::extract::read(name, bytes, Some(host), None)
}

/// Frozen text to everything that is found in it.
#[must_use]
pub fn extract(plan: &FrozenPlan) -> Extraction {
    plan_extract::extract(plan, Lexicon::builtin())
}
