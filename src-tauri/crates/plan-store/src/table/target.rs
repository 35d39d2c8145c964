//! Targets: every mention of a commitment to a quantity, with the units responsible.

use crate::row::{self, DecimalText, Word};
use plan_model::{FieldConfidence, PlanId, Status, Target, TargetId};
use rusqlite::types::Value;
use rusqlite::{Connection, Result, Row, Transaction, named_params};
use std::collections::BTreeMap;

pub(crate) const CREATE: &str = "
CREATE TABLE target (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    plan              INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
    quote_start       INTEGER NOT NULL CHECK (quote_start >= 0),
    quote_end         INTEGER NOT NULL CHECK (quote_end > quote_start),
    quote             TEXT NOT NULL,
    value_start       INTEGER CHECK (value_start >= 0),
    value_end         INTEGER CHECK (value_end > value_start),
    value_quote       TEXT,
    name              TEXT NOT NULL,
    indicator         TEXT NOT NULL CHECK (indicator <> ''),
    type              TEXT NOT NULL CHECK (type IN ('研发投入', '创新主体', '创新平台', '人才团队', '知识产权',
                          '成果转化', '产业升级', '科技金融', '创新生态', '经济发展', '绿色民生')),
    measure           TEXT NOT NULL CHECK (measure IN ('level', 'increment', 'annual', 'cumulative', 'growth',
                          'share', 'ratio', 'coverage', 'rank')),
    op                TEXT NOT NULL CHECK (op IN ('>=', '>', '=', '~', '<=', '<')),
    -- Decimals as text, digit for digit: floating point would turn 0.1891 into something near it.
    value             TEXT CHECK (value NOT GLOB '*[^-.0-9]*' AND value <> ''),
    value_max         TEXT CHECK (value_max NOT GLOB '*[^-.0-9]*' AND value_max <> ''),
    unit              TEXT,
    year              INTEGER,
    year_from         INTEGER,
    relative_to       TEXT,
    scope             TEXT,
    firmness          TEXT NOT NULL CHECK (firmness IN ('firm', 'soft')),
    section           TEXT NOT NULL,
    confidence        INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 100),
    rule              TEXT NOT NULL,
    status            TEXT NOT NULL CHECK (status IN ('extracted', 'accepted', 'edited', 'rejected')),
    extractor_version INTEGER NOT NULL,
    lexicon_version   TEXT NOT NULL,
    CHECK ((value_start IS NULL) = (value_end IS NULL) AND (value_start IS NULL) = (value_quote IS NULL)),
    CHECK (value_max IS NULL OR value IS NOT NULL)
) STRICT;
CREATE INDEX target_plan ON target (plan, quote_start);
CREATE INDEX target_indicator ON target (indicator, measure);

CREATE TABLE target_unit (
    target  INTEGER NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    unit    TEXT NOT NULL,
    PRIMARY KEY (target, ordinal)
) STRICT, WITHOUT ROWID;
";

/// Added later: how sure the extractor is of each field, and by which rule.
pub(crate) const CREATE_FIELDS: &str = "
CREATE TABLE target_field (
    target     INTEGER NOT NULL REFERENCES target (id) ON DELETE CASCADE,
    ordinal    INTEGER NOT NULL CHECK (ordinal >= 0),
    field      TEXT NOT NULL CHECK (field IN ('name', 'value', 'unit', 'op', 'measure', 'year', 'type', 'scope',
                   'firmness')),
    confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 100),
    rule       TEXT NOT NULL CHECK (rule <> ''),
    PRIMARY KEY (target, ordinal),
    UNIQUE (target, field)
) STRICT, WITHOUT ROWID;
";

/// Added later: the analyst's own remark.
pub(crate) const CREATE_COMMENT: &str = "ALTER TABLE target ADD COLUMN comment TEXT;";

/// One stored target with the words its spans stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetRow {
    /// The target.
    pub id: TargetId,
    /// Its plan.
    pub plan: PlanId,
    /// What was found.
    pub target: Target,
    /// The quotation as stored when it was found.
    pub quote: String,
    /// The value's words as stored when it was found.
    pub value_quote: Option<String>,
    /// Where it stands in review.
    pub status: Status,
    /// The analyst's own remark.
    pub comment: Option<String>,
    /// Version of the rules that found it.
    pub extractor_version: u32,
    /// Version of the vocabulary that found it.
    pub lexicon_version: String,
}

/// Targets of a plan by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TargetCounts {
    /// All but the rejected.
    pub targets: u32,
    /// Accepted or edited.
    pub decided: u32,
    /// Undecided and less sure than the bound.
    pub to_review: u32,
    /// Rejected.
    pub rejected: u32,
}

/// Reading targets.
pub struct TargetTable<'c>(pub(crate) &'c Connection);

const COLUMNS: &str = "id, plan, quote_start, quote_end, quote, value_start, value_end, value_quote, name, \
     indicator, type, measure, op, value, value_max, unit, year, year_from, relative_to, scope, firmness, section, \
     confidence, rule, status, extractor_version, lexicon_version, comment";

