//! What a program that knows the accessibility guidelines (axe-core) finds on the page as it stands in the window.

use plan_tests::page::Page;
use plan_tests::place;

/// Names each serious or critical finding with the first elements it was found at. Scrolled content is looked at
/// where it stands; frames there are none.
const LOOK: &str = r"
const done = arguments[arguments.length - 1];
axe.run(document, { resultTypes: ['violations'], iframes: false }).then(
  (found) => done(found.violations
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .map((one) => `${one.impact} ${one.id}: ${one.help} (${one.nodes.length}) ${one.nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).join(' | ')}`)
    .join('\n')),
  (error) => done(`axe itself failed: ${error}`),
);
";

/// The findings on the page as it stands, each led by `name`.
pub(crate) fn findings(page: &Page, name: &str) -> Vec<String> {
    if page.run("return typeof axe === 'undefined'") == true {
        let source = place::root().join("ui/node_modules/axe-core/axe.min.js");
        let source =
            std::fs::read_to_string(source).expect("axe-core is among the page's packages");
        let _ = page.run(&source);
        // What is declared in a script of its own must be handed to the next one.
        assert_eq!(page.run("return typeof axe"), "object", "axe is loaded");
    }
    let found = page.run_later(LOOK);
    found
        .as_str()
        .expect("axe answers in words")
        .lines()
        .map(|line| format!("{name}: {line}"))
        .collect()
}
