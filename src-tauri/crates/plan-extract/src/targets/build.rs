//! From an item to one or more targets.

use super::confidence::{self, Grounds};
use super::items::Item;
use super::measure::{Clues, measure};
use super::naming::{Named, SharedName, antecedent, name_of, shared_names};
use super::strip::{Act, Before, Change, Stripper};
use super::{Found, Scene, endeavour, scope, wording, year};
use crate::clause::Sentence;
use crate::tasks;
use plan_model::{Firmness, Measure, NumberClass, Op, Span, Target};

/// What earlier items of the sentence leave to later ones.
#[derive(Debug, Default)]
pub(super) struct State {
    /// The verb still in force.
    pub(super) act: Option<Act>,
    /// The value of that verb had a comparing word before it.
    act_compares: bool,
    /// The sentence has a target already, whose name a later value may share.
    pub(super) spoken: bool,
    /// The words before the last value, for values that follow it without words (分别增长5%和7%).
    before: Before,
    /// The name of a value that was only the starting point (由1.8%提高到2.5%).
    pub(super) held: Option<Span>,
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

/// Keeps the name of a starting value for the value that is reached from it.
pub(super) fn hold(scene: &Scene<'_>, item: &Item, class: NumberClass, state: &mut State) {
    if class != NumberClass::Baseline {
        return;
    }
    let left = scene.slice(item.left);
    let Some(at) = left.rfind(['由', '从']) else {
        return;
    };
    let stripper = stripper(scene);
    let name = Span::new(item.left.from(), item.left.from() + at);
    state.held = stripper.before(name).name;
}

fn stripper<'a>(scene: &'a Scene<'_>) -> Stripper<'a> {
    Stripper {
        text: scene.text(),
        words: scene.words,
        lexicon: scene.lexicon,
        dates: &scene.times,
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
    let mut before = stripper(scene).before(item.left);
    let same_clause = state.left.is_some_and(|left| clause.contains(left));
    let bare = before.name.is_none() && before.act.is_none() && same_clause;
    // 提高到2025年的50%、2030年的80%: only the year is new.
    let dated = bare && only_a_year(scene, item.left);
    let follows = bare && (state.before.in_turn || state.before.distributed || dated);
    if follows {
        let op = before.op.or(state.before.op);
        before = Before {
            op,
            ..state.before.clone()
        };
    }
    let Some(mut named) = name_of(scene, sentence, &before, item, state, found) else {
        found.refused.push((item.quantity.span, NumberClass::Other));
        return;
    };
    if !follows {
        state.before = before.clone();
        state.left = Some(item.left);
    }
    let points = matches!(item.quantity.unit.as_deref(), Some("个百分点" | "百分点"));
    if let Some((name, benchmark)) = wording::against(scene, named.name).filter(|_| points) {
        named.name = name;
        before.benchmark = Some(benchmark);
    }
    let (name, modifiers) = scope::split(scene, named.name);
    named.name = antecedent(scene, sentence, name).unwrap_or(name);
    let carried = state
        .act
        .filter(|_| named.rule != "inherited_name" && !is_stock(scene.slice(named.name)))
        // 新增甲10家，乙超过2600家: a comparison that the verb's own value did not have begins a new predicate.
        .filter(|_| state.act_compares || !(before.op.is_some() && item.left.len() > 12));
    let act = before.act.or(carried);
    let annual = before.annual || says_yearly(scene, clause, item);
    let around = scene.slice(Span::new(item.left.from(), item.right.to()));
    let words = scene.slice(named.name);
    // 增长7%以上、力争达到8%: the second tier is a rate of growth like the first.
    let second_tier = named.rule == "inherited_name"
        && item.quantity.unit.as_deref() == Some("%")
        && found
            .targets
            .last()
            .is_some_and(|last| last.measure == Measure::Growth);
    let change = before
        .change
        .or((item.doubled || second_tier).then_some(Change::Growth));
    let clues = |by_date: bool, name| Clues {
        name,
        around,
        unit: item.quantity.unit.as_deref(),
        change,
        act,
        reached: before.reached,
        annual,
        cumulative: before.cumulative,
        coverage: item.coverage,
        by_date,
        number_first: named.number_first,
        proportion: scene
            .slice(item.quantity.span)
            .contains([':', '：', '∶', '比']),
    };
    let first_guess = measure(&clues(false, words));
    let mut names = shared_names(scene, &named, item, &before);
    let one_name = matches!(names.as_slice(), [name] if !name.distributed);
    let when = Some(item.place)
        .filter(|_| before.in_turn && one_name)
        .and_then(|place| years.in_turn(scene, sentence, item.quantity.span, place))
        .unwrap_or_else(|| {
            let at = item.quantity.span;
            years.governing(scene, sentence, at, first_guess, before.reached)
        });
    if let [only] = names.as_mut_slice()
        && only.completed.is_none()
        && let Some(last) = found.targets.last().filter(|_| state.spoken)
    {
        only.completed = wording::elliptic(scene.slice(only.name), &last.name);
    }
    let op = op_of(&before, item, around);
    let quote = quote_of(&before, item, &named);
    let mut grounds = Grounds {
        name: named.rule,
        shared: false,
        measure: "",
        year: when.rule,
        op: confidence::op_rule(
            op,
            before.op.is_some(),
            item.op_after.is_some(),
            before.distributed,
        ),
    };
    for SharedName {
        name,
        completed,
        distributed,
    } in &names
    {
        // 失业率、价格涨幅分别…: of several names each tells its own measure.
        let own = completed.as_deref().filter(|_| *distributed);
        let own = own.unwrap_or(scene.slice(if *distributed { *name } else { named.name }));
        let clues = clues(when.by_date, own);
        let measure = measure(&clues);
        grounds.measure = confidence::measure_rule(&clues, measure);
        let mut target = blank(scene, *name, measure, op, when);
        if let Some(name) = completed {
            wording::rename(scene, &mut target, name.clone());
        }
        target.quote = quote.join(if *distributed {
            quote
        } else {
            item.quantity.span
        });
        if before.in_turn && item.place.1 == 2 {
            wording::town_and_country(scene, &mut target, item.place.0);
        }
        target.value_span = Some(item.quantity.span);
        target.value = item.quantity.value;
        target.value_max = item.quantity.value_max;
        target.unit = wording::unit_of(item.quantity.unit.as_deref(), own, measure);
        target.firmness = endeavour::firmness(scene, sentence, item.quantity.span.from());
        if item.coverage {
            wording::of_coverage(scene, &mut target, item);
        }
        target.relative_to = before.benchmark.map(|span| scene.slice(span).to_owned());
        target.scope = scope_of(scene, &before, &target, modifiers.as_deref());
        named.rule.clone_into(&mut target.rule);
        if *distributed {
            "shared_number".clone_into(&mut target.rule);
        }
        grounds.shared = *distributed;
        confidence::settle(scene, &mut target, &grounds);
        if before.act.is_some() {
            state.act_compares = before.op.is_some();
        }
        state.said(act);
        found.targets.push(target);
    }
}

/// Whether the words before a value are nothing but a year.
fn only_a_year(scene: &Scene<'_>, left: Span) -> bool {
    let words = scene.slice(left);
    let date = scene.numerals_in(left).iter().find(|n| n.year.is_some());
    date.is_some_and(|date| {
        let rest = words.replacen(scene.slice(date.span), "", 1);
        rest.chars().all(|ch| {
            matches!(
                ch,
                '、' | '，' | '和' | '到' | '至' | '的' | '达' | ' ' | '底'
            )
        })
    })
}

fn scope_of(
    scene: &Scene<'_>,
    before: &Before,
    target: &Target,
    modifiers: Option<&str>,
) -> Option<String> {
    if let Some(modifiers) = modifiers {
        return Some(modifiers.to_owned());
    }
    scope::words_in(&target.name).or_else(|| before.scope.map(|span| scene.slice(span).to_owned()))
}

/// Names of totals: they state a level whatever verb stood in the sentence before.
fn is_stock(name: &str) -> bool {
    [
        "额",
        "量",
        "产值",
        "增加值",
        "收入",
        "总值",
        "规模",
        "面积",
        "里程",
        "人次",
        "人数",
        "总数",
        "强度",
        "比重",
        "投资",
        "支出",
    ]
    .iter()
    .any(|ending| name.ends_with(ending))
}

/// A target with everything that the name, the year and the place decide.
pub(super) fn blank(
    scene: &Scene<'_>,
    name: Span,
    measure: Measure,
    op: Op,
    when: year::Found,
) -> Target {
    let wording = scene.slice(name).trim();
    let known = scene.lexicon.canonical(wording);
    let section = scene
        .plan
        .section_at(name.from())
        .map(|s| s.path.clone())
        .unwrap_or_default();
    Target {
        quote: name,
        value_span: None,
        name: wording.to_owned(),
        indicator: known.map_or_else(|| wording.to_owned(), |indicator| indicator.name.clone()),
        indicator_type: known.map_or_else(
            || scene.lexicon.type_by_head(wording),
            |indicator| indicator.indicator_type,
        ),
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
        confidence: 0,
        fields: Vec::new(),
        rule: String::new(),
    }
}

fn op_of(before: &Before, item: &Item, around: &str) -> Op {
    let at_least = around.contains("至少") && before.op.is_none() && item.op_after.is_none();
    if at_least {
        return Op::AtLeast;
    }
    if around.contains("双突破") {
        return Op::MoreThan;
    }
    match (before.op, item.op_after.map(|(op, _)| op)) {
        // 控制在5.5%左右: the word behind says how near.
        (Some(Op::AtMost), Some(Op::About)) => Op::About,
        (Some(Op::AtMost | Op::LessThan), _) => before.op.unwrap_or(Op::AtMost),
        (Some(op), None) | (_, Some(op)) => op,
        (None, None) => Op::Equal,
    }
}

fn quote_of(before: &Before, item: &Item, named: &Named) -> Span {
    let value_end = item
        .op_after
        .map_or(item.quantity.span.to(), |(_, span)| span.to());
    let start = if named.number_first {
        before.from.unwrap_or(item.quantity.span.from())
    } else {
        before
            .from
            .unwrap_or(named.name.from())
            .min(named.name.from())
    };
    if named.rule == "inherited_name" {
        return Span::new(
            item.left
                .from()
                .max(named.name.to())
                .min(item.quantity.span.from()),
            value_end,
        );
    }
    Span::new(
        start.min(item.quantity.span.from()),
        value_end.max(if named.number_first {
            named.name.to()
        } else {
            value_end
        }),
    )
}

/// Whether 每年 or 年均 governs the item within its clause.
fn says_yearly(scene: &Scene<'_>, clause: Span, item: &Item) -> bool {
    let before = scene.slice(Span::new(clause.from(), item.quantity.span.from()));
    before.contains("每年") || before.contains("年均")
}
