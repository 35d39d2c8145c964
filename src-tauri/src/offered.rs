//! The places on disk that the analyst offered in this run, by dialog or by dropping them on the window. The page
//! can name these and no others.

use crate::shell::held;
use plan_flow::wire::error::{ErrorCode, WireError};
use plan_flow::wire::import::DropEvent;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Mutex;
use tauri::DragDropEvent;
use tauri::ipc::Channel;

/// What was offered, and who is told of drops.
#[derive(Default)]
pub(crate) struct Offered {
    /// By the text under which the page knows a place; a name on disk need not be text.
    places: Mutex<BTreeMap<String, PathBuf>>,
    watcher: Mutex<Option<Channel<DropEvent>>>,
}

impl Offered {
    /// Remembers places, and gives the texts under which the page knows them.
    pub(crate) fn offer(&self, places: Vec<PathBuf>) -> Vec<String> {
        let mut known = held(&self.places);
        places
            .into_iter()
            .map(|place| {
                let text = place.to_string_lossy().into_owned();
                known.insert(text.clone(), place);
                text
            })
            .collect()
    }

    /// The place behind a text; refused when nobody offered it.
    pub(crate) fn place(&self, text: &str) -> Result<PathBuf, WireError> {
        held(&self.places)
            .get(text)
            .cloned()
            .ok_or_else(|| WireError {
                code: ErrorCode::NotFound,
                message: "this place was not offered by the analyst".into(),
                subject: Some(text.to_owned()),
                causes: Vec::new(),
            })
    }

    /// From now on this channel is told of drops.
    pub(crate) fn watch(&self, watcher: Channel<DropEvent>) {
        *held(&self.watcher) = Some(watcher);
    }

    /// Something is held over the window, let go there, or gone again.
    pub(crate) fn dragged(&self, event: &DragDropEvent) {
        let told = match event {
            DragDropEvent::Enter { paths, .. } => DropEvent::Over {
                count: u32::try_from(paths.len()).unwrap_or(u32::MAX),
            },
            DragDropEvent::Drop { paths, .. } => DropEvent::Dropped {
                paths: self.offer(paths.clone()),
            },
            DragDropEvent::Leave => DropEvent::Left,
            _ => return,
        };
        if let Some(watcher) = &*held(&self.watcher) {
            // A page that has gone away needs no telling.
            let _ = watcher.send(told);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_offered_has_a_place() {
        let offered = Offered::default();
        let texts = offered.offer(vec!["/a/计划.docx".into()]);
        assert_eq!(texts, ["/a/计划.docx"]);
        assert_eq!(
            offered.place("/a/计划.docx").unwrap(),
            PathBuf::from("/a/计划.docx")
        );
        assert_eq!(
            offered.place("/etc/passwd").unwrap_err().code,
            ErrorCode::NotFound
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_leads_to_its_place() {
        use std::os::unix::ffi::OsStrExt;
        let place = PathBuf::from(std::ffi::OsStr::from_bytes(b"/a/\xbc\xc6.txt"));
        let offered = Offered::default();
        let texts = offered.offer(vec![place.clone()]);
        assert_eq!(offered.place(&texts[0]).unwrap(), place);
    }
}
