//! Reports: what is on screen, gathered with its sentences and written in one of the formats.

use crate::assumed::ground;
use crate::compare::{loaded, statements};
use crate::error::Error;
use crate::evidence::section_steps;
use crate::files;
use crate::host::Host;
use crate::library::{APP_VERSION, OpenLibrary};
use crate::sentence;
use crate::wire::report::{Language, ReportFormat, ReportRequest, UnitMode};
use plan_model::{Matrix, OffsetTable, PlanId, Section, TargetId};
use plan_report::{Format, ReportInput, ReportMention, ReportPlan};
use plan_store::{StoreError, View};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The bytes of a report.
pub fn build(
    library: &OpenLibrary,
    host: &dyn Host,
    request: &ReportRequest,
) -> Result<Vec<u8>, Error> {
    let loaded = loaded(library)?;
    let ground = ground(library, &request.choices)?;
    let (matrix, _) = plan_compare::compare_assuming(
        &loaded.plans,
        &request.filter,
        &ground.assuming(&request.choices),
        library.lexicon,
    );
    let (plans, mentions) = library.read(|view| gather(view, &matrix))?;
    let report = plan_report::build(
        &ReportInput {
            matrix: &matrix,
            filter: &request.filter,
            choices: &request.choices,
            plans: &plans,
            mentions: &mentions,
            language: request.language,
            units: match request.units {
                UnitMode::AsWritten => plan_report::UnitMode::AsWritten,
                UnitMode::Harmonised => plan_report::UnitMode::Harmonised,
            },
            today: host.today().to_string(),
            app_version: APP_VERSION.to_owned(),
            extractor_version: plan_extract::EXTRACTOR_VERSION,
            lexicon_version: library.lexicon.version().to_owned(),
        },
        library.lexicon,
    );
    Ok(plan_report::write(&report, format(request.format))?)
}

/// Writes a report to `path`: whole, or not at all.
pub fn save(
    library: &OpenLibrary,
    host: &dyn Host,
    request: &ReportRequest,
    path: &Path,
) -> Result<(), Error> {
    files::save(path, &build(library, host, request)?)
}

/// Writes a file whole, or not at all, making its folder when there is none.
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    files::save(path, bytes)
}

/// The file name to propose for a report made now.
pub fn file_name(host: &dyn Host, request: &ReportRequest) -> String {
    let title = match request.language {
        Language::ZhCn => "计划指标比较",
        Language::En => "plan-comparison",
    };
    format!(
        "{title}-{}.{}",
        host.today(),
        format(request.format).extension()
    )
}

/// The ending of a format's file names, without the dot.
#[must_use]
pub fn extension(format: ReportFormat) -> &'static str {
    self::format(format).extension()
}

fn format(format: ReportFormat) -> Format {
    match format {
        ReportFormat::Xlsx => Format::Xlsx,
        ReportFormat::Docx => Format::Docx,
        ReportFormat::Html => Format::Html,
        ReportFormat::Csv => Format::Csv,
        ReportFormat::Json => Format::Json,
    }
}

type Gathered = (Vec<ReportPlan>, BTreeMap<TargetId, ReportMention>);

/// The plans of the matrix and every mention it names, with sentences.
fn gather(view: &View<'_>, matrix: &Matrix) -> Result<Gathered, StoreError> {
    let named: BTreeSet<TargetId> = statements(matrix)
        .flat_map(|statement| statement.mentions.clone())
        .collect();
    let mut plans = Vec::new();
    let mut mentions = BTreeMap::new();
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
        plans.push(ReportPlan {
            plan: row.id,
            meta: row.meta,
            source_name: row.source_name,
            source_sha256: row.source_sha256,
            notes,
        });
        mentions_of(view, column.plan, &named, &mut mentions)?;
    }
    Ok((plans, mentions))
}

fn mentions_of(
    view: &View<'_>,
    plan: PlanId,
    named: &BTreeSet<TargetId>,
    mentions: &mut BTreeMap<TargetId, ReportMention>,
) -> Result<(), StoreError> {
    let text = view
        .plans()
        .text(plan)?
        .ok_or(StoreError::NoSuchPlan(plan))?;
    let sections: Vec<Section> = view
        .sections()
        .of(plan)?
        .into_iter()
        .map(|(section, _)| section)
        .collect();
    let offsets = OffsetTable::new(&text);
    for row in view.checked_targets(plan)? {
        if !named.contains(&row.id) {
            continue;
        }
        let place = row.target.quote;
        mentions.insert(
            row.id,
            ReportMention {
                plan,
                status: row.status,
                sentence: sentence::around(&text, place)
                    .of(&text)
                    .unwrap_or_default()
                    .to_owned(),
                quote: row.quote,
                value_text: row.value_quote,
                place: offsets.code_points(place),
                sections: section_steps(&sections, place),
                target: row.target,
            },
        );
    }
    Ok(())
}
