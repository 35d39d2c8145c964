//! The context table: what the analyst enters, takes out, or imports from a table with a look before.

mod rows;

use crate::change::{Step, nothing};
use crate::error::Error;
use crate::files;
use crate::host::Host;
use crate::library::OpenLibrary;
use crate::wire::change::ChangeAnswer;
use crate::wire::context::{
    ContextAnswer, ContextDraft, ContextField, ContextKey, ContextPreview, RefusedRow,
};
use plan_model::{BatchKind, ContextFigure, ContextVariable, Decimal, Year};
use std::path::Path;

/// No field is longer than this.
const LONGEST: usize = 500;

/// Other names of the variables, as tables head them.
const NAMES: &[(&str, ContextVariable)] = &[
    ("常住人口", ContextVariable::Population),
    ("年末常住人口", ContextVariable::Population),
    ("人口", ContextVariable::Population),
    ("就业人员", ContextVariable::Employment),
    ("就业人员数", ContextVariable::Employment),
    ("地区生产总值", ContextVariable::Gdp),
    ("生产总值", ContextVariable::Gdp),
    ("GDP", ContextVariable::Gdp),
    ("一般公共预算支出", ContextVariable::BudgetExpenditure),
    ("财政支出", ContextVariable::BudgetExpenditure),
];

/// Every figure, by region, variable and year.
pub fn list(library: &OpenLibrary) -> Result<Vec<ContextFigure>, Error> {
    library.read(|view| Ok(view.context_figures().list()?))
}

/// Enters a figure, or corrects the one about the same region, variable and year: all of it or, with problems,
/// nothing.
pub fn set(
    library: &OpenLibrary,
    host: &dyn Host,
    draft: &ContextDraft,
) -> Result<ContextAnswer, Error> {
    let figure = match understood(library, draft) {
        Ok(figure) => figure,
        Err(problems) => {
            return Ok(ContextAnswer {
                problems,
                change: nothing(library)?,
            });
        }
    };
    let subject = format!("{} {}", figure.region, figure.year);
    let step = Step::by_hand(BatchKind::ContextSet, Some(&subject));
    let (_, change) = library.change(host, &step, |journal| journal.set_context(&figure))?;
    Ok(ContextAnswer {
        problems: Vec::new(),
        change,
    })
}

/// Takes figures out, in one step.
pub fn remove(
    library: &OpenLibrary,
    host: &dyn Host,
    keys: &[ContextKey],
) -> Result<ChangeAnswer, Error> {
    let subject = match keys {
        [only] => Some(format!("{} {}", only.region, only.year)),
        _ => None,
    };
    let step = Step::by_hand(BatchKind::ContextRemoved, subject.as_deref());
    let (_, change) = library.change(host, &step, |journal| {
        for key in keys {
            journal.remove_context(&key.region, key.variable, key.year)?;
        }
        Ok(())
    })?;
    Ok(change)
}

/// What is understood of rows that were pasted or stand in a CSV file. Nothing is written.
pub fn read_text(library: &OpenLibrary, text: &str) -> Result<ContextPreview, Error> {
    let mut preview = ContextPreview::default();
    for (line, words, draft) in rows::drafts(text) {
        match understood(library, &draft) {
            Ok(figure) => preview.figures.push(figure),
            Err(problems) => preview.refused.push(RefusedRow {
                line,
                words,
                problems,
            }),
        }
    }
    let replaced = library.read(|view| {
        let mut replaced = 0;
        for figure in &preview.figures {
            let table = view.context_figures();
            let known = table.get(&figure.region, figure.variable, figure.year)?;
            replaced += u32::from(known.is_some_and(|known| known != *figure));
        }
        Ok(replaced)
    })?;
    Ok(ContextPreview {
        replaced,
        ..preview
    })
}

/// The same of a file: CSV, text with tabulators, or a workbook.
pub fn read_file(library: &OpenLibrary, path: &Path) -> Result<ContextPreview, Error> {
    let bytes = files::load(path)?;
    let subject = files::name_of(path);
    let plan = plan_read::read_named(&bytes, &subject)
        .map_err(|source| Error::Read { subject, source })?;
    read_text(library, &plan.text)
}

/// Writes figures of a preview, in one step. What is no figure is left out, as it was in the preview.
pub fn import(
    library: &OpenLibrary,
    host: &dyn Host,
    figures: &[ContextFigure],
) -> Result<ChangeAnswer, Error> {
    let step = Step::by_hand(BatchKind::ContextImported, None);
    let (_, change) = library.change(host, &step, |journal| {
        for figure in figures
            .iter()
            .filter(|figure| faults(library, figure).is_empty())
        {
            journal.set_context(figure)?;
        }
        Ok(())
    })?;
    Ok(change)
}

/// The figure that a draft means, or the fields at fault.
fn understood(
    library: &OpenLibrary,
    draft: &ContextDraft,
) -> Result<ContextFigure, Vec<ContextField>> {
    let variable = variable(&draft.variable);
    let year = draft
        .year
        .trim()
        .trim_end_matches('年')
        .parse()
        .ok()
        .map(Year);
    let value: String = draft
        .value
        .chars()
        .filter(|c| !c.is_whitespace() && !",，".contains(*c))
        .collect();
    let value = Decimal::from_str_exact(&value).ok();
    let note = draft.note.trim();
    // A field that says nothing readable is filled with something that is at fault itself.
    let figure = ContextFigure {
        region: draft.region.trim().to_owned(),
        variable: variable.unwrap_or(ContextVariable::Population),
        year: year.unwrap_or(Year(0)),
        value: value.unwrap_or(Decimal::ZERO),
        unit: draft.unit.trim().to_owned(),
        source: draft.source.trim().to_owned(),
        note: (!note.is_empty()).then(|| note.to_owned()),
    };
    let mut problems = faults(library, &figure);
    if variable.is_none() {
        problems.retain(|field| *field != ContextField::Unit);
        problems.push(ContextField::Variable);
        problems.sort_unstable();
    }
    if problems.is_empty() {
        Ok(figure)
    } else {
        Err(problems)
    }
}

fn variable(words: &str) -> Option<ContextVariable> {
    let words = words.trim();
    let named = NAMES
        .iter()
        .find(|(name, _)| name.eq_ignore_ascii_case(words));
    ContextVariable::from_word(words).or(named.map(|(_, variable)| *variable))
}

/// The fields of a figure that cannot be as they are: source and year are never left out, the unit goes with the
/// variable, and nothing can be divided by nothing.
fn faults(library: &OpenLibrary, figure: &ContextFigure) -> Vec<ContextField> {
    let said = |words: &str| !words.is_empty() && words.chars().count() <= LONGEST;
    let converts = library
        .lexicon
        .conversion(&figure.unit, figure.variable.unit())
        .is_some();
    let note = figure.note.as_deref().unwrap_or("–");
    [
        (ContextField::Region, said(&figure.region)),
        (ContextField::Year, (1900..=2200).contains(&figure.year.0)),
        (ContextField::Value, figure.value > Decimal::ZERO),
        (ContextField::Unit, converts),
        (ContextField::Source, said(&figure.source)),
        (ContextField::Note, said(note)),
    ]
    .into_iter()
    .filter(|(_, good)| !good)
    .map(|(field, _)| field)
    .collect()
}
