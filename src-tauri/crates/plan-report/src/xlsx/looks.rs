//! How cells look: hairlines, one font, muted words for what matters less.

use crate::palette::{ACCENT, BAND, HAIRLINE, MUTED, RULE};
use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

/// A font that every Chinese office machine has; others substitute it.
const FONT: &str = "微软雅黑";

/// The formats of a workbook.
pub(super) struct Looks {
    pub(super) title: Format,
    pub(super) subtitle: Format,
    pub(super) note: Format,
    pub(super) section: Format,
    pub(super) label: Format,
    pub(super) plan_head: Format,
    pub(super) plan_line: Format,
    pub(super) column_head: Format,
    pub(super) band: Format,
    pub(super) band_count: Format,
    pub(super) name: Format,
    pub(super) name_again: Format,
    pub(super) word: Format,
    pub(super) muted: Format,
    pub(super) sign: Format,
    pub(super) figure: Format,
    pub(super) soft_figure: Format,
    pub(super) link: Format,
    pub(super) wrapped: Format,
    pub(super) whole: Format,
    pub(super) paragraph: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let base = Format::new()
            .set_font_name(FONT)
            .set_font_size(10)
            .set_align(FormatAlign::VerticalCenter);
        let cell = base
            .clone()
            .set_border_bottom(FormatBorder::Hair)
            .set_border_bottom_color(HAIRLINE);
        let head = base
            .clone()
            .set_font_size(9)
            .set_font_color(MUTED)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(RULE)
            .set_text_wrap();
        let band = base
            .clone()
            .set_bold()
            .set_font_size(11)
            .set_background_color(BAND)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(HAIRLINE);
        Self {
            title: base
                .clone()
                .set_font_size(16)
                .set_bold()
                .set_font_color(ACCENT),
            subtitle: base.clone().set_font_size(11),
            note: base.clone().set_font_size(9).set_font_color(MUTED),
            section: base.clone().set_font_size(12).set_bold(),
            label: base.clone().set_bold().set_align(FormatAlign::Top),
            plan_head: base
                .clone()
                .set_bold()
                .set_font_size(11)
                .set_align(FormatAlign::Center),
            plan_line: base
                .clone()
                .set_font_size(9)
                .set_font_color(MUTED)
                .set_align(FormatAlign::Center),
            column_head: head,
            band_count: band
                .clone()
                .set_num_format("0;-0;\"–\"")
                .set_num_format("0;-0;\"–\"")
                .set_bold()
                .set_font_size(10)
                .set_align(FormatAlign::Right),
            band,
            name: cell.clone().set_bold().set_text_wrap(),
            name_again: cell.clone().set_font_color(MUTED).set_text_wrap(),
            word: cell.clone(),
            muted: cell
                .clone()
                .set_font_size(9)
                .set_font_color(MUTED)
                .set_text_wrap()
                .set_align(FormatAlign::Left)
                .set_indent(1),
            sign: cell
                .clone()
                .set_align(FormatAlign::Right)
                .set_font_color(MUTED),
            figure: cell.clone().set_align(FormatAlign::Right).set_font_size(11),
            soft_figure: cell
                .clone()
                .set_align(FormatAlign::Right)
                .set_font_size(11)
                .set_italic()
                .set_font_color(0x5f_5f5b),
            link: cell
                .clone()
                .set_font_size(9)
                .set_font_color(0x2f_5d8a)
                .set_text_wrap(),
            wrapped: cell.clone().set_text_wrap().set_align(FormatAlign::Top),
            whole: cell.clone().set_num_format("0").set_align(FormatAlign::Top),
            paragraph: base.set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}
