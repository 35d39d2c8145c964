//! The job runner: every piece of long work has a number under which the page can cancel it.

use crate::shell::held;
use plan_flow::wire::job::{JobEvent, JobId};
use plan_flow::{Cancel, Job};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

/// The jobs that run just now.
#[derive(Default)]
pub(crate) struct Jobs {
    last: AtomicU64,
    running: Mutex<BTreeMap<JobId, Cancel>>,
}

impl Jobs {
    /// Does `work` as a job with a number of its own, its events sent to `events`.
    pub(crate) fn run<T>(
        &self,
        mut events: impl FnMut(JobEvent),
        work: impl FnOnce(&mut Job<'_>) -> T,
    ) -> T {
        let id = JobId(self.last.fetch_add(1, Ordering::Relaxed) + 1);
        let cancel = Cancel::default();
        held(&self.running).insert(id, cancel.clone());
        let _entry = Entry { jobs: self, id };
        work(&mut Job::new(id, cancel, &mut events))
    }

    /// Asks a job to stop. One that has ended already needs no asking.
    pub(crate) fn cancel(&self, id: JobId) {
        if let Some(cancel) = held(&self.running).get(&id) {
            cancel.cancel();
        }
    }
}

/// Takes a job off the list however it ends, even by a panic.
struct Entry<'j> {
    jobs: &'j Jobs,
    id: JobId,
}

impl Drop for Entry<'_> {
    fn drop(&mut self) {
        held(&self.jobs.running).remove(&self.id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_cancelled_by_its_number_and_no_other_is() {
        let jobs = Jobs::default();
        jobs.run(drop, |first| {
            jobs.run(drop, |second| {
                jobs.cancel(second.id());
                assert!(second.is_cancelled());
            });
            assert!(!first.is_cancelled());
        });
        assert!(held(&jobs.running).is_empty());
    }
}
