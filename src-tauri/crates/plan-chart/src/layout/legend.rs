//! The signs that occur, each drawn as it occurs, with its words.

use super::glyph::{Look, arrow, bar, cap, diamond};
use super::sheet::{NOTE, PAD, Sheet, baseline, words};
use crate::scene::{Anchor, Item, Role, Run};
use crate::spec::{Sign, SignWords};
use crate::text::width;

/// Room for a sign.
const SIGN: f64 = 26.0;
const LINE: f64 = 18.0;

pub(super) fn draw(sheet: &mut Sheet, legend: &[SignWords]) {
    if legend.is_empty() {
        return;
    }
    sheet.skip(6.0);
    let mut x = PAD;
    for one in legend {
        let wide = SIGN + width(&one.words, NOTE) + 18.0;
        if x > PAD && x + wide - 18.0 > sheet.width - PAD {
            x = PAD;
            sheet.skip(LINE);
        }
        let middle = sheet.y + LINE / 2.0;
        for item in sign(one.sign, x, middle) {
            sheet.put(item);
        }
        let run = Run::new(one.words.clone(), NOTE, Role::InkSecond);
        sheet.put(words(
            x + SIGN,
            baseline(middle, NOTE),
            Anchor::Start,
            vec![run],
        ));
        x += wide;
    }
    sheet.skip(LINE + 2.0);
}

/// A sign in a neutral colour, because it means the same in every colour.
fn sign(sign: Sign, x: f64, middle: f64) -> Vec<Item> {
    const HEIGHT: f64 = 10.0;
    let (top, end) = (middle - HEIGHT / 2.0, x + 20.0);
    let plain = Look {
        colour: Role::InkThird,
        hollow: false,
        soft: false,
        hatched: false,
    };
    match sign {
        Sign::Open => {
            let mut items = bar(x, end - 10.0, top, HEIGHT, plain);
            items.push(arrow(end - 2.0, middle, true, Role::InkThird));
            items
        }
        Sign::Closed => {
            let mut items = bar(x, end, top, HEIGHT, plain);
            items.push(arrow(end - 7.0, middle, false, Role::Ground));
            items
        }
        Sign::Hollow => bar(
            x,
            end,
            top,
            HEIGHT,
            Look {
                hollow: true,
                ..plain
            },
        ),
        Sign::Range => {
            let mut items = bar(x, end, top, HEIGHT, plain);
            items.extend([x, end].map(|x| cap(x, top, HEIGHT, Role::InkThird)));
            items
        }
        Sign::Soft => bar(
            x,
            end,
            top,
            HEIGHT,
            Look {
                soft: true,
                ..plain
            },
        ),
        Sign::Conditional => bar(
            x,
            end,
            top,
            HEIGHT,
            Look {
                hatched: true,
                ..plain
            },
        ),
        Sign::Measure { measure } => bar(
            x + 6.0,
            end,
            top,
            HEIGHT,
            Look {
                colour: Role::Kind(measure as u32),
                ..plain
            },
        ),
        Sign::Period => bar(
            x,
            end,
            middle - 4.0,
            8.0,
            Look {
                soft: true,
                ..plain
            },
        ),
        Sign::Horizon => vec![diamond(x + 10.0, middle, 6.5, Role::InkThird)],
        Sign::Due => bar(x + 8.0, x + 16.0, middle - 6.0, 12.0, plain),
    }
}
