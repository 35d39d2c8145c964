//! Decimal values on their way into files: exact in JSON, grouped for reading, and as the cell's number in a
//! workbook.

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

/// The value for reading: its own digits, in groups of three from ten thousand on, never an exponent.
pub(crate) fn grouped(value: Decimal) -> String {
    let text = value.abs().to_string();
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut out = String::with_capacity(text.len() + 4);
    if value.is_sign_negative() && !value.is_zero() {
        out.push('\u{2212}');
    }
    for (at, digit) in whole.char_indices() {
        if at > 0 && whole.len() >= 5 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grouping_starts_at_ten_thousand_and_keeps_every_digit() {
        for (value, expected) in [
            ("155", "155"),
            ("7800", "7800"),
            ("13710", "13,710"),
            ("1234567.80", "1,234,567.80"),
            ("0.1891", "0.1891"),
            ("-20000", "\u{2212}20,000"),
        ] {
            let value = Decimal::from_str_exact(value).expect("a decimal");
            assert_eq!(grouped(value), expected);
        }
    }
}
