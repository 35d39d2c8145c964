//! Pages whose text runs up, down or upside down in the page description, because the page is shown turned.

/// How the text of a page runs: quarter turns, and the size of the page as its description has it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Turn {
    pub(crate) quarter: u8,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

impl Turn {
    /// A place of the description as it is once the text runs from left to right.
    pub(crate) fn place(self, x: f32, y: f32) -> (f32, f32) {
        match self.quarter {
            1 => (y, self.width - x),
            2 => (self.width - x, self.height - y),
            3 => (self.height - y, x),
            _ => (x, y),
        }
    }

    /// Width and height of the page once its text runs from left to right.
    pub(crate) fn size(self) -> (f32, f32) {
        if self.quarter.is_multiple_of(2) {
            (self.width, self.height)
        } else {
            (self.height, self.width)
        }
    }
}

/// Quarter turns to the left of an angle that the engine measures to the right; nothing for slanted text, as of a watermark.
pub(crate) fn quarter(degrees: f32) -> Option<u8> {
    let nearest = (degrees / 90.0).round();
    let slanted = (degrees / 90.0 - nearest).abs() > 0.1;
    match (nearest as i32).rem_euclid(4) {
        _ if slanted => None,
        1 => Some(3),
        2 => Some(2),
        3 => Some(1),
        _ => Some(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_runs_up_stands_upright_once_turned() {
        let turn = Turn {
            quarter: 1,
            width: 600.0,
            height: 800.0,
        };
        // Near the left edge, running up: the first line of the turned page, from its left to its right.
        assert_eq!(turn.place(50.0, 100.0), (100.0, 550.0));
        assert_eq!(turn.place(50.0, 200.0), (200.0, 550.0));
        assert_eq!(turn.size(), (800.0, 600.0));
        assert_eq!(Turn { quarter: 2, ..turn }.place(600.0, 800.0), (0.0, 0.0));
    }

    #[test]
    fn slanted_text_has_no_quarter() {
        assert_eq!(
            [0.0, 90.0, 180.0, 270.0, 359.0, 45.0].map(quarter),
            [Some(0), Some(3), Some(2), Some(1), Some(0), None]
        );
    }
}
