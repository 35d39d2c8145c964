//! From an item to one or more targets.

use super::items::Item;
use super::measure::{Clues, measure};
use super::strip::{Act, Before, Stripper};
use super::{Found, Scene, scope, year};
use crate::clause::{Depths, Sentence};
use crate::tasks;
use plan_lexicon::words::prefix_of;
use plan_model::{Firmness, Measure, NumberClass, Op, Span, Target};

/// What earlier items of the sentence leave to later ones.
#[derive(Debug, Default)]
pub(super) struct State {
    /// The verb still in force.
    act: Option<Act>,
    /// The sentence has a target already, whose name a later value may share.
    spoken: bool,
    /// The words before the last value, for values that follow it without words (分别增长5%和7%).
    before: Before,
    /// Where the words of the last value stand.
    left: Option<Span>,
}

impl State {
    pub(super) fn said(&mut self, act: Option<Act>) {
        self.spoken = true;
        if act.is_some() {
            self.act = act;
        }
    }
}

/// Makes the targets of one item, or says why it is none.
pub(super) fn target(
    scene: &Scene<'_>,
    sentence: &Sentence,
    clause: Span,
    item: &Item,
    years: &year::GoalYears,
    state: &mut State,
    found: &mut Found,
) {
    let stripper = Stripper { text: scene.text(), words: scene.words, lexicon: scene.lexicon, dates: &scene.dates };
    let mut before = stripper.before(item.left);
    let follows = before.name.is_none() && before.act.is_none() && state.before.in_turn && state.left.is_some_and(|left| clause.contains(left));
    if follows {
        let op = before.op;
        before = Before { op, ..state.before.clone() };
    }
    let Some(mut named) = name_of(scene, &before, item, state, found) else {
        found.refused.push((item.quantity.span, NumberClass::Other));
        return;
    };
    if !follows {
        state.before = before.clone();
        state.left = Some(item.left);
    }
    let (name, modifiers) = scope::split(scene, named.name);
    named.name = antecedent(scene, sentence, name).unwrap_or(name);
    let carried = state.act.filter(|_| named.rule != "inherited_name" && !is_stock(scene.slice(named.name)));
    let act = before.act.or(carried);
    let annual = before.annual || says_yearly(scene, clause, item);
    let around = scene.slice(Span::new(item.left.from(), item.right.to()));
    let wording = scene.slice(named.name);
    let clues = |by_date: bool| Clues {
        name: wording,
        around,
        unit: item.quantity.unit.as_deref(),
        change: before.change,
        act,
        reached: before.reached,
        annual,
        cumulative: before.cumulative,
        coverage: item.coverage,
        by_date,
        number_first: named.number_first,
    };
    let first_guess = measure(&clues(false));
    let when = years.governing(scene, sentence, item.quantity.span, first_guess);
    let measure = measure(&clues(when.by_date));
    let op = op_of(&before, item, around);
    let quote = quote_of(&before, item, &named);
    for (name, distributed) in shared_names(scene, &named, item, &before) {
        let mut target = blank(scene, name, measure, op, when);
        target.quote = quote.join(if distributed { quote } else { item.quantity.span });
        if before.in_turn && item.place.1 == 2 {
            town_and_country(scene, &mut target, item.place.0);
        }
        target.value_span = Some(item.quantity.span);
        target.value = item.quantity.value;
        target.value_max = item.quantity.value_max;
        target.unit = unit_of(item, wording, measure);
        target.firmness = firmness(scene, sentence, item.quantity.span.from());
        target.scope = scope_of(scene, &before, &target, modifiers.as_deref());
        named.rule.clone_into(&mut target.rule);
        if distributed {
            "shared_number".clone_into(&mut target.rule);
        }
        target.confidence = confidence(scene, &target, when.stated);
        state.said(act);
        found.targets.push(target);
    }
}

/// A bare head noun (60个左右团队) stands for the fuller noun the sentence has just named.
fn antecedent(scene: &Scene<'_>, sentence: &Sentence, name: Span) -> Option<Span> {
    let head = scene.slice(name);
    if !scene.words.heads.iter().any(|noun| noun == head) {
        return None;
    }
    let before = &scene.text()[sentence.span.from()..name.from()];
    before.rmatch_indices(head).find_map(|(at, _)| {
        let end = sentence.span.from() + at + head.len();
        let start = before[..at].char_indices().rev().take(12).take_while(|(_, ch)| ch.is_alphabetic()).map(|(place, _)| sentence.span.from() + place).last()?;
        known_tail(scene, Span::new(start, end)).filter(|full| full.len() > head.len())
    })
}

