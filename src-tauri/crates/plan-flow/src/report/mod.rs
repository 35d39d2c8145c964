//! Reports: what is on screen, gathered with its sentences and written in one of the formats.

mod accuracy;
mod gather;
mod pdf;
mod pictures;

use crate::error::Error;
use crate::files;
use crate::host::Host;
use crate::library::{APP_VERSION, OpenLibrary};
use crate::matrix_window;
use crate::wire::report::{Language, ReportFormat, ReportRequest, UnitMode};
use plan_chart::Stand;
use plan_model::Matrix;
use plan_report::{Chapter, Format, Report, ReportInput};
use std::path::Path;

/// The bytes of a report.
pub fn build(
    library: &OpenLibrary,
    host: &dyn Host,
    request: &ReportRequest,
) -> Result<Vec<u8>, Error> {
    let report = model(library, host, request)?;
    match format(request.format) {
        Some(format) => Ok(plan_report::write(&report, format)?),
        None => pdf::write(&report),
    }
}

/// The report as every writer sees it.
pub fn model(
    library: &OpenLibrary,
    host: &dyn Host,
    request: &ReportRequest,
) -> Result<Report, Error> {
    matrix_window::with_matrix(
        library,
        &request.filter,
        &request.choices,
        |matrix, stand| worded(library, host, request, matrix, Stand(stand)),
    )?
}

fn worded(
    library: &OpenLibrary,
    host: &dyn Host,
    request: &ReportRequest,
    matrix: &Matrix,
    stand: Stand<'_>,
) -> Result<Report, Error> {
    let gathered = library.read(|view| gather::gather(view, matrix, &request.chapters))?;
    let charts = if request.chapters.contains(&Chapter::Charts) {
        pictures::pictures(library, matrix, request, stand)?
    } else {
        Vec::new()
    };
    Ok(plan_report::build(
        &ReportInput {
            matrix,
            filter: &request.filter,
            choices: &request.choices,
            plans: &gathered.plans,
            mentions: &gathered.mentions,
            tasks: &gathered.tasks,
            charts: &charts,
            chapters: &request.chapters,
            template: request.template,
            language: request.language,
            units: match request.units {
                UnitMode::AsWritten => plan_report::UnitMode::AsWritten,
                UnitMode::Harmonised => plan_report::UnitMode::Harmonised,
            },
            today: host.today().to_string(),
            accuracy: accuracy::measured(),
            app_version: APP_VERSION.to_owned(),
            extractor_version: plan_extract::EXTRACTOR_VERSION,
            lexicon_version: library.lexicon.version().to_owned(),
        },
        library.lexicon,
    ))
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
    format!("{title}-{}.{}", host.today(), extension(request.format))
}

/// The ending of a format's file names, without the dot.
#[must_use]
pub fn extension(format: ReportFormat) -> &'static str {
    self::format(format).map_or("pdf", Format::extension)
}

/// The format among those that the model's own crate writes; `None` for PDF, which is typeset.
fn format(format: ReportFormat) -> Option<Format> {
    match format {
        ReportFormat::Xlsx => Some(Format::Xlsx),
        ReportFormat::Docx => Some(Format::Docx),
        ReportFormat::Pdf => None,
        ReportFormat::Html => Some(Format::Html),
        ReportFormat::Csv => Some(Format::Csv),
        ReportFormat::Json => Some(Format::Json),
    }
}
