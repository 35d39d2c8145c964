//! The context table.

use crate::dialog;
use crate::work::{apart, quietly, with_host, with_library};
use plan_flow::context;
use plan_flow::wire::change::ChangeAnswer;
use plan_flow::wire::context::{ContextAnswer, ContextDraft, ContextKey, ContextPreview};
use plan_flow::wire::error::WireError;
use plan_flow::wire::import::ImportSource;
use plan_model::ContextFigure;
use tauri::{AppHandle, Runtime};

/// Every figure.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn context_list<R: Runtime>(
    app: AppHandle<R>,
) -> Result<Vec<ContextFigure>, WireError> {
    with_library(app, context::list).await
}

/// Enters or corrects a figure.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn context_set<R: Runtime>(
    app: AppHandle<R>,
    draft: ContextDraft,
) -> Result<ContextAnswer, WireError> {
    with_host(app, move |library, host| {
        context::set(library, host, &draft)
    })
    .await
}

/// Takes figures out.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn context_remove<R: Runtime>(
    app: AppHandle<R>,
    keys: Vec<ContextKey>,
) -> Result<ChangeAnswer, WireError> {
    with_host(app, move |library, host| {
        context::remove(library, host, &keys)
    })
    .await
}

/// What is understood of pasted rows. Nothing is written.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn context_read<R: Runtime>(
    app: AppHandle<R>,
    text: String,
) -> Result<ContextPreview, WireError> {
    with_library(app, move |library| context::read_text(library, &text)).await
}

/// Lets the analyst choose a table, and says what is understood of it; nothing when the dialog was closed.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn context_choose<R: Runtime>(
    app: AppHandle<R>,
) -> Result<Option<ContextPreview>, WireError> {
    apart(app, move |app, shell| {
        let chosen = dialog::open(app, ImportSource::Files).into_iter().next();
        let Some(path) = chosen else {
            return Ok(None);
        };
        let read = quietly(shell).and_then(|library| context::read_file(&library, &path));
        read.map(Some).map_err(|error| error.to_wire())
    })
    .await
}

/// Writes the figures of a preview.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn context_import<R: Runtime>(
    app: AppHandle<R>,
    figures: Vec<ContextFigure>,
) -> Result<ChangeAnswer, WireError> {
    with_host(app, move |library, host| {
        context::import(library, host, &figures)
    })
    .await
}
