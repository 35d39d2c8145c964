//! How quickly the real window draws a large library: frames while scrolling by wheel steps in both directions, the
//! time from a change of the filter to its picture, and that from a correction of a target to its picture, all by
//! the page's own clock.
//!
//! `cargo xtask bench window [PLANS INDICATORS STATED]` builds the program and runs this.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a measuring program talks to the person at the terminal and stops when it cannot measure"
)]

use plan_tests::display::Display;
use plan_tests::driver::Driver;
use plan_tests::large::{self, Size};
use plan_tests::page::Page;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Instant;

/// Steps of the wheel in each direction.
const STEPS: u32 = 240;

fn main() {
    let numbers: Vec<String> = std::env::args().skip(1).collect();
    let program = std::env::var("PLANLENS_DESKTOP").expect("PLANLENS_DESKTOP names the program");
    let number = |at: usize, usual| numbers.get(at).map_or(usual, |text| text.parse().unwrap());
    let size = Size {
        plans: number(0, 200),
        indicators: number(1, 5000),
        stated: number(2, 500),
    };
    let data = tempfile::tempdir().unwrap();
    let began = Instant::now();
    let summary = large::fill(data.path(), size);
    println!(
        "{} plans, {} targets, imported in {:?}",
        summary.imported,
        summary.targets,
        began.elapsed()
    );

    let display = Rc::new(Display::start(1440, 900));
    let settings = [
        ("PLANLENS_DATA_DIR", data.path()),
        // Without a graphics processor this way of drawing is the faster one.
        ("WEBKIT_DISABLE_DMABUF_RENDERER", Path::new("1")),
    ];
    let driver = Driver::start(&display.name, &settings);
    let page = Page::open(&driver, display, &PathBuf::from(program));
    page.resize(1440, 900);
    page.click("rail-indicators");
    page.wait_for("figures", || {
        Some(()).filter(|()| !page.all(".matrix .body .value").is_empty())
    });
    let grid = page.run("const g = document.querySelector('[role=grid]'); return [g.getAttribute('aria-rowcount'), g.getAttribute('aria-colcount')]");
    println!("the table has {} lines and {} columns", grid[0], grid[1]);
    page.picture("window-large");

    for (name, x, y) in [
        ("down", 0, 120),
        ("up", 0, -120),
        ("right", 120, 0),
        ("left", -120, 0),
    ] {
        println!("{name:>6}: {}", frames(&page, x, y));
    }
    page.picture("window-large-after");
    println!("  core: {}", core(&page));
    println!("filter: {}", filter(&page));
    println!("  edit: {}", edit(&page));
    drop(page);
    drop(driver);
}

/// Scrolls a step in every frame and says how long the frames were.
fn frames(page: &Page, x: i32, y: i32) -> String {
    let script = format!(
        "const g = document.querySelector('[role=grid]'); window.measured = null; const times = []; let last = 0, blank = 0; \
         const frame = (now) => {{ if (last) times.push(now - last); last = now; \
           blank += document.querySelectorAll('.matrix .skeleton').length > 0 ? 1 : 0; \
           if (times.length >= {STEPS}) window.measured = {{ times, blank }}; else {{ g.scrollBy({x}, {y}); requestAnimationFrame(frame); }} }}; \
         requestAnimationFrame(frame); return null"
    );
    let _ = page.run(&script);
    let measured = page.wait_for("the frames", || {
        Some(page.run("return window.measured")).filter(|found| !found.is_null())
    });
    let mut times = numbers(&measured["times"]);
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
    format!(
        "median {:.1} ms, 95 % within {:.1} ms, longest {:.1} ms, {} of {STEPS} frames with cells under way",
        at(0.5),
        at(0.95),
        at(1.0),
        measured["blank"]
    )
}

/// Clicks something until six times have been taken: each from the click to the frame after the table tells other
/// numbers.
fn clicks(page: &Page, target: &str) -> String {
    let script = format!(
        "window.measured = null; const times = []; \
         const told = () => document.querySelector('[role=grid]').getAttribute('aria-rowcount') + [...document.querySelectorAll('.matrix .group.stuck .total')].map((e) => e.textContent).join() \
           + document.querySelector('[data-testid=status-shown]').textContent; \
         let turn = 0; const once = () => {{ if (times.length >= 6) {{ window.measured = times; return }} \
           const before = told(), began = performance.now(); {target}.click(); turn += 1; \
           const look = () => {{ const now = performance.now(); \
             if (told() !== before) requestAnimationFrame(() => {{ times.push(performance.now() - began); setTimeout(once, 600) }}); \
             else if (now - began > 10000) window.measured = times; else requestAnimationFrame(look) }}; \
           requestAnimationFrame(look) }}; once(); return null"
    );
    let _ = page.run(&script);
    spread(page)
}

/// Asks the core five questions that it was not asked before, each twice, without drawing anything: the part of a
/// change of filter that comparing takes, and the part that the way to the page takes.
fn core(page: &Page) -> String {
    let script = "window.measured = null; const fresh = [], again = []; let length = 0; \
         const choices = { conversions: [], closest_year: null, benchmark: null }; \
         const ask = async (turn, times) => { const began = performance.now(); \
           const answer = await window.__TAURI_INTERNALS__.invoke('matrix_build', { filter: { text: '类 '.repeat(turn + 1) }, choices }); \
           times.push(performance.now() - began); return answer }; \
         const all = async () => { for (let turn = 0; turn < 5; turn += 1) { await ask(turn, fresh); length = JSON.stringify(await ask(turn, again)).length } \
           window.measured = { fresh, again, length } }; \
         all().catch((thrown) => { window.measured = { fresh: [], again: [], length: 0, thrown: JSON.stringify(thrown) } }); return null";
    let _ = page.run(script);
    let measured = page.wait_for("the answers", || {
        Some(page.run("return window.measured")).filter(|found| !found.is_null())
    });
    if let Some(thrown) = measured.get("thrown") {
        return format!("not measured: {thrown}");
    }
    format!(
        "a new question {}; a known one {}; {} kB",
        middle(&measured["fresh"]),
        middle(&measured["again"]),
        measured["length"].as_u64().unwrap_or_default() / 1000
    )
}

/// Ticks and unticks a type.
fn filter(page: &Page) -> String {
    clicks(
        page,
        "document.querySelectorAll('[data-testid^=\"facet-type-\"] input')[1]",
    )
}

/// Takes the rejection of a target back and does it again.
fn edit(page: &Page) -> String {
    clicks(
        page,
        "document.querySelector(`[data-testid=${turn % 2 ? 'redo' : 'undo'}]`)",
    )
}

fn spread(page: &Page) -> String {
    let measured = page.wait_for("the times", || {
        Some(page.run("return window.measured")).filter(|found| !found.is_null())
    });
    middle(&measured)
}

/// The middle of some times, and the longest.
fn middle(times: &Value) -> String {
    let mut times = numbers(times);
    times.sort_by(f64::total_cmp);
    match times.as_slice() {
        [] => "not measured".into(),
        all => format!(
            "median {:.0} ms, longest {:.0} ms of {}",
            all[all.len() / 2],
            all[all.len() - 1],
            all.len()
        ),
    }
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array()
        .unwrap()
        .iter()
        .filter_map(Value::as_f64)
        .collect()
}
