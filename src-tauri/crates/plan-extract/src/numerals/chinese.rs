//! Chinese numerals as decimals: 三百二十, 一万两千, 三点五, 二〇二五, 百 (as in 百家).

use plan_model::Decimal;

/// Whether `ch` can stand in a Chinese numeral.
pub(super) fn is_numeral(ch: char) -> bool {
    digit(ch).is_some() || matches!(ch, '十' | '百' | '千' | '万' | '亿')
}

/// The digit a character stands for.
pub(super) fn digit(ch: char) -> Option<i64> {
    Some(match ch {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn scale(ch: char) -> Option<i64> {
    Some(match ch {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    })
}

/// The product of a run of scale characters: 万 → 10 000, 百亿 → 10 000 000 000.
pub(super) fn scale_of(run: &str) -> Option<Decimal> {
    run.chars().try_fold(Decimal::ONE, |product, ch| {
        product.checked_mul(Decimal::from(scale(ch)?))
    })
}

/// The value of a whole Chinese numeral; `None` when the characters make none or overflow.
pub(super) fn parse(text: &str) -> Option<Decimal> {
    if text.is_empty() {
        return None;
    }
    if text.chars().all(|ch| digit(ch).is_some()) {
        return digits(text);
    }
    let (mut total, mut section, mut current) = (0i64, 0i64, None::<i64>);
    for ch in text.chars() {
        if let Some(value) = digit(ch) {
            current = Some(value);
        } else {
            let unit = scale(ch)?;
            if unit >= 10_000 {
                let low =
                    section.checked_add(current.unwrap_or(if section == 0 && total == 0 {
                        1
                    } else {
                        0
                    }))?;
                // 万亿 multiplies what came before instead of adding to it.
                total = if low == 0 {
                    total.checked_mul(unit)?
                } else {
                    total.checked_add(low.checked_mul(unit)?)?
                };
                section = 0;
            } else {
                section = section.checked_add(current.unwrap_or(1).checked_mul(unit)?)?;
            }
            current = None;
        }
    }
    total
        .checked_add(section)?
        .checked_add(current.unwrap_or(0))
        .map(Decimal::from)
}

fn digits(text: &str) -> Option<Decimal> {
    if text.chars().count() > 12 {
        return None;
    }
    text.chars()
        .try_fold(0i64, |value, ch| Some(value * 10 + digit(ch)?))
        .map(Decimal::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numerals_are_read_as_written() {
        let cases = [
            ("三百二十", 320i64),
            ("一万两千", 12_000),
            ("百", 100),
            ("千", 1_000),
            ("十", 10),
            ("十六", 16),
            ("二〇二五", 2025),
            ("万亿", 1_000_000_000_000),
            ("百亿", 10_000_000_000),
            ("五亿三千万", 530_000_000),
            ("两", 2),
        ];
        for (text, value) in cases {
            assert_eq!(parse(text), Some(Decimal::from(value)), "{text}");
        }
    }

    #[test]
    fn nonsense_and_overflow_give_nothing_or_a_number_but_never_a_panic() {
        for text in ["", "亿亿亿亿亿亿", "九".repeat(40).as_str()] {
            let _ = parse(text);
        }
    }
}
