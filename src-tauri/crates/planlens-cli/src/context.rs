//! `planlens context`: the context table.

use crate::Outcome;
use crate::args::LibraryArgs;
use crate::explain::Problem;
use crate::open::{self, Opened};
use crate::out;
use crate::table::Table;
use clap::{Args, Subcommand};
use plan_flow::context;
use plan_flow::wire::context::{ContextDraft, ContextField, ContextKey};
use plan_model::{ContextFigure, ContextVariable, Year};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct ContextArgs {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// List every figure.
    List {
        #[command(flatten)]
        library: LibraryArgs,
        /// Print as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Enter a figure, or correct the one about the same region, variable and year.
    Set {
        #[command(flatten)]
        library: LibraryArgs,
        /// The region, as plans name it.
        region: String,
        /// population, employment, gdp, budget_expenditure.
        variable: String,
        /// The year it is for.
        year: String,
        /// The figure.
        value: String,
        /// Its unit.
        unit: String,
        /// Where it comes from.
        #[arg(long)]
        source: String,
        /// A remark.
        #[arg(long, default_value = "")]
        note: String,
    },
    /// Take a figure out.
    Remove {
        #[command(flatten)]
        library: LibraryArgs,
        /// The region.
        region: String,
        /// The variable.
        #[arg(value_parser = variable)]
        variable: ContextVariable,
        /// The year.
        year: i32,
    },
    /// Import a table (CSV, text with tabulators, xlsx): region, variable, year, value, unit, source, note.
    Import {
        #[command(flatten)]
        library: LibraryArgs,
        /// The file.
        file: PathBuf,
        /// Only show what is understood; write nothing.
        #[arg(long)]
        preview: bool,
    },
}

fn variable(word: &str) -> Result<ContextVariable, String> {
    ContextVariable::from_word(word).ok_or_else(|| {
        let known: Vec<&str> = ContextVariable::ALL.iter().map(|one| one.word()).collect();
        format!("expected one of {}", known.join(", "))
    })
}

pub(crate) fn run(args: ContextArgs) -> Result<Outcome, Problem> {
    match args.action {
        Action::List { library, json } => {
            let Opened { library, .. } = open::open(&library)?;
            let figures = context::list(&library)?;
            match json {
                true => out::print_json(&figures)?,
                false => out::print(|out| table(&figures).write(out))?,
            }
            Ok(Outcome::Done)
        }
        Action::Set {
            library,
            region,
            variable,
            year,
            value,
            unit,
            source,
            note,
        } => {
            let Opened { library, host } = open::open(&library)?;
            let draft = ContextDraft {
                region,
                variable,
                year,
                value,
                unit,
                source,
                note,
            };
            let answer = context::set(&library, &host, &draft)?;
            if answer.problems.is_empty() {
                return Ok(Outcome::Done);
            }
            Err(Problem::NoFigure(fields(&answer.problems)))
        }
        Action::Remove {
            library,
            region,
            variable,
            year,
        } => {
            let Opened { library, host } = open::open(&library)?;
            let key = ContextKey {
                region,
                variable,
                year: Year(year),
            };
            context::remove(&library, &host, &[key])?;
            Ok(Outcome::Done)
        }
        Action::Import {
            library,
            file,
            preview,
        } => {
            let Opened { library, host } = open::open(&library)?;
            let found = context::read_file(&library, &file)?;
            out::print(|out| {
                table(&found.figures).write(out)?;
                for row in &found.refused {
                    writeln!(
                        out,
                        "line {} left out ({}): {}",
                        row.line,
                        fields(&row.problems),
                        row.words
                    )?;
                }
                Ok(())
            })?;
            if !preview {
                context::import(&library, &host, &found.figures)?;
            }
            Ok(match found.refused.is_empty() {
                true => Outcome::Done,
                false => Outcome::Refused,
            })
        }
    }
}

fn table(figures: &[ContextFigure]) -> Table {
    let heads = [
        "region", "variable", "year", "value", "unit", "source", "note",
    ];
    let mut table = Table::new(&heads);
    for figure in figures {
        table.row(vec![
            figure.region.clone(),
            figure.variable.to_string(),
            figure.year.to_string(),
            figure.value.to_string(),
            figure.unit.clone(),
            figure.source.clone(),
            figure.note.clone().unwrap_or_default(),
        ]);
    }
    table
}

/// The fields at fault by name.
fn fields(problems: &[ContextField]) -> String {
    let name = |field: &ContextField| match field {
        ContextField::Region => "region",
        ContextField::Variable => "variable",
        ContextField::Year => "year",
        ContextField::Value => "value",
        ContextField::Unit => "unit",
        ContextField::Source => "source",
        ContextField::Note => "note",
    };
    problems.iter().map(name).collect::<Vec<_>>().join(", ")
}
