//! A drawing as pixels, with the fonts of the system. No window is needed.

use crate::error::Error;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};
use std::sync::{Arc, OnceLock};

/// Pixels for each pixel of the page, so that sharp screens have enough.
pub(crate) const SCREEN: f32 = 2.0;

/// The same for paper: nearly 300 to the inch.
pub(crate) const PAPER: f32 = 3.0;

/// The fonts of the system. Looking for them takes most of the time of a picture, so it is done once.
static FONTS: OnceLock<Arc<Database>> = OnceLock::new();

/// The PNG of an SVG, so many pixels for each of its own.
pub(crate) fn png(svg: &str, scale: f32) -> Result<Vec<u8>, Error> {
    let fonts = FONTS.get_or_init(|| {
        let mut fonts = Database::new();
        fonts.load_system_fonts();
        Arc::new(fonts)
    });
    if fonts.is_empty() {
        return Err(Error::NoFont);
    }
    let options = Options {
        fontdb: Arc::clone(fonts),
        ..Options::default()
    };
    let unfit = |cause: String| Error::Picture(cause);
    let tree = Tree::from_str(svg, &options).map_err(|error| unfit(error.to_string()))?;
    let size = tree.size().to_int_size();
    let pixels = |side: u32| (side as f32 * scale) as u32;
    let mut pixmap = Pixmap::new(pixels(size.width()), pixels(size.height()))
        .ok_or_else(|| unfit(format!("{}×{} is too large", size.width(), size.height())))?;
    let scaling = Transform::from_scale(scale, scale);
    resvg::render(&tree, scaling, &mut pixmap.as_mut());
    pixmap
        .encode_png()
        .map_err(|error| unfit(error.to_string()))
}
