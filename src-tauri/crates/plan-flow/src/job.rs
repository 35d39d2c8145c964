//! The context of long work: events out, cancel in. Steps are thinned to ten a second here, so that no use
//! case has to think about it; the first and the last step of each phase always arrive.

use crate::error::Error;
use crate::wire::job::{JobEvent, JobId, JobKind, JobPhase, JobSummary};
use plan_model::Note;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Steps closer together than this are left out.
const BETWEEN_STEPS: Duration = Duration::from_millis(100);

/// The switch that stops a job. Clones share it.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks the job to stop. It stops before its next document.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Release);
    }

    /// Whether the job was asked to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// One run of long work.
pub struct Job<'e> {
    id: JobId,
    cancel: Cancel,
    events: &'e mut dyn FnMut(JobEvent),
    total: u32,
    done: u32,
    pace: Pace,
}

impl<'e> Job<'e> {
    /// A job that reports to `events` and stops when `cancel` says so.
    pub fn new(id: JobId, cancel: Cancel, events: &'e mut dyn FnMut(JobEvent)) -> Self {
        Self {
            id,
            cancel,
            events,
            total: 0,
            done: 0,
            pace: Pace::default(),
        }
    }

    /// Its identifier.
    #[must_use]
    pub fn id(&self) -> JobId {
        self.id
    }

    /// Whether the analyst asked it to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
    }

    /// Announces the work.
    pub(crate) fn start(&mut self, kind: JobKind, total: usize) {
        self.total = u32::try_from(total).unwrap_or(u32::MAX);
        self.done = 0;
        self.pace = Pace::default();
        (self.events)(JobEvent::Started {
            job: self.id,
            job_kind: kind,
            total: self.total,
        });
    }

    /// Says what is being done with which document.
    pub(crate) fn step(&mut self, phase: JobPhase, subject: &str) {
        let last = self.done + 1 >= self.total;
        if self.pace.admits(phase, last, Instant::now()) {
            (self.events)(JobEvent::Step {
                job: self.id,
                phase,
                done: self.done,
                total: self.total,
                subject: Some(subject.to_owned()),
            });
        }
    }

    /// One document is finished, whatever came of it.
    pub(crate) fn document_done(&mut self) {
        self.done += 1;
    }

    /// Something was noticed in a document.
    pub(crate) fn note(&mut self, subject: &str, note: &Note) {
        (self.events)(JobEvent::Note {
            job: self.id,
            subject: subject.to_owned(),
            code: note.code,
            detail: note.detail.clone(),
        });
    }

    /// A document could not be taken.
    pub(crate) fn refused(&mut self, subject: &str, error: &Error) {
        (self.events)(JobEvent::Refused {
            job: self.id,
            subject: subject.to_owned(),
            error: error.to_wire(),
        });
    }

    /// The end: reports the summary, or that the analyst cancelled.
    pub(crate) fn finish(&mut self, summary: JobSummary, cancelled: bool) {
        let job = self.id;
        (self.events)(if cancelled {
            JobEvent::Cancelled { job, summary }
        } else {
            JobEvent::Finished { job, summary }
        });
    }

    /// The end when nothing more can be done. Gives the error back, for `map_err`.
    pub(crate) fn failed(&mut self, error: Error) -> Error {
        (self.events)(JobEvent::Failed {
            job: self.id,
            error: error.to_wire(),
        });
        error
    }
}

/// Decides which steps are worth an event.
#[derive(Default)]
struct Pace {
    latest: Option<Instant>,
    seen: Vec<JobPhase>,
}

impl Pace {
    fn admits(&mut self, phase: JobPhase, last: bool, now: Instant) -> bool {
        let first = !self.seen.contains(&phase);
        let late = self
            .latest
            .is_none_or(|latest| now.duration_since(latest) >= BETWEEN_STEPS);
        if !(first || last || late) {
            return false;
        }
        if first {
            self.seen.push(phase);
        }
        self.latest = Some(now);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_steps_a_second_and_the_ends_of_each_phase() {
        let mut pace = Pace::default();
        let start = Instant::now();
        let total = 1000;
        let mut sent = Vec::new();
        for index in 0..total {
            let now = start + Duration::from_millis(index);
            for phase in [JobPhase::Reading, JobPhase::Extracting, JobPhase::Storing] {
                if pace.admits(phase, index + 1 == total, now) {
                    sent.push((index, phase));
                }
            }
        }
        assert!(
            sent.len() <= 10 + 6,
            "ten a second, and the six ends of three phases: {}",
            sent.len()
        );
        assert_eq!(
            &sent[..3],
            &[
                (0, JobPhase::Reading),
                (0, JobPhase::Extracting),
                (0, JobPhase::Storing)
            ]
        );
        assert_eq!(
            sent[sent.len() - 3..]
                .iter()
                .map(|s| s.0)
                .collect::<Vec<_>>(),
            vec![999; 3]
        );
    }

    #[test]
    fn events_carry_what_was_done() {
        let mut events = Vec::new();
        let mut sink = |event| events.push(event);
        let mut job = Job::new(JobId(7), Cancel::default(), &mut sink);
        job.start(JobKind::Import, 2);
        job.step(JobPhase::Reading, "a.txt");
        job.document_done();
        job.step(JobPhase::Reading, "b.txt");
        job.finish(JobSummary::default(), false);
        assert_eq!(events.len(), 4);
        assert!(
            matches!(&events[2], JobEvent::Step { done: 1, total: 2, subject: Some(s), .. } if s == "b.txt")
        );
    }
}
