//! The check of a whole library: the file itself, the references between tables, and every span and numeral
//! against its frozen text.

use crate::error::StoreError;
use crate::library::{Library, View};
use crate::plan_write::sha256_hex;
use crate::span_check::{SpanCheck, SpanMismatch, check_tables};
use crate::table::plan::PlanRow;
use crate::table::target::TargetRow;
use plan_model::PlanId;

/// What a check looked at and what it found wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Check {
    /// Plans looked at.
    pub plans: u32,
    /// Sections looked at.
    pub sections: u32,
    /// Targets looked at.
    pub targets: u32,
    /// Tasks looked at.
    pub tasks: u32,
    /// Other numbers looked at.
    pub other_numbers: u32,
    /// Notes looked at.
    pub notes: u32,
    /// Everything that is wrong; empty when all is well.
    pub failures: Vec<Failure>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The database reports damage.
    Integrity(String),
    /// A row refers to a row that does not exist.
    Reference {
        /// The table of the referring row.
        table: String,
        /// The table it refers to.
        parent: String,
    },
    /// The stored source bytes are not those that were imported.
    Source {
        /// The plan.
        plan: PlanId,
    },
    /// A span does not agree with the frozen text.
    Span {
        /// The plan.
        plan: PlanId,
        /// Which span, and how.
        mismatch: SpanMismatch,
    },
}

impl Library {
    /// Checks everything. Damage found is in the answer; an error means that the check itself could not go on.
    pub fn check(&self) -> Result<Check, StoreError> {
        self.read(|view| {
            let mut check = Check::default();
            check.file(view)?;
            for plan in view.plans().kept()? {
                check.plan(view, &plan)?;
            }
            Ok(check)
        })
    }
}

impl View<'_> {
    /// The targets of a plan, each quotation compared with the frozen text first.
    pub fn checked_targets(&self, plan: PlanId) -> Result<Vec<TargetRow>, StoreError> {
        let text = self
            .plans()
            .text(plan)?
            .ok_or(StoreError::NoSuchPlan(plan))?;
        let rows = self.targets().of(plan)?;
        for (index, row) in rows.iter().enumerate() {
            SpanCheck::new(&text, "target", index)
                .target(&row.target, Some((&row.quote, row.value_quote.as_deref())))?;
        }
        Ok(rows)
    }
}

impl Check {
    fn file(&mut self, view: &View<'_>) -> Result<(), StoreError> {
        let conn = view.connection();
        let mut integrity = conn.prepare("PRAGMA integrity_check")?;
        for message in integrity.query_map([], |row| row.get::<_, String>(0))? {
            let message = message?;
            if message != "ok" {
                self.failures.push(Failure::Integrity(message));
            }
        }
        let mut references = conn.prepare("PRAGMA foreign_key_check")?;
        for failure in references.query_map([], |row| {
            Ok(Failure::Reference {
                table: row.get(0)?,
                parent: row.get(2)?,
            })
        })? {
            self.failures.push(failure?);
        }
        Ok(())
    }

    fn plan(&mut self, view: &View<'_>, row: &PlanRow) -> Result<(), StoreError> {
        let plan = row.id;
        let Some(text) = view.plans().text(plan)? else {
            return Ok(());
        };
        self.plans += 1;
        let source = view.plans().source(plan)?.unwrap_or_default();
        if sha256_hex(&source) != row.source_sha256 {
            self.failures.push(Failure::Source { plan });
        }
        let at = |what, index| SpanCheck::new(&text, what, index);

        let sections = view.sections().of(plan)?;
        self.sections += count(&sections);
        self.take(
            plan,
            sections
                .iter()
                .enumerate()
                .map(|(i, (section, words))| at("section", i).section(section, Some(words))),
        );
        let furniture = view.plans().furniture(plan)?;
        self.take(
            plan,
            furniture.iter().enumerate().map(|(i, (item, words))| {
                at("furniture", i).words(item.span, Some(words)).map(drop)
            }),
        );
        self.take(plan, check_tables(&text, &view.text_tables().of(plan)?));
        let targets = view.targets().of(plan)?;
        self.targets += count(&targets);
        self.take(
            plan,
            targets.iter().enumerate().map(|(i, row)| {
                at("target", i).target(&row.target, Some((&row.quote, row.value_quote.as_deref())))
            }),
        );
        let tasks = view.tasks().of(plan)?;
        self.tasks += count(&tasks);
        self.take(
            plan,
            tasks
                .iter()
                .enumerate()
                .map(|(i, (task, words))| at("task", i).task(task, Some(words))),
        );
        let words = view.tasks().words(plan)?;
        self.take(
            plan,
            words.iter().enumerate().map(|(i, (span, words))| {
                at("word of a task", i).words(*span, Some(words)).map(drop)
            }),
        );
        let cited = view.cited_documents().of(plan)?;
        self.take(
            plan,
            cited
                .iter()
                .enumerate()
                .map(|(i, (cited, words))| at("cited document", i).cited(cited, Some(words))),
        );
        let numbers = view.other_numbers().of(plan)?;
        self.other_numbers += count(&numbers);
        self.take(
            plan,
            numbers.iter().enumerate().map(|(i, (number, words))| {
                at("other number", i).other_number(*number, Some(words))
            }),
        );
        let notes = view.notes().of(plan)?;
        self.notes += count(&notes);
        self.take(
            plan,
            notes
                .iter()
                .enumerate()
                .map(|(i, (note, words))| at("note", i).note(note, words.as_deref())),
        );
        Ok(())
    }

    fn take(&mut self, plan: PlanId, checked: impl Iterator<Item = Result<(), SpanMismatch>>) {
        self.failures.extend(
            checked
                .filter_map(Result::err)
                .map(|mismatch| Failure::Span { plan, mismatch }),
        );
    }
}

fn count<T>(rows: &[T]) -> u32 {
    u32::try_from(rows.len()).unwrap_or(u32::MAX)
}
