//! The main text of a page: the part that is the document, without the menus, lists of other pages and footers
//! that a site puts around it.
//!
//! The part is the innermost element that still holds nearly all text of the page that is no link. Inside it only
//! links and what calls itself a menu are left out, so that a doubtful line stays rather than goes.

use super::block::Block;
use super::tree::{Kind, Tree};
use crate::furniture::is_furniture;

/// An element is entered as long as it holds this share of the page's text, in parts of a hundred.
const NEARLY_ALL: usize = 95;
/// Something that calls itself a menu and holds more than this share of the text is none, in parts of a hundred.
const TOO_MUCH_FOR_A_MENU: usize = 10;
/// Lines from here on count fully; shorter ones are often labels.
const SENTENCE: usize = 12;
/// Most lines between the title and the text: where from, when, by whom.
const MOST_BETWEEN: usize = 8;

/// What was chosen.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// For each line of the page, whether it belongs to the document.
    pub(crate) kept: Vec<bool>,
    /// Whether there was nothing to choose by, so that the whole page was taken.
    pub(crate) whole: bool,
}

/// Chooses among the lines of a page.
pub(crate) fn choose(tree: &Tree, blocks: &[Block]) -> Choice {
    let outside = outside(tree, blocks);
    let linked = |block: &Block| block.linked * 10 > block.length * 6;
    let weight = |block: &Block| {
        if outside.get(block.element).copied().unwrap_or(false)
            || linked(block)
            || is_furniture(&block.text)
        {
            0
        } else if block.row || block.length >= SENTENCE {
            block.length * 3
        } else {
            block.length
        }
    };
    let weights = sums(tree, blocks, weight);
    let all = weights.first().copied().unwrap_or(0);
    if all == 0 {
        return Choice {
            kept: vec![true; blocks.len()],
            whole: true,
        };
    }
    let main = innermost(tree, &weights, all);
    let within = descendants(tree, main);
    let inside = |block: &Block| within.get(block.element).copied().unwrap_or(false);
    let mut kept: Vec<bool> = blocks
        .iter()
        .map(|block| {
            let menu = outside.get(block.element).copied().unwrap_or(false);
            // A table of data is no menu wherever it stands.
            !menu && ((inside(block) && !linked(block)) || block.row)
        })
        .collect();
    keep_title(tree, blocks, &mut kept);
    Choice { kept, whole: false }
}

/// The title above the text, with the lines between: sites set it outside the element of the text.
fn keep_title(tree: &Tree, blocks: &[Block], kept: &mut [bool]) {
    let Some(first) = kept.iter().position(|&kept| kept) else {
        return;
    };
    let title = own_title(tree);
    let is_title = |block: &Block| {
        let named = !title.is_empty() && block.length >= 6 && title.contains(&block.text);
        block.linked == 0 && block.length >= 4 && (block.heading || named)
    };
    // The text may repeat it; then the one above says nothing new.
    let repeated = |title: &Block| {
        blocks[first..]
            .iter()
            .take(MOST_BETWEEN)
            .any(|block| bare(&block.text) == bare(&title.text))
    };
    let from = first.saturating_sub(MOST_BETWEEN);
    let Some(at) = (from..first).find(|&at| is_title(&blocks[at])) else {
        return;
    };
    if repeated(&blocks[at]) {
        return;
    }
    for (kept, block) in kept[at..first].iter_mut().zip(&blocks[at..first]) {
        *kept = block.linked * 10 <= block.length * 6;
    }
}

/// What the page is called, without the name of the site behind it.
fn own_title(tree: &Tree) -> String {
    if let Some(article) = tree
        .article
        .as_ref()
        .filter(|article| !article.trim().is_empty())
    {
        return article.trim().to_owned();
    }
    let title = tree.title.trim();
    let cut = ["_", " - ", " | ", "-", "|", "\u{2014}\u{2014}"]
        .into_iter()
        .filter_map(|mark| title.split_once(mark))
        .map(|(own, _)| own.trim())
        .find(|own| own.chars().count() >= 8);
    cut.unwrap_or(title).to_owned()
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// For each element whether it, or one around it, says by its name that it is no part of a document.
fn outside(tree: &Tree, blocks: &[Block]) -> Vec<bool> {
    let lengths = sums(tree, blocks, |block| block.length);
    let all = lengths.first().copied().unwrap_or(0);
    let mut outside: Vec<bool> = Vec::with_capacity(tree.elements.len());
    for (at, element) in tree.elements.iter().enumerate() {
        let around = at > 0 && outside.get(element.parent).copied().unwrap_or(false);
        let small = lengths
            .get(at)
            .is_some_and(|&length| length * 100 <= all * TOO_MUCH_FOR_A_MENU);
        let says_so = element.kind == Kind::Aside || names_a_menu(&element.words);
        outside.push(around || (small && says_so));
    }
    outside
}

/// Names that sites give to what stands around a document.
fn names_a_menu(words: &str) -> bool {
    const BEGINNINGS: &[&str] = &[
        "nav",
        "menu",
        "foot",
        "breadcrumb",
        "crumb",
        "sidebar",
        "share",
        "copyright",
        "pager",
        "paging",
        "pagination",
        "toolbar",
        "topbar",
        "banner",
        "related",
        "friendlink",
        "search",
        "login",
        "qrcode",
        "ewm",
        "bdshare",
        "wza",
    ];
    words
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| {
            BEGINNINGS
                .iter()
                .any(|beginning| word.starts_with(beginning))
        })
}

/// For each element the sum over the lines in it.
fn sums(tree: &Tree, blocks: &[Block], of: impl Fn(&Block) -> usize) -> Vec<usize> {
    let mut sums = vec![0usize; tree.elements.len()];
    for block in blocks {
        if let Some(sum) = sums.get_mut(block.element) {
            *sum += of(block);
        }
    }
    // Parents come before children.
    for at in (1..tree.elements.len()).rev() {
        let own = sums[at];
        if let Some(sum) = tree
            .elements
            .get(at)
            .and_then(|element| sums.get_mut(element.parent))
        {
            *sum += own;
        }
    }
    sums
}

/// The innermost element with nearly all of the text. Elements come in the order of the page, and those with more
/// than half of the text lie in one another, so that the last one that has enough is the innermost.
fn innermost(tree: &Tree, weights: &[usize], all: usize) -> usize {
    (0..tree.elements.len())
        .rfind(|&at| {
            weights
                .get(at)
                .is_some_and(|&weight| weight * 100 >= all * NEARLY_ALL)
        })
        .unwrap_or(0)
}

fn descendants(tree: &Tree, root: usize) -> Vec<bool> {
    let mut within: Vec<bool> = Vec::with_capacity(tree.elements.len());
    for (at, element) in tree.elements.iter().enumerate() {
        within.push(
            at == root || (at > root && within.get(element.parent).copied().unwrap_or(false)),
        );
    }
    within
}
