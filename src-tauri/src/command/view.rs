//! The state of the view, kept over a restart.

use crate::work::with_library;
use plan_flow::view;
use plan_flow::wire::error::WireError;
use tauri::{AppHandle, Runtime};

/// The state as last kept.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn view_get<R: Runtime>(app: AppHandle<R>) -> Result<Option<String>, WireError> {
    with_library(app, view::get).await
}

/// Keeps the state.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn view_set<R: Runtime>(
    app: AppHandle<R>,
    state: String,
) -> Result<(), WireError> {
    with_library(app, move |library| view::set(library, &state)).await
}
