//! Wordings that the analyst teaches the program, with their effect on the library shown before it is applied.
//! Only targets that nobody has decided follow a wording; a person's decision stands.

use super::rename::{items, set_indicator, type_of};
use crate::change::Step;
use crate::compare::{Loaded, loaded};
use crate::error::Error;
use crate::host::Host;
use crate::library::OpenLibrary;
use crate::wire::change::ChangeAnswer;
use crate::wire::review::{RenameItem, RenamePreview, Synonym};
use plan_compare::ComparedTarget;
use plan_lexicon::Lexicon;
use plan_model::{BatchKind, Status};
use plan_store::Journal;

/// Every wording taught, in order of wording.
pub fn synonyms(library: &OpenLibrary) -> Result<Vec<Synonym>, Error> {
    let pairs = library.read(|view| Ok(view.synonyms().list()?))?;
    Ok(pairs
        .into_iter()
        .map(|(wording, indicator)| Synonym { wording, indicator })
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
        items: effect.into_iter().map(|(item, _)| item).collect(),
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

/// Forgets the wording; the targets that followed it go back to what the rest of the vocabulary says.
pub fn synonym_remove(
    library: &OpenLibrary,
    host: &dyn Host,
    wording: &str,
) -> Result<ChangeAnswer, Error> {
    let mut pairs = library.read(|view| Ok(view.synonyms().list()?))?;
    let known = pairs.len();
    pairs.retain(|(other, _)| other != wording);
    if pairs.len() == known {
        return Err(Error::NotFound(wording.to_owned()));
    }
    let now = library.taught_lexicon()?;
    let then = Lexicon::with_synonyms(&pairs);
    let loaded = loaded(library)?;
    let effect = effect(library, &loaded, &now, &then)?;
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
) -> Result<Vec<(RenameItem, String)>, Error> {
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
    effect: &[(RenameItem, String)],
) -> Result<(), plan_store::StoreError> {
    for (item, to) in effect {
        set_indicator(journal, item.target, to, type_of(lexicon, to), None)?;
    }
    Ok(())
}
