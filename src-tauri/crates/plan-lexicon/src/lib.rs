//! seeds/lexicon as typed vocabulary, embedded at build time.
