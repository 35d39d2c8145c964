//! The plans: source bytes, frozen text, what the plan says about itself, and its place in the library.

use crate::row::{self, Word};
use crate::table::shelf::{self, Shelf, TagTable};
use crate::table::source::SourceTable;
use plan_model::{Furniture, PlanId, PlanMeta, RegionLevel, SourceFormat, TextQuality, Year};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Result, Row, Transaction, named_params};

pub(crate) const CREATE: &str = "
CREATE TABLE plan (
    -- A number that was given away is never used again: views remember plans by it.
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    position          INTEGER NOT NULL CHECK (position >= 0),
    source_name       TEXT NOT NULL,
    source_sha256     TEXT NOT NULL UNIQUE CHECK (length(source_sha256) = 64),
    encoding          TEXT NOT NULL,
    region            TEXT,
    region_level      TEXT CHECK (region_level IN ('province', 'prefecture', 'county', 'zone')),
    province          TEXT,
    parent_region     TEXT,
    title             TEXT,
    doc_no            TEXT,
    issuer            TEXT,
    issued            TEXT,
    period_from       INTEGER,
    period_to         INTEGER,
    genre             TEXT,
    extractor_version INTEGER NOT NULL,
    lexicon_version   TEXT NOT NULL,
    imported_at       TEXT NOT NULL,
    -- The long columns stand last: a row is read from its start, and a list of plans needs neither.
    source            BLOB NOT NULL,
    frozen            TEXT NOT NULL,
    CHECK ((period_from IS NULL) = (period_to IS NULL))
) STRICT;
CREATE INDEX plan_position ON plan (position, id);

CREATE TABLE plan_horizon (
    plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    year INTEGER NOT NULL,
    PRIMARY KEY (plan, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE furniture (
    plan    INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    start   INTEGER NOT NULL CHECK (start >= 0),
    end     INTEGER NOT NULL CHECK (end > start),
    quote   TEXT NOT NULL,
    rule    TEXT NOT NULL,
    PRIMARY KEY (plan, ordinal)
) STRICT, WITHOUT ROWID;
";

/// One plan without its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRow {
    /// The plan.
    pub id: PlanId,
    /// Place in the library's order. Stays when other plans are removed, so that a plan keeps its colour.
    pub position: u32,
    /// Name of the source file.
    pub source_name: String,
    /// Hexadecimal SHA-256 of the source bytes.
    pub source_sha256: String,
    /// Encoding the bytes were in.
    pub encoding: String,
    /// What the document came as, and how well its text came out; `None` when nobody has measured it yet.
    pub source: Option<(SourceFormat, TextQuality)>,
    /// What it says about itself.
    pub meta: PlanMeta,
    /// Version of the rules that read it.
    pub extractor_version: u32,
    /// Version of the vocabulary that read it.
    pub lexicon_version: String,
    /// When it was imported, RFC 3339.
    pub imported_at: String,
    /// Where it stands in the library.
    pub shelf: Shelf,
    /// The analyst's tags, in order.
    pub tags: Vec<String>,
}

/// Reading plans.
pub struct PlanTable<'c>(pub(crate) &'c Connection);

const COLUMNS: &str = "plan.id, position, source_name, source_sha256, encoding, region, region_level, province, \
     parent_region, title, doc_no, issuer, issued, period_from, period_to, genre, extractor_version, \
     lexicon_version, imported_at, removed, version_of";
const TABLE: &str = "plan JOIN plan_shelf ON plan_shelf.id = plan.id";

