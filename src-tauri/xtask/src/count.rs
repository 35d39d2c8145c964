//! Counting tests by kind from what the test runners print.

/// Passed, failed and skipped tests of one kind.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u32,
    pub(crate) failed: u32,
    pub(crate) skipped: u32,
}

impl Count {
    /// One check that passed or failed as a whole.
    pub(crate) fn check(passed: bool) -> Self {
        Self {
            passed: u32::from(passed),
            failed: u32::from(!passed),
            skipped: 0,
        }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

/// The kinds of Rust tests, in the order of the summary.
const KINDS: [&str; 6] = [
    "unit tests",
    "case tests",
    "rules of the house",
    "whole program",
    "window journeys",
    "examples in documentation",
];

/// Counts of a `cargo test` run by kind; kinds without a test are left out.
pub(crate) fn rust(printed: &str) -> Vec<(&'static str, Count)> {
    let mut counts = [Count::default(); KINDS.len()];
    let mut kind = 0;
    for line in printed.lines() {
        let line = line.trim();
        if let Some(place) = line.strip_prefix("Running ") {
            kind = kind_of(place);
        } else if line.starts_with("Doc-tests ") {
            kind = 5;
        } else if let Some(result) = line.strip_prefix("test result: ") {
            counts[kind].add(Count {
                passed: before(result, " passed"),
                failed: before(result, " failed"),
                skipped: before(result, " ignored"),
            });
        }
    }
    KINDS
        .into_iter()
        .zip(counts)
        .filter(|(_, count)| *count != Count::default())
        .collect()
}

fn kind_of(place: &str) -> usize {
    if place.starts_with("unittests") {
        0
    } else if place.starts_with("tidy/") {
        2
    } else if place.starts_with("suite/") {
        3
    } else if place.starts_with("e2e/") {
        4
    } else {
        1
    }
}

/// Counts of a vitest run: the line `Tests  1 failed | 27 passed (28)`.
pub(crate) fn vitest(printed: &str) -> Count {
    let line = printed
        .lines()
        .map(str::trim)
        .find(|line| line.starts_with("Tests "))
        .unwrap_or_default();
    Count {
        passed: before(line, " passed"),
        failed: before(line, " failed"),
        skipped: before(line, " skipped") + before(line, " todo"),
    }
}

/// The number that stands directly before `word`.
fn before(line: &str, word: &str) -> u32 {
    let Some(end) = line.find(word) else { return 0 };
    let start = line[..end]
        .rfind(|ch: char| !ch.is_ascii_digit())
        .map_or(0, |at| at + 1);
    line[start..end].parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rust_tests_are_counted_under_their_kind() {
        let printed = "
     Running unittests src/lib.rs (target/debug/deps/plan_model-1)
test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s
     Running tests/cases.rs (target/debug/deps/cases-1)
test result: FAILED. 5 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s
     Running e2e/main.rs (target/debug/deps/e2e-1)
test result: ok. 7 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 9.00s
   Doc-tests plan_model
test result: ok. 0 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        let expected = [
            (
                "unit tests",
                Count {
                    passed: 3,
                    failed: 0,
                    skipped: 0,
                },
            ),
            (
                "case tests",
                Count {
                    passed: 5,
                    failed: 1,
                    skipped: 2,
                },
            ),
            (
                "window journeys",
                Count {
                    passed: 7,
                    failed: 0,
                    skipped: 0,
                },
            ),
        ];
        assert_eq!(rust(printed), expected);
    }

    #[test]
    fn page_tests_are_counted() {
        let printed = " Test Files  1 failed | 3 passed (4)\n      Tests  2 failed | 27 passed | 1 skipped (30)\n";
        assert_eq!(
            vitest(printed),
            Count {
                passed: 27,
                failed: 2,
                skipped: 1
            }
        );
        assert_eq!(vitest("no tests"), Count::default());
    }
}