impl TargetTable<'_> {
    /// The targets of a plan, in order of place.
    pub fn of(&self, plan: PlanId) -> Result<Vec<TargetRow>> {
        self.rows("plan", plan.0)
    }

    /// One target.
    pub fn get(&self, target: TargetId) -> Result<Option<TargetRow>> {
        Ok(self.rows("id", target.0)?.pop())
    }

    fn rows(&self, column: &str, value: i64) -> Result<Vec<TargetRow>> {
        let mut units = self.units(column, value)?;
        let mut fields = self.fields(column, value)?;
        let mut rows = self
            .0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM target WHERE {column} = ?1 ORDER BY quote_start, id"
            ))?
            .query_map([value], read)?
            .collect::<Result<Vec<_>>>()?;
        for row in &mut rows {
            row.target.responsible = units.remove(&row.id).unwrap_or_default();
            row.target.fields = fields.remove(&row.id).unwrap_or_default();
        }
        Ok(rows)
    }

    /// How many targets a plan has, by what became of them. `below` is the bound of review.
    pub fn counts(&self, plan: PlanId, below: u8) -> Result<TargetCounts> {
        self.0
            .prepare_cached(
                "SELECT count(*) FILTER (WHERE status <> 'rejected'), \
                 count(*) FILTER (WHERE status IN ('accepted', 'edited')), \
                 count(*) FILTER (WHERE status = 'extracted' AND confidence < ?2), \
                 count(*) FILTER (WHERE status = 'rejected') FROM target WHERE plan = ?1",
            )?
            .query_row((plan.0, below), |row| {
                Ok(TargetCounts {
                    targets: row.get(0)?,
                    decided: row.get(1)?,
                    to_review: row.get(2)?,
                    rejected: row.get(3)?,
                })
            })
    }

    fn units(&self, column: &str, value: i64) -> Result<BTreeMap<TargetId, Vec<String>>> {
        let mut units: BTreeMap<TargetId, Vec<String>> = BTreeMap::new();
        let mut select = self.0.prepare_cached(&format!(
            "SELECT target_unit.target, target_unit.unit FROM target_unit JOIN target ON target.id = target_unit.target \
             WHERE target.{column} = ?1 ORDER BY target_unit.target, target_unit.ordinal"
        ))?;
        let mut rows = select.query([value])?;
        while let Some(row) = rows.next()? {
            units
                .entry(TargetId(row.get(0)?))
                .or_default()
                .push(row.get(1)?);
        }
        Ok(units)
    }

    fn fields(&self, column: &str, value: i64) -> Result<BTreeMap<TargetId, Vec<FieldConfidence>>> {
        let mut fields: BTreeMap<TargetId, Vec<FieldConfidence>> = BTreeMap::new();
        let mut select = self.0.prepare_cached(&format!(
            "SELECT target_field.target, target_field.field, target_field.confidence, target_field.rule \
             FROM target_field JOIN target ON target.id = target_field.target \
             WHERE target.{column} = ?1 ORDER BY target_field.target, target_field.ordinal"
        ))?;
        let mut rows = select.query([value])?;
        while let Some(row) = rows.next()? {
            fields
                .entry(TargetId(row.get("target")?))
                .or_default()
                .push(FieldConfidence {
                    field: row::word(row, "field")?,
                    confidence: row.get("confidence")?,
                    rule: row.get("rule")?,
                });
        }
        Ok(fields)
    }
}

fn read(row: &Row<'_>) -> Result<TargetRow> {
    Ok(TargetRow {
        id: TargetId(row.get("id")?),
        plan: PlanId(row.get("plan")?),
        target: Target {
            quote: row::span(row, "quote_start", "quote_end")?,
            value_span: row::span_or_none(row, "value_start", "value_end")?,
            name: row.get("name")?,
            indicator: row.get("indicator")?,
            indicator_type: row::word(row, "type")?,
            measure: row::word(row, "measure")?,
            op: row::word(row, "op")?,
            value: row::decimal(row, "value")?,
            value_max: row::decimal(row, "value_max")?,
            unit: row.get("unit")?,
            year: row::year(row, "year")?,
            year_from: row::year(row, "year_from")?,
            relative_to: row.get("relative_to")?,
            scope: row.get("scope")?,
            firmness: row::word(row, "firmness")?,
            section: row.get("section")?,
            responsible: Vec::new(),
            confidence: row.get("confidence")?,
            fields: Vec::new(),
            rule: row.get("rule")?,
        },
        quote: row.get("quote")?,
        value_quote: row.get("value_quote")?,
        status: row::word(row, "status")?,
        comment: row.get("comment")?,
        extractor_version: row.get("extractor_version")?,
        lexicon_version: row.get("lexicon_version")?,
    })
}

