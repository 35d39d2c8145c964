//! The comparison and the overview.

use crate::work::with_library;
use plan_flow::compare;
use plan_flow::wire::error::WireError;
use plan_flow::wire::library::MatrixAnswer;
use plan_model::{Choices, Filter, Overview};
use tauri::{AppHandle, Runtime};

/// The plans side by side.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn overview_build<R: Runtime>(
    app: AppHandle<R>,
    filter: Filter,
) -> Result<Overview, WireError> {
    with_library(app, move |library| compare::overview(library, &filter)).await
}

/// The matrix with the facet counts of the same question.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn matrix_build<R: Runtime>(
    app: AppHandle<R>,
    filter: Filter,
    choices: Choices,
) -> Result<MatrixAnswer, WireError> {
    with_library(app, move |library| {
        compare::matrix(library, &filter, &choices)
    })
    .await
}
