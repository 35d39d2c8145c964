//! Running jobs.

use crate::work::apart;
use plan_flow::wire::error::WireError;
use plan_flow::wire::job::JobId;
use tauri::{AppHandle, Runtime};

/// Asks a job to stop after the document at hand.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn job_cancel<R: Runtime>(app: AppHandle<R>, job: JobId) -> Result<(), WireError> {
    apart(app, move |_, shell| {
        shell.jobs.cancel(job);
        Ok(())
    })
    .await
}
