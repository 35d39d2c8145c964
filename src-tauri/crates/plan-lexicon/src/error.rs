//! What can be wrong with lexicon data.

/// A fault in the data, with the file it is in.
#[derive(Debug, thiserror::Error)]
pub enum LexiconError {
    /// The file is not the JSON it should be.
    #[error("{file}: {source}")]
    Json {
        /// File name below seeds/lexicon.
        file: &'static str,
        /// What the parser says.
        source: serde_json::Error,
    },
    /// The JSON parses but says something impossible.
    #[error("{file}: {problem}")]
    Data {
        /// File name below seeds/lexicon.
        file: &'static str,
        /// What is impossible about it.
        problem: String,
    },
}

impl LexiconError {
    /// A fault of content.
    pub(crate) fn data(file: &'static str, problem: impl Into<String>) -> Self {
        Self::Data {
            file,
            problem: problem.into(),
        }
    }
}
