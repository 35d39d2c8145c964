//! The report model to PDF: typeset on pages with the fonts of the system, bookmarked, linked, tagged.
//!
//! A crate of its own because a typesetter is heavy to build. Invariants: what a report says reaches the typesetter as
//! data, never as markup, so that no word of a plan can become an instruction; nothing is written with fonts that
//! cannot show Chinese; the same report and fonts give the same bytes.

mod fonts;
mod world;

pub use fonts::Fonts;

use plan_report::{Beside, Report, manuscript};
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use world::Papers;

/// How many plans fit beside each other, so that a number with its unit stays in one line.
const BESIDE: Beside = Beside {
    upright: 3,
    across: 7,
};

/// Why a report could not be written as PDF.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// No font of the system shows Chinese.
    #[error("the system has no font that shows Chinese")]
    NoChineseFont,
    /// The report's data could not be handed over.
    #[error("the report could not be handed to the typesetter")]
    Data(#[from] serde_json::Error),
    /// The typesetter refused.
    #[error("the report could not be typeset: {0}")]
    Typeset(String),
}

/// The bytes of `report` as PDF.
///
/// # Errors
/// When the typesetter refuses, which no report should bring about.
pub fn write(report: &Report, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    let papers = Papers::new(&manuscript(report, BESIDE), report.template, fonts)?;
    let document = typst::compile::<PagedDocument>(&papers)
        .output
        .map_err(|faults| refusal(&faults))?;
    let bytes = bytes(&document);
    // Nothing that the typesetter worked out is kept: the next report is another one, and memory is the analyst's.
    typst::comemo::evict(0);
    bytes
}

/// As PDF/UA-1, which screen readers rely on. It demands more than any reader needs, as that every character has a
/// glyph; a report that cannot meet it is still written, tagged all the same.
fn bytes(document: &PagedDocument) -> Result<Vec<u8>, PdfError> {
    let options = |standards| PdfOptions {
        creator: Smart::Custom(Some("PlanLens".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let accessible = PdfStandards::new(&[PdfStandard::Ua_1])
        .map_err(|fault| PdfError::Typeset(fault.message().to_string()))?;
    typst_pdf::pdf(document, &options(accessible))
        .or_else(|_| typst_pdf::pdf(document, &options(PdfStandards::default())))
        .map_err(|faults| refusal(&faults))
}

fn refusal(faults: &[SourceDiagnostic]) -> PdfError {
    let messages: Vec<&str> = faults.iter().map(|fault| fault.message.as_str()).collect();
    PdfError::Typeset(messages.join("; "))
}
