//! What differs between the templates: page, fonts, sizes.

use crate::options::Template;
use plan_words::Language;

/// Which way the page lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Page {
    /// A4 upright.
    Portrait,
    /// A4 across.
    Landscape,
}

/// Margins in twentieths of a point.
struct Margins {
    top: u32,
    right: u32,
    bottom: u32,
    left: u32,
}

/// The look of one report.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) template: Template,
    pub(super) language: Language,
}

impl Look {
    pub(super) fn is_official(self) -> bool {
        self.template == Template::Official
    }

    /// GB/T 9704 sets 156 by 225 millimetres of text, with 37 above and 28 to the left; across, the page is turned.
    fn margins(self, page: Page) -> Margins {
        match (self.template, page) {
            (Template::Modern, Page::Portrait) => Margins {
                top: 1_304,
                right: 1_077,
                bottom: 1_191,
                left: 1_077,
            },
            (Template::Modern, Page::Landscape) => Margins {
                top: 1_191,
                right: 1_077,
                bottom: 1_077,
                left: 1_077,
            },
            (Template::Official, Page::Portrait) => Margins {
                top: 2_098,
                right: 1_474,
                bottom: 1_984,
                left: 1_588,
            },
            (Template::Official, Page::Landscape) => Margins {
                top: 1_588,
                right: 1_984,
                bottom: 1_474,
                left: 2_098,
            },
        }
    }

    /// Width of the text in twentieths of a point.
    pub(super) fn text_width(self, page: Page) -> u32 {
        let margins = self.margins(page);
        let paper = match page {
            Page::Portrait => 11_906,
            Page::Landscape => 16_838,
        };
        paper - margins.left - margins.right
    }

    /// Plans beside each other in the comparison, on an upright page and on one lying across. More go into a
    /// further table.
    pub(super) fn beside(self, page: Page) -> usize {
        match (self.template, page) {
            (Template::Modern, Page::Portrait) => 3,
            (Template::Modern, Page::Landscape) => 7,
            (Template::Official, Page::Portrait) => 2,
            (Template::Official, Page::Landscape) => 5,
        }
    }

    /// The properties of a section. Header and footers are those of the whole document.
    pub(super) fn section(self, page: Page, title_page: bool) -> String {
        let size = match page {
            Page::Portrait => r#"<w:pgSz w:w="11906" w:h="16838"/>"#,
            Page::Landscape => r#"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>"#,
        };
        let Margins {
            top,
            right,
            bottom,
            left,
        } = self.margins(page);
        let title = if title_page && !self.is_official() {
            "<w:titlePg/>"
        } else {
            ""
        };
        let (references, footer, grid) = match self.template {
            Template::Modern => (
                r#"<w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="first" r:id="rId5"/>"#,
                624,
                "",
            ),
            // The page number stands seven millimetres below the text. Lines keep the pitch of the page by their own
            // height; a grid that binds would pull the lines of tables apart as well.
            Template::Official => (
                r#"<w:footerReference w:type="even" r:id="rId6"/><w:footerReference w:type="default" r:id="rId5"/>"#,
                1_400,
                r#"<w:docGrid w:linePitch="579"/>"#,
            ),
        };
        format!(
            r#"<w:sectPr>{references}<w:endnotePr><w:pos w:val="docEnd"/><w:numFmt w:val="decimal"/></w:endnotePr><w:type w:val="nextPage"/>{size}<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="680" w:footer="{footer}" w:gutter="0"/>{title}{grid}</w:sectPr>"#
        )
    }

    /// Chinese fonts of title, first and second headings, text and tables.
    pub(super) fn fonts(self) -> Fonts {
        match self.template {
            Template::Modern => Fonts {
                latin: "Arial",
                title: "微软雅黑",
                heading: "微软雅黑",
                second: "微软雅黑",
                text: "微软雅黑",
                table: "微软雅黑",
            },
            Template::Official => Fonts {
                latin: "Times New Roman",
                title: "方正小标宋简体",
                heading: "黑体",
                second: "楷体_GB2312",
                text: "仿宋_GB2312",
                table: "宋体",
            },
        }
    }
}

/// Names of fonts by what they are for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fonts {
    pub(super) latin: &'static str,
    pub(super) title: &'static str,
    pub(super) heading: &'static str,
    pub(super) second: &'static str,
    pub(super) text: &'static str,
    pub(super) table: &'static str,
}
