//! Reports: written where the analyst says, shown in the system's file browser afterwards.

use crate::dialog;
use crate::work::{apart, defect, quietly};
use plan_flow::report;
use plan_flow::wire::error::WireError;
use plan_flow::wire::report::{ReportOutcome, ReportRequest};
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Runtime};

/// Writes what is on screen to a file the analyst names.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn report_export<R: Runtime>(
    app: AppHandle<R>,
    request: ReportRequest,
) -> Result<ReportOutcome, WireError> {
    apart(app, move |app, shell| {
        let proposed = report::file_name(&shell.host, &request);
        let Some(path) = dialog::save(app, request.format, request.language, &proposed) else {
            return Ok(ReportOutcome { path: None });
        };
        let written =
            quietly(shell).and_then(|library| report::save(&library, &shell.host, &request, &path));
        written.map_err(|error| error.to_wire())?;
        shell.wrote(&path);
        Ok(ReportOutcome {
            path: Some(path.display().to_string()),
        })
    })
    .await
}

/// Shows a report that was written in this run.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn report_reveal<R: Runtime>(
    app: AppHandle<R>,
    path: PathBuf,
) -> Result<(), WireError> {
    apart(app, move |_, shell| {
        shell.must_have_written(&path)?;
        reveal(&path).map_err(|error| defect(error.to_string()))
    })
    .await
}

/// The file marked in its folder; where the desktop cannot mark, just the folder.
fn reveal(path: &Path) -> Result<(), tauri_plugin_opener::Error> {
    tauri_plugin_opener::reveal_item_in_dir(path).or_else(|error| match path.parent() {
        Some(folder) => tauri_plugin_opener::open_path(folder, None::<&str>),
        None => Err(error),
    })
}
