//! Traditional characters, folded to simplified ones for matching only. Every folded character takes as many bytes
//! as the one it stands for, so that a place in the folded text is the same place in the original.

use ferrous_opencc::OpenCC;
use ferrous_opencc::config::BuiltinConfig;
use plan_model::{FrozenPlan, Target};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Frequent in any traditional text, absent from any simplified one.
const TELLING: &str = "業術關資發產達創國進實區學體與於為億萬個專貿經濟點廣機構項萬證價設";

/// Asked of every character of a text, so the answer is one bit.
fn tells(ch: char) -> bool {
    static BITS: LazyLock<Vec<u64>> = LazyLock::new(|| {
        let mut bits = vec![0; 1 << 10];
        for ch in TELLING.chars() {
            if let Some(word) = bits.get_mut(ch as usize / 64) {
                *word |= 1 << (ch as usize % 64);
            }
        }
        bits
    });
    let word = BITS.get(ch as usize / 64).copied().unwrap_or(0);
    word >> (ch as usize % 64) & 1 == 1
}

/// The plan with its text in simplified characters; `None` when there is nothing to fold.
pub(crate) fn folded(plan: &FrozenPlan) -> Option<FrozenPlan> {
    if plan.text.chars().filter(|ch| tells(*ch)).take(3).count() < 3 {
        return None;
    }
    let converter = OpenCC::from_config(BuiltinConfig::T2s).ok()?;
    let mut known: BTreeMap<char, char> = BTreeMap::new();
    let text = plan
        .text
        .chars()
        .map(|ch| {
            if ch.is_ascii() {
                return ch;
            }
            *known.entry(ch).or_insert_with(|| {
                let converted = converter.convert(&ch.to_string());
                let mut chars = converted.chars();
                match (chars.next(), chars.next()) {
                    (Some(one), None) if one.len_utf8() == ch.len_utf8() => one,
                    _ => ch,
                }
            })
        })
        .collect();
    Some(FrozenPlan {
        text,
        ..plan.clone()
    })
}

/// Gives the targets their names as the original words them, where the name stands in the quotation.
pub(crate) fn reword(targets: &mut [Target], folded: &str, original: &str) {
    for target in targets {
        let place = target
            .quote
            .of(folded)
            .and_then(|quote| quote.find(&target.name));
        if let Some(at) = place
            && let Some(worded) =
                original.get(target.quote.from() + at..target.quote.from() + at + target.name.len())
        {
            worded.clone_into(&mut target.name);
        }
    }
}
