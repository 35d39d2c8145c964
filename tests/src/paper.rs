//! A PDF as somebody reads it who has only the file: the tables of its structure, bookmarks and fonts. The text comes
//! from the pages' own operators through the fonts' own tables of characters.

use crate::sheet::{Leads, Sheet, Told, packed};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};
use std::collections::BTreeMap;

/// A mark of content on a page: the page and the mark's number.
type Mark = (ObjectId, i64);

/// What stands at a mark.
#[derive(Debug, Clone, Default)]
struct Said {
    text: String,
    /// From the left and from the bottom, in points, where it begins.
    place: (f32, f32),
}

/// A PDF that was read.
#[derive(Debug)]
pub struct Paper {
    /// Number of pages.
    pub pages: usize,
    /// The tables, in reading order.
    pub sheets: Vec<Sheet>,
    /// The bookmarks, with their depth.
    pub bookmarks: Vec<(usize, String)>,
    /// Names of fonts, and whether each is in the file.
    pub fonts: BTreeMap<String, bool>,
}

/// A cell before its links are followed: lines with the marks of its text, and links to places of pages.
#[derive(Debug, Default)]
struct Raw {
    lines: Vec<Vec<Mark>>,
    links: Vec<(Vec<Mark>, ObjectId, (f32, f32))>,
}

impl Paper {
    /// Reads a PDF.
    ///
    /// # Panics
    /// When it is no tagged PDF of text.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Self {
        let pdf = Document::load_mem(bytes).expect("a PDF");
        let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
        let mut said = BTreeMap::new();
        let mut fonts = BTreeMap::new();
        for page in &pages {
            text_of(&pdf, *page, &mut said, &mut fonts);
        }
        let mut raw = Vec::new();
        let root =
            below(&pdf, pdf.catalog().expect("a catalogue"), b"StructTreeRoot").expect("structure");
        tables(&pdf, kids(&pdf, root), &mut raw);
        let sheets = raw.iter().map(|rows| sheet(rows, &raw, &said)).collect();
        let mut bookmarks = Vec::new();
        if let Some(outlines) = pdf
            .catalog()
            .ok()
            .and_then(|root| below(&pdf, root, b"Outlines"))
        {
            outline(&pdf, outlines, 0, &mut bookmarks);
        }
        Self {
            pages: pages.len(),
            sheets,
            bookmarks,
            fonts,
        }
    }
}

fn resolved<'p>(pdf: &'p Document, object: &'p Object) -> Option<&'p Object> {
    pdf.dereference(object).ok().map(|(_, object)| object)
}

fn below<'p>(pdf: &'p Document, dictionary: &'p Dictionary, key: &[u8]) -> Option<&'p Dictionary> {
    resolved(pdf, dictionary.get(key).ok()?)?.as_dict().ok()
}

/// The children of an element of the structure.
fn kids<'p>(pdf: &'p Document, element: &'p Dictionary) -> Vec<&'p Object> {
    match element.get(b"K").ok().and_then(|kids| resolved(pdf, kids)) {
        Some(Object::Array(kids)) => kids.iter().filter_map(|kid| resolved(pdf, kid)).collect(),
        Some(kid) => vec![kid],
        None => Vec::new(),
    }
}

fn name<'p>(element: &'p Dictionary, key: &[u8]) -> &'p [u8] {
    element
        .get(key)
        .and_then(Object::as_name)
        .unwrap_or_default()
}

type Rows = (Vec<Raw>, Vec<Vec<Raw>>);

fn tables(pdf: &Document, elements: Vec<&Object>, found: &mut Vec<Rows>) {
    for element in elements.into_iter().filter_map(|kid| kid.as_dict().ok()) {
        if name(element, b"S") != b"Table" {
            tables(pdf, kids(pdf, element), found);
            continue;
        }
        let mut rows: Rows = (Vec::new(), Vec::new());
        for part in kids(pdf, element)
            .into_iter()
            .filter_map(|kid| kid.as_dict().ok())
        {
            for row in kids(pdf, part)
                .into_iter()
                .filter_map(|kid| kid.as_dict().ok())
            {
                let cells = kids(pdf, row)
                    .into_iter()
                    .filter_map(|kid| kid.as_dict().ok());
                let cells = cells.map(|cell| {
                    let mut raw = Raw::default();
                    collect(pdf, cell, None, &mut raw, None);
                    raw
                });
                if name(part, b"S") == b"THead" {
                    rows.0.extend(cells);
                } else {
                    rows.1.push(cells.collect());
                }
            }
        }
        found.push(rows);
    }
}

