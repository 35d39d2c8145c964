//! All pages in both languages and both appearances at 1280×720: nothing runs out of the window, nothing is cut
//! off, no key of a missing translation is shown.

use crate::accessible::findings;
use crate::stage::Stage;
use plan_tests::page::Page;

/// Texts that leave the window or are cut by the box they stand in. What scrolls, and what ends in an ellipsis, is
/// meant to; so is what is there for screen readers only.
const CUT: &str = r"
const faults = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const text = node.data.trim();
  const parent = node.parentElement;
  if (!text || !parent || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  const box = range.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) continue;
  let left = 0, right = innerWidth, meant = false;
  for (let up = parent; up && up !== document.documentElement; up = up.parentElement) {
    const style = getComputedStyle(up);
    if (style.textOverflow === 'ellipsis' || /auto|scroll/.test(style.overflowX) || style.clipPath !== 'none') meant = true;
    if (style.overflowX === 'hidden' || style.overflowX === 'clip') {
      const edge = up.getBoundingClientRect();
      if (edge.width <= 2) meant = true;
      left = Math.max(left, edge.left); right = Math.min(right, edge.right);
    }
  }
  if (!meant && (box.left < left - 1 || box.right > right + 1)) faults.push(`cut: ${text.slice(0, 40)} (${Math.round(box.left)}..${Math.round(box.right)} in ${Math.round(left)}..${Math.round(right)})`);
  if (/^[a-z_]+(\.[a-z_]+)+$/.test(text)) faults.push(`untranslated: ${text}`);
}
if (document.documentElement.scrollWidth > innerWidth) faults.push(`the page is ${document.documentElement.scrollWidth} wide`);
return faults.join('\n');
";

pub(crate) fn faults(page: &Page, name: &str) -> Vec<String> {
    page.picture(name);
    let found = page.run(CUT);
    let mut all: Vec<String> = found
        .as_str()
        .unwrap_or_default()
        .lines()
        .map(|line| format!("{name}: {line}"))
        .collect();
    // What axe looks at does not depend on the language, and it takes its time.
    if name.contains("-zh-") {
        all.extend(findings(page, name));
    }
    all
}

#[test]
fn all_pages_fit_in_both_languages_and_appearances() {
    let stage = Stage::open();
    let page = &stage.page;
    stage.chinese();
    let mut all = Vec::new();
    for (language, word) in [("zh", "指标"), ("en", "Indicators")] {
        if language == "en" {
            page.click("language-switch");
        }
        page.text_when("rail-indicators", |text| text.contains(word));
        for theme in ["light", "dark"] {
            page.click("theme-switch");
            page.click(&format!("theme-{theme}"));
            stage.indicators();
            let _ = page.id("chart");
            all.extend(faults(page, &format!("look-indicators-{language}-{theme}")));
            page.click("rail-overview");
            let _ = page.id("overview-table");
            all.extend(faults(page, &format!("look-overview-{language}-{theme}")));
            page.click("rail-charts");
            let _ = page.id("chart-picture");
            all.extend(faults(page, &format!("look-charts-{language}-{theme}")));
            page.click("rail-intake");
            for (part, sign) in [
                ("review", "review-detail"),
                ("import", "import-empty"),
                ("library", "care-good"),
                ("synonyms", "synonyms-empty"),
                ("history", "history-empty"),
            ] {
                page.click(&format!("intake-{part}"));
                let _ = page.id(sign);
                all.extend(faults(page, &format!("look-{part}-{language}-{theme}")));
            }
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n"));
}
