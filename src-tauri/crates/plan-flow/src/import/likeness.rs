//! How much two texts have in common: the share of the passages of eight characters, blanks left out, that stand
//! in both, of the longer one's. A page's furniture costs a little of it; another plan has next to none of it.

use plan_model::PlanId;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Texts with at least this share in common are versions of one plan, in per cent.
pub(super) const NEAR: u8 = 90;

/// Characters of a passage.
const PASSAGE: usize = 8;

/// Passages kept of a text for the first glance.
const SKETCH: usize = 256;

/// Below this share of the sketches the texts themselves are not compared, in per cent.
const GLANCE: usize = 60;

/// The passages of a text as sorted, distinct hashes.
pub(super) fn passages(text: &str) -> Vec<u64> {
    let chars: Vec<char> = text.chars().filter(|ch| !ch.is_whitespace()).collect();
    let mut hashes: Vec<u64> = chars.windows(PASSAGE).map(hash).collect();
    if hashes.is_empty() && !chars.is_empty() {
        hashes.push(hash(&chars));
    }
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// FNV-1a, then mixed, so that the smallest hashes are a fair sample.
fn hash(chars: &[char]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for ch in chars {
        hash = (hash ^ u64::from(*ch)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash ^= hash >> 33;
    hash = hash.wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash ^ (hash >> 33)
}

/// The share in per cent, cut off.
pub(super) fn share(one: &[u64], other: &[u64]) -> u8 {
    let longer = one.len().max(other.len());
    if longer == 0 {
        return 0;
    }
    u8::try_from(common(one, other) * 100 / longer).unwrap_or(100)
}

/// How many hashes two sorted lists share.
fn common(one: &[u64], other: &[u64]) -> usize {
    let (mut left, mut right, mut count) = (0, 0, 0);
    while let (Some(a), Some(b)) = (one.get(left), other.get(right)) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => left += 1,
            std::cmp::Ordering::Greater => right += 1,
            std::cmp::Ordering::Equal => {
                count += 1;
                left += 1;
                right += 1;
            }
        }
    }
    count
}

/// The smallest passages of each plan, made once per plan: texts never change.
#[derive(Default)]
pub(crate) struct Sketches(Mutex<BTreeMap<PlanId, Arc<[u64]>>>);

impl Sketches {
    /// Whether a plan with this sketch may be near a text with these passages.
    pub(super) fn may_be_near(passages: &[u64], sketch: &[u64]) -> bool {
        let smallest = &passages[..passages.len().min(SKETCH)];
        let size = smallest.len().min(sketch.len());
        // Of two lists of smallest hashes only the part below both their ends can be compared.
        let end = smallest.last().min(sketch.last()).copied().unwrap_or(0);
        let below = |list: &[u64]| list.partition_point(|hash| *hash <= end);
        let (one, other) = (&smallest[..below(smallest)], &sketch[..below(sketch)]);
        size > 0 && common(one, other) * 100 >= GLANCE * one.len().max(other.len())
    }

    /// The sketch of a plan; `text` is asked when there is none yet.
    pub(super) fn of<E>(
        &self,
        plan: PlanId,
        text: impl FnOnce() -> Result<String, E>,
    ) -> Result<Arc<[u64]>, E> {
        if let Some(known) = self.locked().get(&plan) {
            return Ok(Arc::clone(known));
        }
        let mut sketch = passages(&text()?);
        sketch.truncate(SKETCH);
        let sketch: Arc<[u64]> = sketch.into();
        self.locked().insert(plan, Arc::clone(&sketch));
        Ok(sketch)
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, BTreeMap<PlanId, Arc<[u64]>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(from: u32, to: u32) -> String {
        (from..to)
            .map(|n| format!("第{n}项任务，到2025年达到{}家。\n", n * 7))
            .collect()
    }

    #[test]
    fn copies_are_near_and_other_texts_are_not() {
        let one = passages(&text(0, 400));
        let blanks = passages(&text(0, 400).replace('，', "， \n"));
        assert_eq!(share(&one, &blanks), 100, "blanks are no difference");
        let edited = passages(&text(0, 400).replace("第7项", "第七项"));
        assert!(share(&one, &edited) >= NEAR && share(&one, &edited) < 100);
        let half = passages(&text(0, 200));
        assert!(
            (40..60).contains(&share(&one, &half)),
            "{}",
            share(&one, &half)
        );
        assert_eq!(share(&[], &[]), 0);
        for (other, near) in [
            (&blanks, true),
            (&edited, true),
            (&passages("另一份完全不同的计划文本"), false),
        ] {
            let mut sketch = other.clone();
            sketch.truncate(SKETCH);
            assert_eq!(Sketches::may_be_near(&one, &sketch), near);
        }
    }
}
