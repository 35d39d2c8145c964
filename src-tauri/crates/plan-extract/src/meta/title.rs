//! The plan's own title: not the 关于印发…的通知 around it, and in one line whatever its layout.

use super::front::Front;
use super::genre;
use regex::Regex;
use std::sync::LazyLock;

/// The notice that a plan is issued with.
#[derive(Debug, Clone)]
pub(crate) struct Shell {
    /// Title of the notice, when it stands in the text (宣城市人民政府办公室关于印发…的通知).
    pub(crate) notice: Option<String>,
    /// Title of the plan as the notice gives it.
    pub(crate) named: String,
}

/// Longest title, in characters.
const LONGEST: usize = 110;

static NAMED: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        // 现将《…》印发给你们
        r"将\s*\x{300A}([^\x{300A}\x{300B}]{4,110})\x{300B}[^\x{3002}]{0,12}?(予以)?(印发|下发|发布|公布|转发)",
        // 《…》已经市政府同意
        r"\x{300A}([^\x{300A}\x{300B}]{4,110})\x{300B}\s*(已|业经|经[^\x{3002}]{0,40}(同意|通过|审议))",
        // 关于印发《…》的通知, 关于印发…的通知
        r"关于(?:印发|发布|公布|转发)\s*\x{300A}?([^\x{300A}\x{300B}\x{3002}]{4,110}?)\x{300B}?\s*的通知",
    ]
    .iter()
    .filter_map(|pattern| Regex::new(pattern).ok())
    .collect()
});

/// The notice around the plan, if there is one.
pub(crate) fn shell(front: &Front<'_>) -> Option<Shell> {
    let joined = front.lines.join("\n");
    let named = NAMED.iter().find_map(|pattern| {
        let hit = pattern.captures(&joined)?.get(1)?;
        // A notice cited in brackets (…的通知》(无办发〔2023〕24号)) issues another plan.
        let before = joined[..hit.start()].trim_end_matches(['\u{300A}', ' ']);
        let cited = before
            .rfind('\u{300A}')
            .is_some_and(|open| !before[open..].contains('\u{300B}'));
        (!cited).then(|| without_breaks(hit.as_str()))
    })?;
    let notice = notice(front);
    Some(Shell { notice, named })
}

/// The lines of the notice's title: up to …的通知 in the first lines.
fn notice(front: &Front<'_>) -> Option<String> {
    let mut title = String::new();
    for piece in front.pieces.iter().take(6) {
        if ends_sentence(piece.text) || piece.text.ends_with("文件") {
            title.clear();
            continue;
        }
        title.push_str(piece.text);
        if title.ends_with("的通知") && title.chars().count() <= 2 * LONGEST {
            return Some(title);
        }
    }
    None
}

/// The plan's title.
pub(crate) fn title(front: &Front<'_>, shell: Option<&Shell>) -> Option<String> {
    if let Some(shell) = shell {
        let wanted = letters(&shell.named);
        let own = (0..front.pieces.len()).find_map(|first| titled_like(front, first, &wanted));
        return Some(own.unwrap_or_else(|| shell.named.clone()));
    }
    by_genre(front).or_else(|| first_line(front))
}

/// Pieces from `first` on that together are the wanted title.
fn titled_like(front: &Front<'_>, first: usize, wanted: &str) -> Option<String> {
    let mut title = String::new();
    for piece in front.pieces[first..].iter().take(4) {
        title.push_str(piece.text);
        let so_far = letters(&title);
        if so_far == wanted {
            return Some(without_breaks(&title));
        }
        if so_far.len() >= wanted.len() {
            return None;
        }
    }
    None
}

/// The first piece that ends with a genre word, with the lines of the title before it.
fn by_genre(front: &Front<'_>) -> Option<String> {
    let ends_title =
        |text: &str| may_be_title(text) && genre::ending(genre::without_remark(text)).is_some();
    let last = front
        .pieces
        .iter()
        .position(|piece| ends_title(piece.text))?;
    let mut first = last;
    while first > 0
        && front.pieces[first].adjoins
        && continues_title(front.pieces[first - 1].text)
        && last - first < 3
    {
        first -= 1;
    }
    let mut title: String = front.pieces[first..=last]
        .iter()
        .map(|piece| piece.text)
        .collect();
    // A remark may stand on a line of its own: (2023—2025年).
    if let Some(next) = front.pieces.get(last + 1).filter(|next| next.adjoins) {
        let remark =
            next.text.starts_with(['(', '\u{FF08}']) && next.text.ends_with([')', '\u{FF09}']);
        if remark
            && next.text.chars().count() <= 20
            && next.text.contains('年')
            && !next.text.contains('日')
        {
            title.push_str(next.text);
        }
    }
    (title.chars().count() <= LONGEST).then(|| without_breaks(&title))
}

/// A document of an unknown kind is still called by its first line, if that looks like a title.
fn first_line(front: &Front<'_>) -> Option<String> {
    let first = front.pieces.first()?.text;
    let length = first.chars().count();
    ((8..=60).contains(&length) && may_be_title(first) && !is_body_of_state(first))
        .then(|| without_breaks(first))
}

fn may_be_title(text: &str) -> bool {
    let length = text.chars().count();
    (4..=LONGEST).contains(&length)
        && !ends_sentence(text)
        && !text.contains('\u{3002}')
        && !text.starts_with('\u{2026}')
        // The heads of a table.
        && !text.contains('\t')
}

/// A line that may be the first half of a title: no sentence, no number, no letterhead.
fn continues_title(text: &str) -> bool {
    may_be_title(text)
        && text.chars().count() <= 50
        && !text.ends_with("通知")
        && !is_body_of_state(text)
        && !text.ends_with("文件")
}

fn is_body_of_state(text: &str) -> bool {
    [
        "人民政府",
        "办公室",
        "办公厅",
        "委员会",
        "管委会",
        "科技局",
        "科学技术局",
        "科学技术厅",
    ]
    .iter()
    .any(|end| text.ends_with(end))
}

fn ends_sentence(text: &str) -> bool {
    text.ends_with([
        '\u{3002}', ':', '\u{FF1A}', ',', '\u{FF0C}', ';', '\u{FF1B}', '、',
    ])
}

fn without_breaks(text: &str) -> String {
    text.lines().map(str::trim).collect()
}

/// Letters and digits only, so that marks and blanks of either width compare equal.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}
