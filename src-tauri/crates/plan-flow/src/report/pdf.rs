//! A report typeset with the fonts of this system.

use crate::error::Error;
use plan_pdf::Fonts;
use plan_report::Report;
use std::sync::OnceLock;

/// Looking for fonts takes longer than a report, so it is done once.
static FONTS: OnceLock<Fonts> = OnceLock::new();

/// The PDF's bytes. A system without a Chinese font is looked through anew each time: one may be installed meanwhile.
pub(super) fn write(report: &Report) -> Result<Vec<u8>, Error> {
    let fonts = match FONTS.get() {
        Some(fonts) => fonts,
        None => {
            let found = Fonts::of_system()?;
            FONTS.get_or_init(|| found)
        }
    };
    Ok(plan_pdf::write(report, fonts)?)
}
