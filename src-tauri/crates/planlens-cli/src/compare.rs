//! `planlens compare`: the matrix on the terminal.

use crate::Outcome;
use crate::args::CompareArgs;
use crate::explain::Problem;
use crate::figure;
use crate::matrix_json::MatrixJson;
use crate::open::{self, Opened};
use crate::out;
use crate::table::Table;
use plan_model::{Cell, Matrix, MatrixGroup};
use std::io::{self, Write};

pub(crate) fn run(args: CompareArgs) -> Result<Outcome, Problem> {
    let Opened { library, .. } = open::open(&args.library)?;
    let answer = plan_flow::compare::matrix(&library, &args.filter.into())?;
    if args.json {
        out::print_json(&MatrixJson::new(&answer.matrix))?;
    } else {
        out::print(|out| write(&answer.matrix, out))?;
    }
    Ok(Outcome::Done)
}

fn write(matrix: &Matrix, out: &mut dyn Write) -> io::Result<()> {
    for group in &matrix.groups {
        writeln!(out, "{}  ({} targets)", group.indicator_type, group.targets)?;
        table(matrix, group).write(out)?;
        writeln!(out)?;
    }
    writeln!(
        out,
        "{} of {} targets shown",
        matrix.targets_shown, matrix.targets_total
    )
}

fn table(matrix: &Matrix, group: &MatrixGroup) -> Table {
    let heads: Vec<String> = matrix
        .plans
        .iter()
        .map(|plan| match plan.main_year {
            Some(year) => format!("{} {year}", plan.region),
            None => plan.region.clone(),
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
                        Cell::Stated { statements } => {
                            let figures = statements
                                .iter()
                                .map(|one| figure::figure(one, sub_row.measure, plan.main_year));
                            figures.collect::<Vec<_>>().join(" / ")
                        }
                    }),
            );
            cells.push(figure::verdict(sub_row.verdict, &sub_row.reasons));
            table.row(cells);
        }
    }
    table
}
