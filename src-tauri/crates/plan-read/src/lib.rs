//! Bytes to frozen text and section tree.