fn scope_of(scene: &Scene<'_>, before: &Before, target: &Target, modifiers: Option<&str>) -> Option<String> {
    if let Some(modifiers) = modifiers {
        return Some(modifiers.to_owned());
    }
    scope::words_in(&target.name).or_else(|| before.scope.map(|span| scene.slice(span).to_owned()))
}

/// A name with where it came from.
struct Named {
    name: Span,
    rule: &'static str,
    number_first: bool,
}

fn name_of(scene: &Scene<'_>, before: &Before, item: &Item, state: &State, found: &Found) -> Option<Named> {
    if item.coverage {
        return coverage_name(scene, before);
    }
    // 支持甲、乙等5家企业: things that exist already. 实施甲、乙等20个专项 commits.
    let left = scene.slice(item.left);
    let made = ["实施", "建设", "建成", "新建", "打造", "开展", "培育", "引进", "新增", "完成"].iter().any(|verb| left.contains(verb));
    if left.trim_end().ends_with('等') && !made && !scene.slice(item.right).trim().is_empty() {
        return None;
    }
    // A name that needs its word of growth (经济增长) takes it.
    let right = scene.slice(item.right).trim();
    if before.verb_last && !right.is_empty()
        && let Some(named) = number_first(scene, before, item, state)
    {
        return Some(named);
    }
    let with_change = before.name_with_change.filter(|name| scene.lexicon.canonical(scene.slice(*name)).is_some());
    if let Some(name) = with_change.or(before.name).filter(|name| is_name(scene.slice(*name))) {
        let bare = before.act.is_none() && state.act.is_none() && !before.reached && before.op.is_none() && before.change.is_none();
        // 聚焦28条产业链: the words before are a verb the rules do not know, the words behind are the noun.
        let noun_behind = !right.is_empty() && !right.starts_with(['(', '（', ')', '）', '，', '、', '的', '双']);
        let percent = item.quantity.unit.as_deref().is_some_and(|unit| unit == "%" || unit == "‰");
        if noun_behind && bare && !percent && scene.lexicon.canonical(scene.slice(name)).is_none() {
            return None;
        }
        return Some(Named { name, rule: "name_first", number_first: false });
    }
    if let Some(named) = number_first(scene, before, item, state) {
        return Some(named);
    }
    // 全年计划投资3亿元: the act is the indicator.
    let verb = before.from.map(|from| Span::new(from, item.left.to().max(from)));
    if let Some(verb) = verb.filter(|verb| ["投资", "投入"].contains(&scene.slice(*verb))) {
        return Some(Named { name: verb, rule: "name_first", number_first: false });
    }
    // 增长20%，达到282亿元: the name is that of the value before.
    let inherits = before.reached || before.op.is_some() || before.change.is_some() || item.bracketed;
    let last = found.targets.last().filter(|_| inherits && state.spoken)?;
    let name = scene.text()[..last.quote.to()].rfind(&last.name).map(|at| Span::new(at, at + last.name.len()))?;
    Some(Named { name, rule: "inherited_name", number_first: false })
}

fn is_name(wording: &str) -> bool {
    wording.chars().count() >= 2 && wording.chars().any(|ch| ch.is_alphabetic()) && wording.chars().count() <= 60
}

fn coverage_name(scene: &Scene<'_>, before: &Before) -> Option<Named> {
    let name = before.name.or(before.name_with_change).filter(|name| is_name(scene.slice(*name)))?;
    Some(Named { name, rule: "coverage", number_first: false })
}

/// 50家有行业影响力的科技“小巨人”企业.
fn number_first(scene: &Scene<'_>, before: &Before, item: &Item, state: &State) -> Option<Named> {
    let percent = item.quantity.unit.as_deref().is_some_and(|unit| unit == "%" || unit == "‰");
    // 加快推进百家…项目落地: words of urging commit as much as a verb does.
    let urged = before.name.is_none() && ["推进", "推动", "促进", "加快", "支持", "确保", "实现"].iter().any(|word| scene.slice(item.left).contains(word));
    let committed = before.act.is_some() || state.act.is_some() || urged || percent && before.change.is_none();
    let raw = scene.slice(item.right);
    let mut from = item.right.from() + (raw.len() - raw.trim_start().len());
    let mut to = item.right.to();
    if raw.trim_start().starts_with(['(', '（'])
        && let Some((_, close)) = Depths::of(raw.trim_start()).around(1).or_else(|| Depths::of(raw.trim_start()).around(3))
    {
        let bracket = raw.trim_start()[close..].chars().next().map_or(0, char::len_utf8);
        from += close + bracket;
    }
    if scene.text()[from..to].starts_with('的') {
        from += '的'.len_utf8();
    }
    // 不低于8%的速度增加科技投入: the noun stands behind the verb.
    if let Some(rest) = ["速度", "增速", "幅度"].iter().find_map(|word| scene.text()[from..to].strip_prefix(word)) {
        let skip = ["增加", "增长", "提高", "递增", "提升"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest);
        from = to - skip.len();
        return is_name(skip).then(|| Named { name: Span::new(from, to), rule: "number_first", number_first: true });
    }
    if !committed {
        return None;
    }
    to = noun_end(scene, from, to);
    let name = Span::new(from, to);
    let wording = scene.slice(name);
    (is_name(wording) && !wording.starts_with(['，', '。', '、'])).then_some(Named { name, rule: "number_first", number_first: true })
}

