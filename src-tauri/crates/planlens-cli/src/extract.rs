//! `planlens extract`: findings as JSON, without a library.

use crate::Outcome;
use crate::args::ExtractArgs;
use crate::explain::{self, Problem};
use crate::{open, out};
use plan_flow::SystemHost;
use plan_flow::extract;
use plan_flow::extract::ExtractedDocument;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(crate) fn run(args: &ExtractArgs) -> Result<Outcome, Problem> {
    match &args.out {
        Some(folder) => write_files(&args.files, folder),
        None => print(&args.files),
    }
}

/// One file gives an object, several give an array.
fn print(files: &[PathBuf]) -> Result<Outcome, Problem> {
    let host = open::host(PathBuf::new());
    let found: Vec<ExtractedDocument> = files.iter().filter_map(|path| told(&host, path)).collect();
    match (files, found.as_slice()) {
        ([_], [document]) => out::print_json(document)?,
        ([_], []) => {}
        (_, documents) => out::print_json(&documents)?,
    }
    Ok(if found.len() == files.len() {
        Outcome::Done
    } else {
        Outcome::Refused
    })
}

fn write_files(files: &[PathBuf], folder: &Path) -> Result<Outcome, Problem> {
    let host = open::host(PathBuf::new());
    let mut outcome = Outcome::Done;
    let mut written = BTreeSet::new();
    for path in files {
        let mut name = path.file_stem().unwrap_or(path.as_os_str()).to_owned();
        name.push(".json");
        let place = folder.join(name);
        if !written.insert(place.clone()) {
            explain::print(&Problem::SameName(place));
            outcome = Outcome::Refused;
            continue;
        }
        match told(&host, path) {
            Some(document) => plan_flow::report::write_file(&place, &out::to_json(&document)?)?,
            None => outcome = Outcome::Refused,
        }
    }
    Ok(outcome)
}

/// The findings of one file; when there are none to be had, it is told why.
fn told(host: &SystemHost, path: &Path) -> Option<ExtractedDocument> {
    match extract::file_with(host, path) {
        Ok(document) => Some(document),
        Err(error) => {
            explain::print_error(&error.to_wire());
            None
        }
    }
}
