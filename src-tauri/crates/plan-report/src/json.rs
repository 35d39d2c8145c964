//! JSON: the whole report, values as numbers with exactly the digits they have.

use crate::ReportError;
use crate::model::Report;

/// The file's bytes.
pub(crate) fn write(report: &Report) -> Result<Vec<u8>, ReportError> {
    let mut bytes = serde_json::to_vec_pretty(report)?;
    bytes.push(b'\n');
    Ok(bytes)
}
