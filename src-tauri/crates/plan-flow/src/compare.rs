//! The comparison and the overview, from the library.

use crate::assumed::{ground, whole_ground};
use crate::error::Error;
use crate::library::OpenLibrary;
use crate::loaded::loaded;
use crate::matrix_window;
use plan_compare::{ComparedPlan, OverviewPlan};
use plan_model::{
    Cell, Chain, Choices, ConversionOffer, Facets, Filter, Matrix, Overview, PlanId, Statement,
    TargetId,
};
use plan_store::{StoreError, View};
use std::collections::{BTreeMap, BTreeSet};

/// The matrix with the facet counts of the same query, so that no count can disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixAnswer {
    /// The matrix.
    pub matrix: Matrix,
    /// The facets.
    pub facets: Facets,
}

/// The matrix under `filter` and `choices`, with the facet counts of the same question.
pub fn matrix(
    library: &OpenLibrary,
    filter: &Filter,
    choices: &Choices,
) -> Result<MatrixAnswer, Error> {
    let loaded = loaded(library)?;
    let ground = ground(library, choices)?;
    let (matrix, facets) = plan_compare::compare_assuming(
        &loaded.plans,
        filter,
        &ground.assuming(choices),
        library.lexicon,
    );
    Ok(MatrixAnswer { matrix, facets })
}

/// Every conversion that the library's plans allow.
pub fn offers(library: &OpenLibrary) -> Result<Vec<ConversionOffer>, Error> {
    let loaded = loaded(library)?;
    let choices = Choices::default();
    let ground = whole_ground(library)?;
    let assumptions = ground.assuming(&choices);
    let yearly = library.read(|view| {
        let mut yearly = BTreeSet::new();
        for plan in &loaded.plans {
            let rows = view.targets().of(plan.plan)?;
            let said = rows.into_iter().filter(|row| says_yearly(&row.quote));
            yearly.extend(said.map(|row| row.id));
        }
        Ok(yearly)
    })?;
    Ok(plan_compare::offers(
        &loaded.plans,
        &assumptions,
        &yearly,
        library.lexicon,
    ))
}

/// Whether a quotation says that its rate holds in every year.
fn says_yearly(quote: &str) -> bool {
    ["年均", "每年", "逐年", "年增长", "年递增"]
        .iter()
        .any(|word| quote.contains(word))
}

/// The plans that `filter` shows, each beside the plans of the nearest region above.
pub fn chain(library: &OpenLibrary, filter: &Filter) -> Result<Chain, Error> {
    let loaded = loaded(library)?;
    Ok(plan_compare::chain(&loaded.plans, filter, library.lexicon))
}

/// The overview under `filter` and `choices`: the plans and the targets that the matrix shows under the same ones, so
/// that the two pages never count differently.
pub fn overview(
    library: &OpenLibrary,
    filter: &Filter,
    choices: &Choices,
) -> Result<Overview, Error> {
    let loaded = loaded(library)?;
    // A derived figure is no target of its own: the one it comes from counts where it is shown itself.
    let (columns, shown) = matrix_window::with_matrix(library, filter, choices, |matrix, _| {
        let columns: Vec<PlanId> = matrix.plans.iter().map(|column| column.plan).collect();
        let shown: BTreeSet<TargetId> = statements(matrix)
            .filter(|statement| statement.derived.is_none())
            .flat_map(|statement| statement.mentions.clone())
            .collect();
        (columns, shown)
    })?;
    let by_id: BTreeMap<PlanId, &ComparedPlan> = loaded
        .plans
        .iter()
        .map(|plan| (plan.plan, &**plan))
        .collect();
    let plans = library.read(|view| {
        let columns = columns.iter().filter_map(|plan| by_id.get(plan));
        columns
            .map(|plan| overview_plan(view, plan, &shown))
            .collect::<Result<Vec<_>, _>>()
    })?;
    Ok(plan_compare::overview(&plans))
}

/// Every statement of a matrix.
pub(crate) fn statements(matrix: &Matrix) -> impl Iterator<Item = &Statement> {
    let sub_rows = matrix
        .groups
        .iter()
        .flat_map(|group| &group.rows)
        .flat_map(|row| &row.sub_rows);
    sub_rows
        .flat_map(|sub_row| &sub_row.cells)
        .flat_map(|cell| match cell {
            Cell::Empty { .. } => [&[][..], &[]],
            Cell::Stated {
                statements,
                set_aside,
            } => [statements.as_slice(), set_aside.as_slice()],
        })
        .flatten()
}

fn overview_plan(
    view: &View<'_>,
    plan: &ComparedPlan,
    shown: &BTreeSet<TargetId>,
) -> Result<OverviewPlan, StoreError> {
    let id = plan.plan;
    let text = view.plans().text(id)?.ok_or(StoreError::NoSuchPlan(id))?;
    Ok(OverviewPlan {
        tasks: view
            .tasks()
            .of(id)?
            .into_iter()
            .map(|(task, _)| task)
            .collect(),
        other_numbers: view
            .other_numbers()
            .of(id)?
            .into_iter()
            .map(|(number, _)| number)
            .collect(),
        characters: u32::try_from(text.chars().count()).unwrap_or(u32::MAX),
        source_name: plan.fallback_name.clone(),
        compared: plan.with_targets(|said| shown.contains(&said.id).then(|| said.clone())),
    })
}
