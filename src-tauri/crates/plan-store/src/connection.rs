//! Opening the file: the fence against newer and foreign files, the settings of a connection, the migrations.

use crate::error::StoreError;
use crate::table;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use rusqlite_migration::Migrations;
use std::path::Path;
use std::time::{Duration, Instant};

/// Marks a database file as a library of this program: `PlLn` in ASCII.
const APPLICATION_ID: u32 = 0x506C_4C6E;

/// How long a connection waits for another one's transaction. The longest transaction writes one document.
const BUSY: Duration = Duration::from_secs(10);

/// The one connection that writes. Creates the file when it is absent.
pub(crate) fn open_writer(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(BUSY)?;
    // Before anything is written: a newer or foreign file must be left as it is.
    fence(&conn)?;
    settle(|| {
        conn.pragma_update(None, "journal_mode", "WAL")?;
        Ok(())
    })?;
    configure(&conn)?;
    // NORMAL keeps the file whole after a crash in WAL mode; only the last transactions could be missing
    // after a power cut, and those are whole documents.
    conn.pragma_update(None, "synchronous", "NORMAL")?;
    conn.set_transaction_behavior(TransactionBehavior::Immediate);
    migrate(&mut conn)?;
    Ok(conn)
}

/// A connection that cannot write.
pub(crate) fn open_reader(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(BUSY)?;
    fence(&conn)?;
    configure(&conn)?;
    Ok(conn)
}

fn configure(conn: &Connection) -> Result<(), StoreError> {
    conn.pragma_update(None, "foreign_keys", true)?;
    // The file may come from somebody else: its schema is not trusted, and cannot be rewritten from within.
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(())
}

/// `user_version` is the number of migrations applied; `application_id` says whose file it is.
fn fence(conn: &Connection) -> Result<(), StoreError> {
    let known = known_version();
    // One transaction, so that the three answers belong together: another process may be making this very file.
    let snapshot = conn.unchecked_transaction()?;
    let found: u32 = snapshot.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let application: u32 = snapshot.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let tables: u32 =
        snapshot.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    snapshot.finish()?;
    if application != APPLICATION_ID && (application != 0 || tables > 0 || found > 0) {
        return Err(StoreError::NotALibrary);
    }
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    Ok(())
}

/// The schema version this program writes.
pub(crate) fn known_version() -> u32 {
    u32::try_from(table::MIGRATIONS.len()).unwrap_or(u32::MAX)
}

fn migrate(conn: &mut Connection) -> Result<(), StoreError> {
    let migrations = Migrations::new(
        table::MIGRATIONS
            .iter()
            .copied()
            .map(rusqlite_migration::M::up)
            .collect(),
    );
    // The version is read before the transaction begins, so another process may win the race in between: its
    // tables then exist already, this attempt is rolled back, and the next one finds nothing left to do.
    settle(|| {
        if migrations.pending_migrations(conn)? == 0 {
            return Ok(());
        }
        Ok(migrations.to_latest(conn)?)
    })
    .or_else(|error| {
        if version(conn)? == known_version() {
            Ok(())
        } else {
            Err(error)
        }
    })
}

fn version(conn: &Connection) -> Result<u32, StoreError> {
    Ok(conn.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// Tries again while another process holds the file, for as long as a transaction would wait: switching to WAL
/// answers "busy" at once.
fn settle(mut attempt: impl FnMut() -> Result<(), StoreError>) -> Result<(), StoreError> {
    let began = Instant::now();
    loop {
        match attempt() {
            Err(StoreError::Busy(_)) if began.elapsed() < BUSY => {
                std::thread::sleep(Duration::from_millis(20));
            }
            settled => return settled,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_migrations_are_well_formed() {
        let migrations = Migrations::new(
            table::MIGRATIONS
                .iter()
                .copied()
                .map(rusqlite_migration::M::up)
                .collect(),
        );
        migrations.validate().unwrap();
    }

    #[test]
    fn a_file_from_before_the_journal_keeps_its_plans() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.planlens");
        // The steps of the first release.
        let before = 11;
        let old: Vec<_> = table::MIGRATIONS
            .iter()
            .take(before)
            .copied()
            .map(rusqlite_migration::M::up)
            .collect();
        let mut conn = Connection::open(&path).unwrap();
        Migrations::new(old).to_latest(&mut conn).unwrap();
        conn.execute_batch(
            "INSERT INTO plan (id, position, source_name, source_sha256, encoding, extractor_version, \
             lexicon_version, imported_at, source, frozen) \
             VALUES (7, 0, 'a.txt', hex(zeroblob(32)), 'UTF-8', 1, '1', '', x'', '');",
        )
        .unwrap();
        drop(conn);
        let peek = crate::copy::peek(&path).unwrap();
        assert!(peek.outdated);
        assert_eq!(peek.plans, Some(1));
        let library = crate::Library::open(&path).unwrap();
        let listed = library.read(|view| Ok(view.plans().list()?)).unwrap();
        assert_eq!(listed.len(), 1);
        assert!(listed[0].shelf.in_use());
        // What it came as was not kept then. Measured now, it is kept; taken back, it is unknown again.
        assert_eq!(listed[0].source, None);
        let source = (
            plan_model::SourceFormat::Pdf,
            plan_model::TextQuality {
                broken_lines: 7,
                ..plan_model::TextQuality::default()
            },
        );
        let batch = crate::NewBatch {
            at: "",
            kind: plan_model::BatchKind::PlansReextracted,
            by: "rules",
            subject: None,
            goes_on: None,
        };
        let kept = |library: &crate::Library| {
            let plan = library.read(|view| Ok(view.plans().get(listed[0].id)?));
            plan.unwrap().unwrap().source
        };
        library
            .write(|change| {
                change.journalled(batch, |journal| {
                    journal.set_source(listed[0].id, source.0, source.1)
                })
            })
            .unwrap();
        assert_eq!(kept(&library), Some(source));
        library.write(|change| change.undo()).unwrap();
        assert_eq!(kept(&library), None);
        library.write(|change| change.redo()).unwrap();
        assert_eq!(kept(&library), Some(source));
        assert!(!crate::copy::peek(&path).unwrap().outdated);
    }

    #[test]
    fn a_reader_cannot_write() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.planlens");
        drop(open_writer(&path).unwrap());
        let reader = open_reader(&path).unwrap();
        assert!(
            reader
                .execute("INSERT INTO setting (key, value) VALUES ('a', 'b')", [])
                .is_err()
        );
    }
}
