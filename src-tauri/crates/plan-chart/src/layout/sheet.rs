//! The sheet that a picture grows on from top to bottom.

use crate::scene::{Anchor, Item, Role, Run, Scene, SceneMark};
use crate::text::{shortened, width, wrapped};

/// Size of the title.
pub(super) const TITLE: f64 = 15.0;
/// Size of heads.
pub(super) const HEAD: f64 = 13.0;
/// Size of values and names.
pub(super) const TEXT: f64 = 12.0;
/// Size of notes, conditions and axes.
pub(super) const NOTE: f64 = 11.0;
/// Margin of the sheet.
pub(super) const PAD: f64 = 14.0;

/// What has been drawn, and how far down.
pub(super) struct Sheet {
    /// Of the whole picture.
    pub(super) width: f64,
    /// Where the next thing begins.
    pub(super) y: f64,
    items: Vec<Item>,
}

impl Sheet {
    pub(super) fn new(width: f64) -> Self {
        Self {
            width,
            y: PAD,
            items: Vec::new(),
        }
    }

    pub(super) fn skip(&mut self, room: f64) {
        self.y += room;
    }

    /// Room between the margins.
    pub(super) fn inner(&self) -> f64 {
        self.width - 2.0 * PAD
    }

    pub(super) fn put(&mut self, item: Item) {
        self.items.push(item);
    }

    /// Words over the whole width, in as many lines as they need.
    pub(super) fn paragraph(&mut self, text: &str, size: f64, fill: Role, bold: bool) {
        for line in wrapped(text, size, self.inner()) {
            self.y += size * 1.45;
            let run = Run::new(line, size, fill);
            let run = if bold { run.bold() } else { run };
            self.put(words(PAD, self.y - size * 0.3, Anchor::Start, vec![run]));
        }
    }

    pub(super) fn finish(self, label: &str) -> Scene {
        Scene {
            width: self.width,
            height: (self.y + PAD).ceil(),
            label: label.to_owned(),
            items: self.items.into_iter().map(rounded).collect(),
        }
    }
}

/// Words on one line.
pub(super) fn words(x: f64, y: f64, anchor: Anchor, runs: Vec<Run>) -> Item {
    Item::Text { x, y, anchor, runs }
}

/// The name of a plan at the right edge of its gutter, shortened to fit.
pub(super) fn name(text: &str, right: f64, middle: f64, room: f64) -> Item {
    let run = Run::new(shortened(text, TEXT, room), TEXT, Role::Ink);
    words(right, baseline(middle, TEXT), Anchor::End, vec![run])
}

/// The line on which letters stand that are centred on `middle`.
pub(super) fn baseline(middle: f64, size: f64) -> f64 {
    middle + size * 0.36
}

/// Room for the longest of `names`, at most `share` of the width.
pub(super) fn gutter<'n>(names: impl Iterator<Item = &'n str>, of: f64, share: f64) -> f64 {
    let longest = names.map(|name| width(name, TEXT)).fold(0.0, f64::max);
    longest.min(of * share).max(24.0)
}

/// A hairline or a stronger line.
pub(super) fn line(from: (f64, f64), to: (f64, f64), stroke: Role) -> Item {
    Item::Line {
        x1: from.0,
        y1: from.1,
        x2: to.0,
        y2: to.1,
        stroke,
        width: 1.0,
        dotted: false,
    }
}

/// A tenth of a pixel is finer than any screen; more digits would only make the picture larger.
fn rounded(mut item: Item) -> Item {
    let round = |value: &mut f64| *value = (*value * 10.0).round() / 10.0;
    match &mut item {
        Item::Rect {
            x,
            y,
            width,
            height,
            ..
        } => [x, y, width, height].into_iter().for_each(round),
        Item::Line { x1, y1, x2, y2, .. } => [x1, y1, x2, y2].into_iter().for_each(round),
        Item::Circle { x, y, r, .. } => [x, y, r].into_iter().for_each(round),
        Item::Text { x, y, .. } => [x, y].into_iter().for_each(round),
        Item::Path { .. } => {}
        Item::Mark(SceneMark {
            x,
            y,
            width,
            height,
            items,
            ..
        }) => {
            [x, y, width, height].into_iter().for_each(round);
            *items = std::mem::take(items).into_iter().map(rounded).collect();
        }
    }
    item
}
