//! `planlens dump`: every row of the library's data, to compare two states.

use crate::Outcome;
use crate::args::DumpArgs;
use crate::explain::Problem;
use crate::open::{self, Opened};
use crate::out;

pub(crate) fn run(args: &DumpArgs) -> Result<Outcome, Problem> {
    let Opened { library, .. } = open::open(&args.library)?;
    let dump = plan_flow::check::dump(&library)?;
    out::print(|out| out.write_all(dump.as_bytes()))?;
    Ok(Outcome::Done)
}
