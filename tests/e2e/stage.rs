//! A stage for one journey: a display, a driver, a data directory, and the window on it.

use plan_tests::display::Display;
use plan_tests::driver::Driver;
use plan_tests::page::Page;
use plan_tests::place;
use std::path::Path;
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tempfile::TempDir;

/// One window at a time: two would share the processor and wait for one another.
static ONE: Mutex<()> = Mutex::new(());

/// Everything a journey needs; it all ends with this value.
pub(crate) struct Stage {
    /// The window.
    pub(crate) page: Page,
    // Ended in this order: the driver with the window, the folder, the turn. The display ends with the page.
    driver: Driver,
    data: TempDir,
    turn: MutexGuard<'static, ()>,
}

impl Stage {
    /// The window on an empty data directory, once the plans are there.
    pub(crate) fn open() -> Self {
        Self::with(&[])
    }

    /// The same with further settings for the program.
    pub(crate) fn with(settings: &[(&str, &Path)]) -> Self {
        let turn = ONE.lock().unwrap_or_else(PoisonError::into_inner);
        Self::on(tempfile::tempdir().expect("a folder"), turn, settings)
    }

    /// Closes the window and opens it again on the same data.
    pub(crate) fn restart(self) -> Self {
        let Self {
            page,
            driver,
            data,
            turn,
        } = self;
        page.close();
        drop(driver);
        Self::on(data, turn, &[])
    }

    /// Closes the window, damages a file of the library, and opens the window again: it has no plans to show.
    pub(crate) fn spoil(self, name: &str) -> Self {
        self.meanwhile("restore-screen", |data| {
            for one in [
                name.to_owned(),
                format!("{name}-wal"),
                format!("{name}-shm"),
            ] {
                let path = data.join(one);
                if path.is_file() {
                    std::fs::write(path, b"not a library any more".repeat(400))
                        .expect("a damaged file");
                }
            }
        })
    }

    /// Closes the window, does something to its data, and opens it again: the element with the test id `sign` comes.
    pub(crate) fn meanwhile(self, sign: &str, work: impl FnOnce(&Path)) -> Self {
        let Self {
            page,
            driver,
            data,
            turn,
        } = self;
        page.close();
        drop(driver);
        work(data.path());
        Self::shown(data, turn, &[], sign)
    }

    fn on(data: TempDir, turn: MutexGuard<'static, ()>, settings: &[(&str, &Path)]) -> Self {
        Self::shown(data, turn, settings, "plan-chip-5")
    }

    /// The window, once the element with this test id is in it.
    fn shown(
        data: TempDir,
        turn: MutexGuard<'static, ()>,
        settings: &[(&str, &Path)],
        sign: &str,
    ) -> Self {
        let display = Rc::new(Display::start(1280, 720));
        let mut all = vec![("PLANLENS_DATA_DIR", data.path())];
        all.extend(settings);
        let driver = Driver::start(&display.name, &all);
        let page = Page::open(&driver, display, &place::program("planlens-desktop"));
        page.resize(1280, 720);
        page.wait_for(sign, || Some(()).filter(|()| page.has(sign)));
        Self {
            page,
            driver,
            data,
            turn,
        }
    }

    /// The folder of the library.
    pub(crate) fn data(&self) -> &Path {
        self.data.path()
    }

    /// The number of the plan whose chip names `region`.
    pub(crate) fn plan(&self, region: &str) -> u32 {
        let chips = self.page.all("[data-testid^=\"plan-chip-\"]");
        let chip = chips
            .iter()
            .find(|chip| self.page.text(chip).contains(region));
        let chip = chip.unwrap_or_else(|| panic!("no chip names {region}"));
        let id = self.page.attribute(chip, "data-testid").expect("a test id");
        id.trim_start_matches("plan-chip-")
            .parse()
            .expect("a number")
    }

    /// Switches to Chinese where the test machine has no Chinese locale to start in.
    pub(crate) fn chinese(&self) {
        if !self
            .page
            .text(&self.page.id("rail-indicators"))
            .contains("指标")
        {
            self.page.click("language-switch");
            self.page
                .text_when("rail-indicators", |text| text.contains("指标"));
        }
    }

    /// Opens the indicators page and waits for its table.
    pub(crate) fn indicators(&self) {
        self.page.click("rail-indicators");
        let _ = self.page.id("matrix");
    }

    /// Opens the review with the targets of a scope.
    pub(crate) fn review(&self, scope: &str) {
        self.page.click("rail-intake");
        self.page.click(&format!("review-scope-{scope}"));
        let _ = self.page.id("review-detail");
    }

    /// Ticks a facet and waits until the queue holds what passes.
    pub(crate) fn filter_review(&self, facet: &str) {
        let before = self.page.text(&self.page.id("review-place"));
        self.page.click(facet);
        self.page.wait_for("the filtered queue", || {
            Some(()).filter(|()| self.page.text(&self.page.id("review-place")) != before)
        });
    }

    /// Chooses the first target of the queue whose row holds these words, and gives its row.
    pub(crate) fn choose(&self, words: &str) -> String {
        let row = self.page.wait_for(words, || {
            let rows = self.page.all("[data-testid^=\"review-row-\"]");
            let row = rows.iter().find(|row| self.page.text(row).contains(words));
            if row.is_none() {
                // Only what is in sight is drawn: on down the list, and from its end to the top again.
                let _ = self.page.run(
                    "const list = document.querySelector('[data-testid=\"review-list\"]'); const was = list.scrollTop; \
                     list.scrollTop += 300; if (list.scrollTop === was) list.scrollTop = 0; return 1",
                );
            }
            self.page.attribute(row?, "data-testid")
        });
        self.page.click(&row);
        let target = row.trim_start_matches("review-row-").to_owned();
        self.page.wait_for("the target", || {
            let detail = self.page.id("review-detail");
            Some(()).filter(|()| {
                self.page.attribute(&detail, "data-target").as_deref() == Some(target.as_str())
            })
        });
        row
    }

    /// Ticks a facet and waits until the table shows what passes.
    pub(crate) fn filter(&self, facet: &str) {
        // What is clicked next must not move away under the pointer: the lines of the new table are waited for.
        let lines = || {
            self.page.run(
                "return document.querySelector('[role=grid]')?.getAttribute('aria-rowcount') ?? null",
            )
        };
        let before = lines();
        self.page.click(facet);
        let _ = self.page.id("filter-clear");
        self.page.wait_for("the filtered table", || {
            Some(()).filter(|()| !self.page.has("busy") && lines() != before)
        });
    }

    /// The texts of all elements that match.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        self.page
            .all(selector)
            .iter()
            .map(|element| self.page.text(element))
            .collect()
    }

    /// The values of an attribute of all elements that match.
    pub(crate) fn ids(&self, start: &str) -> Vec<String> {
        let found = self.page.all(&format!("[data-testid^=\"{start}\"]"));
        found
            .iter()
            .filter_map(|element| self.page.attribute(element, "data-testid"))
            .collect()
    }
}
