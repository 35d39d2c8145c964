//! The matrix in windows: built once for a question, kept, and handed out in the pieces that are looked at.
//!
//! A ticket names a kept matrix. It is good until the library changes or two other questions have been asked;
//! then its answers are `None`, and whoever holds it asks the question again.

mod bars;
mod edge;
mod find;
mod frame;
mod order;
mod outside;
mod pack;
mod text;

pub use find::FOUND_AT_MOST;
pub use pack::pack;

use crate::assumed::{Ground, ground};
use crate::error::Error;
use crate::library::OpenLibrary;
use crate::loaded::{Loaded, loaded};
use crate::wire::matrix::{
    CellLine, CellQuery, EdgeQuery, FindAnswer, FindQuery, FrameAnswer, FrameChange, OrderQuery,
    SilentCell, StatedCell, TextLine, TextQuery,
};
use plan_compare::{Comparison, Question};
use plan_lexicon::Lexicon;
use plan_model::{
    Cell, Choices, EmptyReason, Facets, Filter, IndicatorRow, Matrix, PlanId, PlanMeta, Standing,
    SubRow,
};
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// Matrices kept: the one on screen, and one that something else asked about meanwhile.
const KEPT: usize = 2;

/// The matrices that were built last.
#[derive(Default)]
pub(crate) struct Windows(Mutex<Kept>);

/// Counted through all libraries of the program: what the page holds of one is no ticket of the next.
static LAST_TICKET: AtomicU32 = AtomicU32::new(0);

#[derive(Default)]
struct Kept {
    built: VecDeque<Arc<Built>>,
}

/// A comparison with its question.
struct Built {
    ticket: u32,
    /// The plans it was made of.
    loaded: Arc<Loaded>,
    filter: Filter,
    choices: Choices,
    ground: Ground,
    comparison: Comparison,
    /// Group, row and sub-row of every sub-row by its number.
    places: Vec<[usize; 3]>,
    /// The ticket of the comparison that this one followed, and the indicators compared anew; only when both have
    /// the same rows.
    followed: Option<(u32, BTreeSet<String>)>,
}

/// Compares under `filter` and `choices` and gives the frame. The same question about the same library has the same ticket.
pub fn build(
    library: &OpenLibrary,
    filter: &Filter,
    choices: &Choices,
) -> Result<FrameAnswer, Error> {
    Ok(frame::answer(&*built(library, filter, choices)?))
}

/// What became of the frame with this ticket, asked the same about the library as it is now; `None` when the frame
/// must be asked for anew.
pub fn follow_frame(
    library: &OpenLibrary,
    filter: &Filter,
    choices: &Choices,
    ticket: u32,
) -> Result<Option<FrameChange>, Error> {
    let built = built(library, filter, choices)?;
    if built.ticket == ticket {
        return Ok(Some(frame::change(&built, &BTreeSet::new())));
    }
    let from = built.followed.as_ref().filter(|(from, _)| *from == ticket);
    Ok(from.map(|(_, indicators)| frame::change(&built, indicators)))
}

/// What `work` makes of the whole matrix under `filter` and `choices`, compared anew only when it is not kept; the
/// second argument gives the standings of a sub-row in which very many plans speak.
pub(crate) fn with_matrix<T>(
    library: &OpenLibrary,
    filter: &Filter,
    choices: &Choices,
    work: impl FnOnce(&Matrix, &dyn Fn(&str, &SubRow) -> Vec<Standing>) -> T,
) -> Result<T, Error> {
    let built = built(library, filter, choices)?;
    Ok(work(&built.comparison.matrix, &|indicator, sub_row| {
        built.standings(indicator, sub_row, library.lexicon)
    }))
}

/// The cells asked for; `None` when the ticket is no longer good. Numbers that the matrix does not have are left out.
#[must_use]
pub fn cells(library: &OpenLibrary, query: &CellQuery) -> Option<Vec<CellLine>> {
    let built = by_ticket(library, query.ticket)?;
    let lines = query.sub_rows.iter();
    Some(
        lines
            .filter_map(|number| {
                let window = query.first as usize..query.end as usize;
                built.line(*number, window, library.lexicon)
            })
            .collect(),
    )
}

