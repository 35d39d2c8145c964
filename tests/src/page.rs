//! One window under automation: a small client of the WebDriver protocol, with waiting built in.

use crate::{base64, place};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a journey waits for what must come.
pub const PATIENCE: Duration = Duration::from_secs(30);

const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An open window.
pub struct Page {
    http: ureq::Agent,
    base: String,
}

/// Something on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element(String);

impl Page {
    /// Opens `program` through the driver at `address`.
    ///
    /// # Panics
    /// When no window opens.
    #[must_use]
    pub fn open(address: &str, program: &Path) -> Self {
        let http: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(120)))
            .build()
            .into();
        let mut page = Self {
            http,
            base: format!("http://{address}/session"),
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
    pub fn wait_for<T>(&self, what: &str, mut probe: impl FnMut() -> Option<T>) -> T {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(found) = probe() {
                return found;
            }
            if Instant::now() >= end {
                let picture = self.picture("waited-in-vain");
                panic!(
                    "waited in vain for {what}; the window: {}",
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

    /// Clicks the first element that matches once it takes clicks.
    pub fn click_at(&self, selector: &str) {
        self.wait_for(selector, || {
            let element = self.all(selector).into_iter().next()?;
            self.ask(&format!("/element/{}/click", element.0), Some(&json!({})))
                .ok()
        });
    }

    /// The element's text as shown.
    #[must_use]
    pub fn text(&self, element: &Element) -> String {
        let text = self
            .ask(&format!("/element/{}/text", element.0), None)
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

    /// Types into an element.
    pub fn type_into(&self, element: &Element, text: &str) {
        self.ask(
            &format!("/element/{}/value", element.0),
            Some(&json!({"text": text})),
        )
        .unwrap_or_else(|error| panic!("nothing can be typed: {error}"));
    }

    /// Leaves a picture of the window in `tests/store`.
    ///
    /// # Panics
    /// When the window gives none.
    pub fn picture(&self, name: &str) -> PathBuf {
        // Two frames later everything asked for so far has been painted.
        let painted = json!({"script": "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 120)))", "args": []});
        let _ = self.ask("/execute/async", Some(&painted));
        let path = place::store().join(format!("{name}.png"));
        let answer = self
            .ask("/screenshot", None)
            .unwrap_or_else(|error| panic!("no picture: {error}"));
        std::fs::write(&path, base64::decode(answer.as_str().unwrap_or_default()))
            .expect("tests/store takes pictures");
        path
    }
}

fn test_id(id: &str) -> String {
    format!(
        "[data-testid=\"{}\"]",
        id.replace('\\', "\\\\").replace('"', "\\\"")
    )
}
