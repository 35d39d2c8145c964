//! Charts: for the page, and written where the analyst says.

use crate::dialog;
use crate::work::{apart, quietly, with_library};
use plan_flow::chart;
use plan_flow::wire::chart::{ChartAnswer, ChartExport, ChartRequest};
use plan_flow::wire::error::WireError;
use plan_flow::wire::report::ReportOutcome;
use tauri::{AppHandle, Runtime};

/// The chart for the page.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn chart_build<R: Runtime>(
    app: AppHandle<R>,
    request: ChartRequest,
) -> Result<ChartAnswer, WireError> {
    with_library(app, move |library| chart::build(library, &request)).await
}

/// Writes a chart to a file the analyst names.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn chart_export<R: Runtime>(
    app: AppHandle<R>,
    export: ChartExport,
) -> Result<ReportOutcome, WireError> {
    apart(app, move |app, shell| {
        let proposed = chart::file_name(&shell.host, &export);
        let Some(path) = dialog::save_chart(app, export.format, export.language, &proposed) else {
            return Ok(ReportOutcome { path: None });
        };
        quietly(shell)
            .and_then(|library| chart::save(&library, &export, &path))
            .map_err(|error| error.to_wire())?;
        shell.wrote(&path);
        Ok(ReportOutcome {
            path: Some(path.display().to_string()),
        })
    })
    .await
}
