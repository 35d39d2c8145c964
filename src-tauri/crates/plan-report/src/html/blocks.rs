//! Parts, tables, rows and cells as HTML.

use super::{class, escape};
use crate::manuscript::{
    Block, Cell, Column, Line, LineLook, Part, Picture, Row, Run, RunLook, Table, TableKind,
};
use crate::words::PageWords;

/// More columns than this do not fit a usual window: the table then scrolls in a frame of its own.
const COLUMNS_FITTING: usize = 10;

pub(super) fn part(out: &mut String, part: &Part, words: &PageWords) {
    let across = if part.across { " class=\"across\"" } else { "" };
    out.push_str(&format!(
        "<section id=\"{}\"{across}>\n<h2>{}</h2>\n",
        part.id,
        escape(&part.title)
    ));
    for block in &part.blocks {
        match block {
            Block::Heading { id, title } => {
                out.push_str(&format!("<h3 id=\"{id}\">{}</h3>\n", escape(title)));
            }
            Block::Lead { title } => out.push_str(&format!("<h3>{}</h3>\n", escape(title))),
            Block::Text { runs } => {
                out.push_str("<p>");
                runs.iter().for_each(|one| run(out, one, words));
                out.push_str("</p>\n");
            }
            Block::List { entries } => list(out, entries, words),
            Block::Picture(one) => picture(out, one, words),
            Block::Table(one) => table(out, one, words),
        }
    }
    out.push_str("</section>\n");
}

