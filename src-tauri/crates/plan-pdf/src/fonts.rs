//! The fonts of the system, and which of them sets what. Fonts of official documents may not be passed on, so each
//! role names those that may be there, best first.

use crate::PdfError;
use serde_json::{Map, Value};
use std::path::Path;
use typst::text::FontBook;
use typst_kit::fonts::FontStore;

/// Characters that every font for Chinese has, and others lack.
const SAMPLE: &str = "国创新率亿";

/// Upright and even: text of the modern look.
const SANS: &[&str] = &[
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "SimHei",
];
/// 黑体: headings.
const HEI: &[&str] = &["SimHei", "黑体", "Heiti SC", "STHeiti", "Noto Sans CJK SC"];
/// 楷体: second headings.
const KAI: &[&str] = &[
    "KaiTi_GB2312",
    "楷体_GB2312",
    "KaiTi",
    "楷体",
    "Kaiti SC",
    "STKaiti",
];
/// 仿宋: text of official documents.
const FANGSONG: &[&str] = &[
    "FangSong_GB2312",
    "仿宋_GB2312",
    "FangSong",
    "仿宋",
    "STFangsong",
];
/// 宋体: tables, and what replaces the faces above.
const SONG: &[&str] = &[
    "SimSun",
    "宋体",
    "Songti SC",
    "STSong",
    "Noto Serif CJK SC",
    "Noto Serif SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
];
/// 小标宋: titles of official documents.
const BIAOSONG: &[&str] = &[
    "FZXiaoBiaoSong-B05S",
    "方正小标宋简体",
    "FZXiaoBiaoSong-B05",
    "STZhongsong",
    "华文中宋",
];

/// The role, its fonts, and those that replace them.
type Role = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);
const ROLES: [Role; 6] = [
    ("sans", SANS, HEI),
    ("hei", HEI, SANS),
    ("kai", KAI, SONG),
    ("fangsong", FANGSONG, SONG),
    ("song", SONG, SANS),
    ("biaosong", BIAOSONG, SONG),
];

/// Fonts to typeset with. Looking for them takes longer than a report, so keep them.
pub struct Fonts {
    pub(crate) store: FontStore,
    /// For each role the families to try, best first.
    pub(crate) roles: Value,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Fonts")
            .field("roles", &self.roles)
            .finish_non_exhaustive()
    }
}

impl Fonts {
    /// Those installed on this system.
    ///
    /// # Errors
    /// When none of them shows Chinese.
    pub fn of_system() -> Result<Self, PdfError> {
        let mut store = FontStore::new();
        store.extend(typst_kit::fonts::system());
        Self::of(store)
    }

    /// Those in a folder and the folders below it.
    ///
    /// # Errors
    /// When none of them shows Chinese.
    pub fn in_folder(folder: &Path) -> Result<Self, PdfError> {
        let mut store = FontStore::new();
        store.extend(typst_kit::fonts::scan(folder));
        Self::of(store)
    }

    fn of(store: FontStore) -> Result<Self, PdfError> {
        let roles = roles(store.book())?;
        Ok(Self { store, roles })
    }
}

fn roles(book: &FontBook) -> Result<Value, PdfError> {
    // Any font is better than none, but one that draws the Chinese forms of characters is better than any.
    let any = book
        .families()
        .map(|(family, _)| family)
        .find(|family| shows_chinese(book, family))
        .ok_or(PdfError::NoChineseFont)?;
    let mut roles = Map::new();
    for (role, first, then) in ROLES {
        let mut families: Vec<&str> = first
            .iter()
            .chain(then)
            .copied()
            .filter(|family| shows_chinese(book, family))
            .collect();
        if families.is_empty() {
            families.push(any);
        }
        roles.insert(role.to_owned(), families.into());
    }
    Ok(Value::Object(roles))
}

fn shows_chinese(book: &FontBook, family: &str) -> bool {
    book.select_family(&family.to_lowercase()).any(|index| {
        book.info(index).is_some_and(|info| {
            SAMPLE
                .chars()
                .all(|ch| info.coverage.contains(u32::from(ch)))
        })
    })
}