/// One indicator with all its cells and pairs; `None` when the ticket is no longer good or has no such row.
#[must_use]
pub fn row(library: &OpenLibrary, ticket: u32, row: u32) -> Option<IndicatorRow> {
    let built = by_ticket(library, ticket)?;
    let mut rows = built
        .comparison
        .matrix
        .groups
        .iter()
        .flat_map(|group| &group.rows);
    rows.nth(row as usize).cloned()
}

/// Numbers of rows, group after group, those the plan gives a figure for first; `None` when the ticket is no
/// longer good.
#[must_use]
pub fn order(library: &OpenLibrary, query: &OrderQuery) -> Option<Vec<u32>> {
    let built = by_ticket(library, query.ticket)?;
    Some(order::by_value(
        &built.comparison.matrix,
        query.plan,
        query.descending,
    ))
}

/// Where the words stand, in the order of the matrix; `None` when the ticket is no longer good.
#[must_use]
pub fn find(library: &OpenLibrary, query: &FindQuery) -> Option<FindAnswer> {
    let built = by_ticket(library, query.ticket)?;
    Some(find::find(
        &built.comparison.matrix,
        &query.text,
        query.units,
    ))
}

/// How many cells on the next jump leads, as a spreadsheet jumps with Ctrl and an arrow; `None` when the ticket is no
/// longer good.
#[must_use]
pub fn edge(library: &OpenLibrary, query: &EdgeQuery) -> Option<u32> {
    let built = by_ticket(library, query.ticket)?;
    let filled = |number: &u32, column: &u32| {
        let cells = built.sub_row(*number).map(|sub_row| &sub_row.cells);
        let cell = cells.and_then(|cells| cells.get(*column as usize));
        matches!(cell, Some(Cell::Stated { .. }))
    };
    let lines = query.sub_rows.iter();
    let way = lines.flat_map(|number| query.columns.iter().map(move |at| filled(number, at)));
    Some(place(edge::jump(&way.collect::<Vec<_>>(), query.inside)))
}

/// Cells as they are copied; `None` when the ticket is no longer good.
#[must_use]
pub fn text(library: &OpenLibrary, query: &TextQuery) -> Option<Vec<TextLine>> {
    let built = by_ticket(library, query.ticket)?;
    let lines = query.sub_rows.iter().map(|number| {
        let Some(sub_row) = built.sub_row(*number) else {
            return TextLine {
                cells: vec![String::new(); query.columns.len()],
                unit: String::new(),
                differences: Vec::new(),
            };
        };
        text::line(sub_row, query)
    });
    Some(lines.collect())
}

fn built(library: &OpenLibrary, filter: &Filter, choices: &Choices) -> Result<Arc<Built>, Error> {
    let loaded = loaded(library)?;
    let windows = &library.windows;
    let same = |built: &Built| built.filter == *filter && built.choices == *choices;
    let present = |built: &Built| same(built) && built.loaded.generation == loaded.generation;
    let earlier = {
        let mut kept = windows.lock();
        if let Some(built) = kept.built.iter().find(|built| present(built)) {
            return Ok(Arc::clone(built));
        }
        let at = kept.built.iter().position(|built| same(built));
        at.and_then(|at| kept.built.remove(at))
    };
    let ground = ground(library, choices)?;
    // Built without the lock: cells of the matrix on screen must not wait for the next one.
    let question = Question {
        filter,
        assumptions: ground.assuming(choices),
        lexicon: library.lexicon,
    };
    let followed = earlier.and_then(|earlier| follow(earlier, &loaded, &ground, &question));
    let (comparison, followed) = match followed {
        Some((comparison, followed)) => (comparison, followed),
        None => (Comparison::new(&loaded.plans, &question), None),
    };
    let mut kept = windows.lock();
    if let Some(built) = kept.built.iter().find(|built| present(built)) {
        return Ok(Arc::clone(built));
    }
    let built = Arc::new(Built {
        ticket: LAST_TICKET.fetch_add(1, Ordering::Relaxed) + 1,
        loaded,
        filter: filter.clone(),
        choices: choices.clone(),
        ground,
        places: places(&comparison.matrix),
        comparison,
        followed,
    });
    let place = (KEPT - 1).min(kept.built.len());
    let gone = kept.built.split_off(place);
    kept.built.push_front(Arc::clone(&built));
    // A large comparison is a million cells: giving them back takes time that nobody should wait for.
    std::thread::spawn(move || drop(gone));
    Ok(built)
}

