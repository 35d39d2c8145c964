//! Plans: list, corrections, tags, removal, versions, texts.

use crate::work::{apart, defect, quietly, with_host, with_library};
use plan_flow::reextract::{Reading, reextract};
use plan_flow::wire::change::ChangeAnswer;
use plan_flow::wire::error::WireError;
use plan_flow::wire::job::JobEvent;
use plan_flow::wire::library::PlanSummary;
use plan_flow::wire::plan::{PlanAnswer, PlanText, ReextractAnswer, RemovedPlan};
use plan_flow::wire::version::VersionAnswer;
use plan_flow::{library, plans, versions};
use plan_model::{PlanId, PlanMeta};
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime};

/// Every plan, in library order.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn plan_list<R: Runtime>(
    app: AppHandle<R>,
) -> Result<Vec<PlanSummary>, WireError> {
    with_library(app, library::plans).await
}

/// Corrects what a plan says about itself.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn plan_update<R: Runtime>(
    app: AppHandle<R>,
    plan: PlanId,
    meta: PlanMeta,
) -> Result<PlanAnswer, WireError> {
    with_host(app, move |library, host| {
        plans::update(library, host, plan, &meta)
    })
    .await
}

/// Gives plans tags and takes tags from them.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn plan_tag<R: Runtime>(
    app: AppHandle<R>,
    plans: Vec<PlanId>,
    add: Vec<String>,
    remove: Vec<String>,
) -> Result<ChangeAnswer, WireError> {
    with_host(app, move |library, host| {
        plans::tag(library, host, &plans, &add, &remove)
    })
    .await
}

/// Removes plans.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn plan_remove<R: Runtime>(
    app: AppHandle<R>,
    plans: Vec<PlanId>,
) -> Result<ChangeAnswer, WireError> {
    with_host(app, move |library, host| {
        plans::remove(library, host, &plans)
    })
    .await
}

/// Brings removed plans back.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn plan_restore<R: Runtime>(
    app: AppHandle<R>,
    plans: Vec<PlanId>,
) -> Result<ChangeAnswer, WireError> {
    with_host(app, move |library, host| {
        plans::restore(library, host, &plans)
    })
    .await
}

/// The plans that were removed and can be brought back.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn plan_removed<R: Runtime>(
    app: AppHandle<R>,
) -> Result<Vec<RemovedPlan>, WireError> {
    with_library(app, plans::removed).await
}

/// The earlier versions of a plan.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn plan_versions<R: Runtime>(
    app: AppHandle<R>,
    plan: PlanId,
) -> Result<Vec<PlanSummary>, WireError> {
    with_library(app, move |library| versions::versions(library, plan)).await
}

/// An earlier version of a plan, and how its targets differ from those of the plan as it is now.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn version_compare<R: Runtime>(
    app: AppHandle<R>,
    version: PlanId,
) -> Result<VersionAnswer, WireError> {
    with_library(app, move |library| versions::compare(library, version)).await
}

/// The text of a plan with everything marked in it.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn plan_text<R: Runtime>(
    app: AppHandle<R>,
    plan: PlanId,
) -> Result<PlanText, WireError> {
    with_library(app, move |library| plans::text(library, plan)).await
}

/// Opens the original file of a plan with the system's program for it.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn plan_open<R: Runtime>(
    app: AppHandle<R>,
    plan: PlanId,
) -> Result<(), WireError> {
    apart(app, move |_, shell| {
        let path = quietly(shell)
            .and_then(|library| plans::original(&library, &shell.host, plan))
            .map_err(|error| error.to_wire())?;
        tauri_plugin_opener::open_path(path, None::<&str>)
            .map_err(|error| defect(error.to_string()))
    })
    .await
}

/// Reads plans anew with the rules of this program: shown only, or applied.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn plan_reextract<R: Runtime>(
    app: AppHandle<R>,
    plans: Vec<PlanId>,
    apply: bool,
    events: Channel<JobEvent>,
) -> Result<ReextractAnswer, WireError> {
    apart(app, move |_, shell| {
        let reading = if apply {
            Reading::Applied
        } else {
            Reading::Shown
        };
        let library = quietly(shell).map_err(|error| error.to_wire())?;
        let send = |event| drop(events.send(event));
        let done = shell.jobs.run(send, |job| {
            reextract(&library, &shell.host, &plans, reading, job)
        });
        done.map_err(|error| error.to_wire())
    })
    .await
}