/// Gathers lines and links of an element; `link` is the one that it stands in.
fn collect(
    pdf: &Document,
    element: &Dictionary,
    page: Option<ObjectId>,
    raw: &mut Raw,
    link: Option<usize>,
) {
    let page = element
        .get(b"Pg")
        .and_then(Object::as_reference)
        .ok()
        .or(page);
    let mut link = link;
    match name(element, b"S") {
        b"TD" | b"TH" | b"P" => raw.lines.push(Vec::new()),
        b"Link" => {
            link = Some(raw.links.len());
            raw.links.push((Vec::new(), (0, 0), (0.0, 0.0)));
        }
        _ => {}
    }
    for kid in kids(pdf, element) {
        match kid {
            Object::Integer(mark) => {
                let mark = (page.expect("content stands on a page"), *mark);
                match link {
                    Some(at) => raw.links[at].0.push(mark),
                    None => raw.lines.last_mut().expect("a line").push(mark),
                }
            }
            Object::Dictionary(kid) if name(kid, b"Type") == b"OBJR" => {
                let annotation = below(pdf, kid, b"Obj").expect("an annotation");
                let to = annotation
                    .get(b"Dest")
                    .ok()
                    .and_then(|to| resolved(pdf, to));
                let to = to
                    .and_then(|to| to.as_array().ok())
                    .expect("a place to lead to");
                let number = |at: usize| to[at].as_float().expect("a number");
                if let Some(at) = link {
                    raw.links[at].1 = to[0].as_reference().expect("a page");
                    raw.links[at].2 = (number(2), number(3));
                }
            }
            Object::Dictionary(kid) if name(kid, b"Type") == b"MCR" => {
                let mark = kid.get(b"MCID").and_then(Object::as_i64).expect("a mark");
                let page = kid.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                let mark = (page.expect("content stands on a page"), mark);
                match link {
                    Some(at) => raw.links[at].0.push(mark),
                    None => raw.lines.last_mut().expect("a line").push(mark),
                }
            }
            Object::Dictionary(kid) => collect(pdf, kid, page, raw, link),
            _ => {}
        }
    }
}

fn sheet(rows: &Rows, all: &[Rows], said: &BTreeMap<Mark, Said>) -> Sheet {
    let words = |marks: &[Mark]| -> String {
        let texts = marks.iter().filter_map(|mark| said.get(mark));
        packed(&texts.map(|said| said.text.as_str()).collect::<String>())
    };
    let told = |raw: &Raw| Told {
        lines: raw
            .lines
            .iter()
            .map(|line| words(line).trim_end_matches(',').to_owned())
            .filter(|line| !line.is_empty())
            .collect(),
        links: raw
            .links
            .iter()
            .map(|(marks, page, place)| (words(marks), leads(*page, *place, all, said)))
            .collect(),
    };
    Sheet {
        heads: rows.0.iter().map(told).collect(),
        rows: rows
            .1
            .iter()
            .map(|row| row.iter().map(told).collect())
            .collect(),
    }
}

/// The row below whose head a reader's window will show: the first words under the place, at its left edge, that stand
/// in a row. Places lie a little above what they mean, so heads repeated there do not count.
fn leads(page: ObjectId, (x, y): (f32, f32), all: &[Rows], said: &BTreeMap<Mark, Said>) -> Leads {
    let here = said.iter().filter(|((on, _), _)| *on == page);
    let edge = here.filter(|(_, said)| said.place.1 <= y && (said.place.0 - x).abs() < 1.5);
    let mut marks: Vec<(&Mark, f32)> = edge.map(|(mark, said)| (mark, said.place.1)).collect();
    marks.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    marks.into_iter().find_map(|(mark, _)| row_of(mark, all))
}

