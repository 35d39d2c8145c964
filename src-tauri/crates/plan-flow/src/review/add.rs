//! A target that a person adds by selecting its words.

use super::correct::{apply, refused};
use super::item::get;
use crate::change::{BY_HAND, Step};
use crate::error::Error;
use crate::host::Host;
use crate::library::OpenLibrary;
use crate::wire::evidence::Mark;
use crate::wire::review::{FieldEdit, FieldProblem, TargetAnswer, TargetDraft};
use plan_extract::EXTRACTOR_VERSION;
use plan_extract::numerals::{Numeral, Shape, numerals};
use plan_lexicon::words::Words;
use plan_model::{
    BatchKind, EditField, FieldFault, Firmness, Measure, OffsetTable, Offsets, Op, PlanId,
    PlanMeta, Section, Span, Status, Target, TargetId,
};
use plan_store::{StoreError, TargetRow};

/// The rule of targets that no rule found.
pub(crate) const BY_HAND_RULE: &str = "by_hand";

/// The text of a plan and what a new target takes from around its place.
struct Scene {
    text: String,
    meta: PlanMeta,
    sections: Vec<Section>,
    /// Units of the other targets by section path.
    responsible: Vec<(String, Vec<String>)>,
}

impl Scene {
    fn new(library: &OpenLibrary, plan: PlanId) -> Result<Self, Error> {
        library.read(|view| {
            let missing = || StoreError::NoSuchPlan(plan);
            let sections = view.sections().of(plan)?;
            let targets = view.targets().of(plan)?;
            Ok(Self {
                text: view.plans().text(plan)?.ok_or_else(missing)?,
                meta: view.plans().get(plan)?.ok_or_else(missing)?.meta,
                sections: sections.into_iter().map(|(section, _)| section).collect(),
                responsible: targets
                    .into_iter()
                    .map(|row| (row.target.section, row.target.responsible))
                    .collect(),
            })
        })
    }

    fn span(&self, mark: Mark) -> Option<Span> {
        OffsetTable::new(&self.text).span_of_utf16(Offsets {
            start: mark.start,
            end: mark.end,
        })
    }

    /// Path of the innermost section around a place.
    fn section(&self, place: Span) -> String {
        self.sections
            .iter()
            .rev()
            .find(|section| section.span.contains(place))
            .map(|section| section.path.clone())
            .unwrap_or_default()
    }

    fn numeral(&self, place: Span) -> Option<Numeral> {
        let words = place.of(&self.text)?;
        numerals(words, Words::builtin())
            .into_iter()
            .find(|numeral| {
                numeral.value.is_some() && matches!(numeral.shape, Shape::Quantity | Shape::Bare)
            })
    }
}

/// What the program would put into the fields of a target with these words. The analyst corrects and adds it.
pub fn draft(library: &OpenLibrary, plan: PlanId, quote: Mark) -> Result<TargetDraft, Error> {
    let scene = Scene::new(library, plan)?;
    let lexicon = library.taught_lexicon()?;
    let place = scene
        .span(quote)
        .filter(|span| !span.is_empty())
        .ok_or_else(|| Error::NotFound("a place in the text".to_owned()))?;
    let words = place.of(&scene.text).unwrap_or_default();
    let numeral = scene.numeral(place);
    let before = numeral
        .as_ref()
        .and_then(|numeral| words.get(..numeral.span.from()))
        .unwrap_or(words);
    // The longest wording of the vocabulary in the selection, else the words before the number.
    let known = lexicon
        .wordings()
        .filter(|(wording, _)| words.contains(wording))
        .max_by_key(|(wording, _)| wording.len());
    let name = known.map_or_else(
        || {
            before
                .trim_matches(|ch: char| !ch.is_alphanumeric())
                .to_owned()
        },
        |(wording, _)| wording.to_owned(),
    );
    let indicator = known.map_or_else(|| name.clone(), |(_, indicator)| indicator.name.clone());
    let kind = lexicon
        .indicator(&indicator)
        .map_or_else(|| lexicon.type_by_head(&name), |known| known.indicator_type);
    let measure = lexicon
        .indicator(&indicator)
        .and_then(|known| known.measures.first().copied())
        .unwrap_or(Measure::Level);
    let table = OffsetTable::new(&scene.text);
    let value_mark = numeral.as_ref().map(|numeral| {
        let from = place.from();
        let units = table.utf16(Span::new(
            from + numeral.span.from(),
            from + numeral.span.to(),
        ));
        Mark {
            start: units.start,
            end: units.end,
        }
    });
    let text = |value: Option<plan_model::Decimal>| value.map(|value| value.to_string());
    let fields = [
        (EditField::Name, Some(name)),
        (EditField::Indicator, Some(indicator)),
        (EditField::Type, Some(kind.word().to_owned())),
        (EditField::Measure, Some(measure.word().to_owned())),
        (EditField::Op, Some(Op::Equal.word().to_owned())),
        (
            EditField::Value,
            text(numeral.as_ref().and_then(|numeral| numeral.value)),
        ),
        (
            EditField::ValueMax,
            text(numeral.as_ref().and_then(|numeral| numeral.value_max)),
        ),
        (EditField::Unit, numeral.and_then(|numeral| numeral.unit)),
        (
            EditField::Year,
            scene.meta.main_year().map(|year| year.to_string()),
        ),
        (EditField::YearFrom, None),
        (EditField::Scope, None),
        (EditField::Firmness, Some(Firmness::Firm.word().to_owned())),
        (EditField::Comment, None),
    ];
    Ok(TargetDraft {
        plan,
        quote,
        value_mark,
        fields: fields
            .into_iter()
            .map(|(field, value)| FieldEdit { field, value })
            .collect(),
    })
}

