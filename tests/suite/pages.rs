//! The same plan in another format is the same plan: its text comes back, and what is found in it.
//!
//! `pages/office.pdf` and `pages/typst.pdf` were made from `pages/plan.txt` by LibreOffice and by typst, with
//! running heads, page numbers, indents, and a table whose cells wrap. The text is made up.

use plan_flow::wire::error::ErrorCode;
use plan_flow::{Error, PdfProcess, SystemHost, extract, pdf_library, speed};
use plan_model::{FrozenPlan, NoteCode};
use plan_tests::place;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Share of characters, blanks apart, that are not as in the original: insertions, deletions and exchanges.
pub(crate) fn error_rate(original: &str, read: &str) -> f64 {
    let bare = |text: &str| -> Vec<char> { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let (original, read) = (bare(original), bare(read));
    if original == read {
        return 0.0;
    }
    let mut above: Vec<usize> = (0..=read.len()).collect();
    for (row, a) in original.iter().enumerate() {
        let mut left = row + 1;
        let mut corner = std::mem::replace(&mut above[0], left);
        for (column, b) in read.iter().enumerate() {
            let exchanged = corner + usize::from(a != b);
            corner = above[column + 1];
            left = exchanged.min(left + 1).min(corner + 1);
            above[column + 1] = left;
        }
    }
    above[read.len()] as f64 / original.len() as f64
}

#[test]
fn the_error_rate_counts_what_is_wrong() {
    assert_eq!(error_rate("到 2025年", "到2025 年"), 0.0);
    assert_eq!(error_rate("abcd", "abd"), 0.25);
    assert_eq!(error_rate("abcd", "xabcd"), 0.25);
    assert_eq!(error_rate("abcd", "abxd"), 0.25);
}

/// What is found in a plan, without the places, which move with blanks.
fn findings(plan: &FrozenPlan) -> BTreeSet<String> {
    let bare = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    speed::extract(plan)
        .targets
        .iter()
        .map(|target| {
            let value = target
                .value_span
                .and_then(|span| span.of(&plan.text))
                .unwrap_or("");
            format!(
                "{} {:?} {:?} {:?} {:?} {:?} {}",
                bare(&target.name),
                target.op,
                target.value,
                target.unit,
                target.measure,
                target.year,
                bare(value),
            )
        })
        .collect()
}

/// Nearly the same was found in both: the harmonic mean of both shares.
fn agreement(one: &FrozenPlan, other: &FrozenPlan) -> f64 {
    let (one, other) = (findings(one), findings(other));
    assert!(!one.is_empty());
    2.0 * one.intersection(&other).count() as f64 / (one.len() + other.len()) as f64
}

fn escaped(line: &str) -> String {
    line.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// A page of a site around the plan, in four shapes.
fn pages(text: &str) -> [(&'static str, String); 4] {
    const MENU: &str = "<div class=\"header\"><a href=\"/\">首页</a><a href=\"/zwgk\">政务公开</a><form><input name=q>\
        <button>搜索</button></form></div><div class=\"pos\">您当前的位置：<a href=\"/\">首页</a> &gt; \
        <a href=\"/zc\">政策文件</a> &gt; 正文</div>";
    const FOOT: &str = "<div class=\"share\">分享到：<a href=\"#\">微信</a></div><p>上一篇：\
        <a href=\"1\">关于开展科技计划项目申报的通知</a></p><div class=\"right\"><h3>相关文章</h3><ul>\
        <li><a href=\"3\">一图读懂行动方案</a><span>2024-08-12</span></li></ul></div>\
        <div class=\"footer\"><p>主办单位：某市人民政府办公室 电话：0553-1234567</p><p>皖ICP备05012345号</p></div>";
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty());
    let paragraphs: String = lines()
        .map(|line| {
            format!(
                "<p style=\"text-indent:2em\"><span>&nbsp;&nbsp;{}</span></p>\n",
                escaped(line)
            )
        })
        .collect();
    let breaks: String = lines()
        .map(|line| format!("\u{3000}\u{3000}{}<br/>\n", escaped(line)))
        .collect();
    let page = |charset: &str, body: String| {
        format!(
            "<!DOCTYPE html><html><head><meta charset=\"{charset}\"><title>政策文件_某市人民政府</title>\
             <script>var s = \"<p>到2025年</p>\";</script><style>p {{}}</style></head><body>{body}</body></html>"
        )
    };
    [
        (
            "paragraphs",
            page(
                "utf-8",
                format!("{MENU}<div id=zoom>{paragraphs}</div>{FOOT}"),
            ),
        ),
        (
            "breaks",
            page("gb2312", format!("{MENU}<div id=zoom>{breaks}</div>{FOOT}")),
        ),
        (
            "layout table",
            page(
                "gbk",
                format!(
                    "<table><tr><td colspan=2>{MENU}</td></tr><tr><td><ul><li><a href=1>机构职能</a></ul></td>\
                     <td><table><tr><td>{paragraphs}</td></tr></table></td></tr><tr><td colspan=2>{FOOT}</td></tr></table>"
                ),
            ),
        ),
        ("bare", page("utf-8", paragraphs.clone())),
    ]
}

#[test]
fn a_saved_web_page_says_what_the_plan_says() {
    for path in place::seed_plans() {
        let bytes = std::fs::read(&path).unwrap();
        let plan = speed::read(&bytes).unwrap();
        for (shape, page) in pages(&plan.text) {
            let name = format!("{} as {shape}", path.display());
            let bytes = if page.contains("charset=\"gb") {
                encoding_rs::GB18030.encode(&page).0.into_owned()
            } else {
                page.into_bytes()
            };
            let read = speed::read(&bytes).unwrap();
            let rate = error_rate(&plan.text, &read.text);
            assert!(rate <= 0.005, "{name}: {rate}\n{}", read.text);
            let agreement = agreement(&plan, &read);
            assert!(agreement >= 0.98, "{name}: {agreement}");
            assert!(
                read.notes
                    .iter()
                    .all(|note| note.code != NoteCode::WholePage),
                "{name}"
            );
        }
    }
}

fn fixture(name: &str) -> PathBuf {
    place::root().join("tests/suite/pages").join(name)
}

/// A host that reads PDF, when the library for it has been fetched, as `cargo xtask test` does.
pub(crate) fn reader() -> Option<SystemHost> {
    let named = std::env::var_os(pdf_library::PDF_LIBRARY_VARIABLE).map(PathBuf::from);
    let program = place::program("planlens");
    let library = pdf_library::find(named, Some(&program))?;
    Some(SystemHost::new("").with_pdf(Some(PdfProcess::new(program, library))))
}

#[test]
fn a_pdf_says_what_the_plan_says() {
    let Some(host) = reader() else {
        // Nothing can be read without it; the next test proves that this is said.
        return;
    };
    let text = std::fs::read_to_string(fixture("plan.txt")).unwrap();
    let plan = speed::read(text.as_bytes()).unwrap();
    for name in ["office.pdf", "typst.pdf"] {
        let bytes = std::fs::read(fixture(name)).unwrap();
        let read = speed::read_with(&host, name, &bytes).unwrap();
        assert_eq!(read.text, text, "{name}");
        assert_eq!(findings(&read), findings(&plan), "{name}");
        let codes: Vec<NoteCode> = read.notes.iter().map(|note| note.code).collect();
        assert_eq!(codes, [NoteCode::PageFurnitureLeftOut], "{name}");
    }
}

#[test]
fn a_damaged_pdf_is_refused_or_read_and_nothing_worse() {
    let Some(host) = reader() else { return };
    let bytes = std::fs::read(fixture("typst.pdf")).unwrap();
    for cut in [5, 100, bytes.len() / 2, bytes.len() - 300] {
        let error = speed::read_with(&host, "cut.pdf", &bytes[..cut]).unwrap_err();
        assert_eq!(error.code(), ErrorCode::DamagedFile, "cut at {cut}");
    }
    let mut state = 1u32;
    let mut chance = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize
    };
    for _ in 0..40 {
        let mut bytes = bytes.clone();
        for _ in 0..100 {
            let (at, byte) = (chance() % bytes.len(), chance());
            bytes[at] = byte as u8;
        }
        if let Ok(read) = speed::read_with(&host, "hurt.pdf", &bytes) {
            assert!(!read.text.trim().is_empty());
        }
    }
}

/// A document of `count` empty pages.
fn many_pages(count: usize) -> Vec<u8> {
    let kids: String = (0..count)
        .map(|page| format!("{} 0 R ", page + 3))
        .collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {count}/Kids[{kids}]>>"),
    ];
    objects
        .extend((0..count).map(|_| "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>".to_owned()));
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
    }
    let table = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    out.extend(
        places
            .iter()
            .flat_map(|place| format!("{place:010} 00000 n \n").into_bytes()),
    );
    let size = objects.len() + 1;
    out.extend(format!("trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF").bytes());
    out
}

#[test]
fn a_pdf_with_too_many_pages_and_one_without_text_are_told_apart() {
    let Some(host) = reader() else { return };
    let code = |pages| {
        let read = speed::read_with(&host, "pages.pdf", &many_pages(pages));
        read.err().as_ref().map(Error::code)
    };
    assert_eq!(code(10_000), Some(ErrorCode::TooComplex));
    assert_eq!(code(20), Some(ErrorCode::EmptyFile));
}

#[test]
fn without_the_library_a_pdf_is_refused_with_what_is_missing() {
    let error = extract::file(&fixture("typst.pdf")).unwrap_err();
    assert_eq!(error.code(), ErrorCode::NoPdfEngine);
    let (program, none) = (place::program("planlens"), fixture("plan.txt"));
    for (program, library) in [(program, none.clone()), (none.clone(), none)] {
        let elsewhere = SystemHost::new("").with_pdf(Some(PdfProcess::new(program, library)));
        let error = extract::file_with(&elsewhere, &fixture("typst.pdf")).unwrap_err();
        assert_eq!(error.code(), ErrorCode::NoPdfEngine);
    }
}
