//! The system's dialogs, opened here and never by the page: a path comes from the analyst's own choice. Two
//! environment variables stand in for the choice where nobody can click: PLANLENS_SAVE_TO and PLANLENS_OPEN_FROM.

use plan_flow::view::VIEW_EXTENSION;
use plan_flow::wire::chart::ChartFormat;
use plan_flow::wire::import::ImportSource;
use plan_flow::wire::report::{Language, ReportFormat};
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// A file to write, or a folder for files of the proposed names.
const SAVE_TO: &str = "PLANLENS_SAVE_TO";
/// Ending of library files.
const LIBRARY_EXTENSION: &str = "planlens";
/// Documents to import, or a library or view to open, in the form of the system's search path.
const OPEN_FROM: &str = "PLANLENS_OPEN_FROM";

/// Where a report goes; `None` when the analyst closes the dialog.
pub(crate) fn save<R: Runtime>(
    app: &AppHandle<R>,
    format: ReportFormat,
    language: Language,
    proposed: &str,
) -> Option<PathBuf> {
    save_as(app, kind(format, language), language, proposed)
}

/// Where a chart goes; `None` when the analyst closes the dialog.
pub(crate) fn save_chart<R: Runtime>(
    app: &AppHandle<R>,
    format: ChartFormat,
    language: Language,
    proposed: &str,
) -> Option<PathBuf> {
    let kind = match (format, language) {
        (ChartFormat::Png, Language::ZhCn) => "PNG 图片",
        (ChartFormat::Png, Language::En) => "PNG picture",
        (ChartFormat::Svg, Language::ZhCn) => "SVG 矢量图",
        (ChartFormat::Svg, Language::En) => "SVG drawing",
        (ChartFormat::Csv, _) => "CSV",
    };
    save_as(app, (kind, format.extension()), language, proposed)
}

fn save_as<R: Runtime>(
    app: &AppHandle<R>,
    (kind, extension): (&str, &str),
    language: Language,
    proposed: &str,
) -> Option<PathBuf> {
    if let Some(place) = std::env::var_os(SAVE_TO)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
    {
        return Some(if place.is_dir() {
            place.join(proposed)
        } else {
            place
        });
    }
    let title = match language {
        Language::ZhCn => "导出",
        Language::En => "Export",
    };
    let dialog = of_window(app)
        .set_title(title)
        .set_file_name(proposed)
        .add_filter(kind, &[extension]);
    let chosen = dialog.blocking_save_file()?.into_path().ok()?;
    Some(with_extension(chosen, extension))
}

/// The documents or folders to import; empty when the analyst closes the dialog.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>, source: ImportSource) -> Vec<PathBuf> {
    if let Some(places) = std::env::var_os(OPEN_FROM).filter(|value| !value.is_empty()) {
        return std::env::split_paths(&places).collect();
    }
    // The page passes no language here, so the dialog says it in both.
    let dialog = of_window(app).set_title("导入计划 · Import plans");
    let chosen = match source {
        // No filter by ending: what a file is, its bytes say, and a refusal says which program helps.
        ImportSource::Files => dialog.blocking_pick_files(),
        ImportSource::Folder => dialog.blocking_pick_folders(),
    };
    chosen
        .unwrap_or_default()
        .into_iter()
        .filter_map(|file: FilePath| file.into_path().ok())
        .collect()
}

/// A library to open; `None` when the analyst closes the dialog.
pub(crate) fn open_library<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    open_one(app, "打开资料库 · Open library", LIBRARY_EXTENSION)
}

/// Where a library goes; `None` when the analyst closes the dialog.
pub(crate) fn save_library<R: Runtime>(app: &AppHandle<R>, proposed: &str) -> Option<PathBuf> {
    save_one(app, "资料库 · Library", LIBRARY_EXTENSION, proposed)
}

/// A view to open; `None` when the analyst closes the dialog.
pub(crate) fn open_view<R: Runtime>(app: &AppHandle<R>) -> Option<PathBuf> {
    open_one(app, "打开视图 · Open view", VIEW_EXTENSION)
}

