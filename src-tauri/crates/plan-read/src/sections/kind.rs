//! What a section is for, told by the words of its heading.

use super::number::Style;
use plan_model::SectionKind;

const GOAL: &[&str] = &["目标", "指标"];
const GENERAL: &[&str] = &[
    "指导思想",
    "总体思路",
    "总体要求",
    "基本原则",
    "总体考虑",
    "基本思路",
    "工作思路",
    "工作原则",
    "重要意义",
    "总则",
    "背景",
    "形势",
    "适用范围",
    "工作回顾",
    "发展基础",
    "基本情况",
    "附则",
    "名词解释",
];
const INCENTIVE: &[&str] = &[
    "奖补",
    "奖励",
    "政策支持",
    "支持政策",
    "扶持",
    "政策措施",
    "优惠政策",
    "奖惩",
    "资助",
    "补助",
];
const SAFEGUARD: &[&str] = &[
    "保障措施",
    "组织保障",
    "组织领导",
    "保障机制",
    "工作保障",
    "实施保障",
    "保障体系建设",
    "工作要求",
    "组织实施",
    "有关要求",
    "工作机制",
    "监督考核",
    "督查考核",
    "考核评估",
    "相关要求",
    "组织机构",
];
const TASK: &[&str] = &[
    "任务",
    "举措",
    "重点工作",
    "工作重点",
    "工作安排",
    "行动",
    "工程",
    "工作内容",
    "主要工作",
];

/// Words that name a safeguard even in the middle of a list of tasks.
const SURE_SAFEGUARD: &[&str] = &["保障措施", "组织保障", "组织领导", "组织实施", "工作要求"];

/// The kind of a section: its own heading first, else the section around it, else a task.
pub(crate) fn kind(
    title: &str,
    body: &str,
    style: Style,
    around: Option<SectionKind>,
) -> SectionKind {
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if style == Style::Annex {
        return SectionKind::Annex;
    }
    match around {
        None => top_level(title, body, has),
        // Under general headings stand the goals (总体要求 → 工作目标); under the others a word such as 奖励
        // or 目标 inside a heading names the object of the work, not its kind.
        Some(SectionKind::General | SectionKind::Goal) => {
            if has(&["指导思想", "总体思路", "基本原则", "工作原则", "总体要求"])
            {
                SectionKind::General
            } else if has(GOAL) {
                SectionKind::Goal
            } else if has(&["重点任务", "主要任务", "工作任务"]) {
                SectionKind::Task
            } else {
                around.unwrap_or(SectionKind::General)
            }
        }
        Some(SectionKind::Task) => {
            if has(SURE_SAFEGUARD) {
                SectionKind::Safeguard
            } else if has(&["工作目标", "主要目标", "总体目标", "发展目标"]) {
                SectionKind::Goal
            } else if has(&["指导思想", "基本原则", "总体要求"]) {
                SectionKind::General
            } else {
                SectionKind::Task
            }
        }
        Some(kind @ (SectionKind::Incentive | SectionKind::Safeguard | SectionKind::Annex)) => kind,
    }
}

fn top_level(title: &str, body: &str, has: impl Fn(&[&str]) -> bool) -> SectionKind {
    if has(GOAL) && !has(TASK) {
        SectionKind::Goal
    } else if has(GENERAL) {
        SectionKind::General
    } else if has(SURE_SAFEGUARD) || (has(SAFEGUARD) && !has(TASK)) || title.ends_with("保障") {
        SectionKind::Safeguard
    } else if !has(TASK) && (has(INCENTIVE) || mostly_grants(body)) {
        SectionKind::Incentive
    } else {
        SectionKind::Task
    }
}

/// A heading without a telling word over sentences that mostly grant something (对…的,给予50万元支持).
fn mostly_grants(body: &str) -> bool {
    let grants = body.matches("给予").count();
    let sentences = body.matches('\u{3002}').count();
    grants >= 2 && grants * 2 >= sentences
}
