//! Metadata with citations and tasks with what they are about, as JSON of one document. Departments are looked
//! up here: the text gives the unit's name, the lexicon the department it stands for.

use crate::extract::Places;
use plan_lexicon::{InstrumentClass, Lexicon, UnitClass};
use plan_model::{CitedDocument, Offsets, PlanMeta, SectionKind, Span, Task};
use serde::Serialize;

#[derive(Debug, Serialize)]
pub(crate) struct DocJson {
    #[serde(flatten)]
    pub(crate) meta: PlanMeta,
    pub(crate) cited: Vec<CitedJson>,
}

#[derive(Debug, Serialize)]
pub(crate) struct CitedJson {
    title: Option<String>,
    doc_no: Option<String>,
    quote: String,
    start: u32,
    end: u32,
}

impl CitedJson {
    pub(crate) fn new(places: &Places<'_>, cited: CitedDocument) -> Self {
        let Offsets { start, end } = places.at(cited.span);
        Self {
            title: cited.title,
            doc_no: cited.doc_no,
            quote: places.words(cited.span),
            start,
            end,
        }
    }
}

#[derive(Debug, Serialize)]
pub(crate) struct TaskJson {
    path: String,
    title: String,
    kind: SectionKind,
    lead: Vec<String>,
    support: Vec<String>,
    start: u32,
    end: u32,
    organs: Vec<UnitJson>,
    topics: Vec<TopicJson>,
    instruments: Vec<InstrumentJson>,
}

/// A unit with what it is; several parts where its name holds several bodies.
#[derive(Debug, Serialize)]
struct UnitJson {
    unit: String,
    parts: Vec<PartJson>,
}

#[derive(Debug, Serialize)]
struct PartJson {
    name: String,
    class: UnitClass,
    organs: Vec<String>,
}

#[derive(Debug, Serialize)]
struct TopicJson {
    key: String,
    name: Option<String>,
    words: Vec<WordJson>,
}

#[derive(Debug, Serialize)]
struct InstrumentJson {
    key: String,
    class: Option<InstrumentClass>,
    name: Option<String>,
    clause: WordJson,
    words: Vec<WordJson>,
}

/// Words with their place.
#[derive(Debug, Serialize)]
struct WordJson {
    quote: String,
    start: u32,
    end: u32,
}

impl WordJson {
    fn new(places: &Places<'_>, span: Span) -> Self {
        let Offsets { start, end } = places.at(span);
        let quote = places.words(span);
        Self { quote, start, end }
    }

    fn all(places: &Places<'_>, spans: &[Span]) -> Vec<Self> {
        spans.iter().map(|&span| Self::new(places, span)).collect()
    }
}

impl TaskJson {
    pub(crate) fn new(places: &Places<'_>, lexicon: &Lexicon, task: Task) -> Self {
        let Offsets { start, end } = places.at(task.span);
        let mut organs: Vec<UnitJson> = Vec::new();
        for unit in task.lead.iter().chain(&task.support) {
            if organs.iter().all(|known| &known.unit != unit) {
                organs.push(UnitJson::new(lexicon, unit));
            }
        }
        let topics = task.topics.into_iter().map(|topic| TopicJson {
            name: lexicon
                .topics()
                .iter()
                .find(|known| known.key == topic.key)
                .map(|known| known.name.clone()),
            words: WordJson::all(places, &topic.words),
            key: topic.key,
        });
        let instruments = task.instruments.into_iter().map(|used| {
            let known = lexicon
                .instruments()
                .iter()
                .find(|known| known.key == used.key);
            InstrumentJson {
                class: known.map(|known| known.class),
                name: known.map(|known| known.name.clone()),
                clause: WordJson::new(places, used.clause),
                words: WordJson::all(places, &used.words),
                key: used.key,
            }
        });
        Self {
            start,
            end,
            organs,
            topics: topics.collect(),
            instruments: instruments.collect(),
            path: task.path,
            title: task.title,
            kind: task.kind,
            lead: task.lead,
            support: task.support,
        }
    }
}

impl UnitJson {
    fn new(lexicon: &Lexicon, unit: &str) -> Self {
        let parts = lexicon.unit_parts(unit).into_iter().map(|part| PartJson {
            name: part.wording,
            class: part.class,
            organs: part.organs.iter().map(|organ| organ.name.clone()).collect(),
        });
        Self {
            unit: unit.to_owned(),
            parts: parts.collect(),
        }
    }
}