/// Where a view goes; `None` when the analyst closes the dialog. A name may hold what no file name may.
pub(crate) fn save_view<R: Runtime>(app: &AppHandle<R>, name: &str) -> Option<PathBuf> {
    let name: String = name
        .chars()
        .map(|ch| {
            if r#"/\:*?"<>|."#.contains(ch) {
                '_'
            } else {
                ch
            }
        })
        .collect();
    let proposed = format!("{name}.{VIEW_EXTENSION}");
    save_one(app, "视图 · View", VIEW_EXTENSION, &proposed)
}

fn open_one<R: Runtime>(app: &AppHandle<R>, title: &str, extension: &str) -> Option<PathBuf> {
    if let Some(places) = std::env::var_os(OPEN_FROM).filter(|value| !value.is_empty()) {
        let mut places = std::env::split_paths(&places);
        let fits = |place: &PathBuf| place.extension().is_some_and(|found| found == extension);
        return places.find(fits);
    }
    of_window(app)
        .set_title(title)
        .add_filter("PlanLens", &[extension])
        .blocking_pick_file()?
        .into_path()
        .ok()
}

fn save_one<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    extension: &str,
    proposed: &str,
) -> Option<PathBuf> {
    if let Some(place) = std::env::var_os(SAVE_TO)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
    {
        return Some(if place.is_dir() {
            place.join(proposed)
        } else {
            place
        });
    }
    let chosen = of_window(app)
        .set_title(title)
        .set_file_name(proposed)
        .add_filter("PlanLens", &[extension])
        .blocking_save_file()?
        .into_path()
        .ok()?;
    Some(with_extension(chosen, extension))
}

fn of_window<R: Runtime>(app: &AppHandle<R>) -> FileDialogBuilder<R> {
    let dialog = app.dialog().file();
    match app.get_webview_window("main") {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

fn kind(format: ReportFormat, language: Language) -> (&'static str, &'static str) {
    match (format, language) {
        (ReportFormat::Xlsx, Language::ZhCn) => ("Excel 工作簿", "xlsx"),
        (ReportFormat::Xlsx, Language::En) => ("Excel workbook", "xlsx"),
        (ReportFormat::Docx, Language::ZhCn) => ("Word 文档", "docx"),
        (ReportFormat::Docx, Language::En) => ("Word document", "docx"),
        (ReportFormat::Pdf, _) => ("PDF", "pdf"),
        (ReportFormat::Html, Language::ZhCn) => ("网页", "html"),
        (ReportFormat::Html, Language::En) => ("Web page", "html"),
        (ReportFormat::Csv, _) => ("CSV", "csv"),
        (ReportFormat::Json, _) => ("JSON", "json"),
    }
}

/// Adds the format's extension to a bare name, unless that would hit a file the dialog never asked about.
fn with_extension(chosen: PathBuf, extension: &str) -> PathBuf {
    let named = chosen
        .extension()
        .is_some_and(|found| found.eq_ignore_ascii_case(extension));
    let mut longer = chosen.clone().into_os_string();
    longer.push(format!(".{extension}"));
    if named || Path::new(&longer).exists() {
        chosen
    } else {
        longer.into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bare_name_gets_the_format_s_extension() {
        assert_eq!(
            with_extension("/no/such/比较".into(), "xlsx"),
            PathBuf::from("/no/such/比较.xlsx")
        );
        assert_eq!(
            with_extension("/no/such/a.XLSX".into(), "xlsx"),
            PathBuf::from("/no/such/a.XLSX")
        );
        assert_eq!(
            with_extension("/no/such/v1.2".into(), "csv"),
            PathBuf::from("/no/such/v1.2.csv")
        );
    }

    #[test]
    fn a_file_nobody_asked_about_is_not_overwritten() {
        let folder = std::env::temp_dir().join(format!("planlens-dialog-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("a.csv"), "kept").unwrap();
        assert_eq!(with_extension(folder.join("a"), "csv"), folder.join("a"));
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
