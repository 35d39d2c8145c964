//! Several libraries, backups, restoring, merging. Files are named by the system's dialogs alone.

use crate::dialog;
use crate::shell::Shell;
use crate::work::{apart, quietly, with_host, with_library};
use plan_flow::care;
use plan_flow::wire::care::{
    Backup, CareReport, HandOver, LibraryPulse, MergeAnswer, MergePreference, MergePreview,
    RecentLibrary, RestoreAnswer,
};
use plan_flow::wire::error::WireError;
use plan_flow::wire::job::JobEvent;
use plan_flow::wire::library::LibraryState;
use plan_flow::{Error, OpenLibrary, library};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime};

/// The libraries that were open before, the last one first.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn library_recent<R: Runtime>(
    app: AppHandle<R>,
) -> Result<Vec<RecentLibrary>, WireError> {
    apart(app, |_, shell| {
        Ok(care::recent(&shell.host, shell.open_path().as_deref()))
    })
    .await
}

/// Lets the analyst choose another library; `None` when the dialog was closed.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn library_choose<R: Runtime>(
    app: AppHandle<R>,
) -> Result<Option<LibraryState>, WireError> {
    apart(app, |app, shell| {
        let Some(path) = dialog::open_library(app) else {
            return Ok(None);
        };
        switch(shell, &path, library::open_existing).map(Some)
    })
    .await
}

/// Lets the analyst make a new library; `None` when the dialog was closed.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn library_create<R: Runtime>(
    app: AppHandle<R>,
) -> Result<Option<LibraryState>, WireError> {
    apart(app, |app, shell| {
        let Some(path) = dialog::save_library(app, "我的资料库.planlens") else {
            return Ok(None);
        };
        switch(shell, &path, library::create).map(Some)
    })
    .await
}

/// Opens a library that was open before.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn library_switch<R: Runtime>(
    app: AppHandle<R>,
    path: String,
) -> Result<LibraryState, WireError> {
    apart(app, move |_, shell| {
        let known = care::recent(&shell.host, None)
            .into_iter()
            .find(|recent| recent.path == path)
            .ok_or_else(|| Error::NotFound(path).to_wire())?;
        switch(shell, Path::new(&known.path), library::open_existing)
    })
    .await
}

/// Takes a library off the list of those that were open before.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn library_forget<R: Runtime>(
    app: AppHandle<R>,
    path: String,
) -> Result<(), WireError> {
    apart(app, move |_, shell| {
        care::forget(&shell.host, Path::new(&path)).map_err(|error| error.to_wire())
    })
    .await
}

/// Writes the library as one file to a place the analyst chooses; `None` when the dialog was closed.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn library_copy<R: Runtime>(
    app: AppHandle<R>,
    what: HandOver,
) -> Result<Option<String>, WireError> {
    apart(app, move |app, shell| {
        let library = quietly(shell).map_err(|error| error.to_wire())?;
        let name = library.path().file_name().unwrap_or_default();
        let Some(path) = dialog::save_library(app, &name.to_string_lossy()) else {
            return Ok(None);
        };
        care::hand_over(&library, &path, what).map_err(|error| error.to_wire())?;
        shell.wrote(&path);
        Ok(Some(path.display().to_string()))
    })
    .await
}

/// The care after the start: a backup when something changed, and the database's own check.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn library_care<R: Runtime>(app: AppHandle<R>) -> Result<CareReport, WireError> {
    with_host(app, |library, host| care::after_open(library, host)).await
}

/// Who else has the library open, and whether it changed.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn library_watch<R: Runtime>(
    app: AppHandle<R>,
) -> Result<LibraryPulse, WireError> {
    with_library(app, library::pulse).await
}

/// The backups of the library, newest first; also when the library itself cannot be opened.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn backup_list<R: Runtime>(app: AppHandle<R>) -> Result<Vec<Backup>, WireError> {
    apart(app, |_, shell| Ok(care::backups(&shell.library_path()))).await
}

/// Makes a backup now.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn backup_make<R: Runtime>(app: AppHandle<R>) -> Result<Backup, WireError> {
    with_host(app, |library, host| care::backup_now(library, host)).await
}

/// Puts a backup in the library's place, and opens it.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn backup_restore<R: Runtime>(
    app: AppHandle<R>,
    name: String,
) -> Result<RestoreAnswer, WireError> {
    apart(app, move |_, shell| {
        let path = shell.library_path();
        let kept_aside = shell
            .closed(|| care::restore(&path, &shell.host, &name))
            .map_err(|error| error.to_wire())?;
        let library = quietly(shell)
            .and_then(|library| library::state(&library))
            .map_err(|error| error.to_wire())?;
        Ok(RestoreAnswer {
            kept_aside: kept_aside.map(|path| path.display().to_string()),
            library,
        })
    })
    .await
}

/// Lets the analyst choose another library, and shows what merging it in would do; `None` when the dialog was
/// closed.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn merge_preview<R: Runtime>(
    app: AppHandle<R>,
) -> Result<Option<MergePreview>, WireError> {
    apart(app, |app, shell| {
        let Some(path) = dialog::open_library(app) else {
            return Ok(None);
        };
        shell.offered.offer(vec![path.clone()]);
        let preview = quietly(shell)
            .and_then(|library| care::merge_preview(&library, &shell.host, &path))
            .map_err(|error| error.to_wire())?;
        Ok(Some(preview))
    })
    .await
}

/// Merges the library of the preview in.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn merge_apply<R: Runtime>(
    app: AppHandle<R>,
    path: String,
    prefer: MergePreference,
    events: Channel<JobEvent>,
) -> Result<MergeAnswer, WireError> {
    apart(app, move |_, shell| {
        let path = shell.offered.place(&path)?;
        let library = quietly(shell).map_err(|error| error.to_wire())?;
        let send = |event| drop(events.send(event));
        let done = shell.jobs.run(send, |job| {
            care::merge(&library, &shell.host, &path, prefer, job)
        });
        done.map_err(|error| error.to_wire())
    })
    .await
}

/// Puts another library in the place of the open one.
fn switch(
    shell: &Shell,
    path: &Path,
    open: fn(&Path, &dyn plan_flow::Host) -> Result<OpenLibrary, Error>,
) -> Result<LibraryState, WireError> {
    let opened = open(path, &shell.host).map_err(|error| error.to_wire())?;
    let state = library::state(&opened).map_err(|error| error.to_wire())?;
    shell.put(Arc::new(opened), PathBuf::from(path));
    Ok(state)
}
