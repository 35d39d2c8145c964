//! Scopes: the words that narrow the population of a target, reduced to what really narrows it.

use plan_model::PlanMeta;

/// Words for the plan's whole region. A target for 全市 in a plan of that city narrows nothing.
const WHOLE_REGION: &[&str] = &[
    "全省",
    "全市",
    "全县",
    "全区",
    "全州",
    "全盟",
    "全旗",
    "全域",
    "全市域",
    "全县域",
    "市域",
    "县域",
    "区域",
    "我省",
    "我市",
    "我县",
    "我区",
    "本省",
    "本市",
    "本县",
    "本区",
    "省内",
    "市内",
    "县内",
    "区内",
    "全市范围内",
    "全省范围内",
];

/// Different spellings of one population.
const SPELLINGS: &[(&str, &str)] = &[("规上", "规模以上"), ("限上", "限额以上")];

/// What remains of `scope` once spaces, quotation marks, the plan's whole region and words that the
/// indicator's own name already holds are taken away; `None` when nothing remains.
pub(crate) fn narrowing(scope: Option<&str>, indicator: &str, meta: &PlanMeta) -> Option<String> {
    let mut text: String = scope?
        .chars()
        .filter(|ch| {
            !ch.is_whitespace()
                && !matches!(ch, '“' | '”' | '"' | '「' | '」' | '‘' | '’' | '《' | '》')
        })
        .collect();
    for (short, full) in SPELLINGS {
        text = text.replace(short, full);
    }
    let regions = [
        meta.region.as_deref(),
        meta.province.as_deref().filter(|_| meta.region.is_none()),
    ];
    loop {
        let whole = WHOLE_REGION
            .iter()
            .copied()
            .chain(
                regions
                    .iter()
                    .flatten()
                    .copied()
                    .filter(|name| !name.is_empty()),
            )
            .filter(|word| text.starts_with(word))
            .max_by_key(|word| word.len());
        match whole {
            Some(word) => text.drain(..word.len()),
            None => break,
        };
    }
    let name = SPELLINGS
        .iter()
        .fold(indicator.to_owned(), |name, (short, full)| {
            name.replace(short, full)
        });
    (!text.is_empty() && !name.contains(&text)).then_some(text)
}

/// Words for the plan's province.
const OWN_PROVINCE: &[&str] = &["全省", "我省", "本省", "省内"];

/// The league table that a rank stands in, by name: 全省 is another table in another province, and where the
/// province is not known, nobody can say which it is.
pub(crate) fn ranked_in(table: &str, meta: &PlanMeta) -> String {
    let text: String = table
        .chars()
        .filter(|ch| !ch.is_whitespace() && !matches!(ch, '“' | '”' | '"' | '《' | '》'))
        .collect();
    let Some(rest) = OWN_PROVINCE.iter().find_map(|word| text.strip_prefix(word)) else {
        return text;
    };
    match (&meta.province, &meta.region) {
        (Some(province), _) => format!("{province}{rest}"),
        (None, Some(region)) => format!("{region}所在省{rest}"),
        (None, None) => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scope_counts_only_when_it_narrows_the_population() {
        let meta = PlanMeta {
            region: Some("甲市".to_owned()),
            ..PlanMeta::default()
        };
        for (scope, indicator, expected) in [
            (None, "高新技术企业数", None),
            (Some("全市"), "高新技术企业数", None),
            (Some("甲市"), "高新技术企业数", None),
            (Some("省级"), "创新平台数", Some("省级")),
            (Some("全市规上工业"), "新产品销售收入", Some("规模以上工业")),
            (
                Some("规模以上工业企业"),
                "规模以上工业企业研发经费支出占营业收入比重",
                None,
            ),
            (
                Some("规上 工业企业"),
                "规模以上工业企业研发经费支出占营业收入比重",
                None,
            ),
            (Some("全市通过备案"), "科技型中小企业数", Some("通过备案")),
            (
                Some("“创新甲地”平台"),
                "发明专利拥有量",
                Some("创新甲地平台"),
            ),
            (Some("  "), "发明专利拥有量", None),
        ] {
            assert_eq!(
                narrowing(scope, indicator, &meta).as_deref(),
                expected,
                "{scope:?} of {indicator}"
            );
        }
    }
}
