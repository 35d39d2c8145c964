//! The review of targets.

use crate::work::{with_host, with_library};
use plan_flow::review;
use plan_flow::wire::change::ChangeAnswer;
use plan_flow::wire::error::WireError;
use plan_flow::wire::evidence::Mark;
use plan_flow::wire::review::{
    FieldEdit, FieldProblem, IndicatorName, RenameItem, RenamePreview, RenameRequest, ReviewItem,
    ReviewPage, ReviewQuery, Synonym, TargetAnswer, TargetDraft, TaughtSynonym,
};
use plan_model::{Decision, PlanId, TargetId};
use tauri::{AppHandle, Runtime};

/// A page of the queue.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn review_list<R: Runtime>(
    app: AppHandle<R>,
    query: ReviewQuery,
) -> Result<ReviewPage, WireError> {
    with_library(app, move |library| review::list(library, &query)).await
}

/// One target.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn target_get<R: Runtime>(
    app: AppHandle<R>,
    target: TargetId,
) -> Result<ReviewItem, WireError> {
    with_library(app, move |library| review::get(library, target)).await
}

/// What would stand in the way of a correction.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn target_check<R: Runtime>(
    app: AppHandle<R>,
    target: TargetId,
    edits: Vec<FieldEdit>,
) -> Result<Vec<FieldProblem>, WireError> {
    with_library(app, move |library| review::check(library, target, &edits)).await
}

/// Corrects a target.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn target_update<R: Runtime>(
    app: AppHandle<R>,
    target: TargetId,
    edits: Vec<FieldEdit>,
) -> Result<TargetAnswer, WireError> {
    with_host(app, move |library, host| {
        review::update(library, host, target, &edits)
    })
    .await
}

/// Accepts, rejects or reopens the targets given.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn target_decide<R: Runtime>(
    app: AppHandle<R>,
    targets: Vec<TargetId>,
    decision: Decision,
) -> Result<ChangeAnswer, WireError> {
    with_host(app, move |library, host| {
        review::decide(library, host, &targets, decision)
    })
    .await
}

/// What the program would put into the fields of a target with these words.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn target_draft<R: Runtime>(
    app: AppHandle<R>,
    plan: PlanId,
    quote: Mark,
) -> Result<TargetDraft, WireError> {
    with_library(app, move |library| review::draft(library, plan, quote)).await
}

/// Adds a target.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn target_add<R: Runtime>(
    app: AppHandle<R>,
    draft: TargetDraft,
) -> Result<TargetAnswer, WireError> {
    with_host(app, move |library, host| review::add(library, host, &draft)).await
}

/// Every name an indicator can have.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn indicator_list<R: Runtime>(
    app: AppHandle<R>,
) -> Result<Vec<IndicatorName>, WireError> {
    with_library(app, review::indicators).await
}

/// What a renaming would do.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn indicator_preview<R: Runtime>(
    app: AppHandle<R>,
    request: RenameRequest,
) -> Result<RenamePreview, WireError> {
    with_library(app, move |library| review::preview(library, &request)).await
}

/// Renames the indicator of the targets given.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn indicator_rename<R: Runtime>(
    app: AppHandle<R>,
    to: String,
    targets: Vec<TargetId>,
) -> Result<ChangeAnswer, WireError> {
    with_host(app, move |library, host| {
        review::rename(library, host, &to, &targets)
    })
    .await
}

/// Every wording the analyst taught.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn synonym_list<R: Runtime>(
    app: AppHandle<R>,
) -> Result<Vec<TaughtSynonym>, WireError> {
    with_library(app, review::synonyms).await
}

/// What teaching a wording would do.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn synonym_preview<R: Runtime>(
    app: AppHandle<R>,
    synonym: Synonym,
) -> Result<RenamePreview, WireError> {
    with_library(app, move |library| {
        review::synonym_preview(library, &synonym)
    })
    .await
}

/// Teaches a wording.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn synonym_add<R: Runtime>(
    app: AppHandle<R>,
    synonym: Synonym,
) -> Result<ChangeAnswer, WireError> {
    with_host(app, move |library, host| {
        review::synonym_add(library, host, &synonym)
    })
    .await
}

/// Forgets a wording.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn synonym_remove<R: Runtime>(
    app: AppHandle<R>,
    wording: String,
) -> Result<ChangeAnswer, WireError> {
    with_host(app, move |library, host| {
        review::synonym_remove(library, host, &wording)
    })
    .await
}

/// What forgetting a wording would do.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn removal_preview<R: Runtime>(
    app: AppHandle<R>,
    wording: String,
) -> Result<Vec<RenameItem>, WireError> {
    with_library(app, move |library| {
        review::removal_preview(library, &wording)
    })
    .await
}
