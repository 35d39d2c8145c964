//! The state of the view, kept over a restart; views with a name, kept in the library and shared as files.

use crate::dialog;
use crate::work::{apart, quietly, with_host, with_library};
use plan_flow::view;
use plan_flow::wire::error::WireError;
use plan_flow::wire::view::{NamedView, SharedView};
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

/// Every view with a name.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn view_list<R: Runtime>(app: AppHandle<R>) -> Result<Vec<NamedView>, WireError> {
    with_library(app, view::list).await
}

/// Keeps a state under a name.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn view_save<R: Runtime>(
    app: AppHandle<R>,
    name: String,
    state: String,
) -> Result<NamedView, WireError> {
    with_host(app, move |library, host| {
        view::save(library, host, &name, &state)
    })
    .await
}

/// Gives a view another name.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn view_rename<R: Runtime>(
    app: AppHandle<R>,
    from: String,
    to: String,
) -> Result<(), WireError> {
    with_library(app, move |library| view::rename(library, &from, &to)).await
}

/// Takes a view away.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn view_remove<R: Runtime>(
    app: AppHandle<R>,
    name: String,
) -> Result<NamedView, WireError> {
    with_library(app, move |library| view::remove(library, &name)).await
}

/// Writes a view to a file the analyst names; `None` when the dialog was closed.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn view_share<R: Runtime>(
    app: AppHandle<R>,
    name: String,
) -> Result<Option<String>, WireError> {
    apart(app, move |app, shell| {
        let Some(path) = dialog::save_view(app, &name) else {
            return Ok(None);
        };
        quietly(shell)
            .and_then(|library| view::share(&library, &name, &path))
            .map_err(|error| error.to_wire())?;
        shell.wrote(&path);
        Ok(Some(path.display().to_string()))
    })
    .await
}

/// Reads a shared view that the analyst chooses; `None` when the dialog was closed.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn view_receive<R: Runtime>(
    app: AppHandle<R>,
) -> Result<Option<SharedView>, WireError> {
    apart(app, |app, shell| {
        let Some(path) = dialog::open_view(app) else {
            return Ok(None);
        };
        quietly(shell)
            .and_then(|library| view::receive(&library, &path))
            .map(Some)
            .map_err(|error| error.to_wire())
    })
    .await
}
