//! What each rule of the extractor went by, in a sentence of either language. The window has the same sentences.

use crate::args::LanguageWord;
use plan_model::Field;

/// Rule, Chinese, English.
const SENTENCES: &[(&str, &str, &str)] = &[
    (
        "name_known",
        "词表收录的指标名，位于数值之前",
        "an indicator of the lexicon, named before the value",
    ),
    (
        "name_as_worded",
        "词表未收录，按原文措辞取名",
        "not in the lexicon; named as the text words it",
    ),
    (
        "name_behind_known",
        "词表收录的指标名，位于数值之后",
        "an indicator of the lexicon, named behind the value",
    ),
    (
        "name_behind_as_worded",
        "数值之后的名词，词表未收录",
        "the noun behind the value; not in the lexicon",
    ),
    (
        "name_covered",
        "“全覆盖”所覆盖的对象",
        "what is said to be covered in full",
    ),
    (
        "name_inherited",
        "本处没有名称，沿用上一数值的名称",
        "no name here; that of the value before is used",
    ),
    (
        "name_shared",
        "一个数值由几个名称共用",
        "several names share one value",
    ),
    (
        "name_compared",
        "与基准比较的词语之前的名称",
        "the name before the words of comparison",
    ),
    ("value_in_digits", "以数字写出", "written in digits"),
    (
        "value_in_words",
        "以汉字写出",
        "written in Chinese numerals",
    ),
    (
        "value_as_range",
        "写作区间，有上下限",
        "a range with two ends",
    ),
    (
        "value_relative",
        "没有数值，只有比较的基准",
        "no number, only a benchmark",
    ),
    ("unit_known", "词表收录的单位", "a unit of the lexicon"),
    (
        "unit_as_worded",
        "词表未收录的单位，照原文",
        "a unit that the lexicon does not know",
    ),
    (
        "unit_with_name",
        "单位的一半写在名称里（如每万人）",
        "half of the unit stands in the name (per 10,000 people)",
    ),
    ("unit_none", "没有单位", "no unit"),
    (
        "op_by_word_before",
        "由数值之前的词语（如超过、不低于）判定",
        "by the words before the value (at least, more than)",
    ),
    (
        "op_by_word_behind",
        "由数值之后的词语（如以上、左右）判定",
        "by the words behind the value (or more, about)",
    ),
    (
        "op_by_column",
        "由界限列写明",
        "stated in the column of bounds",
    ),
    (
        "op_spread",
        "并列各项共用一个界限词",
        "one bounding word serves several items",
    ),
    (
        "op_none",
        "没有界限词，按“等于”处理",
        "no bounding word; read as equal",
    ),
    (
        "measure_by_name",
        "由指标名称判定",
        "by the name of the indicator",
    ),
    ("measure_by_unit", "由单位判定", "by the unit"),
    (
        "measure_by_verb",
        "由动词（如新增、达到、增长）判定",
        "by the verb (add, reach, grow)",
    ),
    (
        "measure_by_adverb",
        "由每年、累计等词判定",
        "by words such as every year or in total",
    ),
    (
        "measure_by_order",
        "数值在名词之前，无动词，按新增处理",
        "number before noun without a verb; read as an increment",
    ),
    (
        "measure_default",
        "没有线索，按水平值处理",
        "no clue; read as a level",
    ),
    (
        "year_in_sentence",
        "同一句中写明",
        "stated in the same sentence",
    ),
    (
        "year_in_section",
        "同一节中的目标年份",
        "the goal year of the section",
    ),
    (
        "year_of_plan",
        "取自整个方案的期限",
        "the period of the whole plan",
    ),
    (
        "year_by_column",
        "由年份列写明",
        "stated in the column of years",
    ),
    ("year_none", "没有找到年份", "no year was found"),
    (
        "type_of_indicator",
        "取自词表中的指标",
        "that of the indicator in the lexicon",
    ),
    (
        "type_by_head",
        "按名称的中心词推定",
        "guessed from the head noun",
    ),
    (
        "scope_in_name",
        "名称中带有口径词",
        "a word of scope within the name",
    ),
    (
        "scope_beside_name",
        "名称旁的修饰语",
        "a modifier beside the name",
    ),
    ("scope_none", "没有口径词", "no word of scope"),
    (
        "firm_unless_said",
        "没有力争、争取一类词语",
        "no word of endeavour",
    ),
    (
        "firm_by_column",
        "由约束性一列写明",
        "stated as binding in its column",
    ),
    (
        "soft_by_column",
        "由预期性一列写明",
        "stated as expected in its column",
    ),
    (
        "soft_by_word",
        "有力争、争取一类词语",
        "a word of endeavour governs it",
    ),
];

/// The sentence for a rule; a rule without one is named as it is.
pub(crate) fn sentence(rule: &str, language: LanguageWord) -> &str {
    SENTENCES
        .iter()
        .find(|(word, _, _)| *word == rule)
        .map_or(rule, |(_, zh, en)| match language {
            LanguageWord::ZhCn => zh,
            LanguageWord::En => en,
        })
}

/// The name of a field.
pub(crate) fn field(field: Field, language: LanguageWord) -> &'static str {
    let (zh, en) = match field {
        Field::Name => ("名称", "name"),
        Field::Value => ("数值", "value"),
        Field::Unit => ("单位", "unit"),
        Field::Op => ("界限", "bound"),
        Field::Measure => ("量的性质", "measure"),
        Field::Year => ("年份", "year"),
        Field::Type => ("类型", "type"),
        Field::Scope => ("口径", "scope"),
        Field::Firmness => ("语气", "firmness"),
    };
    match language {
        LanguageWord::ZhCn => zh,
        LanguageWord::En => en,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_rule_has_its_sentence_and_no_sentence_is_left_over() {
        let rules: BTreeSet<&str> = plan_flow::audit::RULES.iter().map(|rule| rule.1).collect();
        let told: BTreeSet<&str> = SENTENCES.iter().map(|one| one.0).collect();
        assert_eq!(rules, told);
        assert!(
            SENTENCES
                .iter()
                .all(|one| one.2.is_ascii() && !one.1.is_ascii())
        );
    }
}