/// Where the noun after a number ends: before 等, a closing bracket of remarks, 在 after a head noun.
fn noun_end(scene: &Scene<'_>, from: usize, to: usize) -> usize {
    let text = &scene.text()[from..to];
    let mut end = text.len();
    for head in &scene.words.heads {
        for cue in ["在", "来", "落户", "入驻", "开展", "参与"] {
            let joined = format!("{head}{cue}");
            if let Some(at) = text.find(&joined) {
                end = end.min(at + head.len());
            }
        }
    }
    let text = &text[..end];
    let trimmed = text.trim_end_matches(['”', ' ']).trim_end_matches("等");
    from + if text.ends_with('”') { text.len() } else { trimmed.len() }
}

/// One number for several names: X和Y各10家, 高新技术企业和科技型中小企业突破100家.
fn shared_names(scene: &Scene<'_>, named: &Named, item: &Item, before: &Before) -> Vec<(Span, bool)> {
    let whole = vec![(named.name, false)];
    let text = scene.slice(named.name);
    let depths = Depths::of(text);
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, ch) in text.char_indices() {
        if matches!(ch, '、' | '和' | '及' | '与') && !depths.inside(at) && at > 0 {
            parts.push(Span::new(named.name.from() + start, named.name.from() + at));
            start = at + ch.len_utf8();
        }
    }
    parts.push(Span::new(named.name.from() + start, named.name.to()));
    if parts.len() < 2 || parts.iter().any(|part| scene.slice(*part).chars().count() < 2) {
        return whole;
    }
    if item.coverage {
        // 深入各产业领域高新技术企业和科技型中小企业全覆盖走访: the words before the first name belong to neither.
        let tails: Option<Vec<Span>> = parts.iter().map(|part| known_tail(scene, *part)).collect();
        return tails.map_or(whole, |tails| tails.into_iter().map(|part| (part, true)).collect());
    }
    let concepts: Vec<Option<&str>> =
        parts.iter().map(|part| scene.lexicon.canonical(scene.slice(*part)).map(|i| i.name.as_str())).collect();
    let all_known = concepts.iter().all(Option::is_some);
    let distinct = concepts.iter().enumerate().all(|(i, c)| !concepts[..i].contains(c));
    if before.in_turn && item.place.1 == parts.len() {
        return parts.get(item.place.0).map_or(whole, |part| vec![(*part, true)]);
    }
    let told = before.distributed || scene.slice(item.right).contains('双');
    let whole_known = scene.lexicon.canonical(text).is_some();
    if !whole_known && (told || all_known && distinct && parts.len() == 2) {
        return parts.into_iter().map(|part| (part, true)).collect();
    }
    whole
}

/// The longest ending of a name that the vocabulary knows.
fn known_tail(scene: &Scene<'_>, name: Span) -> Option<Span> {
    let text = scene.slice(name);
    text.char_indices()
        .take_while(|(at, _)| text.len() - at >= 12)
        .find(|(at, _)| scene.lexicon.canonical(&text[*at..]).is_some())
        .map(|(at, _)| Span::new(name.from() + at, name.to()))
}

/// Names of totals: they state a level whatever verb stood in the sentence before.
fn is_stock(name: &str) -> bool {
    ["额", "量", "产值", "增加值", "收入", "总值", "规模", "面积", "里程", "人次", "人数", "总数", "强度", "比重", "投资", "支出"]
        .iter()
        .any(|ending| name.ends_with(ending))
}

/// A target with everything that the name, the year and the place decide.
pub(super) fn blank(scene: &Scene<'_>, name: Span, measure: Measure, op: Op, when: year::Found) -> Target {
    let wording = scene.slice(name).trim();
    let known = scene.lexicon.canonical(wording);
    let section = scene.plan.section_at(name.from()).map(|s| s.path.clone()).unwrap_or_default();
    Target {
        quote: name,
        value_span: None,
        name: wording.to_owned(),
        indicator: known.map_or_else(|| wording.to_owned(), |indicator| indicator.name.clone()),
        indicator_type: known.map_or_else(|| scene.lexicon.type_by_head(wording), |indicator| indicator.indicator_type),
        measure,
        op,
        value: None,
        value_max: None,
        unit: None,
        year: when.year,
        year_from: when.year_from,
        relative_to: None,
        scope: None,
        firmness: Firmness::Firm,
        section,
        responsible: tasks::responsible_at(scene.tasks, name.from()),
        confidence: 90,
        rule: String::new(),
    }
}

