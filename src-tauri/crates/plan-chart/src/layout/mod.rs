//! Places: from what a chart says to where it stands. Lengths here are pixels and nothing else.

mod bars;
mod composition;
mod glyph;
mod heat;
mod legend;
mod multiples;
mod sheet;
mod timeline;

use crate::choice::ChartKind;
use crate::scene::{Role, Scene};
use crate::spec::{ChartBody, ChartSpec};
use sheet::{NOTE, Sheet, TITLE};

/// How much of the words stands in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// Drawing and signs; the caption beside it says what it is about.
    Drawing,
    /// Title, drawing and signs; the page around it says the rest.
    Page,
    /// Everything, so that the picture can leave the program.
    Picture,
}

/// Narrower than this nothing can be read.
const LEAST: u32 = 320;
/// Wider than this the eye loses the line.
const MOST: u32 = 1600;

/// The picture of a chart, `width` pixels wide.
#[must_use]
pub fn layout(spec: &ChartSpec, width: u32, frame: Frame) -> Scene {
    let mut sheet = Sheet::new(f64::from(width.clamp(LEAST, MOST)));
    if frame != Frame::Drawing {
        sheet.paragraph(&spec.title, TITLE, Role::Ink, true);
        if !spec.subtitle.is_empty() {
            sheet.paragraph(&spec.subtitle, NOTE + 1.0, Role::InkSecond, false);
        }
        sheet.skip(10.0);
    }
    match &spec.body {
        ChartBody::Figures { panels, same_axis } => match spec.kind {
            ChartKind::SmallMultiples => {
                multiples::draw(&mut sheet, &spec.plans, panels, *same_axis);
            }
            kind => bars::draw(&mut sheet, panels, kind == ChartKind::DotPlot, *same_axis),
        },
        ChartBody::Heat {
            type_names,
            marks,
            totals,
            ..
        } => heat::draw(&mut sheet, spec, type_names, marks, totals),
        ChartBody::Timeline { span, lines } => timeline::draw(&mut sheet, spec, *span, lines),
        ChartBody::Composition {
            parts,
            totals,
            share,
            ..
        } => composition::draw(&mut sheet, spec, parts, totals, *share),
    }
    legend::draw(&mut sheet, &spec.legend);
    if frame == Frame::Picture {
        sheet.skip(8.0);
        let filters = match spec.language {
            _ if spec.filters.is_empty() => String::new(),
            plan_words::Language::ZhCn => format!("筛选：{}。", spec.filters),
            plan_words::Language::En => format!("Filter: {}.", spec.filters),
        };
        let notes = spec.notes.iter().chain([&filters, &spec.source]);
        for note in notes.filter(|note| !note.is_empty()) {
            sheet.paragraph(note, NOTE, Role::InkThird, false);
            sheet.skip(2.0);
        }
    }
    sheet.finish(&spec.title)
}
