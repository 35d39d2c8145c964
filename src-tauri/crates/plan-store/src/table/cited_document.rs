//! The documents that a plan names as its ground, each with its first place.

use crate::row;
use plan_model::{CitedDocument, PlanId};
use rusqlite::{Connection, Result, Transaction};

pub(crate) const CREATE: &str = "
CREATE TABLE cited_document (
    plan    INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    title   TEXT,
    doc_no  TEXT,
    start   INTEGER NOT NULL CHECK (start >= 0),
    end     INTEGER NOT NULL CHECK (end > start),
    quote   TEXT NOT NULL,
    PRIMARY KEY (plan, ordinal),
    CHECK (title IS NOT NULL OR doc_no IS NOT NULL)
) STRICT, WITHOUT ROWID;
";

/// Reading cited documents.
pub struct CitedDocumentTable<'c>(pub(crate) &'c Connection);

impl CitedDocumentTable<'_> {
    /// What a plan cites, with the words of the citation, in order of place.
    pub fn of(&self, plan: PlanId) -> Result<Vec<(CitedDocument, String)>> {
        self.0
            .prepare_cached(
                "SELECT title, doc_no, start, end, quote FROM cited_document WHERE plan = ?1 ORDER BY ordinal",
            )?
            .query_map([plan.0], |row| {
                let cited = CitedDocument {
                    title: row.get("title")?,
                    doc_no: row.get("doc_no")?,
                    span: row::span(row, "start", "end")?,
                };
                Ok((cited, row.get("quote")?))
            })?
            .collect()
    }
}

/// Writing cited documents.
pub(crate) struct CitedDocumentTableMut<'c>(pub(crate) &'c Transaction<'c>);

impl CitedDocumentTableMut<'_> {
    pub(crate) fn insert(&self, plan: PlanId, text: &str, cited: &[CitedDocument]) -> Result<()> {
        let mut insert = self.0.prepare_cached(
            "INSERT INTO cited_document (plan, ordinal, title, doc_no, start, end, quote) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        for (ordinal, document) in (0i64..).zip(cited) {
            let (span, quote) = (document.span, document.span.of(text));
            insert.execute((
                plan.0,
                ordinal,
                &document.title,
                &document.doc_no,
                span.start,
                span.end,
                quote,
            ))?;
        }
        Ok(())
    }
}
