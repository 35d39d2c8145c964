//! Files dragged over a window, as a file browser does it: the messages of the XDND protocol, from a program of
//! another kind. The window cannot tell it from a hand.

use std::path::PathBuf;
use std::time::{Duration, Instant};
use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, PropMode,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

/// How long the window may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);
/// The version of the protocol that is spoken.
const VERSION: u32 = 5;

x11rb::atom_manager! {
    /// The words of the protocol.
    Atoms: AtomsCookie {
        XdndAware,
        XdndSelection,
        XdndEnter,
        XdndPosition,
        XdndStatus,
        XdndLeave,
        XdndDrop,
        XdndFinished,
        XdndActionCopy,
        URIS: b"text/uri-list",
        TARGETS,
    }
}

/// Files in the hand of somebody who drags them.
pub struct Drag {
    server: RustConnection,
    atoms: Atoms,
    /// Where the files come from.
    source: Window,
    /// The window they are dragged over.
    target: Window,
    uris: Vec<u8>,
    /// How often the window asked what is dragged.
    asked: usize,
}

impl Drag {
    /// Takes files and folders in hand, to drag them over the one window of a display.
    ///
    /// # Panics
    /// When there is no window that takes files.
    #[must_use]
    pub fn of(paths: &[PathBuf], display: &str) -> Self {
        let (server, screen) = x11rb::connect(Some(display)).expect("the display answers");
        let atoms = Atoms::new(&server)
            .expect("the display answers")
            .reply()
            .expect("words of the protocol");
        let root = server.setup().roots[screen].root;
        let source = server.generate_id().expect("a window");
        let aux = CreateWindowAux::new();
        server
            .create_window(
                0,
                source,
                root,
                0,
                0,
                1,
                1,
                0,
                WindowClass::INPUT_ONLY,
                0,
                &aux,
            )
            .expect("a window");
        server
            .set_selection_owner(source, atoms.XdndSelection, x11rb::CURRENT_TIME)
            .expect("the display answers");
        let mut drag = Self {
            target: root,
            server,
            atoms,
            source,
            uris: uris(paths).into_bytes(),
            asked: 0,
        };
        drag.target = drag.taker(root).expect("a window that takes files");
        drag
    }

    /// The first window below this one that takes what is dragged.
    fn taker(&self, window: Window) -> Option<Window> {
        let tree = self.server.query_tree(window).ok()?.reply().ok()?;
        tree.children.into_iter().find_map(|child| {
            let kind = self.atoms.XdndAware;
            let aware = self
                .server
                .get_property(false, child, kind, AtomEnum::ATOM, 0, 1);
            let aware = aware
                .ok()?
                .reply()
                .is_ok_and(|property| property.value_len > 0);
            if aware {
                Some(child)
            } else {
                self.taker(child)
            }
        })
    }

    /// Holds the files over a place of the display until the window has asked what they are.
    ///
    /// # Panics
    /// When it does not.
    pub fn over(&mut self, x: u32, y: u32) {
        let before = self.asked;
        self.say(self.atoms.XdndEnter, [VERSION << 24, self.atoms.URIS, 0, 0]);
        // A hand is never quite still, and a window may wait for that.
        for step in 0..PATIENCE.as_secs() * 5 {
            let place = (x << 16) | (y + u32::try_from(step % 2).unwrap_or(0));
            let action = self.atoms.XdndActionCopy;
            self.say(
                self.atoms.XdndPosition,
                [0, place, x11rb::CURRENT_TIME, action],
            );
            self.serve(Duration::from_millis(200), |_| false);
            if self.asked > before {
                return;
            }
        }
        panic!("the window does not ask what is dragged over it");
    }

    /// Takes the files away again.
    pub fn leave(&mut self) {
        self.say(self.atoms.XdndLeave, [0; 4]);
    }

    /// Lets the files go, and waits until the window has taken them.
    ///
    /// # Panics
    /// When it does not take them.
    pub fn release(mut self) {
        self.say(self.atoms.XdndDrop, [0, x11rb::CURRENT_TIME, 0, 0]);
        let finished = self.atoms.XdndFinished;
        let taken = self.serve(PATIENCE, |message| message == finished);
        assert!(taken, "the window does not take what was let go over it");
    }

    fn say(&self, kind: Atom, [b, c, d, e]: [u32; 4]) {
        let message = ClientMessageEvent::new(32, self.target, kind, [self.source, b, c, d, e]);
        self.server
            .send_event(false, self.target, EventMask::NO_EVENT, message)
            .expect("the display answers");
        self.server.flush().expect("the display answers");
    }

    /// Answers the window for a time, or until it has sent the message that `ends` waits for.
    fn serve(&mut self, time: Duration, ends: impl Fn(Atom) -> bool) -> bool {
        let end = Instant::now() + time;
        while Instant::now() < end {
            match self.server.poll_for_event().expect("the display answers") {
                Some(Event::SelectionRequest(request)) => self.answer(&request),
                Some(Event::ClientMessage(message)) if ends(message.type_) => return true,
                Some(_) => {}
                None => std::thread::sleep(Duration::from_millis(5)),
            }
        }
        false
    }

    /// Says what is dragged.
    fn answer(&mut self, request: &SelectionRequestEvent) {
        let (window, property) = (request.requestor, request.property);
        let written = if request.target == self.atoms.TARGETS {
            let kinds = [self.atoms.URIS];
            self.server.change_property32(
                PropMode::REPLACE,
                window,
                property,
                AtomEnum::ATOM,
                &kinds,
            )
        } else {
            self.asked += 1;
            let kind = self.atoms.URIS;
            self.server
                .change_property8(PropMode::REPLACE, window, property, kind, &self.uris)
        };
        written.expect("the display answers");
        let notice = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: request.time,
            requestor: window,
            selection: request.selection,
            target: request.target,
            property,
        };
        self.server
            .send_event(false, window, EventMask::NO_EVENT, notice)
            .expect("the display answers");
        self.server.flush().expect("the display answers");
    }
}

/// Places on disk as a file browser names them.
fn uris(paths: &[PathBuf]) -> String {
    let one = |path: &PathBuf| {
        let bytes = path.as_os_str().as_encoded_bytes();
        let escaped: String = bytes
            .iter()
            .map(|byte| match byte {
                b'/' | b'-' | b'_' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => {
                    char::from(*byte).to_string()
                }
                _ => format!("%{byte:02X}"),
            })
            .collect();
        format!("file://{escaped}\r\n")
    };
    paths.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_named_as_a_file_browser_names_them() {
        assert_eq!(
            uris(&["/a/计 划.txt".into()]),
            "file:///a/%E8%AE%A1%20%E5%88%92.txt\r\n"
        );
    }
}
