//! The TypeScript in ui/src/ipc/gen is what the Rust types say, byte for byte. To renew it, run the exports into
//! the tree: `cargo test -p plan-model -p plan-flow --features plan-flow/ts export_bindings`.

use plan_flow::wire::care::{
    Backup, CareReport, HandOver, LibraryPulse, MergeAnswer, MergePreference, MergePreview,
    RecentLibrary, RestoreAnswer,
};
use plan_flow::wire::change::{ChangeAnswer, ChangePage, ChangeQuery, ChangeState, HistoryStep};
use plan_flow::wire::chart::{ChartAnswer, ChartExport, ChartRequest};
use plan_flow::wire::context::{ContextAnswer, ContextDraft, ContextKey, ContextPreview};
use plan_flow::wire::error::WireError;
use plan_flow::wire::evidence::{Evidence, EvidenceQuery};
use plan_flow::wire::import::{DropEvent, ImportAnswer, ImportItem, ImportProposal, ImportSource};
use plan_flow::wire::job::{JobEvent, JobId, JobSummary};
use plan_flow::wire::library::{LibraryState, PlanSummary};
use plan_flow::wire::matrix::{
    CellLine, CellQuery, EdgeQuery, FindAnswer, FindQuery, FrameAnswer, FrameChange, OrderQuery,
    PackedFrame, TextLine, TextQuery,
};
use plan_flow::wire::plan::{PlanAnswer, PlanText, ReextractAnswer, RemovedPlan};
use plan_flow::wire::report::{ReportOutcome, ReportRequest};
use plan_flow::wire::review::{
    IndicatorName, RenamePreview, RenameRequest, ReviewPage, ReviewQuery, Synonym, TargetAnswer,
    TargetDraft, TaughtSynonym,
};
use plan_flow::wire::version::VersionAnswer;
use plan_flow::wire::view::{NamedView, SharedView};
use plan_model::{
    Chain, ConversionOffer, Decision, Facet, Filter, IndicatorRow, Matrix, NumberClass, Overview,
    SectionId, SectionKind, TargetId,
};
use plan_tests::place;
use std::collections::BTreeMap;
use std::path::Path;
use ts_rs::{Config, TS};

/// Writes everything that crosses to the window: arguments and answers of the commands, and what they hold.
fn export(config: &Config) {
    let done = [
        LibraryState::export_all(config),
        PlanSummary::export_all(config),
        Overview::export_all(config),
        FrameAnswer::export_all(config),
        FrameChange::export_all(config),
        PackedFrame::export_all(config),
        CellQuery::export_all(config),
        CellLine::export_all(config),
        FindQuery::export_all(config),
        FindAnswer::export_all(config),
        EdgeQuery::export_all(config),
        OrderQuery::export_all(config),
        TextQuery::export_all(config),
        TextLine::export_all(config),
        IndicatorRow::export_all(config),
        // What the page's recorded comparison is.
        Matrix::export_all(config),
        ChartAnswer::export_all(config),
        ChartExport::export_all(config),
        ChartRequest::export_all(config),
        Evidence::export_all(config),
        EvidenceQuery::export_all(config),
        ReportRequest::export_all(config),
        ReportOutcome::export_all(config),
        JobEvent::export_all(config),
        JobSummary::export_all(config),
        JobId::export_all(config),
        WireError::export_all(config),
        Filter::export_all(config),
        Chain::export_all(config),
        ConversionOffer::export_all(config),
        ContextAnswer::export_all(config),
        ContextDraft::export_all(config),
        ContextKey::export_all(config),
        ContextPreview::export_all(config),
        Backup::export_all(config),
        CareReport::export_all(config),
        MergeAnswer::export_all(config),
        HandOver::export_all(config),
        LibraryPulse::export_all(config),
        VersionAnswer::export_all(config),
        MergePreference::export_all(config),
        MergePreview::export_all(config),
        RecentLibrary::export_all(config),
        RestoreAnswer::export_all(config),
        ChangeAnswer::export_all(config),
        ChangePage::export_all(config),
        ChangeQuery::export_all(config),
        ChangeState::export_all(config),
        HistoryStep::export_all(config),
        DropEvent::export_all(config),
        ImportAnswer::export_all(config),
        ImportItem::export_all(config),
        ImportProposal::export_all(config),
        ImportSource::export_all(config),
        PlanAnswer::export_all(config),
        PlanText::export_all(config),
        ReextractAnswer::export_all(config),
        RemovedPlan::export_all(config),
        IndicatorName::export_all(config),
        RenamePreview::export_all(config),
        RenameRequest::export_all(config),
        ReviewPage::export_all(config),
        ReviewQuery::export_all(config),
        Synonym::export_all(config),
        TaughtSynonym::export_all(config),
        TargetAnswer::export_all(config),
        TargetDraft::export_all(config),
        Decision::export_all(config),
        NamedView::export_all(config),
        SharedView::export_all(config),
        // Words the page knows, though no answer holds them yet.
        NumberClass::export_all(config),
        SectionId::export_all(config),
        SectionKind::export_all(config),
        Facet::export_all(config),
        TargetId::export_all(config),
    ];
    for one in done {
        one.expect("the types can be written");
    }
}

fn contents(folder: &Path) -> BTreeMap<String, String> {
    let files = place::files_of(folder, "ts").into_iter();
    let name = |path: &Path| {
        path.file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned()
    };
    files
        .map(|path| {
            (
                name(&path),
                std::fs::read_to_string(&path).expect("a text file"),
            )
        })
        .collect()
}

#[test]
fn generated_types_are_fresh() {
    let folder = tempfile::tempdir().expect("a folder");
    export(
        &Config::new()
            .with_out_dir(folder.path())
            .with_large_int("bigint"),
    );
    let (fresh, kept) = (
        contents(folder.path()),
        contents(&place::root().join("ui/src/ipc/gen")),
    );
    assert!(fresh.len() > 30, "only {} types were written", fresh.len());
    let mut faults = Vec::new();
    for (name, text) in &fresh {
        match kept.get(name) {
            None => faults.push(format!("{name} is missing")),
            Some(found) if found != text => faults.push(format!("{name} is out of date")),
            Some(_) => {}
        }
    }
    let reachable = |name: &&String| !fresh.contains_key(*name);
    faults.extend(
        kept.keys()
            .filter(reachable)
            .map(|name| format!("{name} crosses to the window nowhere")),
    );
    crate::none(&faults, "ui/src/ipc/gen");
}
