//! Reading and extracting one document without a library, and the result as JSON: field names and offsets are
//! those of the reference annotation (code points from the start of the text), numbers are exact.

use crate::error::Error;
use crate::host::Host;
use crate::task_json::{CitedJson, DocJson, TaskJson};
use plan_lexicon::Lexicon;
use plan_model::{
    Decimal, Extraction, FieldConfidence, Firmness, FrozenPlan, Note, OffsetTable, Offsets,
    Section, SheetMapping, Span, Target,
};
use plan_read::Means;
use serde::Serialize;
use serde_json::value::RawValue;

/// A document after reading and extraction.
pub(crate) struct Extracted {
    pub(crate) plan: FrozenPlan,
    pub(crate) extraction: Extraction,
}

/// Reads, with what `host` has for reading, of a workbook the sheets as they are mapped, if they are.
pub(crate) fn read(
    name: &str,
    bytes: &[u8],
    host: Option<&dyn Host>,
    sheets: Option<&[SheetMapping]>,
) -> Result<FrozenPlan, Error> {
    let read = match host.and_then(Host::pdf) {
        Some(pdf) if plan_read::is_pdf(bytes, name) => pdf.read(bytes),
        _ => {
            let means = Means {
                sheets,
                ..Means::default()
            };
            plan_read::read_with(bytes, name, means)
        }
    };
    read.map_err(|source| Error::Read {
        subject: name.to_owned(),
        source,
    })
}

/// Reads and extracts, with what `host` has for reading. `reading_done` is called between the two.
pub(crate) fn extract(
    name: &str,
    bytes: &[u8],
    lexicon: &Lexicon,
    host: Option<&dyn Host>,
    sheets: Option<&[SheetMapping]>,
    reading_done: impl FnOnce(),
) -> Result<Extracted, Error> {
    let plan = read(name, bytes, host, sheets)?;
    reading_done();
    let mut extraction = plan_extract::extract(&plan, lexicon);
    // One finding whose words the text does not say is no reason to refuse the document.
    plan_store::drop_unplaced(&plan, &mut extraction);
    Ok(Extracted { plan, extraction })
}

/// Everything found in the file at `path`, ready to be written as JSON.
pub fn file(path: &std::path::Path) -> Result<ExtractedDocument, Error> {
    let bytes = crate::files::load(path)?;
    document(&crate::files::name_of(path), &bytes)
}

/// As [`file`], with what `host` has for reading PDF.
pub fn file_with(host: &dyn Host, path: &std::path::Path) -> Result<ExtractedDocument, Error> {
    let bytes = crate::files::load(path)?;
    found(&crate::files::name_of(path), &bytes, Some(host))
}

/// Everything found in one document, ready to be written as JSON.
pub fn document(name: &str, bytes: &[u8]) -> Result<ExtractedDocument, Error> {
    found(name, bytes, None)
}

fn found(name: &str, bytes: &[u8], host: Option<&dyn Host>) -> Result<ExtractedDocument, Error> {
    let lexicon = Lexicon::builtin();
    let Extracted { plan, extraction } = extract(name, bytes, lexicon, host, None, || {})?;
    let checked = plan_store::NewPlan {
        source_name: name,
        source: bytes,
        frozen: &plan,
        extraction: &extraction,
        imported_at: "",
        place: plan_store::Place::Last,
    }
    .checked();
    // The same check as on the way into a library: a figure whose place is wrong is not printed either.
    checked.map_err(|source| Error::SpanMismatch {
        subject: name.to_owned(),
        source: Box::new(source),
    })?;
    Ok(ExtractedDocument::new(&plan, extraction, lexicon))
}

/// One document's findings.
#[derive(Debug, Serialize)]
pub struct ExtractedDocument {
    doc: DocJson,
    targets: Vec<TargetJson>,
    tasks: Vec<TaskJson>,
    sections: Vec<SectionJson>,
    other_numbers: Vec<NumberJson>,
    notes: Vec<NoteJson>,
    extractor_version: u32,
    lexicon_version: String,
}

#[derive(Debug, Serialize)]
struct TargetJson {
    quote: String,
    start: u32,
    end: u32,
    value_quote: Option<String>,
    value_start: Option<u32>,
    value_end: Option<u32>,
    name: String,
    indicator: String,
    #[serde(rename = "type")]
    indicator_type: plan_model::IndicatorType,
    measure: plan_model::Measure,
    op: plan_model::Op,
    value: Option<Box<RawValue>>,
    value_max: Option<Box<RawValue>>,
    unit: Option<String>,
    year: Option<plan_model::Year>,
    year_from: Option<plan_model::Year>,
    relative_to: Option<String>,
    scope: Option<String>,
    firm: bool,
    section: String,
    responsible: Vec<String>,
    confidence: u8,
    needs_review: bool,
    fields: Vec<FieldConfidence>,
    rule: String,
}

