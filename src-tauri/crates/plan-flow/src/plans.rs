//! The plans of the library: what they say about themselves, tags, removal, their texts.

use crate::change::{self, Step};
use crate::error::Error;
use crate::files;
use crate::host::Host;
use crate::library::{OpenLibrary, summary};
use crate::review::plan_name;
use crate::wire::change::ChangeAnswer;
use crate::wire::evidence::Mark;
use crate::wire::plan::{
    MetaProblem, PlanAnswer, PlanText, RemovedPlan, TextNumber, TextSection, TextTarget,
};
use plan_model::{BatchKind, FieldFault, OffsetTable, PlanId, PlanMeta, Span, Year};
use plan_store::{StoreError, View};
use std::path::PathBuf;

/// Longest text of a field, in characters.
const WORDS_LIMIT: usize = 300;
/// Longest tag, in characters.
const TAG_LIMIT: usize = 40;

/// Corrects what a plan says about itself: all fields or none.
pub fn update(
    library: &OpenLibrary,
    host: &dyn Host,
    plan: PlanId,
    meta: &PlanMeta,
) -> Result<PlanAnswer, Error> {
    let (meta, problems) = checked(meta);
    let change = if problems.is_empty() {
        let name = name(library, plan)?;
        let step = Step::by_hand(BatchKind::PlanEdited, Some(&name));
        library
            .change(host, &step, |journal| journal.replace_meta(plan, &meta))?
            .1
    } else {
        change::nothing(library)?
    };
    Ok(PlanAnswer {
        problems,
        plan: one(library, plan)?,
        change,
    })
}

/// The metadata with blanks taken away, and what cannot stand in it.
pub(crate) fn checked(meta: &PlanMeta) -> (PlanMeta, Vec<MetaProblem>) {
    let mut problems = Vec::new();
    let mut fault = |field: &str, fault| {
        problems.push(MetaProblem {
            field: field.to_owned(),
            fault,
        });
    };
    let mut text = |field: &str, value: &Option<String>| {
        let value = value.as_deref().map(str::trim).filter(|v| !v.is_empty())?;
        if value.chars().count() > WORDS_LIMIT {
            fault(field, FieldFault::TooLong);
        }
        Some(value.to_owned())
    };
    let mut clean = PlanMeta {
        region: text("region", &meta.region),
        region_level: meta.region_level,
        province: text("province", &meta.province),
        parent_region: text("parent_region", &meta.parent_region),
        title: text("title", &meta.title),
        doc_no: text("doc_no", &meta.doc_no),
        issuer: text("issuer", &meta.issuer),
        issued: text("issued", &meta.issued),
        period: meta.period,
        horizons: meta.horizons.clone(),
        genre: text("genre", &meta.genre),
    };
    clean.horizons.sort_unstable();
    clean.horizons.dedup();
    if clean.issued.as_deref().is_some_and(|date| !is_date(date)) {
        fault("issued", FieldFault::NotADate);
    }
    let far = |year: &Year| !(1900..=2200).contains(&year.0);
    if let Some((from, to)) = clean.period {
        if far(&from) || far(&to) {
            fault("period", FieldFault::NotAYear);
        } else if from > to {
            fault("period", FieldFault::YearsReversed);
        }
    }
    if clean.horizons.iter().any(far) {
        fault("horizons", FieldFault::NotAYear);
    }
    (clean, problems)
}

/// 2024, 2024-08 or 2024-08-12, and a day that exists.
fn is_date(date: &str) -> bool {
    let full = match date.len() {
        4 => format!("{date}-01-01"),
        7 => format!("{date}-01"),
        10 => date.to_owned(),
        _ => return false,
    };
    date.is_ascii() && chrono::NaiveDate::parse_from_str(&full, "%Y-%m-%d").is_ok()
}

/// Gives plans tags and takes tags from them, in one step.
pub fn tag(
    library: &OpenLibrary,
    host: &dyn Host,
    plans: &[PlanId],
    add: &[String],
    remove: &[String],
) -> Result<ChangeAnswer, Error> {
    let words = |tags: &[String]| -> Vec<String> {
        tags.iter()
            .map(|tag| tag.trim().chars().take(TAG_LIMIT).collect::<String>())
            .filter(|tag| !tag.is_empty())
            .collect()
    };
    let (add, remove) = (words(add), words(remove));
    let subject = add.first().or(remove.first()).cloned();
    let step = Step::by_hand(BatchKind::PlansTagged, subject.as_deref());
    let ((), answer) = library.change(host, &step, |journal| {
        for plan in plans {
            if journal.tables().plans().get(*plan)?.is_none() {
                return Err(StoreError::NoSuchPlan(*plan));
            }
            for tag in &remove {
                journal.remove_tag(*plan, tag)?;
            }
            for tag in &add {
                journal.add_tag(*plan, tag)?;
            }
        }
        Ok(())
    })?;
    Ok(answer)
}

/// Removes plans: they are shown nowhere any more, and everything in them is kept. What comes with the program
/// stays away as well.
pub fn remove(
    library: &OpenLibrary,
    host: &dyn Host,
    plans: &[PlanId],
) -> Result<ChangeAnswer, Error> {
    shelve(library, host, plans, BatchKind::PlansRemoved, true)
}

/// Brings removed plans back.
pub fn restore(
    library: &OpenLibrary,
    host: &dyn Host,
    plans: &[PlanId],
) -> Result<ChangeAnswer, Error> {
    shelve(library, host, plans, BatchKind::PlansRestored, false)
}

