//! Standard output: buffered, and every failure to write is told.

use crate::explain::Problem;
use serde::Serialize;
use std::io::{self, Write};

/// Prints with `write` and flushes.
pub(crate) fn print(write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), Problem> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    write(&mut out)?;
    out.flush()?;
    Ok(())
}

/// Prints a value as indented JSON with a line end.
pub(crate) fn print_json(value: &impl Serialize) -> Result<(), Problem> {
    let json = to_json(value)?;
    print(|out| out.write_all(&json))
}

/// A value as indented JSON with a line end.
pub(crate) fn to_json(value: &impl Serialize) -> Result<Vec<u8>, Problem> {
    let mut json = serde_json::to_vec_pretty(value)?;
    json.push(b'\n');
    Ok(json)
}
