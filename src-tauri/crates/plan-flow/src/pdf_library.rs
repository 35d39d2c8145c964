//! Where the library is that reads PDF. It comes as a file beside the program, not inside it.

use std::path::{Path, PathBuf};

/// Environment variable that names the library, for the window and the command line alike.
pub const PDF_LIBRARY_VARIABLE: &str = "PLANLENS_PDFIUM";

/// Folders where it may be, seen from the folder of the program: beside it when built or unpacked, in the folder
/// that packages for Linux and macOS keep for a program's files.
const FOLDERS: &[&str] = &[
    ".",
    "pdfium",
    "../lib/planlens",
    "../Resources/pdfium",
    // Programs of the tests stand one folder deeper than the program they test.
    "..",
    "../pdfium",
];

/// Finds the library: `named` by the analyst, or else in one of the known places around `program`.
#[must_use]
pub fn find(named: Option<PathBuf>, program: Option<&Path>) -> Option<PathBuf> {
    if named.is_some() {
        return named;
    }
    let folder = program?.parent()?;
    FOLDERS
        .iter()
        .map(|place| folder.join(place).join(file_name()))
        .find(|file| file.is_file())
}

/// How the library is called on this system.
#[must_use]
pub fn file_name() -> String {
    use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
    format!("{DLL_PREFIX}pdfium{DLL_SUFFIX}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_library_goes_before_one_beside_the_program() {
        let dir = tempfile::tempdir().unwrap();
        let program = dir.path().join("bin").join("planlens");
        assert_eq!(find(None, Some(&program)), None);
        std::fs::create_dir_all(dir.path().join("bin/pdfium")).unwrap();
        let beside = dir.path().join("bin/pdfium").join(file_name());
        std::fs::write(&beside, "").unwrap();
        assert_eq!(find(None, Some(&program)), Some(beside));
        let named = PathBuf::from("elsewhere");
        assert_eq!(find(Some(named.clone()), Some(&program)), Some(named));
        assert_eq!(find(None, None), None);
    }
}
