//! Colours of files: those of the window's light theme, because paper is white.

use crate::scene::Role;

/// What roles look like.
#[derive(Debug, Clone, Copy, Default)]
pub struct Palette;

const PLANS: [&str; 12] = [
    "#0072b2", "#56b4e9", "#009e73", "#e69f00", "#cc79a7", "#d55e00", "#332288", "#999933",
    "#882255", "#44aa99", "#6b6b6b", "#8c564b",
];

const KINDS: [&str; 11] = [
    "#7d3c34", "#c99a85", "#5f6b4e", "#b7be98", "#3f5a6e", "#a3b9c6", "#6a5470", "#c4b2c8",
    "#7a6a3c", "#d3c48f", "#4c4c48",
];

const HEATS: [&str; 6] = [
    "#f1f4f6", "#d5e0e8", "#aec5d5", "#7ea3bd", "#44759a", "#1f4c6e",
];

impl Palette {
    /// The colour of a role, hexadecimal.
    #[must_use]
    pub fn colour(self, role: Role) -> &'static str {
        let at = |list: &[&'static str], at: u32| list[at as usize % list.len()];
        match role {
            Role::Ground => "#ffffff",
            Role::Ink => "#1c1c1a",
            Role::InkSecond => "#55554f",
            Role::InkThird => "#686861",
            Role::Line => "#e3e1da",
            Role::LineStrong => "#c6c3b9",
            Role::Plan(place) => at(&PLANS, place),
            Role::Kind(place) => at(&KINDS, place),
            Role::KindInk(place) if place % 11 % 2 == 0 => "#ffffff",
            Role::KindInk(_) => "#1c1c1a",
            Role::Heat(step) => at(&HEATS, step.min(5)),
            Role::HeatInk(step) if step >= 4 => "#ffffff",
            Role::HeatInk(_) => "#1c1c1a",
        }
    }
}
