//! Tables of a page as somebody reads them who has only the file: lines of cells, and where their links lead.

use dom_query::{Document, NodeRef, Selection};

/// A table of a page.
#[derive(Debug)]
pub struct Sheet {
    /// Cells of its heads.
    pub heads: Vec<Told>,
    /// Rows below, with the cells that stand in them.
    pub rows: Vec<Vec<Told>>,
}

/// What a cell tells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// Its lines without white space, without the words of links.
    pub lines: Vec<String>,
    /// Its links: their words, and the row that they lead to.
    pub links: Vec<(String, Leads)>,
}

/// The row of a page that a link leads to: which table, which row.
pub type Leads = Option<(usize, usize)>;

impl Told {
    /// All lines, one after another.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines.concat()
    }
}

/// Text without white space.
#[must_use]
pub fn packed(text: &str) -> String {
    text.chars().filter(|ch| !ch.is_whitespace()).collect()
}

/// The tables of a page in HTML, read as a browser would.
#[must_use]
pub fn of_html(page: &str) -> Vec<Sheet> {
    let page = Document::from(page);
    let rows: Vec<Vec<NodeRef<'_>>> = page
        .select("table")
        .iter()
        .map(|table| table.select("tbody tr").nodes().to_vec())
        .collect();
    let place = |to: &str| -> Leads {
        let row = page.select(&format!("tr:has({to})"));
        let row = row.nodes().first()?.id;
        let table = rows
            .iter()
            .position(|rows| rows.iter().any(|one| one.id == row))?;
        let at = rows[table].iter().position(|one| one.id == row)?;
        Some((table, at))
    };
    let tables = page.select("table");
    let sheets = tables.iter().map(|table| Sheet {
        heads: cells(&table.select("thead th"), &place),
        rows: table
            .select("tbody tr")
            .iter()
            .map(|row| cells(&row.select("th, td"), &place))
            .collect(),
    });
    sheets.collect()
}

fn cells(cells: &Selection<'_>, place: &dyn Fn(&str) -> Leads) -> Vec<Told> {
    let one = |cell: Selection<'_>| Told {
        lines: cell
            .select("div, span:not(div span), small")
            .iter()
            .filter(|line| line.parent().is("th, td"))
            .map(|line| {
                let mut text = packed(&line.text());
                // The numbers of sources stand at the end.
                for raised in line.select("sup").nodes().iter().rev() {
                    let kept = text.len() - packed(&raised.text()).len();
                    text.truncate(kept);
                }
                text
            })
            .collect(),
        links: cell
            .select("a")
            .iter()
            .map(|link| {
                let to = link.attr("href").unwrap_or_default();
                (packed(&link.text()), place(&to))
            })
            .collect(),
    };
    cells.iter().map(one).collect()
}