fn row_of(mark: &Mark, all: &[Rows]) -> Leads {
    let holds = |raw: &Raw| {
        let linked = raw.links.iter().map(|(marks, ..)| marks);
        raw.lines
            .iter()
            .chain(linked)
            .any(|line| line.contains(mark))
    };
    let table = all
        .iter()
        .position(|rows| rows.1.iter().flatten().any(holds))?;
    let row = all[table].1.iter().position(|row| row.iter().any(holds))?;
    Some((table, row))
}

/// The marked texts of a page, and the fonts it uses.
fn text_of(
    pdf: &Document,
    page: ObjectId,
    said: &mut BTreeMap<Mark, Said>,
    fonts: &mut BTreeMap<String, bool>,
) {
    let mut encodings: BTreeMap<Vec<u8>, Encoding<'_>> = BTreeMap::new();
    for (name, font) in pdf.get_page_fonts(page).expect("fonts") {
        let base = font
            .get(b"BaseFont")
            .and_then(Object::as_name)
            .expect("a font's name");
        fonts.insert(
            String::from_utf8_lossy(base).into_owned(),
            embedded(pdf, font),
        );
        encodings.insert(
            name,
            font.get_font_encoding(pdf).expect("characters of a font"),
        );
    }
    let content = pdf.get_page_content(page);
    let content = Content::decode(&content).expect("operators");
    let (mut font, mut open): (&[u8], Vec<Option<i64>>) = (b"", Vec::new());
    let (mut matrix, mut line, mut kept) = (IDENTITY, IDENTITY, Vec::new());
    for one in &content.operations {
        let numbers: Vec<f32> = one
            .operands
            .iter()
            .filter_map(|number| number.as_float().ok())
            .collect();
        match one.operator.as_str() {
            "q" => kept.push(matrix),
            "Q" => matrix = kept.pop().unwrap_or(IDENTITY),
            "cm" => matrix = times(numbers[..6].try_into().expect("six numbers"), matrix),
            "BT" => line = IDENTITY,
            "Tm" => line = numbers[..6].try_into().expect("six numbers"),
            "Td" => line = times([1.0, 0.0, 0.0, 1.0, numbers[0], numbers[1]], line),
            "Tf" => font = one.operands[0].as_name().expect("a font"),
            "BDC" => {
                let mark = one.operands.get(1).and_then(|with| with.as_dict().ok());
                open.push(mark.and_then(|with| with.get(b"MCID").and_then(Object::as_i64).ok()));
            }
            "BMC" => open.push(None),
            "EMC" => drop(open.pop()),
            "Tj" | "TJ" => {
                let Some(mark) = open.iter().rev().find_map(|mark| *mark) else {
                    continue;
                };
                let strings: Vec<&Object> = match &one.operands[0] {
                    Object::Array(pieces) => pieces.iter().collect(),
                    piece => vec![piece],
                };
                let place = times(line, matrix);
                let said = said.entry((page, mark)).or_insert_with(|| Said {
                    text: String::new(),
                    place: (place[4], place[5]),
                });
                for bytes in strings.into_iter().filter_map(|piece| piece.as_str().ok()) {
                    let text = Document::decode_text(&encodings[font], bytes).expect("characters");
                    said.text.push_str(&text);
                }
            }
            _ => {}
        }
    }
}

const IDENTITY: [f32; 6] = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn times(a: [f32; 6], b: [f32; 6]) -> [f32; 6] {
    [
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    ]
}

fn embedded(pdf: &Document, font: &Dictionary) -> bool {
    let descendants = font
        .get(b"DescendantFonts")
        .ok()
        .and_then(|fonts| resolved(pdf, fonts));
    let descendant = descendants.and_then(|fonts| fonts.as_array().ok()?.first());
    let descendant = descendant.and_then(|font| resolved(pdf, font)?.as_dict().ok());
    let descriptor = below(pdf, descendant.unwrap_or(font), b"FontDescriptor");
    descriptor.is_some_and(|facts| facts.has(b"FontFile2") || facts.has(b"FontFile3"))
}

fn outline(pdf: &Document, parent: &Dictionary, depth: usize, found: &mut Vec<(usize, String)>) {
    let mut next = below(pdf, parent, b"First");
    while let Some(item) = next {
        let title = item.get(b"Title").expect("a title");
        found.push((
            depth,
            lopdf::decode_text_string(title).expect("a title's words"),
        ));
        outline(pdf, item, depth + 1, found);
        next = below(pdf, item, b"Next");
    }
}
