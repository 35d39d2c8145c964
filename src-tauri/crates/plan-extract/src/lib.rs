//! Section tree to targets, tasks, metadata and other numbers.
