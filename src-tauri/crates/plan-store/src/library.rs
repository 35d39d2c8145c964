//! The open library: one connection that writes, several that only read, each reader on one snapshot.

use crate::connection::{open_reader, open_writer};
use crate::error::StoreError;
use crate::table::carried::CarriedTable;
use crate::table::change::ChangeTable;
use crate::table::cited_document::CitedDocumentTable;
use crate::table::context_figure::ContextFigureTable;
use crate::table::history::HistoryTable;
use crate::table::named_view::NamedViewTable;
use crate::table::note::NoteTable;
use crate::table::other_number::OtherNumberTable;
use crate::table::plan::PlanTable;
use crate::table::plan_generation::PlanGenerationTable;
use crate::table::section::SectionTable;
use crate::table::setting::SettingTable;
use crate::table::shelf::TagTable;
use crate::table::source::SourceTable;
use crate::table::synonym::SynonymTable;
use crate::table::target::TargetTable;
use crate::table::task::TaskTable;
use crate::table::text_tables::TextTablesTable;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

/// Idle readers kept open. More can be at work at once; they are closed afterwards.
const IDLE_READERS: usize = 4;

/// One library file.
pub struct Library {
    path: PathBuf,
    /// Before the writer, because fields are closed in this order: the last connection folds the log into the
    /// file, and one that only reads could not.
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Connection>,
}

impl Library {
    /// Opens the library at `path`, creating an empty one when there is no file.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let writer = open_writer(path)?;
        Ok(Self {
            path: path.to_owned(),
            writer: Mutex::new(writer),
            readers: Mutex::new(Vec::new()),
        })
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads one snapshot: what others write meanwhile is not seen.
    pub fn read<T>(
        &self,
        read: impl FnOnce(&View<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let idle = lock(&self.readers).pop();
        let mut conn = match idle {
            Some(conn) => conn,
            None => open_reader(&self.path)?,
        };
        let result = {
            let tx = conn.transaction_with_behavior(TransactionBehavior::Deferred)?;
            read(&View { conn: &tx })
        };
        let mut readers = lock(&self.readers);
        if readers.len() < IDLE_READERS {
            readers.push(conn);
        }
        result
    }

    /// A number that differs from the one before as soon as another program has written to the file. `None` while
    /// something is being written here: whoever asks shall not wait for it.
    pub fn written_elsewhere(&self) -> Result<Option<i64>, StoreError> {
        let writer = match self.writer.try_lock() {
            Ok(writer) => writer,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => return Ok(None),
        };
        let version = writer.pragma_query_value(None, "data_version", |row| row.get(0))?;
        Ok(Some(version))
    }

    /// Changes the library in one transaction: everything `change` does becomes visible together, or, when it
    /// fails, nothing does.
    pub fn write<T>(
        &self,
        change: impl FnOnce(&Change<'_>) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        let mut writer = lock(&self.writer);
        let tx = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let open = Change { tx };
        let answer = change(&open)?;
        open.tx.commit()?;
        Ok(answer)
    }
}

/// A panic while the lock was held leaves a connection whose transaction was rolled back: still good.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One snapshot of the library.
pub struct View<'c> {
    conn: &'c Connection,
}

/// An open transaction. It reads what it has written so far.
pub struct Change<'c> {
    tx: Transaction<'c>,
}

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident: $table:ident),+ $(,)?) => {
        impl View<'_> {
            $($(#[$doc])* #[must_use] pub fn $name(&self) -> $table<'_> { $table(self.conn) })+
        }
        impl Change<'_> {
            $($(#[$doc])* #[must_use] pub fn $name(&self) -> $table<'_> { $table(&self.tx) })+
        }
    };
}
tables!(
    /// The plans.
    plans: PlanTable,
    /// Their sections.
    sections: SectionTable,
    /// Their targets.
    targets: TargetTable,
    /// Their tasks.
    tasks: TaskTable,
    /// The documents they cite.
    cited_documents: CitedDocumentTable,
    /// Their other numbers.
    other_numbers: OtherNumberTable,
    /// What is known of the tables in their texts.
    text_tables: TextTablesTable,
    /// The notes about them.
    notes: NoteTable,
    /// What happened to targets.
    history: HistoryTable,
    /// What plans came as.
    sources: SourceTable,
    /// The tags of plans.
    tags: TagTable,
    /// The analyst's synonyms.
    synonyms: SynonymTable,
    /// The context table.
    context_figures: ContextFigureTable,
    /// What changed.
    journal: ChangeTable,
    /// The views that have a name.
    named_views: NamedViewTable,
    /// When each plan changed last.
    plan_generations: PlanGenerationTable,
    /// What changed in libraries that were merged in.
    carried: CarriedTable,
    /// The settings.
    settings: SettingTable,
);

impl View<'_> {
    pub(crate) fn connection(&self) -> &Connection {
        self.conn
    }
}

impl<'c> Change<'c> {
    pub(crate) fn transaction(&self) -> &Transaction<'c> {
        &self.tx
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_and_leaves_everything_as_it_was() {
        let dir = tempfile::tempdir().unwrap();
        let library = Library::open(&dir.path().join("a.planlens")).unwrap();
        let pages: u32 = lock(&library.writer)
            .pragma_query_value(None, "page_count", |row| row.get(0))
            .unwrap();
        // As if the disk held not one page more than the file has.
        lock(&library.writer)
            .pragma_update(None, "max_page_count", pages)
            .unwrap();
        let long = "a".repeat(1 << 20);
        let refused = library.write(|change| change.set("view", &long));
        assert!(matches!(refused, Err(StoreError::Full(_))), "{refused:?}");
        let kept = library.read(|view| Ok(view.settings().get("view")?));
        assert_eq!(kept.unwrap(), None);
        assert_eq!(library.damages().unwrap(), Vec::<String>::new());
        library.write(|change| change.set("view", "b")).unwrap();
    }
}
