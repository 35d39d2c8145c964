//! A list's running number in the form its level asks for: 3 as 三, ③, 叁, 丙, III, c.

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// `number` in the number format with this name; in digits where the name is not known or the form does not go
/// that far. Nothing for formats without a number.
pub(super) fn in_form(number: u32, form: &str) -> String {
    let digits = || number.to_string();
    let from = |first: u32, most: u32| {
        let code = (1..=most).contains(&number).then(|| first + number - 1);
        code.and_then(char::from_u32).map(String::from)
    };
    let nth = |row: &str| {
        let place = usize::try_from(number).ok()?.checked_sub(1)?;
        row.chars().nth(place).map(String::from)
    };
    match form {
        "none" | "bullet" => String::new(),
        "decimalZero" => format!("{number:02}"),
        "decimalFullWidth" | "decimalFullWidth2" => digits()
            .chars()
            .map(|c| char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c))
            .collect(),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital"
        | "japaneseDigitalTenThousand"
        | "taiwaneseDigital" => counted(number, &DIGITS, ["十", "百", "千", "万"], true),
        "chineseLegalSimplified" | "ideographLegalTraditional" => {
            counted(number, &LEGAL, ["拾", "佰", "仟", "万"], false)
        }
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => from(0x2460, 20)
            .or_else(|| {
                number
                    .checked_sub(20)
                    .and_then(|over| within(0x3251, over, 15))
            })
            .or_else(|| {
                number
                    .checked_sub(35)
                    .and_then(|over| within(0x32B1, over, 15))
            })
            .unwrap_or_else(digits),
        "decimalEnclosedParen" => from(0x2474, 20).unwrap_or_else(digits),
        "decimalEnclosedFullstop" => from(0x2488, 20).unwrap_or_else(digits),
        "ideographEnclosedCircle" => from(0x3280, 10).unwrap_or_else(digits),
        "ideographTraditional" => nth(STEMS).unwrap_or_else(digits),
        "ideographZodiac" => nth(BRANCHES).unwrap_or_else(digits),
        "upperRoman" => roman(number).unwrap_or_else(digits),
        "lowerRoman" => roman(number).map_or_else(digits, |text| text.to_lowercase()),
        "upperLetter" => letters(number).unwrap_or_else(digits),
        "lowerLetter" => letters(number).map_or_else(digits, |text| text.to_lowercase()),
        "numberInDash" => format!("-{number}-"),
        _ => digits(),
    }
}

fn within(first: u32, number: u32, most: u32) -> Option<String> {
    let code = (1..=most).contains(&number).then(|| first + number - 1);
    code.and_then(char::from_u32).map(String::from)
}

/// 12 as 十二 (`short`: without 一 in front) or 壹拾贰; from ten thousand on in digits.
fn counted(number: u32, digits: &[char; 10], places: [&str; 4], short: bool) -> String {
    if number == 0 {
        return digits[0].to_string();
    }
    if number >= 10_000 {
        return number.to_string();
    }
    let zero = if short { '零' } else { digits[0] };
    let mut text = String::new();
    let mut gap = false;
    for (unit, place) in [
        (1_000, places[2]),
        (100, places[1]),
        (10, places[0]),
        (1, ""),
    ] {
        let digit = (number / unit % 10) as usize;
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            text.push(zero);
        }
        if !(short && unit == 10 && digit == 1 && text.is_empty()) {
            text.push(digits[digit]);
        }
        text.push_str(place);
    }
    text
}

fn roman(number: u32) -> Option<String> {
    const PARTS: [(u32, &str); 13] = [
        (1_000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4_000).contains(&number) {
        return None;
    }
    let mut left = number;
    let mut text = String::new();
    for (value, letters) in PARTS {
        while left >= value {
            text.push_str(letters);
            left -= value;
        }
    }
    Some(text)
}

/// A, B, … Z, AA, BB, … as word processors go on.
fn letters(number: u32) -> Option<String> {
    let place = number.checked_sub(1)?;
    let times = place / 26 + 1;
    let letter = char::from_u32(u32::from('A') + place % 26)?;
    (times <= 10).then(|| letter.to_string().repeat(times as usize))
}

#[cfg(test)]
mod tests {
    use super::in_form;

    #[test]
    fn numbers_take_the_form_of_their_level() {
        for (form, number, text) in [
            ("decimal", 12, "12"),
            ("chineseCounting", 1, "一"),
            ("chineseCountingThousand", 10, "十"),
            ("chineseCountingThousand", 16, "十六"),
            ("chineseCountingThousand", 20, "二十"),
            ("japaneseCounting", 21, "二十一"),
            ("chineseCountingThousand", 101, "一百零一"),
            ("chineseCountingThousand", 110, "一百一十"),
            ("chineseCountingThousand", 2_003, "二千零三"),
            ("chineseLegalSimplified", 12, "壹拾贰"),
            ("decimalEnclosedCircle", 1, "①"),
            ("decimalEnclosedCircleChinese", 20, "⑳"),
            ("decimalEnclosedCircle", 21, "㉑"),
            ("decimalEnclosedCircle", 50, "㊿"),
            ("decimalEnclosedCircle", 51, "51"),
            ("decimalEnclosedParen", 3, "⑶"),
            ("decimalEnclosedFullstop", 3, "⒊"),
            ("ideographTraditional", 2, "乙"),
            ("ideographZodiac", 12, "亥"),
            ("decimalFullWidth", 10, "１０"),
            ("decimalZero", 7, "07"),
            ("upperRoman", 14, "XIV"),
            ("lowerRoman", 4, "iv"),
            ("upperLetter", 27, "AA"),
            ("lowerLetter", 3, "c"),
            ("bullet", 3, ""),
            ("none", 3, ""),
            ("hebrew1", 3, "3"),
            ("chineseCounting", 0, "〇"),
            ("ideographTraditional", 0, "0"),
            ("lowerLetter", u32::MAX, "4294967295"),
        ] {
            assert_eq!(in_form(number, form), text, "{form} {number}");
        }
    }
}