fn op_of(before: &Before, item: &Item, around: &str) -> Op {
    if around.contains("双突破") {
        return Op::MoreThan;
    }
    match (before.op, item.op_after.map(|(op, _)| op)) {
        (Some(Op::AtMost | Op::LessThan), _) => before.op.unwrap_or(Op::AtMost),
        (Some(op), None) | (_, Some(op)) => op,
        (None, None) => Op::Equal,
    }
}

fn quote_of(before: &Before, item: &Item, named: &Named) -> Span {
    let value_end = item.op_after.map_or(item.quantity.span.to(), |(_, span)| span.to());
    let start = if named.number_first { before.from.unwrap_or(item.quantity.span.from()) } else { before.from.unwrap_or(named.name.from()).min(named.name.from()) };
    if named.rule == "inherited_name" {
        return Span::new(item.left.from().max(named.name.to()).min(item.quantity.span.from()), value_end);
    }
    Span::new(start.min(item.quantity.span.from()), value_end.max(if named.number_first { named.name.to() } else { value_end }))
}

/// 城乡居民…分别增长5%和7%: by convention the first value is for the towns, the second for the country.
fn town_and_country(scene: &Scene<'_>, target: &mut Target, place: usize) {
    let Some(rest) = target.name.strip_prefix("城乡") else { return };
    let name = format!("{}{rest}", if place == 0 { "城镇" } else { "农村" });
    if let Some(indicator) = scene.lexicon.canonical(&name) {
        target.indicator.clone_from(&indicator.name);
        target.indicator_type = indicator.indicator_type;
    } else {
        target.indicator = name;
    }
}

/// The unit as stated; 件 becomes 件/万人 when the name says 万人.
fn unit_of(item: &Item, name: &str, measure: Measure) -> Option<String> {
    let unit = item.quantity.unit.clone()?;
    if measure == Measure::Ratio && !unit.contains('/') {
        for (head, per) in [("每万人", "万人"), ("万人", "万人"), ("每万名", "万人"), ("万名", "万人"), ("每千人", "千人"), ("每亿元", "亿元"), ("每百万人", "百万人")] {
            if name.contains(head) {
                return Some(format!("{unit}/{per}"));
            }
        }
    }
    Some(unit)
}

/// Whether 每年 or 年均 governs the item within its clause.
fn says_yearly(scene: &Scene<'_>, clause: Span, item: &Item) -> bool {
    let before = scene.slice(Span::new(clause.from(), item.quantity.span.from()));
    before.contains("每年") || before.contains("年均")
}

/// A word of endeavour governs the coordinated clauses that follow it, up to a clause with a verb or a year of
/// its own.
pub(super) fn firmness(scene: &Scene<'_>, sentence: &Sentence, at: usize) -> Firmness {
    let before = &scene.text()[sentence.span.from()..at];
    let Some(place) = scene.words.soft.iter().filter_map(|word| before.rfind(word.as_str()).map(|p| p + word.len())).max() else {
        return Firmness::Firm;
    };
    let from = sentence.span.from() + place;
    let mut had_predicate = false;
    for clause in sentence.clauses.iter().filter(|clause| clause.to() > from && clause.from() < at) {
        let begin = clause.from().max(from);
        let text = &scene.text()[begin..clause.to().min(at.max(begin))];
        let begins_new = clause.from() >= from;
        let own_verb = prefix_of(text.trim_start(), &scene.words.increment_verbs).is_some()
            || prefix_of(text.trim_start(), &scene.words.date_level_verbs).is_some();
        let own_year = scene.dates.iter().any(|date| date.from() >= clause.from() && date.to() <= at && clause.from() <= date.from() && clause.to() >= date.to());
        if begins_new && (own_year || own_verb && had_predicate) {
            return Firmness::Firm;
        }
        had_predicate |= !scene.numerals_in(Span::new(begin, clause.to())).is_empty();
    }
    Firmness::Soft
}

fn confidence(scene: &Scene<'_>, target: &Target, year_stated: bool) -> u8 {
    let mut points: u8 = 97;
    if scene.lexicon.indicator(&target.indicator).is_none() {
        points -= 12;
    }
    if !year_stated {
        points -= 6;
    }
    if target.rule == "inherited_name" {
        points -= 20;
    }
    if target.rule == "number_first" {
        points -= 5;
    }
    points
}
