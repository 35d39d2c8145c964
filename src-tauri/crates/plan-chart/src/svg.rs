//! SVG that stands alone: no styles, no scripts, no references, every word escaped.

use crate::palette::Palette;
use crate::scene::{Item, Role, Run, Scene, SceneMark};
use std::fmt::Write;

/// Fonts by preference; one of them draws Chinese on every system.
const FONTS: &str =
    "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, sans-serif";

/// The picture as SVG.
#[must_use]
pub fn svg(scene: &Scene, palette: Palette) -> String {
    let (width, height) = (number(scene.width), number(scene.height));
    let mut out = String::with_capacity(16 * 1024);
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"{FONTS}\" role=\"img\"><title>{}</title>\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>",
        escaped(&scene.label),
        palette.colour(Role::Ground),
    );
    for one in &scene.items {
        item(&mut out, one, palette);
    }
    out.push_str("</svg>\n");
    out
}

fn item(out: &mut String, item: &Item, palette: Palette) {
    let paint = |name: &str, role: &Option<Role>| {
        let colour = role.map_or("none", |role| palette.colour(role));
        format!(" {name}=\"{colour}\"")
    };
    let see_through = |opacity: f64| match opacity {
        opacity if opacity < 1.0 => format!(" fill-opacity=\"{}\"", number(opacity)),
        _ => String::new(),
    };
    let _ = match item {
        Item::Rect {
            x,
            y,
            width,
            height,
            fill,
            opacity,
            stroke,
        } => write!(
            out,
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}{}{}/>",
            number(*x),
            number(*y),
            number(*width),
            number(*height),
            paint("fill", fill),
            see_through(*opacity),
            paint("stroke", stroke),
        ),
        Item::Line {
            x1,
            y1,
            x2,
            y2,
            stroke,
            width,
            dotted,
        } => write!(
            out,
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{} stroke-width=\"{}\"{}/>",
            number(*x1),
            number(*y1),
            number(*x2),
            number(*y2),
            paint("stroke", &Some(*stroke)),
            number(*width),
            if *dotted {
                " stroke-dasharray=\"1 3\""
            } else {
                ""
            },
        ),
        Item::Path {
            d,
            fill,
            opacity,
            stroke,
            width,
        } => write!(
            out,
            "<path d=\"{d}\"{}{}{} stroke-width=\"{}\"/>",
            paint("fill", fill),
            see_through(*opacity),
            paint("stroke", stroke),
            number(*width),
        ),
        Item::Circle {
            x,
            y,
            r,
            fill,
            opacity,
            stroke,
        } => write!(
            out,
            "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}{}{} stroke-width=\"1.5\"/>",
            number(*x),
            number(*y),
            number(*r),
            paint("fill", fill),
            see_through(*opacity),
            paint("stroke", stroke),
        ),
        Item::Text { x, y, anchor, runs } => {
            let _ = write!(
                out,
                "<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">",
                number(*x),
                number(*y),
                anchor.word(),
            );
            runs.iter().for_each(|one| run(out, one, palette));
            write!(out, "</text>")
        }
        Item::Mark(mark) => {
            group(out, mark, palette);
            Ok(())
        }
    };
}

fn run(out: &mut String, run: &Run, palette: Palette) {
    let _ = write!(
        out,
        "<tspan font-size=\"{}\" fill=\"{}\"{}{}{}>{}</tspan>",
        number(run.size),
        palette.colour(run.fill),
        if run.bold { " font-weight=\"600\"" } else { "" },
        if run.value { " class=\"value\"" } else { "" },
        if run.before > 0.0 {
            format!(" dx=\"{}\"", number(run.before))
        } else {
            String::new()
        },
        escaped(&run.text),
    );
}

fn group(out: &mut String, mark: &SceneMark, palette: Palette) {
    let _ = write!(
        out,
        "<g id=\"{}\" role=\"img\" aria-label=\"{label}\"><title>{label}</title>",
        escaped(&mark.id),
        label = escaped(&mark.label),
    );
    for one in &mark.items {
        item(out, one, palette);
    }
    out.push_str("</g>");
}

/// Pixels to a tenth, without a useless point.
fn number(pixels: f64) -> String {
    let text = format!("{pixels:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    match text {
        "-0" | "" => "0".to_owned(),
        text => text.to_owned(),
    }
}

/// Words that cannot become markup. Characters that XML forbids are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for ch in text.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\r' | '\t' => out.push(' '),
            ch if ch.is_control() || matches!(ch, '\u{fffe}' | '\u{ffff}') => {}
            ch => out.push(ch),
        }
    }
    out
}
