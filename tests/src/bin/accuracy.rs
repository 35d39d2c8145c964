//! Writes how well extraction agrees with an annotation. Without arguments: the five plans that come with the
//! program, into tests/bench/ACCURACY.md. With a folder of annotations and a folder of texts (or of JSON as
//! `planlens extract` writes it): the same tables for those, printed.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a measuring program talks to the person at the terminal and stops when it cannot measure"
)]

use plan_tests::accuracy::Accuracy;
use plan_tests::gold::Document;
use plan_tests::place;
use std::path::Path;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.as_slice() {
        [] => {
            let root = place::root();
            let accuracy = measure(&root.join("tests/ref/gold"), &root.join("seeds/plans"));
            let folder = root.join("tests/bench");
            std::fs::create_dir_all(&folder).expect("tests/bench can be made");
            std::fs::write(folder.join("ACCURACY.md"), report(&accuracy))
                .expect("the table can be written");
            println!("{}", report(&accuracy));
            println!("## By rule\n\n{}", accuracy.by_rule());
        }
        [gold, other] => {
            let accuracy = measure(Path::new(gold), Path::new(other));
            println!("{}", tables(&accuracy));
            println!("## By rule\n\n{}", accuracy.by_rule());
        }
        _ => panic!("usage: accuracy [GOLD_DIR PRED_DIR|TEXT_DIR]"),
    }
}

/// Every annotated document of `gold` against the text, or the findings, of the same name in `other`.
fn measure(gold: &Path, other: &Path) -> Accuracy {
    let mut accuracy = Accuracy::default();
    for path in place::files_of(gold, "json") {
        let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = other.join(format!("{stem}.txt"));
        let found = if text.is_file() {
            let document = plan_flow::extract::file(&text).expect("the text can be read");
            serde_json::from_value(serde_json::to_value(&document).expect("findings are JSON"))
                .expect("findings have the form of the annotation")
        } else {
            Document::read(&other.join(format!("{stem}.json")))
        };
        accuracy.add(&stem, &Document::read(&path), &found);
    }
    accuracy
}

fn tables(accuracy: &Accuracy) -> String {
    format!(
        "## By document\n\n{}\n## By type\n\n{}\n## By field\n\n{}\n## F1 by document and field\n\n{}",
        accuracy.by_document(),
        accuracy.by_type(),
        accuracy.by_field(),
        accuracy.by_document_and_field()
    )
}

fn report(accuracy: &Accuracy) -> String {
    format!(
        "# How well extraction agrees with the annotation\n\n\
         Written by `cargo xtask bench accuracy`. The five plans that come with the program, annotated twice by hand.\n\
         *Detection*: the place of a target was found. *Strict*: its name, value, unit, bound, measure and year are all\n\
         right as well. The rules were written with these five plans in view, so the figures say that nothing has broken,\n\
         not how well an unseen document is read. Precision is the share of what was found, recall the share of what was\n\
         annotated.\n\n{}",
        tables(accuracy)
    )
}
