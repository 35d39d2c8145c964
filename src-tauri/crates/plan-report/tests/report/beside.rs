//! What plans say besides their targets, and a chart, each with something that a writer can get wrong.

use crate::case::HOSTILE;
use plan_model::{Assignment, InstrumentUse, Offsets, PlanId, SectionKind, Span, TargetId, Task};
use plan_report::{ReportPicture, ReportTask};

fn task(plan: i64, path: &str, kind: SectionKind, topics: &[&str], clauses: usize) -> ReportTask {
    let span = Span::new(0, 30);
    let used = InstrumentUse {
        key: "talent_training".to_owned(),
        clause: span,
        words: vec![span],
    };
    ReportTask {
        plan: PlanId(plan),
        task: Task {
            path: path.to_owned(),
            title: format!("任务{path}{HOSTILE}"),
            kind,
            span,
            heading: span,
            lead: vec!["市科技局".to_owned(), HOSTILE.to_owned()],
            support: Vec::new(),
            topics: topics
                .iter()
                .map(|key| Assignment {
                    key: (*key).to_owned(),
                    words: vec![span],
                })
                .collect(),
            instruments: vec![used; clauses],
        },
        text: format!("（{path}）全文\n{HOSTILE}"),
        place: Offsets { start: 0, end: 10 },
    }
}

/// Two plans with tasks about one topic, several and none; an incentive and a safeguard.
pub(crate) fn tasks() -> Vec<ReportTask> {
    let topics = plan_lexicon::Lexicon::builtin().topics();
    let (first, second) = (topics[0].key.as_str(), topics[1].key.as_str());
    vec![
        task(1, "一/1", SectionKind::Task, &[first, second], 2),
        task(1, "一/2", SectionKind::Task, &[], 1),
        task(2, "二/1", SectionKind::Task, &[first], 0),
        task(2, "三/1", SectionKind::Incentive, &[], 0),
        task(1, "四/1", SectionKind::Safeguard, &[], 0),
    ]
}

/// A chart of one target.
pub(crate) fn charts() -> Vec<ReportPicture> {
    vec![ReportPicture {
        title: format!("图{HOSTILE}"),
        subtitle: "单位".to_owned(),
        notes: vec![HOSTILE.to_owned(), "说明".to_owned()],
        description: format!("图\n{HOSTILE}"),
        heads: vec!["方案".to_owned()],
        rows: vec![vec![HOSTILE.to_owned()]],
        targets: vec![TargetId(1)],
        width: 620,
        height: 200,
        svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_owned(),
        png: b"\x89PNG\r\n\x1a\n".to_vec(),
    }]
}
