//! Charts of what is on screen: for the page, and as files.

pub(crate) mod png;

use crate::compare;
use crate::error::Error;
use crate::files;
use crate::host::Host;
use crate::library::OpenLibrary;
use crate::matrix_window;
use crate::wire::chart::{ChartAnswer, ChartExport, ChartFormat, ChartRequest};
use plan_chart::{ChartChoice, ChartKind, ChartQuestion, ChartSpec, Frame, Palette, Stand};
use plan_model::{Choices, Filter};
use plan_words::{Language, Phrases};
use std::path::Path;

/// The chart for the page.
pub fn build(library: &OpenLibrary, request: &ChartRequest) -> Result<ChartAnswer, Error> {
    let spec = spec(
        library,
        &request.filter,
        &request.choices,
        &request.choice,
        request.language,
    )?;
    let scene = plan_chart::layout(&spec, request.width, Frame::Page);
    Ok(ChartAnswer { spec, scene })
}

/// What the chart says.
pub fn spec(
    library: &OpenLibrary,
    filter: &Filter,
    choices: &Choices,
    choice: &ChartChoice,
    language: Language,
) -> Result<ChartSpec, Error> {
    let overview = match choice.kind {
        ChartKind::Timeline => Some(compare::overview(library, filter, choices)?),
        _ => None,
    };
    let phrases = Phrases::new(language, library.lexicon);
    matrix_window::with_matrix(library, filter, choices, |matrix, stand| {
        let question = ChartQuestion {
            matrix,
            overview: overview.as_ref(),
            filter,
            choices,
            choice,
            stand: Stand(stand),
        };
        plan_chart::build(&question, &phrases)
    })
}

/// The bytes of a chart's file.
pub fn file(library: &OpenLibrary, export: &ChartExport) -> Result<Vec<u8>, Error> {
    let spec = spec(
        library,
        &export.filter,
        &export.choices,
        &export.choice,
        export.language,
    )?;
    let drawn = || {
        let scene = plan_chart::layout(&spec, export.width, Frame::Picture);
        plan_chart::svg(&scene, Palette)
    };
    match export.format {
        ChartFormat::Csv => Ok(plan_chart::csv(&spec)),
        ChartFormat::Svg => Ok(drawn().into_bytes()),
        ChartFormat::Png => png::png(&drawn(), png::SCREEN),
    }
}

/// Writes a chart to `path`: whole, or not at all.
pub fn save(library: &OpenLibrary, export: &ChartExport, path: &Path) -> Result<(), Error> {
    files::save(path, &file(library, export)?)
}

/// The file name to propose for a chart made now: what it shows, and the day.
pub fn file_name(host: &dyn Host, export: &ChartExport) -> String {
    let either = |zh: &'static str, en: &'static str| match export.language {
        Language::ZhCn => zh,
        Language::En => en,
    };
    let subject = match (export.choice.kind, export.choice.indicators.as_slice()) {
        (ChartKind::Heat, _) => either("目标类型分布", "targets-by-type"),
        (ChartKind::Timeline, _) => either("目标年份", "goal-years"),
        (ChartKind::Composition, _) => either("目标构成", "targets-by-measure"),
        (_, [only]) => only,
        _ => either("指标图", "indicators"),
    };
    // Names of indicators come from documents; what no file system takes is left out.
    let forbidden = |ch: char| ch.is_control() || r#"/\:*?"<>|"#.contains(ch);
    let subject: String = subject
        .chars()
        .filter(|ch| !forbidden(*ch))
        .take(40)
        .collect();
    format!(
        "{}-{}.{}",
        subject.trim(),
        host.today(),
        export.format.extension()
    )
}
