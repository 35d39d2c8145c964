//! The state of the view survives a restart. Its meaning is the window's own; here it is a text.

use crate::error::Error;
use crate::library::OpenLibrary;

const VIEW: &str = "view";

/// The state as last kept.
pub fn get(library: &OpenLibrary) -> Result<Option<String>, Error> {
    library.read(|view| Ok(view.settings().get(VIEW)?))
}

/// Keeps the state.
pub fn set(library: &OpenLibrary, state: &str) -> Result<(), Error> {
    library.write(|change| change.set(VIEW, state))
}
