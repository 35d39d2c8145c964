//! Automatic numbers of paragraphs. A plan's 一、（一）1. often exist only as the format of a list: the number of
//! each paragraph is counted here as a word processor counts, and written in front of its text.

use super::numeral;
use super::symbol;
use crate::ReadError;
use crate::xml::{Element, Xml};
use std::collections::{BTreeMap, BTreeSet};

/// Lists have nine levels.
const LEVELS: usize = 9;

/// One level of a list.
#[derive(Debug, Clone)]
struct Level {
    start: u32,
    form: String,
    /// The number's text, `%1` standing for the number of level 1.
    text: String,
    /// After which level, counted from 1, the count begins again; 0 for never.
    restart: Option<usize>,
    /// Whether the numbers of all levels stand in digits.
    legal: bool,
    /// The style whose paragraphs are of this level.
    style: Option<String>,
    /// A space, rather than a stop of the tabulator or nothing, stands behind the number.
    spaced: bool,
}

/// The levels of a list that the document describes once, and uses as often as it likes.
type Levels = BTreeMap<usize, Level>;

/// A use of a list.
#[derive(Debug, Default)]
struct Use {
    list: String,
    starts: BTreeMap<usize, u32>,
    levels: Levels,
}

/// The lists of a document and how far each has been counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: BTreeMap<String, Levels>,
    /// Lists that are only a link to a style.
    links: BTreeMap<String, String>,
    uses: BTreeMap<String, Use>,
    counts: BTreeMap<String, [Option<u32>; LEVELS]>,
    /// Uses that have begun the level anew, as they ask for once.
    begun: BTreeSet<(String, usize)>,
}

impl Numbering {
    /// Reads the part that describes the lists.
    pub(super) fn read(text: &str) -> Result<Self, ReadError> {
        let mut numbering = Self::default();
        let mut xml = Xml::new(text);
        xml.children(|xml, root| {
            if root.name != "numbering" {
                return xml.skip();
            }
            xml.children(|xml, element| match element.name.as_str() {
                "abstractNum" => numbering.list(xml, &element),
                "num" => numbering.one_use(xml, &element),
                _ => xml.skip(),
            })
        })?;
        Ok(numbering)
    }

    fn list(&mut self, xml: &mut Xml<'_>, element: &Element) -> Result<(), ReadError> {
        let id = element.get("abstractNumId").unwrap_or_default().to_owned();
        let mut levels = Levels::new();
        let mut link = None;
        xml.children(|xml, child| match child.name.as_str() {
            "lvl" => level(xml, &child, &mut levels),
            "numStyleLink" => {
                link = child.val().map(str::to_owned);
                xml.skip()
            }
            _ => xml.skip(),
        })?;
        if let Some(link) = link {
            self.links.insert(id.clone(), link);
        }
        self.lists.insert(id, levels);
        Ok(())
    }

    fn one_use(&mut self, xml: &mut Xml<'_>, element: &Element) -> Result<(), ReadError> {
        let id = element.get("numId").unwrap_or_default().to_owned();
        let mut one = Use::default();
        xml.children(|xml, child| match child.name.as_str() {
            "abstractNumId" => {
                one.list = child.val().unwrap_or_default().to_owned();
                xml.skip()
            }
            "lvlOverride" => {
                let at = child.get("ilvl").and_then(|at| at.parse().ok());
                xml.children(|xml, inner| match inner.name.as_str() {
                    "startOverride" => {
                        let start = inner.val().and_then(|start| start.parse().ok());
                        if let (Some(at), Some(start)) = (at, start) {
                            one.starts.insert(at, start);
                        }
                        xml.skip()
                    }
                    "lvl" => level(xml, &inner, &mut one.levels),
                    _ => xml.skip(),
                })
            }
            _ => xml.skip(),
        })?;
        self.uses.insert(id, one);
        Ok(())
    }

    /// Which level of the use `number` paragraphs of `style` are, when the list says so.
    pub(super) fn level_of_style(&self, number: &str, style: &str) -> Option<usize> {
        let list = self.lists.get(&self.uses.get(number)?.list)?;
        list.iter()
            .find_map(|(at, level)| (level.style.as_deref() == Some(style)).then_some(*at))
    }

