//! A zip package, opened without trust: everything stays in memory, nothing is unpacked to a place, so that names
//! with `../` are only names. How many parts, how many bytes of one part and of all parts are bounded.

use crate::{Excess, ReadError};
use std::collections::BTreeSet;
use std::io::Cursor;
use zip::ZipArchive;

/// Most parts of a package. A long report with many pictures has some hundreds.
const MOST_PARTS: usize = 10_000;
/// The first bytes of a part's entry in the directory of the package.
const ENTRY: [u8; 4] = *b"PK\x01\x02";

/// The names of the parts of a package.
pub(crate) struct Package {
    /// Names as they are compared: lower case, `/`, no leading `/`.
    names: BTreeSet<String>,
}

/// A name as it is compared. Some programs write `\` or a leading `/`; letter case does not count.
fn plain(name: &str) -> String {
    name.replace('\\', "/")
        .trim_start_matches('/')
        .to_lowercase()
}

impl Package {
    /// Opens the package in `bytes`.
    pub(crate) fn open(bytes: &[u8]) -> Result<Self, ReadError> {
        // Counted before the directory is built in memory: a small file can name millions of parts.
        if bytes.windows(4).filter(|four| *four == ENTRY).count() > MOST_PARTS {
            return Err(ReadError::TooMuch {
                what: Excess::Parts,
                limit: MOST_PARTS,
            });
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Damaged)?;
        let names = (0..archive.len())
            .filter_map(|place| archive.name_for_index(place)?.ok())
            .map(|name| plain(&name))
            .collect();
        Ok(Self { names })
    }

    /// Whether there is a part with this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.names.contains(&plain(name))
    }

    /// The names of the parts, as they are compared, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }
}
