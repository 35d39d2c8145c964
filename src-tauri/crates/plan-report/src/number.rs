//! Decimal values on their way into files: exact in JSON, and as the cell's number in a workbook.

use plan_model::Decimal;
use serde::Serializer;
use serde::ser::Error;
use serde_json::value::RawValue;

/// Writes a decimal as a JSON number with exactly its digits.
///
/// # Errors
/// When the serialiser refuses.
pub(crate) fn as_number<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    let raw = RawValue::from_string(value.to_string()).map_err(S::Error::custom)?;
    serde::Serialize::serialize(&raw, serializer)
}

/// The same for a value that may be missing.
///
/// # Errors
/// When the serialiser refuses.
pub(crate) fn as_optional_number<S: Serializer>(
    value: &Option<Decimal>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => as_number(value, serializer),
        None => serializer.serialize_none(),
    }
}
