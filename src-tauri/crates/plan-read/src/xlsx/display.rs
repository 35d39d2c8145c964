//! A cell's number as its format shows it: 0.155 under `0.0%` is 15.5%, a day's running number a date.

use rust_decimal::{Decimal, RoundingStrategy};

/// Digits that a workbook keeps of a number; what it stores beyond them is noise of its arithmetic.
const DIGITS: usize = 15;

/// The code of a format that is known by its number alone.
pub(super) fn builtin(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        14..=17 | 22 | 30 | 36 => "yyyy-m-d",
        27 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
        28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        37..=40 => "#,##0.00",
        _ => "General",
    }
}

/// `raw` as the format `code` shows it. Groups of thousands are not parted; a format that is not understood leaves
/// the number itself.
pub(super) fn shown(raw: &str, code: &str) -> String {
    let Some(value) = number(raw) else {
        return raw.to_owned();
    };
    let section = code.split(';').next().unwrap_or_default();
    let parts = parts(section);
    let holders = |wanted: &str| {
        parts
            .iter()
            .any(|part| matches!(part, Part::Code(c) if wanted.contains(*c)))
    };
    let general = || value.normalize().to_string();
    if section.is_empty() || section.contains("General") || section == "@" {
        return general();
    }
    if holders("yd") && !holders("0#?") {
        return date(value, &parts).unwrap_or_else(general);
    }
    if !holders("0#?") || holders("E/hs") {
        return general();
    }
    figure(value, &parts).unwrap_or_else(general)
}

/// A stored number without the noise of floating point.
fn number(raw: &str) -> Option<Decimal> {
    let float: f64 = raw
        .trim()
        .parse()
        .ok()
        .filter(|float: &f64| float.is_finite())?;
    let rounded = format!("{float:.*e}", DIGITS - 1);
    Decimal::from_scientific(&rounded)
        .ok()
        .map(|value| value.normalize())
}

enum Part {
    /// A character that stands for digits, a date's field or a sign.
    Code(char),
    /// Text shown as it is.
    Text(String),
}

fn parts(section: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut chars = section.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => parts.push(Part::Text(
                chars.by_ref().take_while(|c| *c != '"').collect(),
            )),
            '\\' => parts.extend(chars.next().map(|c| Part::Text(c.to_string()))),
            // The width of a character, left free; a fill; a colour or condition.
            '_' => drop(chars.next()),
            '*' => drop(chars.next()),
            '[' => drop(chars.by_ref().find(|c| *c == ']')),
            c if c.is_ascii() => parts.push(Part::Code(if c == 'e' || c == 'Y' || c == 'D' {
                c.to_ascii_uppercase()
            } else {
                c
            })),
            c => parts.push(Part::Text(c.to_string())),
        }
    }
    for part in &mut parts {
        if let Part::Code(c @ ('Y' | 'D' | 'M')) = part {
            c.make_ascii_lowercase();
        }
    }
    parts
}

fn figure(value: Decimal, parts: &[Part]) -> Option<String> {
    let percent = parts
        .iter()
        .filter(|part| matches!(part, Part::Code('%')))
        .count();
    let mut value = value;
    for _ in 0..percent.min(2) {
        value = value.checked_mul(Decimal::ONE_HUNDRED)?;
    }
    let (mut least, mut most) = (0u32, 0u32);
    let mut behind = false;
    for part in parts {
        match part {
            Part::Code('.') => behind = true,
            Part::Code('0') if behind => {
                most += 1;
                least = most;
            }
            Part::Code('#' | '?') if behind => most += 1,
            _ => {}
        }
    }
    let mut rounded = value
        .round_dp_with_strategy(most.min(20), RoundingStrategy::MidpointAwayFromZero)
        .normalize();
    if rounded.scale() < least {
        rounded.rescale(least.min(20));
    }
    let digits = rounded.to_string();
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", digits.as_str()),
    };
    let mut text = String::new();
    let mut written = false;
    for part in parts {
        match part {
            Part::Code('0' | '#' | '?' | '.' | ',') => {
                if !std::mem::replace(&mut written, true) {
                    text.push_str(sign);
                    text.push_str(digits);
                }
            }
            Part::Code(c) => text.push(*c),
            Part::Text(words) => text.push_str(words),
        }
    }
    Some(text.trim().to_owned())
}

/// A day's running number as the fields of a date.
fn date(value: Decimal, parts: &[Part]) -> Option<String> {
    let days: i64 = value
        .trunc()
        .try_into()
        .ok()
        .filter(|days| (1..=2_958_465).contains(days))?;
    // Workbooks count a 29 February 1900 that never was.
    let days = if days < 60 { days + 1 } else { days };
    let (year, month, day) = civil(days - 25_569);
    let mut text = String::new();
    let mut at = 0;
    while let Some(part) = parts.get(at) {
        let Part::Code(c @ ('y' | 'm' | 'd')) = part else {
            match part {
                Part::Code('h' | 's' | 'A' | 'P' | '@') => {}
                Part::Code(c) => text.push(*c),
                Part::Text(words) => text.push_str(words),
            }
            at += 1;
            continue;
        };
        let run = parts[at..]
            .iter()
            .take_while(|next| matches!(next, Part::Code(other) if other == c))
            .count();
        text.push_str(&match (c, run) {
            ('y', 1 | 2) => format!("{:02}", year % 100),
            ('y', _) => year.to_string(),
            ('m', 2) => format!("{month:02}"),
            ('m', _) => month.to_string(),
            (_, 2) => format!("{day:02}"),
            _ => day.to_string(),
        });
        at += run;
    }
    Some(text.trim_end_matches([':', ' ']).to_owned())
}

/// Year, month and day of the day that many days after 1 January 1970.
fn civil(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_shown_as_their_format_says() {
        for (raw, code, text) in [
            ("155", "General", "155"),
            ("2.7000000000000002", "General", "2.7"),
            ("0.30000000000000004", "", "0.3"),
            ("0.155", "0.0%", "15.5%"),
            ("0.027", "0%", "3%"),
            ("2.7", "0.00", "2.70"),
            ("2.745", "0.0#", "2.75"),
            ("12345.6", "#,##0.0", "12345.6"),
            ("400", "0\"亿元\"", "400亿元"),
            ("400", "0亿元", "400亿元"),
            ("-3", "0.0;[Red]-0.0", "-3.0"),
            ("1E-3", "General", "0.001"),
            ("45292", "yyyy\\-mm\\-dd", "2024-01-01"),
            ("45658", "yyyy\"年\"", "2025年"),
            ("45658", "yyyy\"年\"m\"月\";@", "2025年1月"),
            ("0.5", "h:mm", "0.5"),
            ("1e300", "0.00", "1e300"),
            ("text", "0.00", "text"),
            ("5", "# ?/?", "5"),
        ] {
            assert_eq!(shown(raw, code), text, "{raw} {code}");
        }
    }

    #[test]
    fn formats_known_by_number_are_shown_too() {
        assert_eq!(shown("0.1", builtin(9)), "10%");
        assert_eq!(shown("45658", builtin(31)), "2025年1月1日");
        assert_eq!(shown("7", builtin(999)), "7");
    }
}
