//! Finding words in the table: in names, figures, units, years, scopes and benchmarks, as they are shown.

use super::text::{Amount, sign};
use crate::wire::matrix::FindAnswer;
use crate::wire::report::UnitMode;
use plan_model::{Cell, Matrix, Statement};

/// Places listed at most; nobody steps through more.
pub const FOUND_AT_MOST: usize = 20_000;

pub(super) fn find(matrix: &Matrix, text: &str, mode: UnitMode) -> FindAnswer {
    let wanted = plain(text);
    let mut answer = FindAnswer::default();
    if wanted.is_empty() {
        return answer;
    }
    let rows = matrix.groups.iter().flat_map(|group| &group.rows);
    let mut number = 0;
    let mut shown = String::new();
    for row in rows {
        let named = [Some(&row.indicator), row.indicator_en.as_ref()];
        let mut named = named.into_iter().flatten();
        let named = named.any(|name| plain(name).contains(&wanted));
        if named && !row.sub_rows.is_empty() {
            // The name stands once, on the first line of its indicator.
            answer.hits.push((number, 0));
        }
        for sub_row in &row.sub_rows {
            for (cell, column) in sub_row.cells.iter().zip(1..) {
                let Cell::Stated { statements, .. } = cell else {
                    continue;
                };
                shown.clear();
                for said in statements {
                    write(said, sub_row.unit.as_deref(), mode, &mut shown);
                }
                if plain(&shown).contains(&wanted) {
                    answer.hits.push((number, column));
                }
            }
            number += 1;
            if answer.hits.len() > FOUND_AT_MOST {
                answer.hits.truncate(FOUND_AT_MOST);
                answer.cut = true;
                return answer;
            }
        }
    }
    answer
}

/// A statement as the cell shows it, with what its note adds.
fn write(said: &Statement, common: Option<&str>, mode: UnitMode, out: &mut String) {
    let shown = Amount::of(said, common, mode);
    out.push_str(sign(said.op));
    if let Some(value) = shown.value {
        out.push_str(&value.to_string());
    }
    if let Some(max) = shown.max {
        out.push('–');
        out.push_str(&max.to_string());
    }
    out.push_str(shown.unit);
    for part in [&said.relative_to, &said.scope].into_iter().flatten() {
        out.push(' ');
        out.push_str(part);
    }
    if let Some(year) = said.year {
        out.push(' ');
        out.push_str(&year.0.to_string());
    }
    out.push('\n');
}

/// Text in which only what is said matters: one case, no grouping of figures, no spaces.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|ch| !ch.is_whitespace() && *ch != ',' && *ch != '，')
        .flat_map(char::to_lowercase)
        .collect()
}
