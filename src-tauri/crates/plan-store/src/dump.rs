//! Every row of a library's data as one line of text, so that two states can be compared byte for byte.

use crate::StoreError;
use crate::library::View;
use crate::plan_write::sha256_hex;
use rusqlite::types::ValueRef;
use std::fmt::Write;

/// The journal tells how the data came to be, and generations when it changed; they are not the data.
const JOURNAL: [&str; 3] = ["change", "change_batch", "plan_generation"];

/// Settings that change without any change of the data: a counter that only rises, and what the window showed.
const PASSING: [&str; 2] = ["generation", "view"];

impl View<'_> {
    /// The rows of every table, tables by name and rows by key; sources as their length and checksum. The journal
    /// and the passing settings are left out: what was changed and taken back leaves no trace here.
    pub fn dump(&self) -> Result<String, StoreError> {
        let conn = self.connection();
        let tables: Vec<String> = conn
            .prepare(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
            )?
            .query_map([], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut dump = String::new();
        for table in tables
            .iter()
            .filter(|table| !JOURNAL.contains(&table.as_str()))
        {
            // The name comes from the schema, which the fence and the migrations vouch for.
            let quoted = table.replace('"', "\"\"");
            let mut select = conn.prepare(&format!("SELECT * FROM \"{quoted}\" ORDER BY 1, 2"))?;
            let columns: Vec<String> = select
                .column_names()
                .into_iter()
                .map(str::to_owned)
                .collect();
            let mut rows = select.query([])?;
            while let Some(row) = rows.next()? {
                let key = row.get_ref(0)?;
                if table == "setting" && key.as_str().is_ok_and(|key| PASSING.contains(&key)) {
                    continue;
                }
                dump.push_str(table);
                for (at, column) in columns.iter().enumerate() {
                    let _ = write!(dump, " {column}={}", shown(row.get_ref(at)?));
                }
                dump.push('\n');
            }
        }
        Ok(dump)
    }
}

fn shown(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Null => "null".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(text) => format!("{:?}", String::from_utf8_lossy(text)),
        ValueRef::Blob(bytes) => format!("{} bytes {}", bytes.len(), sha256_hex(bytes)),
    }
}
