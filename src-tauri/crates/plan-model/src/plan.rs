//! A plan: one published document of one region, as frozen text with its metadata.

use crate::{Note, RegionLevel, Section, SourceFormat, Span, TextQuality, TextTables, Year};
use serde::{Deserialize, Serialize};

/// What a plan says about itself. Every field may be missing: a text need not name its issuer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct PlanMeta {
    /// The region the plan is for, as written (无为市, 亳州高新区).
    pub region: Option<String>,
    /// Its administrative level.
    pub region_level: Option<RegionLevel>,
    /// The province it lies in.
    pub province: Option<String>,
    /// The next region above that is not the province (芜湖市 for 无为市).
    pub parent_region: Option<String>,
    /// Title of the plan itself, without the line breaks of its layout.
    pub title: Option<String>,
    /// Document number, 文号, as written.
    pub doc_no: Option<String>,
    /// Issuing body, full name.
    pub issuer: Option<String>,
    /// Date of issue: YYYY, YYYY-MM or YYYY-MM-DD, as exactly as the text says.
    pub issued: Option<String>,
    /// First and last year the plan itself is for.
    pub period: Option<(Year, Year)>,
    /// Years named as goals, ascending.
    pub horizons: Vec<Year>,
    /// Kind of document: 工作要点, 实施方案, …
    pub genre: Option<String>,
}

impl PlanMeta {
    /// The year most of the plan's targets are for: the end of its period, else its first horizon.
    #[must_use]
    pub fn main_year(&self) -> Option<Year> {
        self.period
            .map(|(_, last)| last)
            .or_else(|| self.horizons.first().copied())
    }
}

/// Another document that a plan names as its ground: 《…》(无办发〔2023〕24号).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CitedDocument {
    /// Its title without 《》; `None` when only its number is given.
    pub title: Option<String>,
    /// Its document number, 文号, as written.
    pub doc_no: Option<String>,
    /// The first place that names it, title and number.
    pub span: Span,
}

/// A title or document number in the form in which two writings of it are equal: without blanks, marks of
/// quotation and 第, with one kind of bracket.
#[must_use]
pub fn document_key(name: &str) -> String {
    name.chars()
        .filter(|c| !c.is_whitespace() && !"《》〈〉“”\"第".contains(*c))
        .map(|c| match c {
            '[' | '【' | '(' | '（' | '［' => '〔',
            ']' | '】' | ')' | '）' | '］' => '〕',
            _ => c,
        })
        .collect()
}

/// A stretch of text that belongs to the web page, not to the plan. Marked, never cut out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Furniture {
    /// Where it stands.
    pub span: Span,
    /// Which rule recognised it, a stable snake_case word.
    pub rule: String,
}

/// A document after reading: text that will never change again, its sections, and what was noticed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenPlan {
    /// Of plain text the decoded text: BOM removed, `\r\n` and lone `\r` to `\n`, otherwise untouched. Of another
    /// format the text its reader took out, likewise.
    pub text: String,
    /// What the document came as.
    pub format: SourceFormat,
    /// Name of the encoding the bytes were in (UTF-8, GB18030, UTF-16LE, UTF-16BE); UTF-8 for formats that hold
    /// their text as Unicode.
    pub encoding: String,
    /// How well the text came out of the document.
    pub quality: TextQuality,
    /// Sections in document order; parents before children.
    pub sections: Vec<Section>,
    /// Web-page furniture, ascending, not overlapping.
    pub furniture: Vec<Furniture>,
    /// What the reader knows of the tables in the text.
    pub tables: TextTables,
    /// What the reader noticed, for the analyst.
    pub notes: Vec<Note>,
}

impl FrozenPlan {
    /// The innermost section that holds `byte`.
    #[must_use]
    pub fn section_at(&self, byte: usize) -> Option<&Section> {
        // Sections are in document order and nested, so the last one that begins here or before is the
        // innermost, or lies beside it under a common ancestor.
        let mut candidate =
            self.sections[..self.sections.partition_point(|s| s.span.from() <= byte)].last();
        while let Some(section) = candidate {
            if byte < section.span.to() {
                return Some(section);
            }
            candidate = section
                .parent
                .and_then(|parent| self.sections.get(parent.0 as usize));
        }
        None
    }

    /// Whether `byte` lies in web-page furniture.
    #[must_use]
    pub fn is_furniture(&self, byte: usize) -> bool {
        let before = self.furniture.partition_point(|f| f.span.from() <= byte);
        self.furniture[..before]
            .last()
            .is_some_and(|f| byte < f.span.to())
    }
}
