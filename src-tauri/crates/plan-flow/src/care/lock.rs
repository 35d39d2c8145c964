//! Who has a library open. Windows and programs share a library: SQLite orders their transactions, and what one
//! changed the others read. Only putting another file in its place needs the library alone, so everyone who has it
//! open holds a shared lock on a small file beside it, which the system lets go when a process ends.
//!
//! A shared lock cannot be counted. So everyone also takes a seat: the first of a row of small files that nobody
//! else has locked. They are never deleted, because a file that goes while another opens it is counted by nobody.

use plan_store::StoreError;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

/// More than these are not counted.
const SEATS: u32 = 64;

/// The locks of one who has the library open.
#[derive(Debug, Default)]
pub(crate) struct Presence {
    #[expect(dead_code, reason = "held for its lock")]
    shared: Option<File>,
    seat: Option<Seat>,
}

#[derive(Debug)]
struct Seat {
    number: u32,
    #[expect(dead_code, reason = "held for its lock")]
    file: File,
}

fn file_of(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

fn open(path: &Path) -> Option<File> {
    File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(file_of(path, ".lock"))
        .ok()
}

fn seat_of(path: &Path, number: u32) -> PathBuf {
    file_of(path, &format!(".lock-{number}"))
}

/// The first free seat. Where none can be had nothing is held, and this one is not counted.
fn take_seat(path: &Path) -> Option<Seat> {
    for number in 1..=SEATS {
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(seat_of(path, number))
            .ok()?;
        match file.try_lock() {
            Ok(()) => return Some(Seat { number, file }),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(_)) => return None,
        }
    }
    None
}

impl Presence {
    /// Shares the library at `path`. Where no lock can be had (a file system without them) nothing is held; the
    /// database's own locks work there or the library does not open at all.
    pub(crate) fn share(path: &Path) -> Result<Self, StoreError> {
        let Some(file) = open(path) else {
            return Ok(Self::default());
        };
        match file.try_lock_shared() {
            Ok(()) => Ok(Self {
                shared: Some(file),
                seat: take_seat(path),
            }),
            // Somebody is putting another file in its place just now.
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
            Err(TryLockError::Error(_)) => Ok(Self::default()),
        }
    }

    /// Has the library at `path` alone, or is refused.
    pub(crate) fn alone(path: &Path) -> Result<Self, StoreError> {
        let Some(file) = open(path) else {
            return Ok(Self::default());
        };
        match file.try_lock() {
            Ok(()) => Ok(Self {
                shared: Some(file),
                seat: None,
            }),
            Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
            Err(TryLockError::Error(_)) => Ok(Self::default()),
        }
    }

    /// How many others have the library at `path` open.
    pub(crate) fn others(&self, path: &Path) -> u32 {
        let own = self.seat.as_ref().map(|seat| seat.number);
        let mut others = 0;
        for number in (1..=SEATS).filter(|number| Some(*number) != own) {
            // Seats are taken in their order: behind one that is not there, nobody sits.
            let Ok(file) = File::options().write(true).open(seat_of(path, number)) else {
                if own.is_some_and(|own| own > number) {
                    continue;
                }
                break;
            };
            // Shared, so that two who look at once do not take one another for somebody.
            if matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)) {
                others += 1;
            }
        }
        others
    }
}
