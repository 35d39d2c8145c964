//! A page in one file: opened from a disk or a stick it loads nothing, runs only the script it came with, and still
//! sorts and filters. Invariants: nothing quoted from a plan can become markup, style or script; the page says what
//! may run in it, and that is this one script by its hash.

mod blocks;

use crate::manuscript::{Beside, Block, Manuscript, manuscript};
use crate::model::Report;
use crate::text::clean;
use crate::words::{PageWords, words};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use plan_words::Language;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

const SCRIPT: &str = include_str!("page.js");
const STYLE: &str = include_str!("page.css");

/// The file's bytes.
pub(crate) fn write(report: &Report) -> Vec<u8> {
    let manuscript = manuscript(report, Beside::ALL);
    let words = &words(report.language).on_page;
    let style = style(&manuscript);
    let mut out = String::with_capacity(256 * 1024);
    out.push_str("<!DOCTYPE html>\n");
    out.push_str(match manuscript.language {
        Language::ZhCn => "<html lang=\"zh-CN\">\n",
        Language::En => "<html lang=\"en\">\n",
    });
    out.push_str("<head>\n<meta charset=\"utf-8\">\n");
    out.push_str(&format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src '{}'; \
         style-src '{}'; base-uri 'none'; form-action 'none'\">\n",
        hash(SCRIPT),
        hash(&style)
    ));
    out.push_str("<meta name=\"referrer\" content=\"no-referrer\">\n");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.push_str(&format!("<title>{}</title>\n", escape(&manuscript.title)));
    out.push_str(&format!("<style>{style}</style>\n</head>\n<body>\n"));
    head(&mut out, &manuscript, words);
    out.push_str("<main>\n");
    for part in &manuscript.parts {
        blocks::part(&mut out, part, words);
    }
    out.push_str("</main>\n");
    out.push_str(&format!("<script>{SCRIPT}</script>\n</body>\n</html>\n"));
    out.into_bytes()
}

/// Title, contents, and the tools that the script brings to life; without it they stay hidden.
fn head(out: &mut String, manuscript: &Manuscript, words: &PageWords) {
    out.push_str("<header>\n");
    out.push_str(&format!("<h1>{}</h1>\n", escape(&manuscript.title)));
    out.push_str(&format!(
        "<p class=\"subtitle\">{}</p>\n<dl class=\"facts\">\n",
        escape(&manuscript.subtitle)
    ));
    for fact in &manuscript.facts {
        out.push_str(&format!(
            "<div><dt>{}</dt><dd>{}</dd></div>\n",
            escape(&fact.label),
            escape(&fact.value)
        ));
    }
    out.push_str(&format!(
        "</dl>\n<p class=\"versions\">{}</p>\n</header>\n",
        escape(&manuscript.versions)
    ));
    contents(out, manuscript);
    out.push_str(&format!(
        "<form id=\"tools\" role=\"search\" hidden>\n\
         <label class=\"find\">{find}<input id=\"find\" type=\"search\" autocomplete=\"off\" placeholder=\"{hint}\"></label>\n\
         <label><input id=\"shared\" type=\"checkbox\">{shared}</label>\n\
         <label><input id=\"comparable\" type=\"checkbox\">{comparable}</label>\n\
         <button type=\"reset\">{reset}</button>\n\
         <output id=\"count\" data-all=\"{all}\" data-some=\"{some}\" data-none=\"{none}\" data-sort=\"{sort}\"></output>\n\
         </form>\n",
        find = escape(words.find),
        hint = escape(words.find_hint),
        shared = escape(words.shared),
        comparable = escape(words.comparable),
        reset = escape(words.reset),
        all = escape(words.rows_all),
        some = escape(words.rows_some),
        none = escape(words.rows_none),
        sort = escape(words.sort),
    ));
}

fn contents(out: &mut String, manuscript: &Manuscript) {
    out.push_str(&format!(
        "<nav aria-label=\"{}\">\n<ol>\n",
        escape(&manuscript.contents)
    ));
    for part in &manuscript.parts {
        let (id, title) = (&part.id, escape(&part.title));
        out.push_str(&format!("<li><a href=\"#{id}\">{title}</a>"));
        let below: Vec<String> = part
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading { id, title } => {
                    Some(format!("<li><a href=\"#{id}\">{}</a></li>", escape(title)))
                }
                _ => None,
            })
            .collect();
        if !below.is_empty() {
            out.push_str(&format!("<ol>{}</ol>", below.concat()));
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n</nav>\n");
}

/// The style, with a class for each plan's colour: the page's own policy forbids styles written at an element.
fn style(manuscript: &Manuscript) -> String {
    let blocks = manuscript.parts.iter().flat_map(|part| &part.blocks);
    let tables = blocks.filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    let mut colours = BTreeSet::new();
    for table in tables {
        colours.extend(
            table
                .columns
                .iter()
                .filter_map(|column| column.colour.clone()),
        );
        let cells = table.groups.iter().flatten().flat_map(|row| &row.cells);
        colours.extend(cells.filter_map(|cell| cell.colour.clone()));
    }
    let mut style = STYLE.to_owned();
    for colour in colours {
        style.push_str(&format!(".{}{{--plan:{colour}}}\n", class(&colour)));
    }
    style
}

/// The class of a plan's colour.
fn class(colour: &str) -> String {
    format!("c{}", colour.trim_start_matches('#'))
}

fn hash(text: &str) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// Text as content or as an attribute's value in double quotes.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in clean(text).chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
