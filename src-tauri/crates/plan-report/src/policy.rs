//! Tasks by topic, policy instruments, incentives and safeguards of the plans compared.

use crate::input::{ReportInput, ReportTask};
use crate::model::{InstrumentLine, InstrumentUses, TaskLine, TopicTable};
use crate::options::Chapter;
use crate::words::words;
use plan_lexicon::Lexicon;
use plan_model::{PlanId, SectionKind};
use plan_words::Phrases;
use std::collections::{BTreeMap, BTreeSet};

/// What plans say besides their targets, ready to be ordered by what it is about.
pub(crate) struct Policy<'p> {
    phrases: &'p Phrases<'p>,
    lexicon: &'p Lexicon,
    chapters: &'p [Chapter],
    /// Number, region and place of each plan shown, in column order.
    plans: Vec<(u32, &'p str, PlanId)>,
    tasks: BTreeMap<PlanId, Vec<&'p ReportTask>>,
}

impl<'p> Policy<'p> {
    pub(crate) fn new(
        input: &'p ReportInput<'_>,
        phrases: &'p Phrases<'p>,
        lexicon: &'p Lexicon,
    ) -> Self {
        let columns = input.matrix.plans.iter().zip(1..);
        let mut tasks: BTreeMap<PlanId, Vec<&ReportTask>> = BTreeMap::new();
        for task in input.tasks {
            tasks.entry(task.plan).or_default().push(task);
        }
        Self {
            phrases,
            lexicon,
            chapters: input.chapters,
            plans: columns
                .map(|(column, number)| (number, column.region.as_str(), column.plan))
                .collect(),
            tasks,
        }
    }

    /// Tasks under each of their topics, in the order of the vocabulary; those without a topic last.
    pub(crate) fn topics(&self) -> Vec<TopicTable> {
        if !self.chapters.contains(&Chapter::Tasks) {
            return Vec::new();
        }
        let named = self.lexicon.topics().iter().map(|topic| {
            let title = self.phrases.either(&topic.name, &topic.name_en).clone();
            let about = |task: &ReportTask| {
                let mut topics = task.task.topics.iter();
                topics.any(|given| given.key == topic.key)
            };
            self.table(Some(topic.key.clone()), title, about)
        });
        let none = words(self.phrases.language).no_topic.to_owned();
        let rest = self.table(None, none, |task| task.task.topics.is_empty());
        named
            .chain([rest])
            .filter(|table| !table.tasks.is_empty())
            .collect()
    }

    fn table(
        &self,
        topic: Option<String>,
        title: String,
        about: impl Fn(&ReportTask) -> bool,
    ) -> TopicTable {
        let tasks = self.lines(
            |task| task.task.kind == SectionKind::Task && about(task),
            false,
        );
        let plans = tasks.iter().map(|line| line.plan);
        let plans = plans.collect::<BTreeSet<_>>().len();
        TopicTable {
            topic,
            title,
            extent: self.phrases.either(
                format!("{plans}个方案，{}项任务", tasks.len()),
                format!("plans: {plans}, tasks: {}", tasks.len()),
            ),
            tasks,
        }
    }

    /// The incentives or safeguards, when their chapter is wanted.
    pub(crate) fn items(&self, kind: SectionKind) -> Vec<TaskLine> {
        let chapter = match kind {
            SectionKind::Incentive => Chapter::Incentives,
            _ => Chapter::Safeguards,
        };
        if !self.chapters.contains(&chapter) {
            return Vec::new();
        }
        self.lines(|task| task.task.kind == kind, true)
    }

    fn of(&self, plan: PlanId) -> &[&'p ReportTask] {
        self.tasks.get(&plan).map(Vec::as_slice).unwrap_or_default()
    }

    /// Plan by plan, in order of place.
    fn lines(&self, wanted: impl Fn(&ReportTask) -> bool, whole: bool) -> Vec<TaskLine> {
        let mut lines = Vec::new();
        for (number, region, plan) in &self.plans {
            let of_plan = self.of(*plan).iter().filter(|task| wanted(task));
            lines.extend(of_plan.map(|task| TaskLine {
                plan: *number,
                region: (*region).to_owned(),
                path: task.task.path.clone(),
                title: task.task.title.clone(),
                text: whole.then(|| task.text.trim().to_owned()),
                lead: task.task.lead.clone(),
                support: task.task.support.clone(),
                start: task.place.start,
                end: task.place.end,
            }));
        }
        lines
    }

    /// Instruments that some plan uses, by class, in the order of the vocabulary.
    pub(crate) fn instruments(&self) -> Vec<InstrumentLine> {
        if !self.chapters.contains(&Chapter::Instruments) {
            return Vec::new();
        }
        let mut known: Vec<_> = self.lexicon.instruments().iter().collect();
        known.sort_by_key(|instrument| instrument.class);
        let lines = known.into_iter().map(|instrument| InstrumentLine {
            instrument: instrument.key.clone(),
            class: instrument.class,
            class_word: words(self.phrases.language).instrument_classes[instrument.class as usize]
                .to_owned(),
            name: self
                .phrases
                .either(&instrument.name, &instrument.name_en)
                .clone(),
            uses: self
                .plans
                .iter()
                .map(|(_, _, plan)| self.uses(*plan, &instrument.key))
                .collect(),
        });
        lines
            .filter(|line| line.uses.iter().any(|uses| uses.clauses > 0))
            .collect()
    }

    fn uses(&self, plan: PlanId, instrument: &str) -> InstrumentUses {
        let mut found = InstrumentUses::default();
        for task in self.of(plan) {
            let uses = task.task.instruments.iter();
            let clauses = uses.filter(|used| used.key == instrument).count();
            if clauses > 0 {
                found.clauses += u32::try_from(clauses).unwrap_or(u32::MAX);
                if !found.sections.contains(&task.task.path) {
                    found.sections.push(task.task.path.clone());
                }
            }
        }
        found
    }
}