impl PlanTable<'_> {
    /// Every plan in use, in library order: neither removed nor an earlier version of another.
    pub fn list(&self) -> Result<Vec<PlanRow>> {
        self.rows("removed = 0 AND version_of IS NULL", [])
    }

    /// Every plan that was not removed, earlier versions among them.
    pub fn kept(&self) -> Result<Vec<PlanRow>> {
        self.rows("removed = 0", [])
    }

    /// Every plan that was removed, earlier versions left out.
    pub fn removed(&self) -> Result<Vec<PlanRow>> {
        self.rows("removed = 1 AND version_of IS NULL", [])
    }

    /// The earlier versions of a plan that were not removed, the latest first.
    pub fn versions_of(&self, plan: PlanId) -> Result<Vec<PlanRow>> {
        let mut rows = self.rows("removed = 0 AND version_of = ?1", [plan.0])?;
        rows.sort_by_key(|row| std::cmp::Reverse(row.id));
        Ok(rows)
    }

    /// One plan, wherever it stands.
    pub fn get(&self, plan: PlanId) -> Result<Option<PlanRow>> {
        Ok(self.rows("plan.id = ?1", [plan.0])?.pop())
    }

    fn rows(&self, which: &str, params: impl rusqlite::Params) -> Result<Vec<PlanRow>> {
        let mut rows = self
            .0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM {TABLE} WHERE {which} ORDER BY position, plan.id"
            ))?
            .query_map(params, read)?
            .collect::<Result<Vec<_>>>()?;
        for plan in &mut rows {
            plan.meta.horizons = self.horizons(plan.id)?;
            plan.tags = TagTable(self.0).of(plan.id)?;
            plan.source = SourceTable(self.0).of(plan.id)?;
        }
        Ok(rows)
    }

    /// The plan with these source bytes.
    pub fn by_sha256(&self, sha256: &str) -> Result<Option<PlanId>> {
        self.0
            .prepare_cached("SELECT id FROM plan WHERE source_sha256 = ?1")?
            .query_row([sha256], |row| row.get(0).map(PlanId))
            .optional()
    }

    /// The frozen text.
    pub fn text(&self, plan: PlanId) -> Result<Option<String>> {
        self.0
            .prepare_cached("SELECT frozen FROM plan WHERE id = ?1")?
            .query_row([plan.0], |row| row.get(0))
            .optional()
    }

    /// The source bytes as they came.
    pub fn source(&self, plan: PlanId) -> Result<Option<Vec<u8>>> {
        self.0
            .prepare_cached("SELECT source FROM plan WHERE id = ?1")?
            .query_row([plan.0], |row| row.get(0))
            .optional()
    }

    /// Web-page furniture of a plan with the words it marked, in order of place.
    pub fn furniture(&self, plan: PlanId) -> Result<Vec<(Furniture, String)>> {
        self.0
            .prepare_cached(
                "SELECT start, end, quote, rule FROM furniture WHERE plan = ?1 ORDER BY ordinal",
            )?
            .query_map([plan.0], |row| {
                let furniture = Furniture {
                    span: row::span(row, "start", "end")?,
                    rule: row.get("rule")?,
                };
                Ok((furniture, row.get("quote")?))
            })?
            .collect()
    }

    fn horizons(&self, plan: PlanId) -> Result<Vec<Year>> {
        self.0
            .prepare_cached("SELECT year FROM plan_horizon WHERE plan = ?1 ORDER BY year")?
            .query_map([plan.0], |row| row.get(0).map(Year))?
            .collect()
    }
}

fn read(row: &Row<'_>) -> Result<PlanRow> {
    let period = row::year(row, "period_from")?.zip(row::year(row, "period_to")?);
    Ok(PlanRow {
        id: PlanId(row.get("id")?),
        position: row.get("position")?,
        source_name: row.get("source_name")?,
        source_sha256: row.get("source_sha256")?,
        encoding: row.get("encoding")?,
        source: None,
        meta: PlanMeta {
            region: row.get("region")?,
            region_level: row::word_or_none(row, "region_level")?,
            province: row.get("province")?,
            parent_region: row.get("parent_region")?,
            title: row.get("title")?,
            doc_no: row.get("doc_no")?,
            issuer: row.get("issuer")?,
            issued: row.get("issued")?,
            period,
            horizons: Vec::new(),
            genre: row.get("genre")?,
        },
        extractor_version: row.get("extractor_version")?,
        lexicon_version: row.get("lexicon_version")?,
        imported_at: row.get("imported_at")?,
        shelf: Shelf {
            removed: row.get("removed")?,
            version_of: row.get::<_, Option<i64>>("version_of")?.map(PlanId),
        },
        tags: Vec::new(),
    })
}

