//! The words of a report: plans, sentences and tasks, read from the library.

use crate::citation::citation;
use crate::compare::statements;
use crate::evidence::section_steps;
use crate::sentence;
use plan_model::{Matrix, OffsetTable, PlanId, Section, SectionKind, TargetId};
use plan_report::{Chapter, ReportMention, ReportPlan, ReportTask};
use plan_store::{StoreError, View};
use std::collections::{BTreeMap, BTreeSet};

/// What the plans of a matrix say.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) plans: Vec<ReportPlan>,
    pub(super) mentions: BTreeMap<TargetId, ReportMention>,
    pub(super) tasks: Vec<ReportTask>,
}

/// The plans of the matrix and every mention it names, with sentences; tasks only for chapters made of them.
pub(super) fn gather(
    view: &View<'_>,
    matrix: &Matrix,
    chapters: &[Chapter],
) -> Result<Gathered, StoreError> {
    let named: BTreeSet<TargetId> = statements(matrix)
        .flat_map(|statement| statement.mentions.clone())
        .collect();
    let with_tasks = chapters.iter().any(|chapter| chapter.is_policy());
    let mut gathered = Gathered::default();
    for column in &matrix.plans {
        let row = view
            .plans()
            .get(column.plan)?
            .ok_or(StoreError::NoSuchPlan(column.plan))?;
        let notes = view
            .notes()
            .of(row.id)?
            .into_iter()
            .map(|(note, _)| (note.code, note.detail))
            .collect();
        gathered.plans.push(ReportPlan {
            plan: row.id,
            citation: citation(&row.meta, &row.source_name),
            meta: row.meta,
            source_name: row.source_name,
            source_sha256: row.source_sha256,
            notes,
        });
        let text = view
            .plans()
            .text(column.plan)?
            .ok_or(StoreError::NoSuchPlan(column.plan))?;
        let offsets = OffsetTable::new(&text);
        let plan = Reading {
            view,
            plan: column.plan,
            text: &text,
            offsets: &offsets,
        };
        plan.mentions(&named, &mut gathered.mentions)?;
        if with_tasks {
            plan.tasks(&mut gathered.tasks)?;
        }
    }
    Ok(gathered)
}

/// One plan being read.
struct Reading<'r> {
    view: &'r View<'r>,
    plan: PlanId,
    text: &'r str,
    offsets: &'r OffsetTable<'r>,
}

impl Reading<'_> {
    fn mentions(
        &self,
        named: &BTreeSet<TargetId>,
        mentions: &mut BTreeMap<TargetId, ReportMention>,
    ) -> Result<(), StoreError> {
        let sections = self.view.sections().of(self.plan)?;
        let sections: Vec<Section> = sections.into_iter().map(|(section, _)| section).collect();
        for row in self.view.checked_targets(self.plan)? {
            if !named.contains(&row.id) {
                continue;
            }
            let place = row.target.quote;
            let mention = ReportMention {
                plan: self.plan,
                status: row.status,
                sentence: sentence::around(self.text, place)
                    .of(self.text)
                    .unwrap_or_default()
                    .to_owned(),
                quote: row.quote,
                value_text: row.value_quote,
                place: self.offsets.code_points(place),
                sections: section_steps(&sections, place),
                target: row.target,
            };
            mentions.insert(row.id, mention);
        }
        Ok(())
    }

    /// What the plan does, grants and provides for; goals and general parts are no tasks.
    fn tasks(&self, tasks: &mut Vec<ReportTask>) -> Result<(), StoreError> {
        let wanted = [
            SectionKind::Task,
            SectionKind::Incentive,
            SectionKind::Safeguard,
        ];
        for (task, _) in self.view.tasks().of(self.plan)? {
            if !wanted.contains(&task.kind) {
                continue;
            }
            tasks.push(ReportTask {
                plan: self.plan,
                text: task.span.of(self.text).unwrap_or_default().to_owned(),
                place: self.offsets.code_points(task.span),
                task,
            });
        }
        Ok(())
    }
}
