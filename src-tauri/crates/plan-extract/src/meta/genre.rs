//! The kind of document, told by the last words of its title.

use super::front::Front;
use plan_model::FrozenPlan;

/// Kinds of document. Of several that fit, the one that ends last wins, then the longest.
const GENRES: &[&str] = &[
    "政府工作报告",
    "工作报告",
    "若干政策措施",
    "若干政策",
    "若干措施",
    "若干意见",
    "若干规定",
    "政策措施",
    "扶持政策",
    "实施意见",
    "实施方案",
    "实施细则",
    "实施办法",
    "实施计划",
    "行动方案",
    "行动计划",
    "工作要点",
    "工作计划",
    "工作方案",
    "工作安排",
    "工作意见",
    "建设方案",
    "考评办法",
    "考核办法",
    "评价办法",
    "奖励办法",
    "管理办法",
    "暂行办法",
    "规划纲要",
    "指导意见",
    "总体方案",
    "规划",
    "纲要",
    "意见",
    "计划",
    "方案",
    "要点",
    "措施",
    "政策",
    "办法",
    "规定",
    "条例",
    "细则",
    "通知",
    "决定",
    "通告",
    "公告",
    "批复",
];

/// The kind of document.
pub(crate) fn genre(plan: &FrozenPlan, front: &Front<'_>, title: Option<&str>) -> Option<String> {
    if let Some(genre) = title.and_then(in_title) {
        // 第十四个五年规划和2035年远景目标纲要 is a plan for five years.
        let planned = genre == "纲要" && title.is_some_and(|title| title.contains("五年规划"));
        return Some(if planned { "规划" } else { genre }.to_owned());
    }
    in_preamble(front)
        .or_else(|| report(plan))
        .map(str::to_owned)
}

/// The genre a title ends with; a remark in brackets after it (2023—2025年, 试行) does not count.
fn in_title(title: &str) -> Option<&'static str> {
    ending(without_remark(title)).or_else(|| {
        GENRES
            .iter()
            .filter_map(|genre| {
                title
                    .rfind(genre)
                    .map(|at| (at + genre.len(), genre.len(), *genre))
            })
            .max()
            .map(|(_, _, genre)| genre)
    })
}

/// The longest genre that `text` ends with.
pub(crate) fn ending(text: &str) -> Option<&'static str> {
    GENRES
        .iter()
        .copied()
        .filter(|genre| text.ends_with(genre))
        .max_by_key(|genre| genre.len())
}

/// Where the last genre word of `text` ends.
pub(crate) fn last_end(text: &str) -> Option<usize> {
    GENRES
        .iter()
        .filter_map(|genre| text.rfind(genre).map(|at| at + genre.len()))
        .max()
}

/// A title without the brackets at its end.
pub(crate) fn without_remark(title: &str) -> &str {
    let mut rest = title.trim_end();
    while rest.ends_with([')', '\u{FF09}']) {
        let Some(open) = rest.rfind(['(', '\u{FF08}']).filter(|&at| at > 0) else {
            break;
        };
        rest = rest[..open].trim_end();
    }
    rest
}

/// 提出如下实施意见, 制定本方案, 制定如下政策.
fn in_preamble(front: &Front<'_>) -> Option<&'static str> {
    front.lines.iter().find_map(|line| {
        [
            "提出如下",
            "提出以下",
            "制定如下",
            "制定以下",
            "制定本",
            "制订本",
            "印发本",
        ]
        .iter()
        .find_map(|lead| {
            let at = line.find(lead)? + lead.len();
            GENRES
                .iter()
                .copied()
                .filter(|genre| line[at..].starts_with(genre))
                .max_by_key(|genre| genre.len())
        })
    })
}

/// Excerpts of reports to a people's congress speak of the work of the government.
fn report(plan: &FrozenPlan) -> Option<&'static str> {
    let opening: String = plan.text.chars().take(600).collect();
    (opening.contains("政府工作的总体") || opening.contains("各位代表")).then_some("政府工作报告")
}
