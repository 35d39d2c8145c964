//! The library file: SQLite with one transaction per document.
