//! One window under automation: a small client of the WebDriver protocol, with waiting built in.

use crate::display::Display;
use crate::driver::Driver;
use crate::place;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

/// How long a journey waits for what must come.
pub const PATIENCE: Duration = Duration::from_secs(30);

const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An open window.
pub struct Page {
    display: Rc<Display>,
    http: ureq::Agent,
    base: String,
}

/// Something on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(String);

impl Page {
    /// Opens `program` through a driver whose windows open on `display`.
    ///
    /// # Panics
    /// When no window opens.
    #[must_use]
    pub fn open(driver: &Driver, display: Rc<Display>, program: &Path) -> Self {
        let http: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(120)))
            .build()
            .into();
        let mut page = Self {
            display,
            http,
            base: format!("http://{}/session", driver.address),
        };
        let wish = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": {"binary": program, "args": []}}}});
        let answer = page
            .ask("", Some(&wish))
            .unwrap_or_else(|error| panic!("no window opened: {error}"));
        let id = answer["sessionId"]
            .as_str()
            .expect("an open window has an id")
            .to_owned();
        page.base = format!("{}/{id}", page.base);
        page
    }

    /// The display that the window is on, as `DISPLAY` names it.
    #[must_use]
    pub fn display(&self) -> &str {
        &self.display.name
    }

    /// Asks the window to end, as closing it would, and waits until its program has gone.
    pub fn close(self) {
        let _ = self.http.delete(&self.base).call();
        // The driver ends the program about a second after it has answered.
        std::thread::sleep(Duration::from_millis(1500));
    }

    fn ask(&self, path: &str, body: Option<&Value>) -> Result<Value, String> {
        let url = format!("{}{path}", self.base);
        let answer = match body {
            Some(body) => self.http.post(&url).send_json(body),
            None => self.http.get(&url).call(),
        };
        let mut answer = answer.map_err(|error| format!("{url}: {error}"))?;
        let status = answer.status();
        let mut body: Value = answer
            .body_mut()
            .read_json()
            .map_err(|error| format!("{url}: {error}"))?;
        let value = body["value"].take();
        if status.is_success() {
            Ok(value)
        } else {
            Err(format!("{}: {}", value["error"], value["message"]))
        }
    }

    /// Sets the size of the window.
    pub fn resize(&self, width: u32, height: u32) {
        let size = json!({"x": 0, "y": 0, "width": width, "height": height});
        self.ask("/window/rect", Some(&size))
            .unwrap_or_else(|error| panic!("the window keeps its size: {error}"));
    }

    /// Runs a script in the page and gives what it returns.
    ///
    /// # Panics
    /// When the script throws.
    #[must_use]
    pub fn run(&self, script: &str) -> Value {
        self.ask(
            "/execute/sync",
            Some(&json!({"script": script, "args": []})),
        )
        .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Runs a script that calls its last argument when it is done; what it is called with comes back.
    ///
    /// # Panics
    /// When the script fails.
    pub fn run_later(&self, script: &str) -> Value {
        self.ask(
            "/execute/async",
            Some(&json!({"script": script, "args": []})),
        )
        .unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// All elements that match a CSS selector just now.
    #[must_use]
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self
            .ask(
                "/elements",
                Some(&json!({"using": "css selector", "value": selector})),
            )
            .unwrap_or_default();
        let rows = found.as_array().cloned().unwrap_or_default();
        rows.iter()
            .filter_map(|row| row[ELEMENT].as_str().map(|id| Element(id.to_owned())))
            .collect()
    }

    /// The first element that matches, as soon as there is one.
    ///
    /// # Panics
    /// When none comes; a picture of the window is left behind.
    #[must_use]
    pub fn find(&self, selector: &str) -> Element {
        self.wait_for(selector, || self.all(selector).into_iter().next())
    }

    /// The element with this test id, as soon as it is there.
    #[must_use]
    pub fn id(&self, id: &str) -> Element {
        self.find(&test_id(id))
    }

    /// Whether an element with this test id is there just now.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        !self.all(&test_id(id)).is_empty()
    }

    /// Waits until `probe` gives something.
    ///
    /// # Panics
    /// When it does not within [`PATIENCE`]; a picture of the window is left behind.
    pub fn wait_for<T>(&self, what: &str, probe: impl FnMut() -> Option<T>) -> T {
        self.wait_saying(|| what.to_owned(), probe)
    }

    fn wait_saying<T>(&self, what: impl Fn() -> String, mut probe: impl FnMut() -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = probe() {
                return found;
            }
            if Instant::now() >= end {
                let picture = self.picture("waited-in-vain");
                panic!(
                    "waited in vain for {}; the window: {}",
                    what(),
                    picture.display()
                );
            }
            std::thread::sleep(Duration::from_millis(60));
        }
    }

    /// Clicks the element with this test id once it takes clicks.
    pub fn click(&self, id: &str) {
        self.click_at(&test_id(id));
    }

    /// Clicks the middle of the first element that matches, once nothing lies over it.
    pub fn click_at(&self, selector: &str) {
        let refused = RefCell::new(String::new());
        let what = || format!("a click on {selector}: {}", refused.borrow());
        self.wait_saying(what, || {
            let clicked = self.middle(selector).and_then(|place| self.press(place));
            clicked.map_err(|error| refused.replace(error)).ok()
        });
    }

    /// Where a person would click: the middle of the element, scrolled into sight and not covered.
    fn middle(&self, selector: &str) -> Result<(i64, i64), String> {
        let find = "const one = document.querySelector(arguments[0]); if (!one) return 'it is not there'; \
             one.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' }); \
             const box = one.getBoundingClientRect(); \
             const x = Math.round(box.left + box.width / 2), y = Math.round(box.top + box.height / 2); \
             const hit = document.elementFromPoint(x, y); \
             if (!hit || !one.contains(hit)) return `${hit ? hit.outerHTML.slice(0, 80) : 'nothing'} is there`; \
             return one.disabled ? 'it is disabled' : [x, y]";
        let answer = self.ask(
            "/execute/sync",
            Some(&json!({"script": find, "args": [selector]})),
        )?;
        match (answer[0].as_i64(), answer[1].as_i64()) {
            (Some(x), Some(y)) => Ok((x, y)),
            _ => Err(answer.as_str().unwrap_or("no answer").to_owned()),
        }
    }

    fn press(&self, (x, y): (i64, i64)) -> Result<(), String> {
        let steps = json!({"actions": [{"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": [
            {"type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]}]});
        self.ask("/actions", Some(&steps)).map(drop)
    }

    /// The element's text as laid out. What scrolls out of sight counts: a person can reach it.
    #[must_use]
    pub fn text(&self, element: &Element) -> String {
        let text = self
            .ask(&format!("/element/{}/property/innerText", element.0), None)
            .unwrap_or_default();
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the text of the element with this test id satisfies `wanted`, and gives it.
    pub fn text_when(&self, id: &str, wanted: impl Fn(&str) -> bool) -> String {
        let selector = test_id(id);
        self.wait_for(&format!("the right text in {selector}"), || {
            let element = self.all(&selector).into_iter().next()?;
            Some(self.text(&element)).filter(|text| wanted(text))
        })
    }

    /// An attribute of an element.
    #[must_use]
    pub fn attribute(&self, element: &Element, name: &str) -> Option<String> {
        let value = self
            .ask(&format!("/element/{}/attribute/{name}", element.0), None)
            .ok()?;
        value.as_str().map(str::to_owned)
    }

    /// What stands in the field with this test id.
    #[must_use]
    pub fn value(&self, id: &str) -> String {
        self.value_at(&test_id(id))
    }

    /// What stands in the first field that matches.
    #[must_use]
    pub fn value_at(&self, selector: &str) -> String {
        let field = self.find(selector);
        let value = self.ask(&format!("/element/{}/property/value", field.0), None);
        value
            .ok()
            .and_then(|value| value.as_str().map(str::to_owned))
            .unwrap_or_default()
    }

    /// Types into an element.
    pub fn type_into(&self, element: &Element, text: &str) {
        self.ask(
            &format!("/element/{}/value", element.0),
            Some(&json!({"text": text})),
        )
        .unwrap_or_else(|error| panic!("nothing can be typed: {error}"));
    }

    /// Presses keys one after the other, wherever the focus is. `\n` is Enter, `\t` the tabulator.
    pub fn press_keys(&self, keys: &str) {
        let steps: Vec<Value> = keys
            .chars()
            .map(|key| match key {
                '\n' => '\u{e007}',
                '\t' => '\u{e004}',
                key => key,
            })
            .flat_map(|key| {
                [
                    json!({"type": "keyDown", "value": key.to_string()}),
                    json!({"type": "keyUp", "value": key.to_string()}),
                ]
            })
            .collect();
        self.chord(&steps);
    }

    /// Presses a key while Control is held.
    pub fn press_with_control(&self, key: char) {
        let control = "\u{e009}";
        self.chord(&[
            json!({"type": "keyDown", "value": control}),
            json!({"type": "keyDown", "value": key.to_string()}),
            json!({"type": "keyUp", "value": key.to_string()}),
            json!({"type": "keyUp", "value": control}),
        ]);
    }

    fn chord(&self, steps: &[Value]) {
        let actions = json!({"actions": [{"type": "key", "id": "keyboard", "actions": steps}]});
        self.ask("/actions", Some(&actions))
            .unwrap_or_else(|error| panic!("no key can be pressed: {error}"));
    }

    /// Waits until everything asked for so far has been painted.
    pub fn painted(&self) {
        let frames = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 250)))";
        let _ = self.ask(
            "/execute/async",
            Some(&json!({"script": frames, "args": []})),
        );
    }

    /// Leaves a picture of the window in `tests/store`.
    pub fn picture(&self, name: &str) -> PathBuf {
        self.painted();
        let path = place::store().join(format!("{name}.png"));
        self.display.picture(&path);
        path
    }
}

fn test_id(id: &str) -> String {
    format!(
        "[data-testid=\"{}\"]",
        id.replace('\\', "\\\\").replace('"', "\\\"")
    )
}
