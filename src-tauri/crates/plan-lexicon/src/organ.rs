//! Departments of government under their usual names.

use crate::{LexiconError, data};
use serde::Deserialize;

const FILE: &str = "organs.json";

/// A department as it exists at every level of government.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organ {
    /// What it is responsible for, as a department: 科学技术部门.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Names without the region word before them: 科技局, 科学技术局.
    pub synonyms: Vec<String>,
}

/// All departments.
#[derive(Debug)]
pub(crate) struct Organs {
    all: Vec<Organ>,
}

impl Organs {
    pub(crate) fn parse(text: &str) -> Result<Self, LexiconError> {
        Ok(Self {
            all: data::parse(FILE, text)?,
        })
    }

    pub(crate) fn all(&self) -> &[Organ] {
        &self.all
    }

    /// The organ with the longest name that `name` ends with; what stands before it is the region.
    pub(crate) fn named(&self, name: &str) -> Option<&Organ> {
        let name = name.trim().trim_matches(['(', ')', '（', '）']);
        self.all
            .iter()
            .flat_map(|organ| organ.synonyms.iter().map(move |synonym| (synonym, organ)))
            .filter(|(synonym, _)| name.ends_with(synonym.as_str()))
            .reduce(|best, next| {
                if next.0.len() > best.0.len() {
                    next
                } else {
                    best
                }
            })
            .map(|(_, organ)| organ)
    }
}
