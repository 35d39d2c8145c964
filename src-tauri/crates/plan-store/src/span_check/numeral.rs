//! Does a stretch of text say a number? A second look that knows nothing of the extractor's rules: the
//! number must stand in the words, give or take the power of ten that 万 or 亿 brings along.

use plan_model::Decimal;

/// Words that carry a number without a digit: 三分之一, 两成, 翻一番, 全覆盖, 半数.
const NUMBER_WORDS: &str =
    "〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟半双倍番成全萬億兩貳參陸";

/// With one of these among the words, the value may be the digits times a power of ten: 1.5万亿元 is 15,000 亿元.
const POWERS_OF_TEN: &str = "十百千万亿拾佰仟萬億";

/// Words after which the value is worked out rather than read off: 翻2番 is 300 %, 1/3 is 33.33 %, 7折 is 70 %.
const WORKED_OUT: &str = "番倍折半";

/// Whether `words` can stand for `value`.
pub(super) fn says(words: &str, value: Decimal) -> bool {
    let words: String = words.chars().map(narrow).collect();
    let runs = digit_runs(&words);
    if runs.is_empty() {
        return words.chars().any(|ch| NUMBER_WORDS.contains(ch));
    }
    if words.chars().any(|ch| WORKED_OUT.contains(ch)) || is_fraction(&words) {
        return true;
    }
    let scaled = words.chars().any(|ch| POWERS_OF_TEN.contains(ch));
    let value = value.abs().normalize().to_string();
    let says = |run: &str| {
        if scaled {
            significant(run) == significant(&value)
        } else {
            plain(run) == value
        }
    };
    // 1万2千 is 12,000: its runs together give the digits.
    runs.iter().any(|run| says(run)) || scaled && says(&runs.concat())
}

/// Full-width digits and marks as their ASCII forms.
fn narrow(ch: char) -> char {
    match ch {
        '０'..='９' | '．' | '，' | '／' => char::from_u32(ch as u32 - 0xFEE0).unwrap_or(ch),
        _ => ch,
    }
}

/// Numbers as written, thousands separators and the spaces within them left out.
fn digit_runs(words: &str) -> Vec<String> {
    let chars: Vec<char> = words.chars().collect();
    let mut runs: Vec<String> = Vec::new();
    let mut open = false;
    for (index, &ch) in chars.iter().enumerate() {
        let digit_after = chars.get(index + 1).is_some_and(char::is_ascii_digit);
        match ch {
            '0'..='9' if open => {
                if let Some(run) = runs.last_mut() {
                    run.push(ch);
                }
            }
            '0'..='9' => {
                runs.push(ch.to_string());
                open = true;
            }
            '.' if open && digit_after => {
                if let Some(run) = runs.last_mut() {
                    run.push(ch);
                }
            }
            ',' | ' ' | '\u{a0}' if open && digit_after => {}
            _ => open = false,
        }
    }
    runs
}

/// 1/3, 3分之1: a slash between digits, or 分之.
fn is_fraction(words: &str) -> bool {
    let chars: Vec<char> = words.chars().collect();
    words.contains("分之")
        || chars
            .windows(3)
            .any(|w| w[0].is_ascii_digit() && w[1] == '/' && w[2].is_ascii_digit())
}

/// The number without zeros that change nothing: 2.10 is 2.1, 007 is 7.
fn plain(number: &str) -> String {
    let number = if number.contains('.') {
        number.trim_end_matches('0').trim_end_matches('.')
    } else {
        number
    };
    let number = number.trim_start_matches('0');
    if number.is_empty() || number.starts_with('.') {
        format!("0{number}")
    } else {
        number.to_owned()
    }
}

/// The significant digits: no sign, no point, no zeros at either end.
fn significant(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::str::FromStr;

    fn check(words: &str, value: &str, expected: bool) {
        assert_eq!(
            says(words, Decimal::from_str(value).unwrap()),
            expected,
            "{words} = {value}"
        );
    }

    #[test]
    fn digits_must_stand_in_the_words() {
        check("155家", "155", true);
        check("155家", "156", false);
        check("0.1891吨标准煤/万元", "0.1891", true);
        check("0.1891吨标准煤/万元", "0.189", false);
        check("5.5万人", "5.5", true);
        check("1~2个", "1", true);
        check("1~2个", "2", true);
        check("1~2个", "3", false);
        check("1~2个", "10", false);
        check("0个", "0", true);
        check("100%", "100", true);
        check("0.50‰", "0.5", true);
        check("1,200家", "1200", true);
        check("１２０家", "120", true);
        check("2.10%", "2.1", true);
    }

    #[test]
    fn powers_of_ten_belong_to_the_unit() {
        check("1.5万亿元", "15000", true);
        check("2千家", "2000", true);
        check("1万2千家", "12000", true);
        check("10百亿元", "1000", true);
        check("萬億元", "10000", true);
        check("1.5萬億元", "15000", true);
    }

    #[test]
    fn words_without_digits_are_numbers_too() {
        check("千家", "1000", true);
        check("三分之一", "33.33", true);
        check("全覆盖", "100", true);
        check("若干家", "7", false);
    }

    #[test]
    fn worked_out_values_are_let_through() {
        check("1/3", "33.33", true);
        check("翻2番", "300", true);
        check("3倍", "300", true);
    }
}
