//! Importing in two steps. The page names no file by itself: it can only give back what a dialog or a drop brought.

use crate::dialog;
use crate::work::{apart, quietly};
use plan_flow::import;
use plan_flow::wire::error::WireError;
use plan_flow::wire::import::{DropEvent, ImportAnswer, ImportItem, ImportProposal, ImportSource};
use plan_flow::wire::job::JobEvent;
use plan_model::SheetMapping;
use tauri::ipc::Channel;
use tauri::{AppHandle, Runtime};

/// Tells the page what is held over the window and what is let go there, until the page goes away.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn import_watch<R: Runtime>(
    app: AppHandle<R>,
    drops: Channel<DropEvent>,
) -> Result<(), WireError> {
    apart(app, move |_, shell| {
        shell.offered.watch(drops);
        Ok(())
    })
    .await
}

/// Lets the analyst choose files or folders; empty when the dialog was closed.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn import_choose<R: Runtime>(
    app: AppHandle<R>,
    source: ImportSource,
) -> Result<Vec<String>, WireError> {
    apart(app, move |app, shell| {
        Ok(shell.offered.offer(dialog::open(app, source)))
    })
    .await
}

/// Looks at what was chosen or dropped. Nothing is written.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn import_propose<R: Runtime>(
    app: AppHandle<R>,
    paths: Vec<String>,
    events: Channel<JobEvent>,
) -> Result<Vec<ImportProposal>, WireError> {
    apart(app, move |_, shell| {
        let places = paths
            .iter()
            .map(|path| shell.offered.place(path))
            .collect::<Result<Vec<_>, _>>()?;
        let library = quietly(shell).map_err(|error| error.to_wire())?;
        let send = |event| drop(events.send(event));
        let proposed = shell.jobs.run(send, |job| {
            import::propose(&library, &shell.host, &places, job)
        });
        let (found, proposals): (Vec<_>, Vec<_>) = proposed
            .map_err(|error| error.to_wire())?
            .into_iter()
            .unzip();
        shell.offered.offer(found);
        Ok(proposals)
    })
    .await
}

/// Looks again at a workbook whose sheets the analyst mapped. Nothing is written.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn import_map<R: Runtime>(
    app: AppHandle<R>,
    path: String,
    sheets: Vec<SheetMapping>,
) -> Result<ImportProposal, WireError> {
    apart(app, move |_, shell| {
        let place = shell.offered.place(&path)?;
        let library = quietly(shell).map_err(|error| error.to_wire())?;
        import::propose_mapped(&library, &shell.host, &place, &sheets)
            .map_err(|error| error.to_wire())
    })
    .await
}

/// Imports what was proposed, as the analyst decided.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn import_apply<R: Runtime>(
    app: AppHandle<R>,
    items: Vec<ImportItem>,
    events: Channel<JobEvent>,
) -> Result<ImportAnswer, WireError> {
    apart(app, move |_, shell| {
        let items = items
            .into_iter()
            .map(|item| Ok((shell.offered.place(&item.path)?, item)))
            .collect::<Result<Vec<_>, WireError>>()?;
        let library = quietly(shell).map_err(|error| error.to_wire())?;
        let send = |event| drop(events.send(event));
        let done = shell
            .jobs
            .run(send, |job| import::apply(&library, &shell.host, items, job));
        done.map_err(|error| error.to_wire())
    })
    .await
}
