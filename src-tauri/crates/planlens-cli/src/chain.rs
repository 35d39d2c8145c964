//! `planlens compare --chain`: plans beside those of the regions above.

use crate::figure;
use crate::table::Table;
use plan_model::Chain;
use std::io::{self, Write};

pub(crate) fn write(chain: &Chain, out: &mut dyn Write) -> io::Result<()> {
    for link in &chain.links {
        writeln!(out, "{} in {}", link.region, link.parent_region)?;
        let mut table = Table::new(&["indicator", "measure", "own", "whole", "share", "verdict"]);
        for row in &link.rows {
            let share = match (&row.share, row.no_share) {
                (Some(share), _) => format!("{share}%"),
                (None, lack) => format!("– {}", lack.map_or("", |lack| lack.word())),
            };
            table.row(vec![
                row.indicator.clone(),
                row.measure.to_string(),
                figure::figure(&row.own, row.measure, None),
                figure::figure(&row.whole, row.measure, None),
                share,
                figure::verdict(Some(row.verdict), &row.reasons),
            ]);
        }
        table.write(out)?;
        writeln!(out)?;
    }
    writeln!(out, "{} pairs of plans", chain.links.len())
}
