//! A drawing as pixels, with the fonts of the system. No window is needed.

use crate::error::Error;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Options, Tree};
use std::sync::{Arc, OnceLock};

/// Pixels for each pixel of the page, so that print and sharp screens have enough.
const SCALE: f32 = 2.0;

/// The fonts of the system. Looking for them takes most of the time of a picture, so it is done once.
static FONTS: OnceLock<Arc<Database>> = OnceLock::new();

/// The PNG of an SVG.
pub(crate) fn png(svg: &str) -> Result<Vec<u8>, Error> {
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
    let pixels = |side: u32| (side as f32 * SCALE) as u32;
    let mut pixmap = Pixmap::new(pixels(size.width()), pixels(size.height()))
        .ok_or_else(|| unfit(format!("{}×{} is too large", size.width(), size.height())))?;
    let scale = Transform::from_scale(SCALE, SCALE);
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    pixmap
        .encode_png()
        .map_err(|error| unfit(error.to_string()))
}
