//! What lies over the page: dialogs, the drawer, the palette and menus, held to the accessibility guidelines; the
//! page at 200 %; and the page on paper.

use crate::accessible::findings;
use crate::look::faults;
use crate::stage::Stage;

const ESCAPE: &str = "\u{e00c}";

/// Opens the menu of an element as the right button does.
fn context_menu(stage: &Stage, id: &str) {
    let _ = stage.page.id(id);
    let _ = stage.page.run(&format!(
        "const at = document.querySelector('[data-testid=\"{id}\"]'); const box = at.getBoundingClientRect(); \
         at.dispatchEvent(new MouseEvent('contextmenu', {{ bubbles: true, cancelable: true, clientX: box.left + 8, clientY: box.bottom }})); return 1"
    ));
}

#[test]
fn what_lies_over_the_page_is_held_to_the_guidelines() {
    let stage = Stage::open();
    let page = &stage.page;
    stage.indicators();
    stage.chinese();
    let mut all = Vec::new();
    for theme in ["light", "dark"] {
        page.click("theme-switch");
        page.click(&format!("theme-{theme}"));
        let mut look = |name: &str| {
            let name = format!("over-{name}-{theme}");
            page.picture(&name);
            all.extend(findings(page, &name));
        };
        page.click("choices");
        let _ = page.id("choice-offer");
        look("choices");
        page.press_keys(ESCAPE);
        page.press_with_control('k');
        let _ = page.id("palette-input");
        look("palette");
        page.press_keys(ESCAPE);
        page.press_with_control('s');
        let _ = page.id("view-name");
        look("views");
        page.press_keys(ESCAPE);
        page.press_keys("?");
        let _ = page.id("key-sheet");
        look("keys");
        page.press_keys(ESCAPE);
        page.click("table-view");
        look("menu");
        page.press_keys(ESCAPE);
        context_menu(&stage, "plan-chip-1");
        let _ = page.id("plan-menu-benchmark");
        look("plan-menu");
        page.press_keys(ESCAPE);
        context_menu(&stage, "plan-head-1");
        let _ = page.id("table-menu");
        look("table-menu");
        page.press_keys(ESCAPE);
        page.click(&format!("cell-{}-高新技术企业数-level", stage.plan("南通")));
        let _ = page.id("evidence-sentence");
        look("drawer");
        page.click("evidence-close");
    }
    // The longer words of the other language, in the dark.
    page.click("language-switch");
    page.click("choices");
    let _ = page.id("choice-offer");
    for (field, words) in [
        ("region", "芜湖市"),
        ("year", "2022"),
        ("value", "373.1"),
        ("source", "统计公报"),
    ] {
        page.type_into(&page.id(&format!("context-{field}")), words);
    }
    page.click("context-save");
    let _ = page.id("context-row");
    all.extend(faults(page, "over-context-en-dark"));
    page.press_keys(ESCAPE);
    page.click("rail-overview");
    let _ = page.id("chain");
    let _ =
        page.run("document.querySelector('[data-testid=\"chain\"]').scrollIntoView(); return 1");
    all.extend(faults(page, "over-chain-en-dark"));
    assert!(all.is_empty(), "{}", all.join("\n"));
}

/// At 200 % a window of 1280×720 has room for 640×360.
#[test]
fn at_twice_the_size_nothing_is_cut_and_every_page_can_be_used() {
    let stage = Stage::open();
    let page = &stage.page;
    stage.chinese();
    page.resize(640, 360);
    let mut all = Vec::new();
    for (rail, sign) in [
        ("overview", "overview-table"),
        ("indicators", "matrix"),
        ("charts", "chart-picture"),
        ("intake", "review-detail"),
    ] {
        page.click(&format!("rail-{rail}"));
        let _ = page.id(sign);
        all.extend(faults(page, &format!("twice-zh-{rail}")));
    }
    page.click("rail-indicators");
    page.click("choices");
    let _ = page.id("choice-offer");
    page.picture("twice-zh-choices");
    let close = page.run("const box = document.querySelector('dialog[open]').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth");
    assert_eq!(close, true, "the dialog stands within the window");
    assert!(all.is_empty(), "{}", all.join("\n"));
}

/// What is meant for paper is put on screen, and what is meant for the screen taken off it.
const ON_PAPER: &str = r"
let turned = 0;
const turn = (rules) => {
  for (const rule of rules) {
    if (!(rule instanceof CSSMediaRule)) continue;
    const words = rule.media.mediaText;
    if (words === 'print') rule.media.mediaText = 'all', turned += 1;
    else if (words.includes('screen')) rule.media.mediaText = 'print';
    turn(rule.cssRules);
  }
};
for (const sheet of document.styleSheets) turn(sheet.cssRules);
return turned;
";

#[test]
fn the_overview_is_printed_whole_and_alone() {
    let stage = Stage::open();
    let page = &stage.page;
    stage.chinese();
    page.click("rail-overview");
    let _ = page.id("overview-table");
    assert!(
        page.run(ON_PAPER).as_i64() > Some(0),
        "there are rules for paper"
    );
    page.picture("overview-on-paper");
    let seen = "return [...document.querySelectorAll('.screen-only')].filter((one) => one.checkVisibility()).length";
    assert_eq!(page.run(seen).as_i64(), Some(0), "only the page itself");
    let rail = "const rail = document.querySelector('[data-testid=\"rail-overview\"]'); return !rail.checkVisibility()";
    assert_eq!(page.run(rail), true, "no rail");
    // Nothing scrolls on paper: whatever is longer than a sheet goes on over the next ones.
    let cut = "const table = document.querySelector('[data-testid=\"overview-table\"]'); \
               for (let up = table; up; up = up.parentElement) { if (up !== document.documentElement && up.scrollHeight > up.clientHeight + 2 && getComputedStyle(up).overflowY !== 'visible') return up.className || up.tagName; } \
               return ''";
    assert_eq!(page.run(cut).as_str(), Some(""), "nothing is cut off");
    let ground = "return getComputedStyle(document.body).backgroundColor";
    assert_eq!(page.run(ground).as_str(), Some("rgb(255, 255, 255)"));
}
