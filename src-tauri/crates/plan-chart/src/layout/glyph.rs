//! The signs at figures: bars, dots, arrows, hatches. Hatches are drawn line by line, so that every reader of SVG
//! shows them.

use crate::scene::{Item, Role};
use std::fmt::Write;

/// 力争 is drawn at this share of full strength, within an edge of full strength.
const SOFT: f64 = 0.35;
/// From stripe to stripe.
const STRIPE: f64 = 4.0;

/// How a figure is filled.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) colour: Role,
    pub(super) hollow: bool,
    pub(super) soft: bool,
    pub(super) hatched: bool,
}

/// A bar between two places, whichever is further left.
pub(super) fn bar(from: f64, to: f64, top: f64, height: f64, look: Look) -> Vec<Item> {
    let (x, width) = (from.min(to), (to - from).abs());
    let edge = look.hollow || look.soft;
    let mut items = vec![Item::Rect {
        x,
        y: top,
        width,
        height,
        fill: Some(if look.hollow {
            Role::Ground
        } else {
            look.colour
        }),
        opacity: if look.soft && !look.hollow { SOFT } else { 1.0 },
        stroke: edge.then_some(look.colour),
    }];
    if look.hatched {
        let mut d = String::new();
        let mut at = STRIPE / 2.0 - height;
        while at < width {
            // A stripe rises to the right; it is cut where it leaves the bar.
            let (left, right) = (at.max(0.0), (at + height).min(width));
            if right > left {
                let _ = write!(
                    d,
                    "M{:.1} {:.1}L{:.1} {:.1}",
                    x + left,
                    top + height - (left - at),
                    x + right,
                    top + height - (right - at)
                );
            }
            at += STRIPE + 1.5;
        }
        items.push(stripes(d, look));
    }
    items
}

/// A dot. Its stripes are chords.
pub(super) fn dot(x: f64, y: f64, r: f64, look: Look) -> Vec<Item> {
    let mut items = vec![Item::Circle {
        x,
        y,
        r,
        fill: Some(if look.hollow {
            Role::Ground
        } else {
            look.colour
        }),
        opacity: if look.soft && !look.hollow { SOFT } else { 1.0 },
        stroke: Some(look.colour),
    }];
    if look.hatched {
        let mut d = String::new();
        for step in [-0.55, 0.0, 0.55] {
            let (away, half) = (step * r, (r * r * (1.0 - step * step)).sqrt() - 0.8);
            // Along a rising diagonal: half the chord to both sides of its middle.
            let (side, shift) = (
                half * std::f64::consts::FRAC_1_SQRT_2,
                away * std::f64::consts::FRAC_1_SQRT_2,
            );
            let _ = write!(
                d,
                "M{:.1} {:.1}L{:.1} {:.1}",
                x + shift - side,
                y + shift + side,
                x + shift + side,
                y + shift - side
            );
        }
        items.push(stripes(d, look));
    }
    items
}

fn stripes(d: String, look: Look) -> Item {
    let on_colour = !look.hollow && !look.soft;
    Item::Path {
        d,
        fill: None,
        opacity: 1.0,
        stroke: Some(if on_colour { Role::Ground } else { look.colour }),
        width: 1.2,
    }
}

/// An open arrow head whose tip stands at `x`, pointing right or left.
pub(super) fn arrow(x: f64, middle: f64, right: bool, stroke: Role) -> Item {
    let back = if right { x - 5.0 } else { x + 5.0 };
    Item::Path {
        d: format!(
            "M{back:.1} {:.1}L{x:.1} {middle:.1}L{back:.1} {:.1}",
            middle - 5.5,
            middle + 5.5
        ),
        fill: None,
        opacity: 1.0,
        stroke: Some(stroke),
        width: 1.6,
    }
}

/// The line at an end of a range.
pub(super) fn cap(x: f64, top: f64, height: f64, colour: Role) -> Item {
    Item::Rect {
        x: x - 1.0,
        y: top - 3.0,
        width: 2.0,
        height: height + 6.0,
        fill: Some(colour),
        opacity: 1.0,
        stroke: None,
    }
}

/// The mark of a goal year.
pub(super) fn diamond(x: f64, y: f64, r: f64, fill: Role) -> Item {
    Item::Path {
        d: format!(
            "M{x:.1} {:.1}L{:.1} {y:.1}L{x:.1} {:.1}L{:.1} {y:.1}Z",
            y - r,
            x + r,
            y + r,
            x - r
        ),
        fill: Some(fill),
        opacity: 1.0,
        stroke: Some(Role::Ground),
        width: 1.0,
    }
}
