//! One number for several names, or a number for each in turn.

use super::super::Scene;
use super::super::items::Item;
use super::super::strip::Before;
use super::Named;
use crate::clause::Depths;
use plan_lexicon::words::suffix_of;
use plan_model::Span;

/// One of the names that a number is for.
pub(in super::super) struct SharedName {
    /// Where it stands.
    pub(in super::super) name: Span,
    /// With the head that only the last of them has: 城镇 of 城镇和农村居民人均可支配收入.
    pub(in super::super) completed: Option<String>,
    /// Several share the number, or each has its own in turn.
    pub(in super::super) distributed: bool,
}

impl SharedName {
    fn plain(name: Span, distributed: bool) -> Self {
        Self {
            name,
            completed: None,
            distributed,
        }
    }
}

/// A name of a list with the ending that the last one brings for all, when that makes it an indicator that the
/// vocabulary knows, or when the ending is one that lists share.
fn completed(scene: &Scene<'_>, part: Span, last: Span) -> Option<String> {
    let (own, whole) = (scene.slice(part).trim(), scene.slice(last).trim());
    if part == last || scene.lexicon.canonical(own).is_some() {
        return None;
    }
    let endings = whole.char_indices().skip(1).map(|(at, _)| &whole[at..]);
    let known = endings
        .filter(|ending| ending.chars().count() >= 2)
        .map(|ending| (ending, format!("{own}{}", without_overlap(own, ending))))
        .find(|(_, name)| scene.lexicon.canonical(name).is_some());
    if let Some((_, name)) = known {
        return Some(name);
    }
    // 甲、乙、丙等重点工程减排量: the head stands behind 等.
    if let Some((_, head)) = whole.split_once('等')
        && head.chars().count() >= 2
        && !own.ends_with(head)
    {
        return Some(format!("{own}{head}"));
    }
    let shared = suffix_of(whole, &scene.words.shared_heads)?;
    let has_own =
        suffix_of(own, &scene.words.shared_heads).is_some() || whole.len() == shared.len();
    (!has_own).then(|| format!("{own}{shared}"))
}

/// 居民人均可支配收入 behind 城镇居民: what both share is said once.
fn without_overlap<'e>(own: &str, ending: &'e str) -> &'e str {
    ending
        .char_indices()
        .map(|(at, ch)| at + ch.len_utf8())
        .rfind(|end| own.ends_with(&ending[..*end]))
        .map_or(ending, |end| &ending[end..])
}

/// One number for several names: X和Y各10家, 高新技术企业和科技型中小企业突破100家.
pub(in super::super) fn shared_names(
    scene: &Scene<'_>,
    named: &Named,
    item: &Item,
    before: &Before,
) -> Vec<SharedName> {
    let whole = vec![SharedName::plain(named.name, false)];
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
    if parts.len() < 2
        || parts
            .iter()
            .any(|part| scene.slice(*part).chars().count() < 2)
    {
        return whole;
    }
    if item.coverage {
        // 深入各产业领域高新技术企业和科技型中小企业全覆盖走访: the words before the first name belong to neither.
        let tails: Option<Vec<Span>> = parts.iter().map(|part| known_tail(scene, *part)).collect();
        return tails.map_or(whole, |tails| {
            tails
                .into_iter()
                .map(|part| SharedName::plain(part, true))
                .collect()
        });
    }
    if before.in_turn && item.place.1 == parts.len() {
        return parts.get(item.place.0).map_or(whole, |part| {
            let last = parts[parts.len() - 1];
            vec![SharedName {
                name: *part,
                completed: completed(scene, *part, last),
                distributed: true,
            }]
        });
    }
    let concepts: Vec<Option<&str>> = parts
        .iter()
        .map(|part| {
            scene
                .lexicon
                .canonical(scene.slice(*part))
                .map(|i| i.name.as_str())
        })
        .collect();
    let all_known = concepts.iter().all(Option::is_some);
    let distinct = concepts
        .iter()
        .enumerate()
        .all(|(i, c)| !concepts[..i].contains(c));
    let told = before.distributed || scene.slice(item.right).contains('双');
    let whole_known = scene.lexicon.canonical(text).is_some();
    // 高企和科小突破100家 is said of each; 院士、领军人才20名 is one count of both.
    let joined = parts.len() == 2
        && scene.text()[parts[0].to()..parts[1].from()]
            .chars()
            .all(|ch| ch != '、');
    if !whole_known && (told || all_known && distinct && joined) {
        let last = parts[parts.len() - 1];
        return parts
            .into_iter()
            .map(|part| SharedName {
                name: part,
                completed: completed(scene, part, last),
                distributed: true,
            })
            .collect();
    }
    whole
}

/// The longest ending of a name that the vocabulary knows.
pub(super) fn known_tail(scene: &Scene<'_>, name: Span) -> Option<Span> {
    let text = scene.slice(name);
    text.char_indices()
        .take_while(|(at, _)| text.len() - at >= 12)
        .find(|(at, _)| scene.lexicon.canonical(&text[*at..]).is_some())
        .map(|(at, _)| Span::new(name.from() + at, name.to()))
}
