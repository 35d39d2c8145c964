//! Plans: list and import.

use crate::dialog;
use crate::work::{apart, quietly, with_library};
use plan_flow::wire::error::WireError;
use plan_flow::wire::job::{JobEvent, JobSummary};
use plan_flow::wire::library::PlanSummary;
use plan_flow::{import, library};
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime};

/// Every plan, in library order.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn plan_list<R: Runtime>(
    app: AppHandle<R>,
) -> Result<Vec<PlanSummary>, WireError> {
    with_library(app, library::plans).await
}

/// Lets the analyst choose documents and imports them.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn plan_import<R: Runtime>(
    app: AppHandle<R>,
    events: Channel<JobEvent>,
) -> Result<JobSummary, WireError> {
    apart(app, move |app, shell| {
        let chosen = dialog::open(app);
        if chosen.is_empty() {
            return Ok(JobSummary::default());
        }
        let library = quietly(shell).map_err(|error| error.to_wire())?;
        let send = |event| drop(events.send(event));
        let done = shell.jobs.run(send, |job| {
            import::paths(&library, &shell.host, &chosen, job)
        });
        done.map_err(|error| error.to_wire())
    })
    .await
}
