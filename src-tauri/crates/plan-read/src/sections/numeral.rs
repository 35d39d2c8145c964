//! Numerals of either script, as far as headings need them.

/// An Arabic or Chinese numeral at the head of `text`: its value and its length in bytes.
pub(super) fn numeral(text: &str) -> Option<(u32, usize)> {
    let first = text.chars().next()?;
    if arabic_digit(first).is_some() {
        let mut value = 0u32;
        let mut len = 0;
        for (count, c) in text.chars().enumerate() {
            let Some(digit) = arabic_digit(c) else { break };
            if count >= 3 {
                return None;
            }
            value = value * 10 + digit;
            len += c.len_utf8();
        }
        return Some((value, len));
    }
    let len: usize = text
        .chars()
        .take(8)
        .take_while(|&c| han_digit(c).is_some())
        .map(char::len_utf8)
        .sum();
    han_value(&text[..len]).map(|value| (value, len))
}

pub(super) fn arabic_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '\u{FF10}'..='\u{FF19}' => Some(c as u32 - 0xFF10),
        _ => None,
    }
}

/// Value of a Chinese digit; 十 and 百 stand for themselves.
pub(super) fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '百' => 100,
        _ => return None,
    })
}

fn han_value(text: &str) -> Option<u32> {
    if text.is_empty() || text.chars().count() > 7 {
        return None;
    }
    let (mut total, mut digit, mut plain) = (0u32, 0u32, 0usize);
    for c in text.chars() {
        match han_digit(c)? {
            scale @ (10 | 100) => {
                total += digit.max(1) * scale;
                digit = 0;
                plain = 0;
            }
            value => {
                // 二三 is "two or three", not a number.
                plain += usize::from(value != 0);
                if plain > 1 {
                    return None;
                }
                digit = value;
            }
        }
    }
    Some(total + digit).filter(|&value| value > 0)
}

/// A number below 1000 in Chinese.
pub(super) fn han(n: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u32| DIGITS[(n % 10) as usize];
    let mut out = String::new();
    if n >= 100 {
        out.push_str(digit(n / 100));
        out.push('百');
        if (1..10).contains(&(n % 100)) {
            out.push('零');
        }
    }
    let tens = n % 100 / 10;
    if tens > 0 {
        if tens > 1 || n >= 100 {
            out.push_str(digit(tens));
        }
        out.push('十');
    }
    out.push_str(digit(n));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_numbers_read_back_as_themselves() {
        for n in 1..=299 {
            assert_eq!(han_value(&han(n)), Some(n), "{}", han(n));
        }
    }
}
