//! Targets by measure and firmness: one stacked bar per plan on the scale common to all.

use super::glyph::{Look, bar};
use super::sheet::{NOTE, PAD, Sheet, TEXT, baseline, gutter, line, name, words};
use crate::scene::{Anchor, Item, Role, Run, SceneMark};
use crate::spec::{ChartSpec, StackPart};
use crate::text::width;
use plan_model::Firmness;

const SLOT: f64 = 30.0;
const HEIGHT: f64 = 20.0;
/// Room for a plan's total.
const TOTAL: f64 = 44.0;

pub(super) fn draw(
    sheet: &mut Sheet,
    spec: &ChartSpec,
    parts: &[StackPart],
    totals: &[u32],
    share: bool,
) {
    let names = gutter(
        spec.plans.iter().map(|plan| plan.name.as_str()),
        sheet.inner(),
        0.26,
    );
    let left = PAD + names + 10.0;
    let room = sheet.width - PAD - TOTAL - left;
    let most = f64::from(totals.iter().copied().max().unwrap_or(0).max(1));
    let top = sheet.y;
    for (plan, total) in spec.plans.iter().zip(totals) {
        let middle = sheet.y + SLOT / 2.0;
        sheet.put(name(&plan.name, left - 10.0, middle, names));
        let whole = if share {
            f64::from((*total).max(1))
        } else {
            most
        };
        let mut x = left;
        for part in parts.iter().filter(|part| part.plan == plan.plan) {
            let wide = f64::from(part.count) / whole * room;
            sheet.put(Item::Mark(piece(part, x, middle, wide)));
            x += wide;
        }
        let run = Run::new(total.to_string(), TEXT, Role::Ink);
        sheet.put(words(
            x + 8.0,
            baseline(middle, TEXT),
            Anchor::Start,
            vec![run],
        ));
        sheet.skip(SLOT);
    }
    sheet.put(line((left, top), (left, sheet.y), Role::LineStrong));
    sheet.skip(6.0);
}

fn piece(part: &StackPart, x: f64, middle: f64, wide: f64) -> SceneMark {
    let soft = part.firmness == Firmness::Soft;
    let kind = part.measure as u32;
    let look = Look {
        colour: Role::Kind(kind),
        hollow: false,
        soft,
        hatched: false,
    };
    let top = middle - HEIGHT / 2.0;
    // A hairline of ground keeps neighbours apart.
    let mut items = bar(x, x + (wide - 1.0).max(0.6), top, HEIGHT, look);
    if width(&part.printed, NOTE) + 4.0 <= wide {
        let ink = if soft { Role::Ink } else { Role::KindInk(kind) };
        let run = Run::new(part.printed.clone(), NOTE, ink).value();
        let at = x + (wide - 1.0) / 2.0;
        items.push(words(at, baseline(middle, NOTE), Anchor::Middle, vec![run]));
    }
    SceneMark {
        id: part.id.clone(),
        label: part.label.clone(),
        x,
        y: top,
        width: wide,
        height: HEIGHT,
        items,
    }
}
