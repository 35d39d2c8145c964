//! Undo, redo and history.

use crate::work::with_library;
use plan_flow::wire::change::{
    ChangeAnswer, ChangePage, ChangeQuery, ChangeState, ChangeStep, HistoryStep,
};
use plan_flow::wire::error::WireError;
use plan_flow::{change, history};
use plan_model::{PlanId, TargetId};
use tauri::{AppHandle, Runtime};

/// What Undo and Redo would do just now.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn change_state<R: Runtime>(app: AppHandle<R>) -> Result<ChangeState, WireError> {
    with_library(app, change::state).await
}

/// Takes the newest step back.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn change_undo<R: Runtime>(app: AppHandle<R>) -> Result<ChangeAnswer, WireError> {
    with_library(app, change::undo).await
}

/// Does the step that was taken back last again.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn change_redo<R: Runtime>(app: AppHandle<R>) -> Result<ChangeAnswer, WireError> {
    with_library(app, change::redo).await
}

/// A page of the library's steps, newest first.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn change_list<R: Runtime>(
    app: AppHandle<R>,
    query: ChangeQuery,
) -> Result<ChangePage, WireError> {
    with_library(app, move |library| history::page(library, &query)).await
}

/// One step with everything it changed.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn change_get<R: Runtime>(
    app: AppHandle<R>,
    batch: i64,
    plan: Option<PlanId>,
) -> Result<ChangeStep, WireError> {
    with_library(app, move |library| history::step(library, batch, plan)).await
}

/// What happened to a target, oldest first.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn target_history<R: Runtime>(
    app: AppHandle<R>,
    target: TargetId,
) -> Result<Vec<HistoryStep>, WireError> {
    with_library(app, move |library| history::of_target(library, target)).await
}

/// What happened to a plan and its targets, oldest first.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn plan_history<R: Runtime>(
    app: AppHandle<R>,
    plan: PlanId,
) -> Result<Vec<HistoryStep>, WireError> {
    with_library(app, move |library| history::of_plan(library, plan)).await
}
