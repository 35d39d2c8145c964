//! Finds the name of a quantity: before it, behind it, shared by several, or said once before.

mod shared;

pub(super) use shared::{SharedName, shared_names};

use super::build::State;
use super::items::Item;
use super::strip::Before;
use super::{Found, Scene};
use crate::clause::{Depths, Sentence};
use plan_lexicon::words::prefix_of;
use plan_model::Span;
use shared::known_tail;

/// A bare head noun (60个左右团队) stands for the fuller noun the sentence has just named.
pub(super) fn antecedent(scene: &Scene<'_>, sentence: &Sentence, name: Span) -> Option<Span> {
    let head = scene.slice(name);
    if !scene.words.heads.iter().any(|noun| noun == head) {
        return None;
    }
    let before = &scene.text()[sentence.span.from()..name.from()];
    before.rmatch_indices(head).find_map(|(at, _)| {
        let end = sentence.span.from() + at + head.len();
        let start = before[..at]
            .char_indices()
            .rev()
            .take(12)
            .take_while(|(_, ch)| ch.is_alphabetic())
            .map(|(place, _)| sentence.span.from() + place)
            .last()?;
        known_tail(scene, Span::new(start, end)).filter(|full| full.len() > head.len())
    })
}

/// A name with where it came from.
pub(super) struct Named {
    /// Where the name stands.
    pub(super) name: Span,
    /// The rule that found it.
    pub(super) rule: &'static str,
    /// The number stands before it.
    pub(super) number_first: bool,
}

