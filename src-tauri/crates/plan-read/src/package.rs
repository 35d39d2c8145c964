//! A zip package, opened without trust: everything stays in memory, nothing is unpacked to a place, so that names
//! with `../` are only names. How many parts, how many bytes of one part and of all parts are bounded.

use crate::xml::{Xml, decoded};
use crate::{Excess, ReadError};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Most parts of a package. A long report with many pictures has some hundreds.
const MOST_PARTS: usize = 10_000;
/// Most bytes of one part, unpacked. The text of a long plan is below one million bytes of markup.
const PART_LIMIT: usize = 64 * 1024 * 1024;
/// Most bytes of a part that only describes others: styles, lists, relations. Its elements become values in memory,
/// so that it is bounded more narrowly than running text.
const SMALL_LIMIT: usize = 16 * 1024 * 1024;
/// Most bytes of all parts that are read, unpacked.
const TOTAL_LIMIT: usize = 128 * 1024 * 1024;
/// The first bytes of a part's entry in the directory of the package.
const ENTRY: [u8; 4] = *b"PK\x01\x02";

/// A package and the places of its parts.
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Names as they are compared: lower case, `/`, no leading `/`.
    places: BTreeMap<String, usize>,
    left: usize,
}

/// A name as it is compared. Some programs write `\` or a leading `/`; letter case does not count.
fn plain(name: &str) -> String {
    name.replace('\\', "/")
        .trim_start_matches('/')
        .to_lowercase()
}

impl<'b> Package<'b> {
    /// Opens the package in `bytes`.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, ReadError> {
        // Counted before the directory is built in memory: a small file can name millions of parts.
        if bytes.windows(4).filter(|four| *four == ENTRY).count() > MOST_PARTS {
            return Err(ReadError::TooMuch {
                what: Excess::Parts,
                limit: MOST_PARTS,
            });
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Damaged)?;
        let mut places = BTreeMap::new();
        for place in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(place) {
                // Of two parts with one name the first counts, as in other readers.
                places.entry(plain(&name)).or_insert(place);
            }
        }
        Ok(Self {
            archive,
            places,
            left: TOTAL_LIMIT,
        })
    }

    /// Whether there is a part with this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.places.contains_key(&plain(name))
    }

    /// The names of the parts, as they are compared, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.places.keys().map(String::as_str)
    }

    /// The bytes of a part with running text; `None` when there is none of this name.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        self.within(name, PART_LIMIT)
    }

    /// The bytes of a part that describes others; `None` when there is none of this name.
    pub(crate) fn small_part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        self.within(name, SMALL_LIMIT)
    }

    fn within(&mut self, name: &str, limit: usize) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(&place) = self.places.get(&plain(name)) else {
            return Ok(None);
        };
        let mut entry = match self.archive.by_index(place) {
            Ok(entry) => entry,
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
                return Err(ReadError::Protected);
            }
            Err(_) => return Err(ReadError::Damaged),
        };
        let most = limit.min(self.left);
        let mut bytes = Vec::new();
        // The size that the directory tells may be a lie: only what comes out counts.
        let read = entry
            .by_ref()
            .take(most as u64 + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| ReadError::Damaged)?;
        if read > most {
            return Err(ReadError::TooMuch {
                what: Excess::Bytes,
                limit: most,
            });
        }
        self.left -= read;
        Ok(Some(bytes))
    }
}

/// How one part is related to another.
pub(crate) struct Relation {
    /// By what it is named in the part.
    pub(crate) id: String,
    /// The last word of its kind: styles, header, worksheet, …
    pub(crate) kind: String,
    /// The name of the other part.
    pub(crate) target: String,
}

/// What the part of this name is related to inside the package; for no name, the package itself.
pub(crate) fn relations(package: &mut Package<'_>, name: &str) -> Result<Vec<Relation>, ReadError> {
    let mut found = Vec::new();
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let Some(part) = package.small_part(&format!("{folder}/_rels/{file}.rels"))? else {
        return Ok(found);
    };
    let text = decoded(&part);
    let mut xml = Xml::new(&text);
    xml.children(|xml, _| {
        xml.children(|xml, relation| {
            let inside = relation.get("TargetMode") != Some("External");
            if let (Some(kind), Some(target), true) =
                (relation.get("Type"), relation.get("Target"), inside)
            {
                found.push(Relation {
                    id: relation.get("Id").unwrap_or_default().to_owned(),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    target: resolved(folder, target),
                });
            }
            xml.skip()
        })
    })?;
    Ok(found)
}

/// A target as the name of a part: from the root when it begins with `/`, else from `folder`.
fn resolved(folder: &str, target: &str) -> String {
    let whole = match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}