/// The columns of what a plan says about itself, with what stands in them. Its goal years have rows of their own.
pub(crate) fn meta_columns(meta: &PlanMeta) -> Vec<(&'static str, Value)> {
    let words = |text: Option<&str>| text.map_or(Value::Null, |text| Value::Text(text.to_owned()));
    let year = |year: Option<Year>| year.map_or(Value::Null, |year| Value::Integer(year.0.into()));
    vec![
        ("region", words(meta.region.as_deref())),
        (
            "region_level",
            words(meta.region_level.map(RegionLevel::word)),
        ),
        ("province", words(meta.province.as_deref())),
        ("parent_region", words(meta.parent_region.as_deref())),
        ("title", words(meta.title.as_deref())),
        ("doc_no", words(meta.doc_no.as_deref())),
        ("issuer", words(meta.issuer.as_deref())),
        ("issued", words(meta.issued.as_deref())),
        ("period_from", year(meta.period.map(|(from, _)| from))),
        ("period_to", year(meta.period.map(|(_, to)| to))),
        ("genre", words(meta.genre.as_deref())),
    ]
}

/// A plan about to be written.
pub(crate) struct PlanInsert<'a> {
    pub(crate) position: Option<u32>,
    pub(crate) source_name: &'a str,
    pub(crate) source_sha256: &'a str,
    pub(crate) source: &'a [u8],
    pub(crate) encoding: &'a str,
    pub(crate) frozen: &'a str,
    pub(crate) meta: &'a PlanMeta,
    pub(crate) extractor_version: u32,
    pub(crate) lexicon_version: &'a str,
    pub(crate) imported_at: &'a str,
}

/// Writing plans.
pub(crate) struct PlanTableMut<'c>(pub(crate) &'c Transaction<'c>);

impl PlanTableMut<'_> {
    /// Writes one plan; without a position it goes last.
    pub(crate) fn insert(&self, plan: &PlanInsert<'_>) -> Result<PlanId> {
        let meta = plan.meta;
        self.0
            .prepare_cached(
                "INSERT INTO plan (position, source_name, source_sha256, source, encoding, frozen, region, \
                 region_level, province, parent_region, title, doc_no, issuer, issued, period_from, period_to, \
                 genre, extractor_version, lexicon_version, imported_at) VALUES \
                 (coalesce(:position, (SELECT max(position) + 1 FROM plan), 0), :source_name, :sha256, :source, \
                 :encoding, :frozen, :region, :region_level, :province, :parent_region, :title, :doc_no, :issuer, \
                 :issued, :period_from, :period_to, :genre, :extractor_version, :lexicon_version, :imported_at)",
            )?
            .execute(named_params! {
                ":position": plan.position,
                ":source_name": plan.source_name,
                ":sha256": plan.source_sha256,
                ":source": plan.source,
                ":encoding": plan.encoding,
                ":frozen": plan.frozen,
                ":region": meta.region,
                ":region_level": meta.region_level.map(Word),
                ":province": meta.province,
                ":parent_region": meta.parent_region,
                ":title": meta.title,
                ":doc_no": meta.doc_no,
                ":issuer": meta.issuer,
                ":issued": meta.issued,
                ":period_from": meta.period.map(|(from, _)| from.0),
                ":period_to": meta.period.map(|(_, to)| to.0),
                ":genre": meta.genre,
                ":extractor_version": plan.extractor_version,
                ":lexicon_version": plan.lexicon_version,
                ":imported_at": plan.imported_at,
            })?;
        let id = PlanId(self.0.last_insert_rowid());
        shelf::insert(self.0, id)?;
        // The same year named twice is one goal year.
        let mut horizon = self
            .0
            .prepare_cached("INSERT OR IGNORE INTO plan_horizon (plan, year) VALUES (?1, ?2)")?;
        for year in &meta.horizons {
            horizon.execute((id.0, year.0))?;
        }
        Ok(id)
    }

    /// Writes the furniture of a plan.
    pub(crate) fn insert_furniture(
        &self,
        plan: PlanId,
        text: &str,
        furniture: &[Furniture],
    ) -> Result<()> {
        let mut insert = self.0.prepare_cached(
            "INSERT INTO furniture (plan, ordinal, start, end, quote, rule) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        for (ordinal, item) in (0i64..).zip(furniture) {
            let (span, quote) = (item.span, item.span.of(text));
            insert.execute((plan.0, ordinal, span.start, span.end, quote, &item.rule))?;
        }
        Ok(())
    }
}
