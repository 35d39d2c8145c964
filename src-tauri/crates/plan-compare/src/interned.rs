//! Words with numbers: the first word met is 0, the next new one 1. Order of meeting, never of hashing.

use std::collections::HashMap;

/// Words with something known of each.
pub(crate) struct Interned<'a, T> {
    numbers: HashMap<&'a str, u32>,
    items: Vec<(&'a str, T)>,
}

impl<T> Default for Interned<'_, T> {
    fn default() -> Self {
        Self {
            numbers: HashMap::new(),
            items: Vec::new(),
        }
    }
}

impl<'a, T> Interned<'a, T> {
    /// The number of `word` and what is known of it; `new` says it of a word met for the first time.
    pub(crate) fn get(&mut self, word: &'a str, new: impl FnOnce(&'a str) -> T) -> (u32, &mut T) {
        let number = *self.numbers.entry(word).or_insert_with(|| {
            self.items.push((word, new(word)));
            u32::try_from(self.items.len() - 1).unwrap_or(u32::MAX)
        });
        (number, &mut self.items[number as usize].1)
    }

    /// All words in the order of their numbers.
    pub(crate) fn into_items(self) -> Vec<(&'a str, T)> {
        self.items
    }
}
