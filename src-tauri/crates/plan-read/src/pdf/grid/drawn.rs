//! From strokes to grids: which of them touch, and where their borders are.

use super::{Grid, MOST_STROKES, NEAR, Stroke, THIN};

/// Most borders in one direction.
const MOST_BORDERS: usize = 300;

/// Strokes that touch, as grids.
pub(super) fn grids(strokes: &[Stroke]) -> Vec<Grid> {
    if strokes.len() > MOST_STROKES {
        return Vec::new();
    }
    let edges: Vec<Stroke> = strokes.iter().flat_map(edges).collect();
    let mut group: Vec<usize> = (0..edges.len()).collect();
    for (at, one) in edges.iter().enumerate() {
        for (other_at, other) in edges.iter().enumerate().take(at) {
            if touch(one, other) {
                let (a, b) = (root(&group, at), root(&group, other_at));
                if let Some(parent) = group.get_mut(a.max(b)) {
                    *parent = a.min(b);
                }
            }
        }
    }
    let mut grids = Vec::new();
    for first in (0..edges.len()).filter(|&at| root(&group, at) == at) {
        let members = || {
            edges
                .iter()
                .enumerate()
                .filter(|&(at, _)| root(&group, at) == first)
                .map(|(_, edge)| *edge)
        };
        let (upright, level): (Vec<Stroke>, Vec<Stroke>) =
            members().partition(|edge| edge.right - edge.left <= THIN);
        let mut xs = borders(upright.iter().map(|edge| (edge.left + edge.right) / 2.0));
        let mut ys = borders(level.iter().map(|edge| (edge.bottom + edge.top) / 2.0));
        ys.reverse();
        open_sides(&mut xs, &level);
        if (3..=MOST_BORDERS).contains(&xs.len()) && (2..=MOST_BORDERS).contains(&ys.len()) {
            grids.push(Grid {
                xs,
                ys,
                upright,
                level,
            });
        }
    }
    grids
}

/// Tables are often drawn without their outermost upright lines; the level ones show where they would be.
fn open_sides(xs: &mut Vec<f32>, level: &[Stroke]) {
    let left = level.iter().map(|edge| edge.left).fold(f32::MAX, f32::min);
    let right = level.iter().map(|edge| edge.right).fold(f32::MIN, f32::max);
    if xs.first().is_some_and(|&first| left + 10.0 < first) {
        xs.insert(0, left);
    }
    if xs.last().is_some_and(|&last| right - 10.0 > last) {
        xs.push(right);
    }
}

fn root(group: &[usize], mut at: usize) -> usize {
    while let Some(&parent) = group.get(at).filter(|&&parent| parent != at) {
        at = parent;
    }
    at
}

/// A thin stroke is one edge, a frame has four.
fn edges(stroke: &Stroke) -> Vec<Stroke> {
    let Stroke {
        left,
        bottom,
        right,
        top,
    } = *stroke;
    let (wide, high) = (right - left > THIN, top - bottom > THIN);
    if wide && high {
        vec![
            Stroke {
                right: left,
                ..*stroke
            },
            Stroke {
                left: right,
                ..*stroke
            },
            Stroke {
                top: bottom,
                ..*stroke
            },
            Stroke {
                bottom: top,
                ..*stroke
            },
        ]
    } else if wide || high {
        vec![*stroke]
    } else {
        Vec::new()
    }
}

fn touch(one: &Stroke, other: &Stroke) -> bool {
    one.left <= other.right + NEAR
        && other.left <= one.right + NEAR
        && one.bottom <= other.top + NEAR
        && other.bottom <= one.top + NEAR
}

/// Places of borders, ascending; strokes near each other are one.
fn borders(places: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut places: Vec<f32> = places.collect();
    places.sort_by(f32::total_cmp);
    let mut out: Vec<f32> = Vec::new();
    for place in places {
        if out.last().is_none_or(|last| place - last > NEAR) {
            out.push(place);
        }
    }
    out
}
