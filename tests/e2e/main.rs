//! e2e
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops where it stands"
)]
#[test]
fn smoke() {
    use plan_tests::{display::Display, driver::Driver, page::Page};
    let d = Display::start(1280, 720);
    let driver = Driver::start(&d.name, &[]);
    let t = std::time::Instant::now();
    let s = Page::open(
        &driver.address,
        std::path::Path::new("/tmp/target-app/debug/planlens-desktop"),
    );
    println!("open {:?}", t.elapsed());
    s.resize(1280, 720);
    println!("{} {}", s.text(&s.id("h")), s.run("return getComputedStyle(document.querySelector('h1')).color + ' ' + innerWidth + 'x' + innerHeight + ' ' + location.href"));
    s.picture("smoke");
    s.close();
}
