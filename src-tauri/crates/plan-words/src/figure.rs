//! Figures as people read them: the sign before the value, and the value in groups of digits.

use plan_model::{Decimal, Op};

/// The sign drawn before a number; nothing for "equals".
#[must_use]
pub fn sign(op: Op) -> &'static str {
    match op {
        Op::AtLeast => "≥",
        Op::MoreThan => ">",
        Op::Equal => "",
        Op::About => "≈",
        Op::AtMost => "≤",
        Op::LessThan => "<",
    }
}

/// The value for reading: its own digits, in groups of three from ten thousand on, never an exponent.
#[must_use]
pub fn grouped(value: Decimal) -> String {
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