impl TargetRow {
    /// The columns that a person or a rule can change, with what stands in them, places and quotations taken from
    /// the spans.
    pub(crate) fn columns(&self, text: &str) -> Vec<(&'static str, Value)> {
        let target = &self.target;
        let words =
            |text: Option<&str>| text.map_or(Value::Null, |text| Value::Text(text.to_owned()));
        let number = |number: Option<i64>| number.map_or(Value::Null, Value::Integer);
        let decimal = |value: Option<plan_model::Decimal>| {
            words(value.map(|value| value.to_string()).as_deref())
        };
        let value = target.value_span;
        vec![
            ("quote_start", Value::Integer(target.quote.start.into())),
            ("quote_end", Value::Integer(target.quote.end.into())),
            ("quote", words(target.quote.of(text))),
            ("value_start", number(value.map(|span| span.start.into()))),
            ("value_end", number(value.map(|span| span.end.into()))),
            ("value_quote", words(value.and_then(|span| span.of(text)))),
            ("name", words(Some(&target.name))),
            ("indicator", words(Some(&target.indicator))),
            ("type", words(Some(target.indicator_type.word()))),
            ("measure", words(Some(target.measure.word()))),
            ("op", words(Some(target.op.word()))),
            ("value", decimal(target.value)),
            ("value_max", decimal(target.value_max)),
            ("unit", words(target.unit.as_deref())),
            ("year", number(target.year.map(|year| year.0.into()))),
            (
                "year_from",
                number(target.year_from.map(|year| year.0.into())),
            ),
            ("relative_to", words(target.relative_to.as_deref())),
            ("scope", words(target.scope.as_deref())),
            ("firmness", words(Some(target.firmness.word()))),
            ("section", words(Some(&target.section))),
            ("confidence", Value::Integer(target.confidence.into())),
            ("rule", words(Some(&target.rule))),
            ("status", words(Some(self.status.word()))),
            (
                "extractor_version",
                Value::Integer(self.extractor_version.into()),
            ),
            ("lexicon_version", words(Some(&self.lexicon_version))),
            ("comment", words(self.comment.as_deref())),
        ]
    }
}

/// Writing targets.
pub(crate) struct TargetTableMut<'c>(pub(crate) &'c Transaction<'c>);

impl TargetTableMut<'_> {
    /// Writes one target.
    pub(crate) fn insert(
        &self,
        plan: PlanId,
        text: &str,
        target: &Target,
        (extractor_version, lexicon_version): (u32, &str),
        status: Status,
    ) -> Result<TargetId> {
        self.0
            .prepare_cached(
                "INSERT INTO target (plan, quote_start, quote_end, quote, value_start, value_end, value_quote, \
                 name, indicator, type, measure, op, value, value_max, unit, year, year_from, relative_to, scope, \
                 firmness, section, confidence, rule, status, extractor_version, lexicon_version) VALUES \
                 (:plan, :quote_start, :quote_end, :quote, :value_start, :value_end, :value_quote, :name, \
                 :indicator, :type, :measure, :op, :value, :value_max, :unit, :year, :year_from, :relative_to, \
                 :scope, :firmness, :section, :confidence, :rule, :status, :extractor_version, :lexicon_version)",
            )?
            .execute(named_params! {
                ":plan": plan.0,
                ":quote_start": target.quote.start,
                ":quote_end": target.quote.end,
                ":quote": target.quote.of(text),
                ":value_start": target.value_span.map(|span| span.start),
                ":value_end": target.value_span.map(|span| span.end),
                ":value_quote": target.value_span.and_then(|span| span.of(text)),
                ":name": target.name,
                ":indicator": target.indicator,
                ":type": Word(target.indicator_type),
                ":measure": Word(target.measure),
                ":op": Word(target.op),
                ":value": target.value.map(DecimalText),
                ":value_max": target.value_max.map(DecimalText),
                ":unit": target.unit,
                ":year": target.year.map(|year| year.0),
                ":year_from": target.year_from.map(|year| year.0),
                ":relative_to": target.relative_to,
                ":scope": target.scope,
                ":firmness": Word(target.firmness),
                ":section": target.section,
                ":confidence": target.confidence,
                ":rule": target.rule,
                ":status": Word(status),
                ":extractor_version": extractor_version,
                ":lexicon_version": lexicon_version,
            })?;
        let id = TargetId(self.0.last_insert_rowid());
        self.insert_lists(id, target)?;
        Ok(id)
    }

    /// Writes the units and the field confidences of a target.
    pub(crate) fn insert_lists(&self, id: TargetId, target: &Target) -> Result<()> {
        let mut insert = self.0.prepare_cached(
            "INSERT INTO target_unit (target, ordinal, unit) VALUES (?1, ?2, ?3)",
        )?;
        for (ordinal, unit) in (0i64..).zip(&target.responsible) {
            insert.execute((id.0, ordinal, unit))?;
        }
        let mut insert = self.0.prepare_cached(
            "INSERT INTO target_field (target, ordinal, field, confidence, rule) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for (ordinal, known) in (0i64..).zip(&target.fields) {
            insert.execute((
                id.0,
                ordinal,
                Word(known.field),
                known.confidence,
                &known.rule,
            ))?;
        }
        Ok(())
    }
}
