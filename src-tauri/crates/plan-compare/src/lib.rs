//! Targets of many plans to a matrix with verdicts.
