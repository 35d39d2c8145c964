//! The comparison and the overview.

use crate::work::with_library;
use plan_flow::wire::error::WireError;
use plan_flow::wire::matrix::{
    CellLine, CellQuery, EdgeQuery, FindAnswer, FindQuery, FrameChange, OrderQuery, PackedFrame,
    TextLine, TextQuery,
};
use plan_flow::{compare, matrix_window};
use plan_model::{Chain, Choices, ConversionOffer, Filter, IndicatorRow, Overview};
use tauri::{AppHandle, Runtime};

/// The plans side by side.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn overview_build<R: Runtime>(
    app: AppHandle<R>,
    filter: Filter,
    choices: Choices,
) -> Result<Overview, WireError> {
    with_library(app, move |library| {
        compare::overview(library, &filter, &choices)
    })
    .await
}

/// The frame of the matrix with the facet counts of the same question.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn matrix_build<R: Runtime>(
    app: AppHandle<R>,
    filter: Filter,
    choices: Choices,
) -> Result<PackedFrame, WireError> {
    with_library(app, move |library| {
        matrix_window::build(library, &filter, &choices).map(matrix_window::pack)
    })
    .await
}

/// What became of a frame when data changed; `None` when it must be asked for anew.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn matrix_follow<R: Runtime>(
    app: AppHandle<R>,
    filter: Filter,
    choices: Choices,
    ticket: u32,
) -> Result<Option<FrameChange>, WireError> {
    with_library(app, move |library| {
        matrix_window::follow_frame(library, &filter, &choices, ticket)
    })
    .await
}

/// Cells of a frame; `None` when it must be asked for anew.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn matrix_cells<R: Runtime>(
    app: AppHandle<R>,
    query: CellQuery,
) -> Result<Option<Vec<CellLine>>, WireError> {
    with_library(app, move |library| {
        Ok(matrix_window::cells(library, &query))
    })
    .await
}

/// One indicator of a frame, whole.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn matrix_row<R: Runtime>(
    app: AppHandle<R>,
    ticket: u32,
    row: u32,
) -> Result<Option<IndicatorRow>, WireError> {
    with_library(app, move |library| {
        Ok(matrix_window::row(library, ticket, row))
    })
    .await
}

/// The rows of a frame by the figures of one plan.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn matrix_order<R: Runtime>(
    app: AppHandle<R>,
    query: OrderQuery,
) -> Result<Option<Vec<u32>>, WireError> {
    with_library(app, move |library| {
        Ok(matrix_window::order(library, &query))
    })
    .await
}

/// Where words stand in a frame.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn matrix_find<R: Runtime>(
    app: AppHandle<R>,
    query: FindQuery,
) -> Result<Option<FindAnswer>, WireError> {
    with_library(app, move |library| Ok(matrix_window::find(library, &query))).await
}

/// Where a jump through the cells of a frame leads.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn matrix_edge<R: Runtime>(
    app: AppHandle<R>,
    query: EdgeQuery,
) -> Result<Option<u32>, WireError> {
    with_library(app, move |library| Ok(matrix_window::edge(library, &query))).await
}

/// Cells of a frame as they are copied.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn matrix_text<R: Runtime>(
    app: AppHandle<R>,
    query: TextQuery,
) -> Result<Option<Vec<TextLine>>, WireError> {
    with_library(app, move |library| Ok(matrix_window::text(library, &query))).await
}

/// Every conversion that the library's plans allow.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn conversion_offer<R: Runtime>(
    app: AppHandle<R>,
) -> Result<Vec<ConversionOffer>, WireError> {
    with_library(app, compare::offers).await
}

/// The shown plans beside those of the regions above.
#[tauri::command(rename_all = "snake_case")]
pub(crate) async fn chain_build<R: Runtime>(
    app: AppHandle<R>,
    filter: Filter,
) -> Result<Chain, WireError> {
    with_library(app, move |library| compare::chain(library, &filter)).await
}