pub(super) fn name_of(
    scene: &Scene<'_>,
    sentence: &Sentence,
    before: &Before,
    item: &Item,
    state: &State,
    found: &Found,
) -> Option<Named> {
    if item.coverage {
        return coverage_name(scene, before);
    }
    // 支持甲、乙等5家企业: things that exist already. 实施甲、乙等20个专项 commits.
    let left = scene.slice(item.left);
    let made = [
        "实施", "建设", "建成", "新建", "打造", "开展", "培育", "引进", "新增", "完成",
    ]
    .iter()
    .any(|verb| left.contains(verb));
    if left.trim_end().ends_with('等') && !made && !scene.slice(item.right).trim().is_empty() {
        return None;
    }
    // A name that needs its word of growth (经济增长) takes it.
    let right = scene.slice(item.right).trim();
    if (before.verb_last || left.trim_end().ends_with('等'))
        && !right.is_empty()
        && let Some(named) = number_first(scene, before, item, state)
    {
        return Some(named);
    }
    // 打造综合服务站和3个管理平台: what ends in 和 is another thing; the noun stands behind.
    if left.trim_end().ends_with(['和', '及', '与', '或'])
        && !right.is_empty()
        && let Some(named) = number_first(scene, before, item, state)
    {
        return Some(named);
    }
    let known = |name: &Span| scene.lexicon.canonical(scene.slice(*name)).is_some();
    let with_change = before
        .name_with_change
        .filter(|name| known(name) && !before.name.is_some_and(|bare| known(&bare)));
    // 增长6%以上、总量突破300亿元: the bare word for a whole means the whole of what was named before.
    let elliptic = |name: &Span| {
        state.spoken
            && matches!(
                scene.slice(*name),
                "总量" | "总规模" | "总数" | "规模" | "总额" | "奋斗"
            )
    };
    // 高企净增20家: the verb stands between the name and its value.
    let before_verb = before
        .name
        .filter(|_| before.verb_last && right.is_empty())
        .and_then(|name| {
            let verb = before
                .from
                .filter(|from| *from > name.from() && *from < name.to())?;
            // 固定资产投资 is a noun for all that it ends in a verb.
            let adds = scene
                .slice(Span::new(verb, name.to()))
                .starts_with(['净', '新', '增']);
            let short = Span::new(name.from(), verb);
            (adds && is_name(scene.slice(short))).then_some(short)
        });
    if let Some(name) = with_change
        .or(before_verb)
        .or(before.name)
        .filter(|name| is_name(scene.slice(*name)) && !elliptic(name))
    {
        let bare = before.act.is_none()
            && state.act.is_none()
            && !before.reached
            && before.op.is_none()
            && before.change.is_none();
        // 聚焦28条产业链: the words before are a verb the rules do not know, the words behind are the noun.
        let noun_behind =
            !right.is_empty() && !right.starts_with(['(', '（', ')', '）', '，', '、', '的', '双']);
        let percent = item
            .quantity
            .unit
            .as_deref()
            .is_some_and(|unit| unit == "%" || unit == "‰");
        if noun_behind && bare && !percent && scene.lexicon.canonical(scene.slice(name)).is_none() {
            return None;
        }
        return Some(Named {
            name,
            rule: "name_first",
            number_first: false,
        });
    }
    if let Some(named) = number_first(scene, before, item, state) {
        return Some(named);
    }
    // 全年计划投资3亿元: the act is the indicator.
    let verb = before
        .from
        .map(|from| Span::new(from, item.left.to().max(from)));
    if let Some(verb) = verb.filter(|verb| ["投资", "投入"].contains(&scene.slice(*verb))) {
        return Some(Named {
            name: verb,
            rule: "name_first",
            number_first: false,
        });
    }
    // 高企和科技型企业实现“双倍增”，分别超过90家和870家: the names stand a clause before.
    if before.in_turn
        && let Some(name) = names_before(scene, sentence, item)
    {
        return Some(Named {
            name,
            rule: "name_first",
            number_first: false,
        });
    }
    // 由1.8%提高到2.5%: the name stands before the starting value.
    if let Some(name) = state
        .held
        .filter(|_| before.reached || before.change.is_some())
    {
        return Some(Named {
            name,
            rule: "name_first",
            number_first: false,
        });
    }
    // 增长20%，达到282亿元: the name is that of the value before.
    // 净增20家，力争净增30家; 年均增长12%，五年累计完成1200亿元.
    let again = before.act.is_some()
        && before.name.is_none()
        && right.is_empty()
        && (left.contains("力争") || left.contains("争取"));
    let inherits = before.reached
        || before.op.is_some()
        || before.change.is_some()
        || before.cumulative
        || item.bracketed
        || again;
    let last = found.targets.last().filter(|_| inherits && state.spoken)?;
    let said = Span::new(sentence.span.from().min(last.quote.to()), last.quote.to());
    let name = scene
        .slice(said)
        .rfind(&last.name)
        .map(|at| Span::new(said.from() + at, said.from() + at + last.name.len()))?;
    Some(Named {
        name,
        rule: "inherited_name",
        number_first: false,
    })
}

/// The list of as many names as there are values in turn, at the head of the clause before.
fn names_before(scene: &Scene<'_>, sentence: &Sentence, item: &Item) -> Option<Span> {
    let at = sentence
        .clauses
        .iter()
        .position(|clause| clause.contains(item.quantity.span))?;
    let clause = sentence.clauses.get(at.checked_sub(1)?)?;
    let text = scene.slice(*clause);
    let end = [
        "在", "实现", "较", "比", "力争", "保持", "达到", "大幅", "持续", "稳步",
    ]
    .iter()
    .filter_map(|word| text.find(word).filter(|at| *at > 0))
    .min()?;
    let head = prefix_of(text, &scene.words.scopes).map_or(0, str::len);
    let name = Span::new(clause.from() + head, clause.from() + end.max(head));
    let names = scene.slice(name).split(['、', '和', '及', '与']);
    let fits = names.clone().count() == item.place.1 && names.clone().all(is_name);
    (item.place.1 > 1 && fits).then_some(name)
}

fn is_name(wording: &str) -> bool {
    wording.chars().count() >= 2
        && wording.chars().any(|ch| ch.is_alphabetic())
        && wording.chars().count() <= 60
}

fn coverage_name(scene: &Scene<'_>, before: &Before) -> Option<Named> {
    let name = before
        .name
        .or(before.name_with_change)
        .filter(|name| is_name(scene.slice(*name)))?;
    Some(Named {
        name,
        rule: "coverage",
        number_first: false,
    })
}