#[derive(Debug, Serialize)]
struct SectionJson {
    path: String,
    number: String,
    title: String,
    kind: plan_model::SectionKind,
    depth: u8,
    start: u32,
    end: u32,
    heading_start: u32,
    heading_end: u32,
}

#[derive(Debug, Serialize)]
struct NumberJson {
    quote: String,
    start: u32,
    end: u32,
    class: plan_model::NumberClass,
}

#[derive(Debug, Serialize)]
struct NoteJson {
    code: plan_model::NoteCode,
    start: Option<u32>,
    end: Option<u32>,
    quote: Option<String>,
    detail: Option<String>,
}

/// One frozen text and its code points.
pub(crate) struct Places<'t> {
    text: &'t str,
    table: OffsetTable<'t>,
}

impl Places<'_> {
    pub(crate) fn at(&self, span: Span) -> Offsets {
        self.table.code_points(span)
    }

    pub(crate) fn words(&self, span: Span) -> String {
        span.of(self.text).unwrap_or_default().to_owned()
    }
}

impl ExtractedDocument {
    fn new(plan: &FrozenPlan, extraction: Extraction, lexicon: &Lexicon) -> Self {
        let places = Places {
            text: &plan.text,
            table: OffsetTable::new(&plan.text),
        };
        let notes = plan.notes.iter().chain(&extraction.notes);
        Self {
            notes: notes.map(|note| NoteJson::new(&places, note)).collect(),
            doc: DocJson {
                meta: extraction.meta,
                cited: extraction
                    .cited
                    .into_iter()
                    .map(|cited| CitedJson::new(&places, cited))
                    .collect(),
            },
            targets: extraction
                .targets
                .into_iter()
                .map(|target| TargetJson::new(&places, target))
                .collect(),
            tasks: extraction
                .tasks
                .into_iter()
                .map(|task| TaskJson::new(&places, lexicon, task))
                .collect(),
            sections: plan
                .sections
                .iter()
                .map(|section| SectionJson::new(&places, section))
                .collect(),
            other_numbers: extraction
                .other_numbers
                .into_iter()
                .map(|number| {
                    let Offsets { start, end } = places.at(number.span);
                    NumberJson {
                        quote: places.words(number.span),
                        start,
                        end,
                        class: number.class,
                    }
                })
                .collect(),
            extractor_version: extraction.extractor_version,
            lexicon_version: extraction.lexicon_version,
        }
    }
}

impl TargetJson {
    fn new(places: &Places<'_>, target: Target) -> Self {
        let place = places.at(target.quote);
        let needs_review = plan_extract::needs_review(&target);
        let value_place = target.value_span.map(|span| places.at(span));
        Self {
            quote: places.words(target.quote),
            start: place.start,
            end: place.end,
            value_quote: target.value_span.map(|span| places.words(span)),
            value_start: value_place.map(|place| place.start),
            value_end: value_place.map(|place| place.end),
            name: target.name,
            indicator: target.indicator,
            indicator_type: target.indicator_type,
            measure: target.measure,
            op: target.op,
            value: target.value.and_then(json_number),
            value_max: target.value_max.and_then(json_number),
            unit: target.unit,
            year: target.year,
            year_from: target.year_from,
            relative_to: target.relative_to,
            scope: target.scope,
            firm: target.firmness == Firmness::Firm,
            section: target.section,
            responsible: target.responsible,
            confidence: target.confidence,
            needs_review,
            fields: target.fields,
            rule: target.rule,
        }
    }
}

/// A decimal as a JSON number with the digits it has. A decimal's text is always a JSON number.
#[must_use]
pub fn json_number(value: Decimal) -> Option<Box<RawValue>> {
    RawValue::from_string(value.to_string()).ok()
}

impl SectionJson {
    fn new(places: &Places<'_>, section: &Section) -> Self {
        let (whole, heading) = (places.at(section.span), places.at(section.heading));
        Self {
            path: section.path.clone(),
            number: section.number.clone(),
            title: section.title.clone(),
            kind: section.kind,
            depth: section.depth,
            start: whole.start,
            end: whole.end,
            heading_start: heading.start,
            heading_end: heading.end,
        }
    }
}

impl NoteJson {
    fn new(places: &Places<'_>, note: &Note) -> Self {
        let place = note.span.map(|span| places.at(span));
        Self {
            code: note.code,
            start: place.map(|place| place.start),
            end: place.map(|place| place.end),
            quote: note.span.map(|span| places.words(span)),
            detail: note.detail.clone(),
        }
    }
}