type FollowedFrom = Option<(u32, BTreeSet<String>)>;

/// The earlier comparison of the same question, brought up to now; nothing when it must be made anew, or when
/// somebody is just reading it.
fn follow(
    earlier: Arc<Built>,
    loaded: &Loaded,
    ground: &Ground,
    question: &Question<'_>,
) -> Option<(Comparison, FollowedFrom)> {
    let Built {
        ticket,
        loaded: before,
        ground: of_before,
        mut comparison,
        ..
    } = Arc::into_inner(earlier)?;
    if of_before != *ground {
        return None;
    }
    let followed = comparison.follow(&before.plans, &loaded.plans, question)?;
    let from = (ticket, followed.indicators);
    Some((comparison, followed.same_shape.then_some(from)))
}

fn by_ticket(library: &OpenLibrary, ticket: u32) -> Option<Arc<Built>> {
    let mut kept = library.windows.lock();
    let at = kept.built.iter().position(|built| built.ticket == ticket)?;
    // What is looked at stays; what nobody asks about any more is the first to go.
    let built = kept.built.remove(at)?;
    kept.built.push_front(Arc::clone(&built));
    Some(built)
}

impl Windows {
    fn lock(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Built {
    fn facets(&self) -> Facets {
        self.comparison.facets(&self.filter)
    }

    fn sub_row(&self, number: u32) -> Option<&SubRow> {
        Some(self.placed(number)?.1)
    }

    fn placed(&self, number: u32) -> Option<(&IndicatorRow, &SubRow)> {
        let [group, row, sub_row] = *self.places.get(number as usize)?;
        let row = self.comparison.matrix.groups.get(group)?.rows.get(row)?;
        Some((row, row.sub_rows.get(sub_row)?))
    }

    fn standings(&self, indicator: &str, sub_row: &SubRow, lexicon: &Lexicon) -> Vec<Standing> {
        let plans = &self.loaded.plans;
        let metas: BTreeMap<PlanId, &PlanMeta> =
            plans.iter().map(|plan| (plan.plan, &plan.meta)).collect();
        let meta = |plan| metas.get(&plan).copied();
        plan_compare::standings(
            sub_row,
            indicator,
            &self.comparison.matrix.plans,
            meta,
            lexicon,
        )
    }

    fn line(
        &self,
        number: u32,
        Range { start: first, end }: Range<usize>,
        lexicon: &Lexicon,
    ) -> Option<CellLine> {
        let (row, sub_row) = self.placed(number)?;
        let outside =
            outside::outside(sub_row, &self.comparison.matrix.plans, &self.filter, || {
                self.standings(&row.indicator, sub_row, lexicon)
            });
        let bars = bars::bars(sub_row, &self.comparison.matrix.plans);
        let mut line = CellLine {
            sub_row: number,
            stated: Vec::new(),
            silent: Vec::new(),
        };
        let end = end.min(sub_row.cells.len());
        let cells = sub_row.cells.get(first..end).unwrap_or_default();
        for ((cell, at), column) in cells.iter().zip(first..).zip(place(first)..) {
            match cell {
                Cell::Empty {
                    reason: EmptyReason::NotMentioned,
                } => {}
                Cell::Empty { reason } => line.silent.push(SilentCell {
                    column,
                    reason: *reason,
                }),
                Cell::Stated {
                    statements,
                    set_aside,
                } => line.stated.push(StatedCell {
                    column,
                    statements: statements.clone(),
                    set_aside: set_aside.clone(),
                    bar: bars.get(&at).copied(),
                    outside: outside.contains(&at),
                }),
            }
        }
        Some(line)
    }
}

fn places(matrix: &Matrix) -> Vec<[usize; 3]> {
    let mut places = Vec::new();
    for (at, group) in matrix.groups.iter().enumerate() {
        for (row_at, row) in group.rows.iter().enumerate() {
            places.extend((0..row.sub_rows.len()).map(|sub_row| [at, row_at, sub_row]));
        }
    }
    places
}

/// A position as it crosses to the window.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
