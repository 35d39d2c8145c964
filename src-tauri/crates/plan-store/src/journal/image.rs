//! Rows and single values as JSON. Only whole numbers, texts and nothing occur in the tables under the journal.

use super::entity::Entity;
use crate::error::StoreError;
use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::{Connection, ToSql};
use serde_json::{Map, Value as Json};

/// A value of a column as JSON text.
pub(super) fn written(value: &Value) -> Result<String, StoreError> {
    Ok(to_json(value)?.to_string())
}

/// A value of a column from its JSON text.
pub(super) fn value_of(text: &str) -> Result<Value, StoreError> {
    let json: Json = serde_json::from_str(text).map_err(|_| StoreError::Journal("no JSON"))?;
    from_json(&json)
}

fn to_json(value: &Value) -> Result<Json, StoreError> {
    match value {
        Value::Null => Ok(Json::Null),
        Value::Integer(number) => Ok(Json::from(*number)),
        Value::Text(text) => Ok(Json::from(text.as_str())),
        Value::Real(_) | Value::Blob(_) => {
            Err(StoreError::Journal("a value that no column here holds"))
        }
    }
}

fn from_json(json: &Json) -> Result<Value, StoreError> {
    match json {
        Json::Null => Ok(Value::Null),
        Json::String(text) => Ok(Value::Text(text.clone())),
        Json::Number(number) => number
            .as_i64()
            .map(Value::Integer)
            .ok_or(StoreError::Journal("a number that no column here holds")),
        _ => Err(StoreError::Journal("a value that no column here holds")),
    }
}

/// A whole row, its columns in alphabetical order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Image(Map<String, Json>);

impl Image {
    /// The rows of a table for which `column` is `value`, in key order.
    pub(super) fn rows(
        conn: &Connection,
        entity: Entity,
        column: &str,
        value: &dyn ToSql,
    ) -> Result<Vec<Self>, StoreError> {
        let mut select = conn.prepare_cached(&format!(
            "SELECT * FROM {} WHERE {} = ?1 ORDER BY {}",
            entity.table(),
            identifier(column)?,
            entity.key().join(", "),
        ))?;
        let names: Vec<String> = select
            .column_names()
            .into_iter()
            .map(str::to_owned)
            .collect();
        let mut rows = select.query([value])?;
        let mut images = Vec::new();
        while let Some(row) = rows.next()? {
            let mut image = Map::new();
            for (at, name) in names.iter().enumerate() {
                image.insert(name.clone(), to_json(&row.get(at)?)?);
            }
            images.push(Self(image));
        }
        Ok(images)
    }

    pub(super) fn parse(text: &str) -> Result<Self, StoreError> {
        serde_json::from_str(text)
            .map(Self)
            .map_err(|_| StoreError::Journal("no row"))
    }

    pub(super) fn text(&self) -> String {
        Json::Object(self.0.clone()).to_string()
    }

    pub(super) fn get(&self, column: &str) -> Result<Value, StoreError> {
        from_json(self.0.get(column).unwrap_or(&Json::Null))
    }

    /// Writes the row.
    pub(super) fn insert(&self, conn: &Connection, entity: Entity) -> Result<(), StoreError> {
        let columns = self
            .0
            .keys()
            .map(|name| identifier(name))
            .collect::<Result<Vec<_>, _>>()?;
        let values = self
            .0
            .values()
            .map(from_json)
            .collect::<Result<Vec<_>, _>>()?;
        let places: Vec<String> = (1..=values.len()).map(|at| format!("?{at}")).collect();
        conn.prepare_cached(&format!(
            "INSERT INTO {} ({}) VALUES ({})",
            entity.table(),
            columns.join(", "),
            places.join(", ")
        ))?
        .execute(rusqlite::params_from_iter(values))?;
        Ok(())
    }

    /// Takes the row away; it must be there.
    pub(super) fn delete(&self, conn: &Connection, entity: Entity) -> Result<(), StoreError> {
        let key = entity
            .key()
            .iter()
            .enumerate()
            .map(|(at, column)| format!("{column} = ?{}", at + 1))
            .collect::<Vec<_>>()
            .join(" AND ");
        let values = entity
            .key()
            .iter()
            .map(|column| self.get(column))
            .collect::<Result<Vec<_>, _>>()?;
        let gone = conn
            .prepare_cached(&format!("DELETE FROM {} WHERE {key}", entity.table()))?
            .execute(rusqlite::params_from_iter(values))?;
        if gone == 1 {
            Ok(())
        } else {
            Err(StoreError::Journal("a row that should be there is not"))
        }
    }
}

/// A column name as it may stand in a statement. The journal may come from somebody else's file.
pub(super) fn identifier(name: &str) -> Result<String, StoreError> {
    let plain = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if plain {
        // Brackets, because a quoted name that is no column would be taken for a text.
        Ok(format!("[{name}]"))
    } else {
        Err(StoreError::Journal("a name that no column here has"))
    }
}

/// A value about to stand in a column.
pub(crate) fn of(value: &dyn ToSql) -> Result<Value, StoreError> {
    Ok(match value.to_sql()? {
        ToSqlOutput::Owned(value) => value,
        ToSqlOutput::Borrowed(value) => value
            .try_into()
            .map_err(|_| StoreError::Journal("no text"))?,
        _ => return Err(StoreError::Journal("a value that no column here holds")),
    })
}