/// 50家有行业影响力的科技“小巨人”企业.
fn number_first(scene: &Scene<'_>, before: &Before, item: &Item, state: &State) -> Option<Named> {
    let percent = item
        .quantity
        .unit
        .as_deref()
        .is_some_and(|unit| unit == "%" || unit == "‰");
    // 加快推进百家…项目落地: words of urging commit as much as a verb does.
    let urged = before.name.is_none()
        && ["推进", "推动", "促进", "加快", "支持", "确保", "实现"]
            .iter()
            .any(|word| scene.slice(item.left).contains(word));
    let committed =
        before.act.is_some() || state.act.is_some() || urged || percent && before.change.is_none();
    let raw = scene.slice(item.right);
    let mut from = item.right.from() + (raw.len() - raw.trim_start().len());
    let mut to = item.right.to();
    if raw.trim_start().starts_with(['(', '（'])
        && let Some((_, close)) = Depths::of(raw.trim_start())
            .around(1)
            .or_else(|| Depths::of(raw.trim_start()).around(3))
    {
        let bracket = raw.trim_start()[close..]
            .chars()
            .next()
            .map_or(0, char::len_utf8);
        from += close + bracket;
    }
    if scene.text()[from..to].starts_with('的') {
        from += '的'.len_utf8();
    }
    // 不低于8%的速度增加科技投入: the noun stands behind the verb.
    if let Some(rest) = ["速度", "增速", "幅度"]
        .iter()
        .find_map(|word| scene.text()[from..to].strip_prefix(word))
    {
        let skip = ["增加", "增长", "提高", "递增", "提升"]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .unwrap_or(rest);
        from = to - skip.len();
        return is_name(skip).then(|| Named {
            name: Span::new(from, to),
            rule: "number_first",
            number_first: true,
        });
    }
    if !committed {
        return None;
    }
    to = noun_end(scene, from, to);
    let name = Span::new(from, to);
    let wording = scene.slice(name);
    // 推进二十项重要举措 counts what the plan itself lists.
    if ["举措", "措施", "任务", "意见"]
        .iter()
        .any(|noun| wording.ends_with(noun))
    {
        return None;
    }
    (is_name(wording) && !wording.starts_with(['，', '。', '、'])).then_some(Named {
        name,
        rule: "number_first",
        number_first: true,
    })
}

/// Where the noun after a number ends: before 等, a closing bracket of remarks, 在 after a head noun.
fn noun_end(scene: &Scene<'_>, from: usize, to: usize) -> usize {
    let text = &scene.text()[from..to];
    let mut end = text.len();
    for head in &scene.words.heads {
        for (at, _) in text.match_indices(head.as_str()) {
            let rest = &text[at + head.len()..];
            let act = ["在", "来", "落户", "入驻", "开展", "参与"]
                .iter()
                .any(|cue| rest.starts_with(cue));
            if act {
                end = end.min(at + head.len());
                break;
            }
        }
    }
    if let Some(known) = known_noun(scene, &text[..end]) {
        return from + known;
    }
    let text = &text[..end];
    let trimmed = text.trim_end_matches(['”', ' ']).trim_end_matches("等");
    from + if text.ends_with('”') {
        text.len()
    } else {
        trimmed.len()
    }
}

/// 雏鹰计划企业重点培育: where the longest noun that the vocabulary knows ends, if an act follows it.
fn known_noun(scene: &Scene<'_>, text: &str) -> Option<usize> {
    if scene.lexicon.canonical(text).is_some() {
        return None;
    }
    let ends = text.char_indices().map(|(at, _)| at).filter(|at| *at >= 12);
    ends.rev().find(|at| {
        let rest = &text[*at..];
        let act = [
            &scene.words.increment_verbs,
            &scene.words.date_level_verbs,
            &scene.words.adverbs,
        ]
        .into_iter()
        .any(|words| prefix_of(rest, words).is_some());
        act && scene.lexicon.canonical(&text[..*at]).is_some()
    })
}
