//! Runs use cases on threads made for blocking, so that the window never waits, and turns whatever goes wrong
//! there into an error the page can show.

use crate::shell::Shell;
use plan_flow::wire::error::{ErrorCode, WireError};
use plan_flow::{Error, OpenLibrary, SystemHost};
use tauri::{AppHandle, Manager, Runtime};

/// Does `work` away from the window's thread.
pub(crate) async fn apart<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    work: impl FnOnce(&AppHandle<R>, &Shell) -> Result<T, WireError> + Send + 'static,
) -> Result<T, WireError> {
    let done =
        tauri::async_runtime::spawn_blocking(move || work(&app, &app.state::<Shell>())).await;
    done.unwrap_or_else(|panic| Err(defect(panic.to_string())))
}

/// Does `work` with the library, away from the window's thread.
pub(crate) async fn with_library<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    work: impl FnOnce(&OpenLibrary) -> Result<T, Error> + Send + 'static,
) -> Result<T, WireError> {
    apart(app, |_, shell| {
        quietly(shell)
            .and_then(|library| work(&library))
            .map_err(|error| error.to_wire())
    })
    .await
}

/// Does `work` with the library and the clock, away from the window's thread.
pub(crate) async fn with_host<R: Runtime, T: Send + 'static>(
    app: AppHandle<R>,
    work: impl FnOnce(&OpenLibrary, &SystemHost) -> Result<T, Error> + Send + 'static,
) -> Result<T, WireError> {
    apart(app, |_, shell| {
        quietly(shell)
            .and_then(|library| work(&library, &shell.host))
            .map_err(|error| error.to_wire())
    })
    .await
}

/// The library for those who report no progress.
pub(crate) fn quietly(shell: &Shell) -> Result<std::sync::Arc<OpenLibrary>, Error> {
    shell.jobs.run(drop, |job| shell.library(job))
}

/// A defect of the program, as the page shows it.
pub(crate) fn defect(message: String) -> WireError {
    WireError {
        code: ErrorCode::Internal,
        message,
        subject: None,
        causes: Vec::new(),
    }
}
