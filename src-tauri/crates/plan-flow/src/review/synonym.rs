//! Wordings that the analyst teaches the program, with their effect on the library shown before it is applied.
//! Only targets that nobody has decided follow a wording; a person's decision stands.

use super::rename::{items, set_indicator, type_of};
use crate::change::{self, Step};
use crate::error::Error;
use crate::host::Host;
use crate::library::OpenLibrary;
use crate::loaded::{Loaded, loaded};
use crate::wire::change::ChangeAnswer;
use crate::wire::review::{RenameItem, RenamePreview, Synonym, TaughtSynonym};
use plan_compare::ComparedTarget;
use plan_lexicon::Lexicon;
use plan_model::{BatchKind, Status};
use plan_store::Journal;
use std::collections::BTreeMap;

/// Every wording taught, in order of wording, with the targets that it names.
pub fn synonyms(library: &OpenLibrary) -> Result<Vec<TaughtSynonym>, Error> {
    let (pairs, taught_at) =
        library.read(|view| Ok((view.synonyms().list()?, view.journal().taught_at()?)))?;
    // A wording may have been taught more than once: the last time is what stands.
    let since: BTreeMap<String, String> = taught_at.into_iter().collect();
    let lexicon = library.taught_lexicon()?;
    let loaded = loaded(library)?;
    let mut named: BTreeMap<(&str, &str), (u32, u32)> = BTreeMap::new();
    for said in loaded.plans.iter().flat_map(|plan| &plan.targets) {
        let target = &said.target;
        let taught = lexicon.resolve(&target.name).and_then(|found| found.taught);
        if let Some(wording) = taught {
            let counts = named.entry((wording, &target.indicator)).or_default();
            match said.status {
                Status::Extracted => counts.0 += 1,
                Status::Accepted | Status::Edited => counts.1 += 1,
                Status::Rejected => {}
            }
        }
    }
    Ok(pairs
        .into_iter()
        .map(|(wording, indicator)| {
            let (follow, decided) = named
                .get(&(wording.as_str(), indicator.as_str()))
                .copied()
                .unwrap_or_default();
            let known = library.lexicon.indicator(&indicator);
            TaughtSynonym {
                since: since.get(&wording).cloned(),
                indicator_en: known.map(|known| known.name_en.clone()),
                wording,
                indicator,
                follow,
                decided,
            }
        })
        .collect())
}

/// What teaching the wording would do.
pub fn synonym_preview(library: &OpenLibrary, synonym: &Synonym) -> Result<RenamePreview, Error> {
    let synonym = trimmed(synonym)?;
    let now = library.taught_lexicon()?;
    let then = with(library, &synonym)?;
    let loaded = loaded(library)?;
    let effect = effect(library, &loaded, &now, &then)?;
    let known = now.indicator(&synonym.indicator);
    Ok(RenamePreview {
        known: known.is_some(),
        indicator_type: type_of(&then, &synonym.indicator),
        overrides: now
            .canonical(&synonym.wording)
            .map(|other| other.name.clone())
            .filter(|other| *other != synonym.indicator),
        to: synonym.indicator,
        items: effect,
    })
}

/// Teaches the wording; the targets of the preview follow it.
pub fn synonym_add(
    library: &OpenLibrary,
    host: &dyn Host,
    synonym: &Synonym,
) -> Result<ChangeAnswer, Error> {
    let synonym = trimmed(synonym)?;
    let now = library.taught_lexicon()?;
    let then = with(library, &synonym)?;
    let loaded = loaded(library)?;
    let effect = effect(library, &loaded, &now, &then)?;
    let subject = format!("{} → {}", synonym.wording, synonym.indicator);
    let by = format!("synonym {}", synonym.wording);
    let step = Step {
        kind: BatchKind::SynonymAdded,
        by: &by,
        subject: Some(&subject),
    };
    let ((), answer) = library.change(host, &step, |journal| {
        journal.set_synonym(&synonym.wording, &synonym.indicator)?;
        follow(journal, &then, &effect)
    })?;
    Ok(answer)
}

