//! How headings and references are counted, by Word and for the contents.

use super::look::Look;
use super::parts::{NAMESPACES, XML};
use plan_words::Language;

const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// A number below a hundred in Chinese; higher ones in digits.
pub(super) fn chinese(number: usize) -> String {
    let digit = |at: usize| DIGITS.get(at).copied().unwrap_or_default();
    match (number / 10, number % 10) {
        (0, unit) => digit(unit).to_owned(),
        (1, 0) => "十".to_owned(),
        (1, unit) => format!("十{}", digit(unit)),
        (ten @ 2..=9, 0) => format!("{}十", digit(ten)),
        (ten @ 2..=9, unit) => format!("{}十{}", digit(ten), digit(unit)),
        _ => number.to_string(),
    }
}

/// The part that defines them: list 1 for headings, list 2 for references.
pub(super) fn numbering(look: Look) -> String {
    let levels = match (look.is_official(), look.language) {
        (true, Language::ZhCn) => [
            ("chineseCountingThousand", "%1、", "Heading1"),
            ("chineseCountingThousand", "（%2）", "Heading2"),
        ],
        (true, Language::En) => [
            ("decimal", "%1. ", "Heading1"),
            ("decimal", "%1.%2 ", "Heading2"),
        ],
        (false, _) => [
            ("decimal", "%1 ", "Heading1"),
            ("decimal", "%1.%2 ", "Heading2"),
        ],
    };
    let headings: String = levels
        .iter()
        .enumerate()
        .map(|(at, (format, text, style))| {
            // After a number of their own mark headings go on at once, after a plain one with a space.
            let after = if text.ends_with(' ') { "space" } else { "nothing" };
            let text = text.trim_end();
            format!(
                r#"<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:pStyle w:val="{style}"/><w:suff w:val="{after}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>"#
            )
        })
        .collect();
    let reference = r#"<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Reference"/><w:suff w:val="tab"/><w:lvlText w:val="[%1]"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="560" w:hanging="560"/></w:pPr></w:lvl>"#;
    format!(
        r#"{XML}<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>{headings}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>{reference}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"#
    )
}

#[cfg(test)]
mod tests {
    use super::chinese;

    #[test]
    fn places_are_counted_as_word_counts_them() {
        for (number, words) in [
            (1, "一"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (35, "三十五"),
        ] {
            assert_eq!(chinese(number), words);
        }
    }
}
