//! The library.

use crate::work::apart;
use plan_flow::library;
use plan_flow::wire::error::WireError;
use plan_flow::wire::job::JobEvent;
use plan_flow::wire::library::LibraryState;
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime};

/// Opens the library; the first time, fills it from the plans that come with the program.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn library_open<R: Runtime>(
    app: AppHandle<R>,
    events: Channel<JobEvent>,
) -> Result<LibraryState, WireError> {
    apart(app, move |_, shell| {
        let send = |event| drop(events.send(event));
        let opened = shell.jobs.run(send, |job| shell.library(job));
        opened
            .and_then(|library| library::state(&library))
            .map_err(|error| error.to_wire())
    })
    .await
}