/// The targets that would go back to what the rest of the vocabulary says, were the wording forgotten.
pub fn removal_preview(library: &OpenLibrary, wording: &str) -> Result<Vec<RenameItem>, Error> {
    Ok(removal(library, wording)?.1)
}

/// Forgets the wording; the targets of the preview go back.
pub fn synonym_remove(
    library: &OpenLibrary,
    host: &dyn Host,
    wording: &str,
) -> Result<ChangeAnswer, Error> {
    let (then, effect) = removal(library, wording)?;
    let by = format!("synonym {wording}");
    let step = Step {
        kind: BatchKind::SynonymRemoved,
        by: &by,
        subject: Some(wording),
    };
    let ((), answer) = library.change(host, &step, |journal| {
        journal.remove_synonym(wording)?;
        follow(journal, &then, &effect)
    })?;
    Ok(answer)
}

/// The vocabulary without the wording, and the targets concerned.
fn removal(library: &OpenLibrary, wording: &str) -> Result<(Lexicon, Vec<RenameItem>), Error> {
    let mut pairs = library.read(|view| Ok(view.synonyms().list()?))?;
    let known = pairs.len();
    pairs.retain(|(other, _)| other != wording);
    if pairs.len() == known {
        return Err(Error::NotFound(wording.to_owned()));
    }
    let now = library.taught_lexicon()?;
    let then = Lexicon::with_synonyms(&pairs);
    let loaded = loaded(library)?;
    let mut effect = effect(library, &loaded, &now, &then)?;
    library.read(|view| {
        for item in &mut effect {
            let named = then.resolve(&item.name);
            // The extractor may have named it by more than its wording: what it had found is what comes back,
            // unless another wording that was taught names it now.
            if named.is_none_or(|found| found.taught.is_none()) {
                let first = view.journal().as_extracted(item.target)?;
                let found = first.iter().find(|(field, _)| field == "indicator");
                if let Some(found) = found.and_then(|(_, json)| change::plain(json.as_deref())) {
                    item.to = found;
                }
            }
        }
        Ok(())
    })?;
    effect.retain(|item| item.to != item.from);
    Ok((then, effect))
}

fn trimmed(synonym: &Synonym) -> Result<Synonym, Error> {
    let (wording, indicator) = (synonym.wording.trim(), synonym.indicator.trim());
    let right = |word: &str| !word.is_empty() && word.chars().count() <= 100;
    if right(wording) && right(indicator) {
        return Ok(Synonym {
            wording: wording.to_owned(),
            indicator: indicator.to_owned(),
        });
    }
    Err(Error::NotFound("a wording and its indicator".to_owned()))
}

/// The vocabulary as it would be.
fn with(library: &OpenLibrary, synonym: &Synonym) -> Result<Lexicon, Error> {
    let mut pairs = library.read(|view| Ok(view.synonyms().list()?))?;
    pairs.retain(|(wording, _)| *wording != synonym.wording);
    pairs.push((synonym.wording.clone(), synonym.indicator.clone()));
    pairs.sort();
    Ok(Lexicon::with_synonyms(&pairs))
}

/// The undecided targets whose wording the two vocabularies take for different things.
fn effect(
    library: &OpenLibrary,
    loaded: &Loaded,
    now: &Lexicon,
    then: &Lexicon,
) -> Result<Vec<RenameItem>, Error> {
    let to = |said: &ComparedTarget| {
        if said.status != Status::Extracted {
            return None;
        }
        let name = said.target.name.as_str();
        let of = |lexicon: &Lexicon| {
            lexicon
                .canonical(name)
                .map_or_else(|| name.to_owned(), |known| known.name.clone())
        };
        let to = of(then);
        (to != of(now) && to != said.target.indicator).then_some(to)
    };
    items(library, loaded, &to)
}

fn follow(
    journal: &Journal<'_>,
    lexicon: &Lexicon,
    effect: &[RenameItem],
) -> Result<(), plan_store::StoreError> {
    for RenameItem { target, to, .. } in effect {
        set_indicator(journal, *target, to, type_of(lexicon, to), None)?;
    }
    Ok(())
}
