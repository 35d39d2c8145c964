//! The files of seeds/lexicon as they are, and the version that they add up to.

use crate::LexiconError;
use serde::{Deserialize, de::DeserializeOwned};

pub(crate) const META: &str = include_str!("../../../../seeds/lexicon/meta.json");
pub(crate) const INDICATORS: &str = include_str!("../../../../seeds/lexicon/indicators.json");
pub(crate) const WORDING: &str = include_str!("../../../../seeds/lexicon/wording.json");
pub(crate) const HEADS: &str = include_str!("../../../../seeds/lexicon/heads.json");
pub(crate) const UNITS: &str = include_str!("../../../../seeds/lexicon/units.json");
pub(crate) const ORGANS: &str = include_str!("../../../../seeds/lexicon/organs.json");
pub(crate) const TOPICS: &str = include_str!("../../../../seeds/lexicon/topics.json");
pub(crate) const INSTRUMENTS: &str = include_str!("../../../../seeds/lexicon/instruments.json");
pub(crate) const GENRES: &str = include_str!("../../../../seeds/lexicon/genres.json");
pub(crate) const WORDS: &str = include_str!("../../../../seeds/lexicon/words.json");
pub(crate) const REGIONS: &str = include_str!("../../../../seeds/lexicon/regions.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Meta {
    version: String,
}

/// Reads one file of the lexicon.
pub(crate) fn parse<T: DeserializeOwned>(
    file: &'static str,
    text: &str,
) -> Result<T, LexiconError> {
    serde_json::from_str(text).map_err(|source| LexiconError::Json { file, source })
}

/// The version set by hand, `+`, and a checksum of all data: a result made with other words can always be told.
pub(crate) fn version() -> Result<String, LexiconError> {
    let meta: Meta = parse("meta.json", META)?;
    Ok(format!("{}+{CHECKSUM:016x}", meta.version))
}

/// Computed by the compiler, so that start-up does not read the data twice.
const CHECKSUM: u64 = checksum(&[
    META,
    INDICATORS,
    WORDING,
    HEADS,
    UNITS,
    ORGANS,
    GENRES,
    REGIONS,
    WORDS,
    TOPICS,
    INSTRUMENTS,
]);

/// A short checksum of words that are not built in.
pub(crate) fn checksum_of(text: &str) -> u32 {
    let sum = checksum(&[text]);
    // Both halves count.
    u32::try_from((sum >> 32) ^ (sum & 0xffff_ffff)).unwrap_or(u32::MAX)
}

/// FNV-1a over all files, with a separator that no UTF-8 text contains.
const fn checksum(files: &[&str]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut file = 0;
    while file < files.len() {
        let bytes = files[file].as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0000_0100_0000_01b3);
            at += 1;
        }
        hash = (hash ^ 0xff).wrapping_mul(0x0000_0100_0000_01b3);
        file += 1;
    }
    hash
}