    /// Counts one paragraph of the use `number` at `level`, and gives its number as it is shown, with what parts it
    /// from the text. `linked` gives the use that a list style stands for.
    pub(super) fn next(
        &mut self,
        number: &str,
        level: usize,
        linked: impl Fn(&str) -> Option<String>,
    ) -> Option<Shown> {
        let one = self.uses.get(number)?;
        let mut list = one.list.clone();
        if let Some(style) = self.links.get(&list)
            && let Some(target) = linked(style)
            && let Some(other) = self.uses.get(&target)
        {
            list.clone_from(&other.list);
        }
        let levels = self.lists.get(&list)?;
        let at = |level: usize| one.levels.get(&level).or_else(|| levels.get(&level));
        let this = at(level)?;
        let counts = self.counts.entry(list.clone()).or_default();
        let begins = one
            .starts
            .get(&level)
            .filter(|_| self.begun.insert((number.to_owned(), level)));
        let count = counts.get_mut(level)?;
        *count = Some(match (begins, *count) {
            (Some(start), _) => *start,
            (None, Some(last)) => last.saturating_add(1),
            (None, None) => this.start,
        });
        for (deeper, count) in counts.iter_mut().enumerate().skip(level + 1) {
            let after = at(deeper).and_then(|deeper| deeper.restart);
            if after.is_none_or(|after| after > 0 && level < after) {
                *count = None;
            }
        }
        Some(Shown::new(this, level, |wanted| {
            let found = at(wanted)?;
            // A level that has not been counted yet shows where it would begin.
            let count = counts.get(wanted).copied().flatten().unwrap_or(found.start);
            Some((count, found.form.as_str()))
        }))
    }
}

fn level(xml: &mut Xml<'_>, element: &Element, levels: &mut Levels) -> Result<(), ReadError> {
    let at = element.get("ilvl").and_then(|at| at.parse::<usize>().ok());
    let mut level = Level {
        start: 0,
        form: "decimal".to_owned(),
        text: String::new(),
        restart: None,
        legal: false,
        style: None,
        spaced: false,
    };
    let mut font = String::new();
    xml.children(|xml, child| {
        let val = child.val().unwrap_or_default();
        match child.name.as_str() {
            "start" => level.start = val.parse().unwrap_or(0),
            "numFmt" => val.clone_into(&mut level.form),
            // A choice of formats: the plain one is for readers that do not know the other.
            "AlternateContent" => {
                return xml.children(|xml, choice| {
                    if choice.name != "Choice" {
                        return xml.skip();
                    }
                    xml.children(|xml, inner| {
                        if inner.name == "numFmt" {
                            inner.val().unwrap_or_default().clone_into(&mut level.form);
                        }
                        xml.skip()
                    })
                });
            }
            "lvlText" => val.clone_into(&mut level.text),
            "lvlRestart" => level.restart = val.parse().ok(),
            "isLgl" => level.legal = child.is_on(),
            "pStyle" => level.style = Some(val.to_owned()),
            "suff" => level.spaced = val == "space",
            "rPr" => {
                return xml.children(|xml, run| {
                    if run.name == "rFonts" {
                        let name = run.get("ascii").or(run.get("hAnsi"));
                        name.unwrap_or_default().clone_into(&mut font);
                    }
                    xml.skip()
                });
            }
            _ => {}
        }
        xml.skip()
    })?;
    if level.form == "bullet" {
        let drawn = |c| symbol::of(c, &font).unwrap_or(c);
        level.text = level.text.chars().map(drawn).collect();
    }
    if let Some(at) = at.filter(|at| *at < LEVELS) {
        levels.insert(at, level);
    }
    Ok(())
}

/// A paragraph's number as it is shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shown {
    text: String,
    spaced: bool,
}

impl Shown {
    fn new<'a>(
        this: &Level,
        level: usize,
        count: impl Fn(usize) -> Option<(u32, &'a str)>,
    ) -> Self {
        let mut text = String::new();
        let mut chars = this.text.chars().peekable();
        while let Some(c) = chars.next() {
            let wanted = (c == '%')
                .then(|| chars.peek().and_then(|digit| digit.to_digit(10)))
                .flatten()
                .filter(|wanted| (1..=LEVELS as u32).contains(wanted));
            let Some(wanted) = wanted else {
                text.push(c);
                continue;
            };
            chars.next();
            let wanted = wanted as usize - 1;
            if wanted > level {
                continue;
            }
            if let Some((number, form)) = count(wanted) {
                let form = if this.legal && form != "bullet" && form != "none" {
                    "decimal"
                } else {
                    form
                };
                text.push_str(&numeral::in_form(number, form));
            }
        }
        Self {
            text,
            spaced: this.spaced || this.form == "bullet",
        }
    }

    /// The number in front of `text`. Where the two would run together into another number (1 and 5G, 1. and 5),
    /// a space parts them.
    pub(super) fn before(&self, text: &str) -> String {
        let last = self.text.chars().next_back();
        let next = text.chars().next();
        let joins = last.is_some_and(|c| c.is_ascii_alphanumeric())
            || (last.is_some_and(|c| c.is_ascii())
                && next.is_some_and(|c| c.is_ascii_alphanumeric()));
        let gap = !text.is_empty()
            && !self.text.is_empty()
            && next.is_some_and(|c| !c.is_whitespace())
            && last.is_some_and(|c| !c.is_whitespace())
            && (self.spaced || joins);
        format!("{}{}{text}", self.text, if gap { " " } else { "" })
    }
}
