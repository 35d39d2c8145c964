//! What the typesetter may see: two files of ours, the report as data, and fonts. No disk, no network, no clock.

use crate::{Fonts, PdfError};
use plan_report::{Manuscript, Template};
use serde_json::json;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt, World};

/// The language of the typesetter; the same for every report.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// Everything needed for one report.
pub(crate) struct Papers<'f> {
    fonts: &'f Fonts,
    main: FileId,
    sources: [Source; 2],
    data: [(FileId, Bytes); 2],
}

impl<'f> Papers<'f> {
    pub(crate) fn new(
        manuscript: &Manuscript,
        template: Template,
        fonts: &'f Fonts,
    ) -> Result<Self, PdfError> {
        let setting = json!({ "template": template.word(), "fonts": fonts.roles });
        let main = place("report.typ")?;
        Ok(Self {
            fonts,
            main,
            sources: [
                Source::new(main, include_str!("pages/report.typ").to_owned()),
                Source::new(
                    place("look.typ")?,
                    include_str!("pages/look.typ").to_owned(),
                ),
            ],
            data: [
                (
                    place("report.json")?,
                    Bytes::new(serde_json::to_vec(manuscript)?),
                ),
                (
                    place("setting.json")?,
                    Bytes::new(serde_json::to_vec(&setting)?),
                ),
            ],
        })
    }
}

fn place(name: &str) -> Result<FileId, PdfError> {
    let path = VirtualPath::new(name).map_err(|error| PdfError::Typeset(error.to_string()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for Papers<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.store.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources
            .iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.data
            .iter()
            .find(|(place, _)| *place == id)
            .map(|(_, bytes)| bytes.clone())
            .ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.store.font(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
