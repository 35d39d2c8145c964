//! How the words and values of the domain stand in columns. A word that no vocabulary knows is damage, not a
//! default.

use plan_model::{
    BatchKind, ContextVariable, Decimal, Field, Firmness, IndicatorType, Measure, NoteCode,
    NumberClass, Op, RegionLevel, SectionKind, SourceFormat, Span, Status, Year,
};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Result, Row};

/// A word of a closed vocabulary in a text column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<T>(pub(crate) T);

/// A decimal in a text column, digit for digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DecimalText(pub(crate) Decimal);

/// A vocabulary whose words stand in the database.
pub(crate) trait Vocabulary: Copy {
    /// The word of a value.
    fn word_of(self) -> &'static str;
    /// The value of a word.
    fn of_word(word: &str) -> Option<Self>;
}

macro_rules! vocabulary {
    ($($name:ty),+) => {
        $(impl Vocabulary for $name {
            fn word_of(self) -> &'static str { self.word() }
            fn of_word(word: &str) -> Option<Self> { Self::from_word(word) }
        })+
    };
}
vocabulary!(
    IndicatorType,
    Measure,
    Op,
    Field,
    Firmness,
    RegionLevel,
    SectionKind,
    NumberClass,
    Status,
    NoteCode,
    BatchKind,
    SourceFormat,
    ContextVariable
);

impl<T: Vocabulary> ToSql for Word<T> {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.word_of()))
    }
}

impl<T: Vocabulary> FromSql for Word<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word = value.as_str()?;
        T::of_word(word)
            .map(Word)
            .ok_or_else(|| FromSqlError::Other(format!("no such word: {word}").into()))
    }
}

impl ToSql for DecimalText {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.to_string()))
    }
}

impl FromSql for DecimalText {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Decimal::from_str_exact(value.as_str()?)
            .map(DecimalText)
            .map_err(|error| FromSqlError::Other(Box::new(error)))
    }
}

/// A required word.
pub(crate) fn word<T: Vocabulary>(row: &Row<'_>, column: &str) -> Result<T> {
    row.get::<_, Word<T>>(column).map(|word| word.0)
}

/// A word that may be missing.
pub(crate) fn word_or_none<T: Vocabulary>(row: &Row<'_>, column: &str) -> Result<Option<T>> {
    row.get::<_, Option<Word<T>>>(column)
        .map(|word| word.map(|word| word.0))
}

/// A decimal that may be missing.
pub(crate) fn decimal(row: &Row<'_>, column: &str) -> Result<Option<Decimal>> {
    row.get::<_, Option<DecimalText>>(column)
        .map(|value| value.map(|value| value.0))
}

/// A year that may be missing.
pub(crate) fn year(row: &Row<'_>, column: &str) -> Result<Option<Year>> {
    row.get::<_, Option<i32>>(column).map(|year| year.map(Year))
}

/// A span in two columns.
pub(crate) fn span(row: &Row<'_>, start: &str, end: &str) -> Result<Span> {
    Ok(Span {
        start: row.get(start)?,
        end: row.get(end)?,
    })
}

/// A span in two columns that may both be missing.
pub(crate) fn span_or_none(row: &Row<'_>, start: &str, end: &str) -> Result<Option<Span>> {
    let (start, end): (Option<u32>, Option<u32>) = (row.get(start)?, row.get(end)?);
    Ok(start.zip(end).map(|(start, end)| Span { start, end }))
}
