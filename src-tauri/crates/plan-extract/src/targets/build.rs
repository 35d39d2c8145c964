//! From an item to one or more targets.

use super::items::Item;
use super::measure::{Clues, measure};
use super::strip::{Act, Before, Stripper};
use super::{Found, Scene, year};
use crate::clause::{Depths, Sentence};
use crate::tasks;
use plan_lexicon::words::prefix_of;
use plan_model::{Firmness, Measure, NumberClass, Op, Span, Target};

/// What earlier items of the sentence leave to later ones.
#[derive(Debug, Default)]
pub(super) struct State {
    /// The verb still in force.
    act: Option<Act>,
    /// Words of yearly flow still in force.
    annual: bool,
    /// The name and indicator of the last target.
    last: Option<(Span, Span)>,
    /// A soft word governed the last target.
    pending_name: Option<Span>,
}

impl State {
    pub(super) fn said(&mut self, target: &Target, act: Option<Act>) {
        self.last = Some((target.quote, target.value_span.unwrap_or(target.quote)));
        if act.is_some() {
            self.act = act;
        }
    }
}

/// Remembers the subject of a clause without a number: 新增的… may follow it.
pub(super) fn note_clause(scene: &Scene<'_>, clause: Span, state: &mut State) {
    let text = scene.slice(clause);
    if text.contains("每年") {
        state.annual = true;
    }
    if prefix_of(text, &scene.words.scopes).is_none() && text.chars().count() <= 24 {
        state.pending_name = None;
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
    let before = stripper.before(item.left);
    let Some(named) = name_of(scene, &before, item, state, found) else {
        found.refused.push((item.quantity.span, NumberClass::Other));
        return;
    };
    let act = before.act.or(if named.rule == "inherited_name" { None } else { state.act });
    let annual = before.annual || state.annual || says_yearly(scene, clause, item);
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
        target.value_span = Some(item.quantity.span);
        target.value = item.quantity.value;
        target.value_max = item.quantity.value_max;
        target.unit = unit_of(item, wording, measure);
        target.firmness = firmness(scene, sentence, item.quantity.span.from());
        if item.coverage {
            target.value_span = Some(item.quantity.span);
        }
        named.rule.clone_into(&mut target.rule);
        if distributed {
            "shared_number".clone_into(&mut target.rule);
        }
        target.confidence = confidence(scene, &target, when.stated);
        state.said(&target, act);
        found.targets.push(target);
    }
    state.annual = annual && item.place.0 + 1 <= item.place.1;
}

/// A name with where it came from.
struct Named {
    name: Span,
    rule: &'static str,
    number_first: bool,
}

fn name_of(scene: &Scene<'_>, before: &Before, item: &Item, state: &State, found: &Found) -> Option<Named> {
    if item.coverage {
        return coverage_name(scene, before, item);
    }
    // A name that needs its word of growth (经济增长) takes it.
    let with_change = before.name_with_change.filter(|name| scene.lexicon.canonical(scene.slice(*name)).is_some());
    if let Some(name) = with_change.or(before.name).filter(|name| is_name(scene.slice(*name))) {
        let right = scene.slice(item.right).trim();
        let bare = before.act.is_none() && !before.reached && before.change.is_none();
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
    // 增长20%，达到282亿元: the name is that of the value before.
    let inherits = before.reached || before.change.is_some() || item.bracketed;
    let last = found.targets.last().filter(|_| inherits && state.last.is_some())?;
    let name = scene.text()[..last.quote.to()].rfind(&last.name).map(|at| Span::new(at, at + last.name.len()))?;
    Some(Named { name, rule: "inherited_name", number_first: false })
}

fn is_name(wording: &str) -> bool {
    wording.chars().count() >= 2 && wording.chars().any(|ch| ch.is_alphabetic()) && wording.chars().count() <= 60
}

fn coverage_name(scene: &Scene<'_>, before: &Before, item: &Item) -> Option<Named> {
    let name = before.name.or(before.name_with_change).filter(|name| is_name(scene.slice(*name)))?;
    Some(Named { name, rule: "coverage", number_first: false })
}

/// 50家有行业影响力的科技“小巨人”企业.
fn number_first(scene: &Scene<'_>, before: &Before, item: &Item, state: &State) -> Option<Named> {
    let percent = item.quantity.unit.as_deref().is_some_and(|unit| unit == "%" || unit == "‰");
    let committed = before.act.is_some() || state.act.is_some() || percent && before.change.is_none();
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
    let concepts: Vec<Option<&str>> =
        parts.iter().map(|part| scene.lexicon.canonical(scene.slice(*part)).map(|i| i.name.as_str())).collect();
    let all_known = concepts.iter().all(Option::is_some);
    let distinct = concepts.iter().enumerate().all(|(i, c)| !concepts[..i].contains(c));
    let told = before.distributed || scene.slice(item.right).contains('双');
    let whole_known = scene.lexicon.canonical(text).is_some();
    if !whole_known && (told || item.coverage && all_known || all_known && distinct && parts.len() == 2) {
        return parts.into_iter().map(|part| (part, true)).collect();
    }
    whole
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