fn shelve(
    library: &OpenLibrary,
    host: &dyn Host,
    plans: &[PlanId],
    kind: BatchKind,
    removed: bool,
) -> Result<ChangeAnswer, Error> {
    let subject = match plans {
        [one] => Some(name(library, *one)?),
        _ => None,
    };
    let step = Step::by_hand(kind, subject.as_deref());
    let ((), answer) = library.change(host, &step, |journal| {
        for plan in plans {
            journal.set_removed(*plan, removed)?;
        }
        Ok(())
    })?;
    Ok(answer)
}

/// The plans that were removed and can be brought back.
pub fn removed(library: &OpenLibrary) -> Result<Vec<RemovedPlan>, Error> {
    library.read(|view| {
        let rows = view.plans().removed()?;
        rows.into_iter()
            .map(|row| {
                Ok(RemovedPlan {
                    removed_at: view.journal().removed_at(row.id)?,
                    plan: summary(view, row)?,
                })
            })
            .collect()
    })
}

/// One plan as lists show it.
pub(crate) fn one(
    library: &OpenLibrary,
    plan: PlanId,
) -> Result<crate::wire::library::PlanSummary, Error> {
    library.read(|view| summary(view, row(view, plan)?))
}

fn row(view: &View<'_>, plan: PlanId) -> Result<plan_store::PlanRow, StoreError> {
    view.plans().get(plan)?.ok_or(StoreError::NoSuchPlan(plan))
}

fn name(library: &OpenLibrary, plan: PlanId) -> Result<String, Error> {
    library.read(|view| {
        let row = row(view, plan)?;
        Ok(plan_name(&row.meta, &row.source_name))
    })
}

/// The text of a plan with everything marked in it.
pub fn text(library: &OpenLibrary, plan: PlanId) -> Result<PlanText, Error> {
    library.read(|view| {
        let text = view
            .plans()
            .text(plan)?
            .ok_or(StoreError::NoSuchPlan(plan))?;
        let table = OffsetTable::new(&text);
        let mark = |span: Span| {
            let units = table.utf16(span);
            Mark {
                start: units.start,
                end: units.end,
            }
        };
        let (sections, numbers) = (view.sections().of(plan)?, view.other_numbers().of(plan)?);
        let furniture = view.plans().furniture(plan)?;
        let targets = view.checked_targets(plan)?;
        Ok(PlanText {
            plan,
            sections: sections
                .into_iter()
                .map(|(section, _)| TextSection {
                    heading: mark(section.heading),
                    place: mark(section.span),
                    number: section.number,
                    title: section.title,
                    depth: section.depth,
                    kind: section.kind,
                })
                .collect(),
            furniture: furniture.iter().map(|(one, _)| mark(one.span)).collect(),
            targets: targets
                .into_iter()
                .map(|row| TextTarget {
                    target: row.id,
                    status: row.status,
                    quote: mark(row.target.quote),
                    value: row.target.value_span.map(mark),
                    indicator: row.target.indicator,
                })
                .collect(),
            numbers: numbers
                .iter()
                .map(|(number, _)| TextNumber {
                    place: mark(number.span),
                    class: number.class,
                })
                .collect(),
            text,
        })
    })
}

/// Writes the original file of a plan to the program's own folder, so that it can be opened there. The file may
/// have come from anywhere: its name is taken without any folder, and only the endings of documents are kept.
pub fn original(library: &OpenLibrary, host: &dyn Host, plan: PlanId) -> Result<PathBuf, Error> {
    let (row, source) = library.read(|view| {
        let source = view.plans().source(plan)?;
        Ok((
            row(view, plan)?,
            source.ok_or(StoreError::NoSuchPlan(plan))?,
        ))
    })?;
    let folder = host
        .data_dir()
        .join("originals")
        .join(row.source_sha256.get(..12).unwrap_or("plan"));
    let path = folder.join(safe_name(&row.source_name));
    files::save(&path, &source)?;
    Ok(path)
}

/// A file name without folders, control characters or a programme's ending.
fn safe_name(name: &str) -> String {
    const ENDINGS: &[&str] = &[
        "txt", "text", "docx", "pdf", "html", "htm", "md", "xlsx", "csv", "doc", "wps", "ofd",
    ];
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last
        .chars()
        .filter(|ch| !ch.is_control() && !"<>:\"|?*".contains(*ch))
        .take(120)
        .collect();
    let plain = plain.trim_matches(['.', ' ']);
    let ending = plain
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    match ending {
        Some(ending) if ENDINGS.contains(&ending.as_str()) => plain.to_owned(),
        _ => format!("{}.txt", if plain.is_empty() { "plan" } else { plain }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_exact_as_they_are_written() {
        for (date, right) in [
            ("2024", true),
            ("2024-08", true),
            ("2024-08-12", true),
            ("2024-13", false),
            ("2024-02-30", false),
            ("2024-8-1", false),
            ("二〇二四", false),
            ("", false),
        ] {
            assert_eq!(is_date(date), right, "{date}");
        }
    }

    #[test]
    fn an_original_is_written_under_a_harmless_name() {
        assert_eq!(safe_name("计划.docx"), "计划.docx");
        assert_eq!(safe_name("../../etc/passwd"), "passwd.txt");
        assert_eq!(safe_name("C:\\a\\run.exe"), "run.exe.txt");
        assert_eq!(safe_name("..."), "plan.txt");
        assert_eq!(safe_name("a\u{0}b?.pdf"), "ab.pdf");
    }
}
