//! A picture as plain shapes with colour roles: what a window or a file draws without thinking.

use serde::{Serialize, Serializer};

/// The picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Scene {
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// What it is about, for those who do not see it.
    pub label: String,
    /// In the order drawn.
    pub items: Vec<Item>,
}

/// A shape, a text, or a mark made of them. Places are pixels from the left and from the top.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Item {
    /// A box.
    Rect {
        /// Left.
        x: f64,
        /// Top.
        y: f64,
        /// To the right.
        width: f64,
        /// Downwards.
        height: f64,
        /// Inside; `None`: nothing.
        fill: Option<Role>,
        /// 0 to 1: a soft target is lighter.
        opacity: f64,
        /// Edge; `None`: none.
        stroke: Option<Role>,
    },
    /// A straight line.
    Line {
        /// From.
        x1: f64,
        /// From.
        y1: f64,
        /// To.
        x2: f64,
        /// To.
        y2: f64,
        /// Colour.
        stroke: Role,
        /// Thickness.
        width: f64,
        /// Dotted instead of drawn through.
        dotted: bool,
    },
    /// A path in the words of SVG.
    Path {
        /// Its steps.
        d: String,
        /// Inside; `None`: nothing.
        fill: Option<Role>,
        /// 0 to 1.
        opacity: f64,
        /// Edge; `None`: none.
        stroke: Option<Role>,
        /// Thickness of the edge.
        width: f64,
    },
    /// A circle.
    Circle {
        /// Centre.
        x: f64,
        /// Centre.
        y: f64,
        /// Radius.
        r: f64,
        /// Inside; `None`: nothing.
        fill: Option<Role>,
        /// 0 to 1.
        opacity: f64,
        /// Edge; `None`: none.
        stroke: Option<Role>,
    },
    /// Words on one line.
    Text {
        /// Where the anchor is.
        x: f64,
        /// The line that letters stand on.
        y: f64,
        /// What `x` is.
        anchor: Anchor,
        /// Stretches of one look, one after another.
        runs: Vec<Run>,
    },
    /// A mark: what can be pointed at, reached by key and read out as one thing.
    Mark(SceneMark),
}

/// A mark.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SceneMark {
    /// The name that the chart's table knows it by.
    pub id: String,
    /// Everything about it in one line.
    pub label: String,
    /// Left of the box in which it answers.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// To the right.
    pub width: f64,
    /// Downwards.
    pub height: f64,
    /// What it is drawn with; no marks among them.
    pub items: Vec<Item>,
}

/// Which point of a text is placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

impl Anchor {
    /// The word of SVG.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// Words of one look.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Run {
    /// The words.
    pub text: String,
    /// In pixels.
    pub size: f64,
    /// Colour.
    pub fill: Role,
    /// Bold.
    pub bold: bool,
    /// It is the printed value of a mark.
    pub value: bool,
    /// Room before it.
    pub before: f64,
}

impl Run {
    /// Plain words.
    pub(crate) fn new(text: impl Into<String>, size: f64, fill: Role) -> Self {
        Self {
            text: text.into(),
            size,
            fill,
            bold: false,
            value: false,
            before: 0.0,
        }
    }

    pub(crate) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(crate) fn value(self) -> Self {
        Self {
            value: true,
            ..self
        }
    }

    pub(crate) fn after(self, before: f64) -> Self {
        Self { before, ..self }
    }

    /// Its estimated width.
    pub(crate) fn width(&self) -> f64 {
        self.before + crate::text::width(&self.text, self.size)
    }
}

/// A colour by what it is for. Window and files each know what it looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Paper.
    Ground,
    /// Words.
    Ink,
    /// Words of less weight.
    InkSecond,
    /// Words of least weight.
    InkThird,
    /// Hairlines.
    Line,
    /// Lines at which something stands.
    LineStrong,
    /// The colour of a plan, by its place in the library.
    Plan(u32),
    /// The colour of a kind, by its place in the domain's order.
    Kind(u32),
    /// What is read on the colour of a kind.
    KindInk(u32),
    /// A step of the scale of counts, 0 to 5.
    Heat(u32),
    /// What is read on such a step.
    HeatInk(u32),
}

/// Number of plan colours.
pub(crate) const PLANS: u32 = 12;
/// Number of kind colours.
pub(crate) const KINDS: u32 = 11;
/// Number of steps of the scale of counts.
pub(crate) const HEATS: u32 = 6;

impl Role {
    /// Its word on the wire: also the name of the style variable in the window.
    #[must_use]
    pub fn word(self) -> String {
        match self {
            Self::Ground => "ground".into(),
            Self::Ink => "ink".into(),
            Self::InkSecond => "ink-2".into(),
            Self::InkThird => "ink-3".into(),
            Self::Line => "line".into(),
            Self::LineStrong => "line-strong".into(),
            Self::Plan(at) => format!("plan-{}", at % PLANS),
            Self::Kind(at) => format!("type-{}", at % KINDS),
            // Kinds alternate in lightness, so every other one takes the dark ink.
            Self::KindInk(at) if (at % KINDS).is_multiple_of(2) => "type-ink-dark".into(),
            Self::KindInk(_) => "type-ink-light".into(),
            Self::Heat(step) => format!("heat-{}", step.min(HEATS - 1)),
            Self::HeatInk(step) => format!("heat-ink-{}", step.min(HEATS - 1)),
        }
    }
}

impl Serialize for Role {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.word())
    }
}

#[cfg(feature = "ts")]
impl ts_rs::TS for Role {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(_: &ts_rs::Config) -> String {
        "string".into()
    }

    fn inline(_: &ts_rs::Config) -> String {
        "string".into()
    }
}