/// Adds a target. The quotation is what the text says at the place, whatever else was typed.
pub fn add(
    library: &OpenLibrary,
    host: &dyn Host,
    draft: &TargetDraft,
) -> Result<TargetAnswer, Error> {
    let scene = Scene::new(library, draft.plan)?;
    let lexicon = library.taught_lexicon()?;
    let no_place = || {
        vec![FieldProblem {
            field: None,
            fault: FieldFault::NoPlace,
        }]
    };
    let Some(place) = scene.span(draft.quote).filter(|span| !span.is_empty()) else {
        return refused(library, no_place());
    };
    let value_span = match draft.value_mark {
        None => scene.numeral(place).map(|numeral| {
            let from = place.from();
            Span::new(from + numeral.span.from(), from + numeral.span.to())
        }),
        Some(mark) => match scene.span(mark).filter(|span| !span.is_empty()) {
            None => return refused(library, no_place()),
            span => span,
        },
    };
    let section = scene.section(place);
    let responsible = scene
        .responsible
        .iter()
        .find(|(path, _)| *path == section)
        .map(|(_, units)| units.clone())
        .unwrap_or_default();
    let mut row = blank(draft.plan, place, value_span, section, responsible);
    let mut problems = apply(&mut row, &scene.text, &lexicon, &draft.fields);
    for (field, text) in [
        (EditField::Name, &row.target.name),
        (EditField::Indicator, &row.target.indicator),
    ] {
        if text.is_empty() && problems.is_empty() {
            problems.push(FieldProblem {
                field: Some(field),
                fault: FieldFault::Missing,
            });
        }
    }
    if !problems.is_empty() {
        return refused(library, problems);
    }
    let typed = |field| draft.fields.iter().any(|edit| edit.field == field);
    if !typed(EditField::Type) && lexicon.indicator(&row.target.indicator).is_none() {
        row.target.indicator_type = lexicon.type_by_head(&row.target.name);
    }
    let subject = row.target.indicator.clone();
    let step = Step::by_hand(BatchKind::TargetAdded, Some(&subject));
    let (id, change) = library.change(host, &step, |journal| {
        let version = (EXTRACTOR_VERSION, lexicon.version());
        let id = journal.add_target(
            draft.plan,
            &scene.text,
            &row.target,
            version,
            Status::Accepted,
            ("added", BY_HAND),
        )?;
        if row.comment.is_some() {
            let stored = journal.tables().targets().get(id)?;
            let mut stored = stored.ok_or(StoreError::NoSuchTarget(id))?;
            stored.comment.clone_from(&row.comment);
            journal.replace_target(&scene.text, &stored)?;
        }
        Ok(id)
    })?;
    Ok(TargetAnswer {
        problems: Vec::new(),
        item: Some(get(library, id)?),
        change,
    })
}

fn blank(
    plan: PlanId,
    place: Span,
    value_span: Option<Span>,
    section: String,
    responsible: Vec<String>,
) -> TargetRow {
    TargetRow {
        id: TargetId(0),
        plan,
        target: Target {
            quote: value_span.map_or(place, |value| place.join(value)),
            value_span,
            name: String::new(),
            indicator: String::new(),
            indicator_type: plan_model::IndicatorType::Economy,
            measure: Measure::Level,
            op: Op::Equal,
            value: None,
            value_max: None,
            unit: None,
            year: None,
            year_from: None,
            relative_to: None,
            scope: None,
            firmness: Firmness::Firm,
            section,
            responsible,
            confidence: 100,
            fields: Vec::new(),
            rule: BY_HAND_RULE.to_owned(),
        },
        quote: String::new(),
        value_quote: None,
        status: Status::Accepted,
        comment: None,
        extractor_version: EXTRACTOR_VERSION,
        lexicon_version: String::new(),
    }
}
