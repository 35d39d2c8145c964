//! The evidence behind a cell.

use crate::work::with_library;
use plan_flow::evidence;
use plan_flow::wire::error::WireError;
use plan_flow::wire::evidence::{Evidence, EvidenceQuery};
use plan_model::Choices;
use tauri::{AppHandle, Runtime};

/// Each mention in its sentence, and what it may be compared with.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn evidence_get<R: Runtime>(
    app: AppHandle<R>,
    query: EvidenceQuery,
    choices: Choices,
) -> Result<Evidence, WireError> {
    with_library(app, move |library| {
        evidence::evidence(library, &query, &choices)
    })
    .await
}
