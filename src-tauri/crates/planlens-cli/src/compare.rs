//! `planlens compare`: the matrix on the terminal.

use crate::Outcome;
use crate::args::CompareArgs;
use crate::explain::Problem;
use crate::figure;
use crate::matrix_json::MatrixJson;
use crate::open::{self, Opened};
use crate::out;
use crate::table::Table;
use crate::{chain, choices};
use plan_model::{Cell, EmptyReason, Matrix, MatrixGroup, PlanColumn, Statement, SubRow};
use std::collections::BTreeMap;
use std::io::{self, Write};

pub(crate) fn run(args: CompareArgs) -> Result<Outcome, Problem> {
    let Opened { library, .. } = open::open(&args.library)?;
    if args.offers {
        let offers = plan_flow::compare::offers(&library)?;
        match args.json {
            true => out::print_json(&offers)?,
            false => out::print(|out| choices::write(&offers, out))?,
        }
        return Ok(Outcome::Done);
    }
    if args.chain {
        let chain = plan_flow::compare::chain(&library, &args.filter.into())?;
        match args.json {
            true => out::print_json(&chain)?,
            false => out::print(|out| chain::write(&chain, out))?,
        }
        return Ok(Outcome::Done);
    }
    let choices = args.choices.choices(&library)?;
    let answer = plan_flow::compare::matrix(&library, &args.filter.into(), &choices)?;
    if args.json {
        out::print_json(&MatrixJson::new(&answer.matrix))?;
    } else {
        out::print(|out| write(&answer.matrix, out))?;
    }
    Ok(Outcome::Done)
}

/// With more plans than this the columns would run off any screen; each sub-row becomes a block of lines.
const COLUMNS_UP_TO: usize = 6;

fn write(matrix: &Matrix, out: &mut dyn Write) -> io::Result<()> {
    for group in &matrix.groups {
        writeln!(out, "{}  ({} targets)", group.indicator_type, group.targets)?;
        if matrix.plans.len() <= COLUMNS_UP_TO {
            table(matrix, group).write(out)?;
        } else {
            blocks(matrix, group, out)?;
        }
        writeln!(out)?;
    }
    writeln!(
        out,
        "{} of {} targets shown, {} plans",
        matrix.targets_shown,
        matrix.targets_total,
        matrix.plans.len()
    )
}

/// The names of the plans; two plans of one region are told apart by the id that `planlens list` shows.
fn names(plans: &[PlanColumn]) -> Vec<String> {
    let alone = |region: &str| plans.iter().filter(|plan| plan.region == region).count() == 1;
    let name = |plan: &PlanColumn| match alone(&plan.region) {
        true => plan.region.clone(),
        false => format!("{}#{}", plan.region, plan.plan.0),
    };
    plans.iter().map(name).collect()
}

fn table(matrix: &Matrix, group: &MatrixGroup) -> Table {
    let names = names(&matrix.plans).into_iter().zip(&matrix.plans);
    let heads: Vec<String> = names
        .map(|(name, plan)| match plan.main_year {
            Some(year) => format!("{name} {year}"),
            None => name,
        })
        .collect();
    let mut columns = vec!["indicator", "measure"];
    columns.extend(heads.iter().map(String::as_str));
    columns.push("verdict");
    let mut table = Table::new(&columns);
    for row in &group.rows {
        for sub_row in &row.sub_rows {
            let mut cells = vec![row.indicator.clone(), sub_row.measure.to_string()];
            cells.extend(
                sub_row
                    .cells
                    .iter()
                    .zip(&matrix.plans)
                    .map(|(cell, plan)| match cell {
                        Cell::Empty { reason } => format!("– {}", figure::empty(*reason)),
                        Cell::Stated { statements, .. } => figures(statements, sub_row, plan),
                    }),
            );
            cells.push(figure::verdict(sub_row.verdict, &sub_row.reasons));
            table.row(cells);
        }
    }
    table
}

/// A line per plan that speaks, and the others together by reason.
fn blocks(matrix: &Matrix, group: &MatrixGroup, out: &mut dyn Write) -> io::Result<()> {
    let names = names(&matrix.plans);
    for row in &group.rows {
        for sub_row in &row.sub_rows {
            let verdict = figure::verdict(sub_row.verdict, &sub_row.reasons);
            writeln!(out, "  {} · {} · {verdict}", row.indicator, sub_row.measure)?;
            let mut silent: BTreeMap<EmptyReason, Vec<&str>> = BTreeMap::new();
            for ((cell, plan), name) in sub_row.cells.iter().zip(&matrix.plans).zip(&names) {
                match cell {
                    Cell::Empty { reason } => silent.entry(*reason).or_default().push(name),
                    Cell::Stated { statements, .. } => {
                        writeln!(out, "      {name}  {}", figures(statements, sub_row, plan))?;
                    }
                }
            }
            for (reason, regions) in silent {
                writeln!(
                    out,
                    "      – {}: {}",
                    figure::empty(reason),
                    regions.join("、")
                )?;
            }
        }
    }
    Ok(())
}

fn figures(statements: &[Statement], sub_row: &SubRow, plan: &PlanColumn) -> String {
    let figures = statements
        .iter()
        .map(|one| figure::figure(one, sub_row.measure, plan.main_year));
    figures.collect::<Vec<_>>().join(" / ")
}