fn list(out: &mut String, entries: &[Vec<Run>], words: &PageWords) {
    out.push_str("<ul>\n");
    for entry in entries {
        out.push_str("<li>");
        entry.iter().for_each(|one| run(out, one, words));
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

/// A chart as it was drawn, its caption, and its figures for those who do not see it or want to take them.
fn picture(out: &mut String, picture: &Picture, words: &PageWords) {
    let id = &picture.id;
    // Every drawing numbers its marks from one; on one page their names must differ. No text can hold this
    // pattern, because quotes in texts are escaped.
    let svg = picture.svg.replace(" id=\"", &format!(" id=\"{id}-"));
    out.push_str(&format!(
        "<figure id=\"{id}\">\n<div class=\"drawing\" role=\"img\" aria-label=\"{}\">{svg}</div>\n\
         <figcaption><b>{}</b>",
        escape(&picture.description),
        escape(&picture.title)
    ));
    if !picture.subtitle.is_empty() {
        out.push_str(&format!("<span>{}</span>", escape(&picture.subtitle)));
    }
    for note in &picture.notes {
        out.push_str("<div class=\"note\">");
        note.iter().for_each(|one| run(out, one, words));
        out.push_str("</div>");
    }
    out.push_str(&format!(
        "</figcaption>\n<details><summary>{}</summary>\n",
        escape(words.data)
    ));
    table(out, &picture.data, words);
    out.push_str("</details>\n</figure>\n");
}

fn table(out: &mut String, table: &Table, words: &PageWords) {
    let kind = match table.about {
        TableKind::Plans => "plans",
        TableKind::Comparison => "comparison",
        TableKind::Caveats => "caveats",
        TableKind::Tasks => "tasks",
        TableKind::Instruments => "instruments",
        TableKind::Measures => "measures",
        TableKind::Data => "data",
        TableKind::Sources => "sources",
    };
    let name = escape(&table.name);
    // A table that no caption tells apart bears its name for those who hear the page.
    let (said, caption) = match &table.caption {
        Some(caption) => ("", escape(caption)),
        None => (" class=\"heard\"", name.clone()),
    };
    let wide = if table.columns.len() > COLUMNS_FITTING {
        " wide"
    } else {
        ""
    };
    out.push_str(&format!(
        "<div class=\"frame{wide}\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\">\n\
         <table class=\"{kind}\">\n<caption{said}>{caption}</caption>\n<colgroup>"
    ));
    let whole: u32 = table.columns.iter().map(|column| column.weight).sum();
    for one in &table.columns {
        let percent = one.weight * 100 / whole.max(1);
        out.push_str(&format!("<col width=\"{percent}%\">"));
    }
    out.push_str("</colgroup>\n<thead><tr>");
    table.columns.iter().for_each(|one| column(out, one));
    out.push_str("</tr></thead>\n");
    for group in &table.groups {
        out.push_str("<tbody>");
        group.iter().for_each(|one| row(out, one, words));
        out.push_str("</tbody>\n");
    }
    out.push_str("</table>\n</div>\n");
}

fn column(out: &mut String, column: &Column) {
    let look = column
        .colour
        .as_deref()
        .map(|colour| format!(" class=\"plan {}\"", class(colour)))
        .unwrap_or_default();
    out.push_str(&format!(
        "<th scope=\"col\"{look}><span>{}</span>",
        escape(&column.title)
    ));
    for note in &column.notes {
        out.push_str(&format!("<small>{}</small>", escape(note)));
    }
    out.push_str("</th>");
}

fn row(out: &mut String, row: &Row, words: &PageWords) {
    out.push_str("<tr");
    if row.plans > 0 {
        out.push_str(&format!(" data-plans=\"{}\"", row.plans));
    }
    if let Some(verdict) = row.verdict {
        out.push_str(&format!(" data-verdict=\"{verdict:?}\""));
    }
    out.push('>');
    for one in &row.cells {
        cell(out, one, words);
    }
    out.push_str("</tr>");
}

fn cell(out: &mut String, cell: &Cell, words: &PageWords) {
    let mut attributes = String::new();
    if let Some(colour) = &cell.colour {
        attributes.push_str(&format!(" class=\"plan {}\"", class(colour)));
    }
    if let Some(order) = &cell.order {
        attributes.push_str(&format!(" data-order=\"{}\"", escape(order)));
    }
    let name = match (cell.head, cell.rows) {
        (false, _) => "td",
        (true, 0 | 1) => {
            attributes.push_str(" scope=\"row\"");
            "th"
        }
        (true, rows) => {
            attributes.push_str(&format!(" scope=\"rowgroup\" rowspan=\"{rows}\""));
            "th"
        }
    };
    out.push_str(&format!("<{name}{attributes}>"));
    cell.lines.iter().for_each(|one| line(out, one, words));
    out.push_str(&format!("</{name}>"));
}

fn line(out: &mut String, line: &Line, words: &PageWords) {
    out.push_str(match line.look {
        LineLook::Plain => "<div>",
        LineLook::Number => "<div class=\"number\">",
        LineLook::Note => "<div class=\"note\">",
        LineLook::Quoted => "<div class=\"quoted\" lang=\"zh-CN\">",
    });
    line.runs.iter().for_each(|one| run(out, one, words));
    out.push_str("</div>");
}

fn run(out: &mut String, run: &Run, words: &PageWords) {
    let text = escape(&run.text);
    let id = run
        .id
        .as_deref()
        .map(|id| format!(" id=\"{id}\""))
        .unwrap_or_default();
    let inner = match &run.to {
        Some(to) => {
            let title = match run.look {
                RunLook::Source => words.to_sentence,
                _ => words.to_figure,
            };
            format!(
                "<a{id} href=\"#{to}\" title=\"{title}\">{text}</a>",
                title = escape(title)
            )
        }
        None if id.is_empty() => text,
        None => format!("<span{id}>{text}</span>"),
    };
    match run.look {
        RunLook::Plain => out.push_str(&inner),
        RunLook::Strong => out.push_str(&format!("<b>{inner}</b>")),
        RunLook::Soft => out.push_str(&format!("<span class=\"soft\">{inner}</span>")),
        RunLook::Unit => out.push_str(&format!("<span class=\"unit\">{inner}</span>")),
        RunLook::Quiet => out.push_str(&format!("<span class=\"quiet\">{inner}</span>")),
        RunLook::Source => out.push_str(&format!("<sup>{inner}</sup>")),
        RunLook::Marked => out.push_str(&format!("<mark>{inner}</mark>")),
    }
}
