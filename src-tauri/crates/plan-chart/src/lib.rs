//! One chart specification and one drawing, for the window and for files.
//!
//! [`build`] turns a comparison into a [`ChartSpec`]: what is drawn, how, and what is left out and why, worded but
//! without pixels. [`layout`] places it as a [`Scene`] of plain shapes; [`svg`] and [`csv`] write it. Invariants: no
//! figure is drawn beside one that it may not be compared with; a figure that is left out is named with its reason;
//! values stay decimal until they become a place in the picture; the same comparison gives the same picture.

mod choice;
mod comparable;
mod csv;
mod layout;
mod palette;
mod scale;
mod scene;
mod spec;
mod svg;
mod text;

pub use choice::{ChartChoice, ChartKind, ChartQuestion, Stand};
pub use comparable::{is_comparable, on_one_axis};
pub use csv::csv;
pub use layout::{Frame, layout};
pub use palette::Palette;
pub use scene::{Anchor, Item, Role, Run, Scene, SceneMark};
pub use spec::{
    ChartBody, ChartMark, ChartPanel, ChartPlan, ChartRow, ChartSpec, ChartTable, CountMark,
    Excluded, ExcludedCause, MarkLink, PlanYears, Shape, Sign, SignWords, StackPart, Stated,
    TableCell, build,
};
pub use svg::svg;
