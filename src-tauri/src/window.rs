//! The builder: plugins, state, commands, and the one window, which never leaves the program's own page.

use crate::command::{
    care, change, chart, context, evidence, import, job, library, matrix, plan, report, review,
    view,
};
use crate::shell::Shell;
use plan_flow::host::{APP_IDENTIFIER, DATA_DIR_VARIABLE};
use plan_flow::pdf_library::{self, PDF_LIBRARY_VARIABLE};
use plan_flow::{PdfProcess, SystemHost};
use std::path::PathBuf;
use tauri::webview::NewWindowResponse;
use tauri::{App, Manager, Runtime, Url, WebviewWindowBuilder, WindowEvent};

/// Opens the window and returns when it is closed.
pub(crate) fn run() -> tauri::Result<()> {
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(tauri::generate_handler![
            library::library_open,
            plan::plan_list,
            plan::plan_update,
            plan::plan_tag,
            plan::plan_remove,
            plan::plan_restore,
            plan::plan_removed,
            plan::plan_versions,
            plan::version_compare,
            plan::plan_text,
            plan::plan_open,
            plan::plan_reextract,
            care::library_recent,
            care::library_choose,
            care::library_create,
            care::library_switch,
            care::library_forget,
            care::library_copy,
            care::library_care,
            care::library_watch,
            care::backup_list,
            care::backup_make,
            care::backup_restore,
            care::merge_preview,
            care::merge_apply,
            review::review_list,
            review::target_get,
            review::target_check,
            review::target_update,
            review::target_decide,
            review::target_draft,
            review::target_add,
            review::indicator_list,
            review::indicator_preview,
            review::indicator_rename,
            review::synonym_list,
            review::synonym_preview,
            review::synonym_add,
            review::synonym_remove,
            review::removal_preview,
            import::import_watch,
            import::import_choose,
            import::import_propose,
            import::import_map,
            import::import_apply,
            change::change_state,
            change::change_undo,
            change::change_redo,
            change::change_list,
            change::change_get,
            change::target_history,
            change::plan_history,
            matrix::overview_build,
            matrix::matrix_build,
            matrix::matrix_follow,
            matrix::matrix_cells,
            matrix::matrix_row,
            matrix::matrix_order,
            matrix::matrix_find,
            matrix::matrix_edge,
            matrix::matrix_text,
            chart::chart_build,
            chart::chart_export,
            matrix::conversion_offer,
            matrix::chain_build,
            context::context_list,
            context::context_set,
            context::context_remove,
            context::context_read,
            context::context_choose,
            context::context_import,
            evidence::evidence_get,
            report::report_export,
            report::report_reveal,
            job::job_cancel,
            view::view_get,
            view::view_set,
            view::view_list,
            view::view_save,
            view::view_rename,
            view::view_remove,
            view::view_share,
            view::view_receive,
        ])
        .on_window_event(|window, event| {
            if let WindowEvent::DragDrop(event) = event {
                window.state::<Shell>().offered.dragged(event);
            }
        })
        .setup(|app| {
            let host = SystemHost::new(data_dir(app)?).with_pdf(pdf(app));
            app.manage(Shell::new(host));
            open(app)?;
            Ok(())
        })
        .run(tauri::generate_context!())
}

/// The folder for the program's data: the one the command line uses too.
fn data_dir<R: Runtime>(app: &App<R>) -> tauri::Result<PathBuf> {
    match std::env::var_os(DATA_DIR_VARIABLE).filter(|value| !value.is_empty()) {
        Some(folder) => Ok(PathBuf::from(folder)),
        None => Ok(app.path().data_dir()?.join(APP_IDENTIFIER)),
    }
}

/// How PDF is read: by this program once more, with the library that was named, else the one that lies with it.
fn pdf<R: Runtime>(app: &App<R>) -> Option<PdfProcess> {
    let named = std::env::var_os(PDF_LIBRARY_VARIABLE).filter(|value| !value.is_empty());
    let program = std::env::current_exe().ok()?;
    // Packages put it among the resources; a program just built has it beside itself.
    let packed = app
        .path()
        .resource_dir()
        .ok()
        .map(|folder| folder.join("program"));
    let library = pdf_library::find(named.map(PathBuf::from), Some(&program))
        .or_else(|| pdf_library::find(None, packed.as_deref()));
    Some(PdfProcess::new(program, library?))
}

fn open<R: Runtime>(app: &App<R>) -> tauri::Result<()> {
    for config in &app.config().app.windows {
        WebviewWindowBuilder::from_config(app, config)?
            .on_navigation(is_own_page)
            .on_new_window(|_, _| NewWindowResponse::Deny)
            .build()?;
    }
    Ok(())
}

/// Documents are hostile until proven harmless: no link, form or script of theirs may lead the window elsewhere.
fn is_own_page(url: &Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stays_on_its_own_page() {
        let own = |text: &str| is_own_page(&text.parse().unwrap());
        assert!(own("tauri://localhost/index.html"));
        assert!(own("http://tauri.localhost/"));
        assert!(!own("https://example.org/"));
        assert!(!own("http://tauri.localhost.example.org/"));
        assert!(!own("file:///etc/passwd"));
        assert!(!own("data:text/html,x"));
        assert!(!own("javascript:alert(1)"));
    }
}
