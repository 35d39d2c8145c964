use super::*;
use crate::pdf::line::tests::set;

/// A table of three columns at 0, 100, 200, 300 and rows of 20 below 100, drawn cell by cell.
fn drawn(rows: usize, without: &[(usize, usize, bool)]) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    for row in 0..=rows {
        for column in 0..=3usize {
            let (x, y) = (100.0 * column as f32, 100.0 - 20.0 * row as f32);
            if column < 3 && !without.contains(&(row, column, true)) {
                strokes.push(Stroke {
                    left: x,
                    right: x + 100.0,
                    bottom: y - 0.3,
                    top: y + 0.3,
                });
            }
            if row < rows && !without.contains(&(row, column, false)) {
                strokes.push(Stroke {
                    left: x - 0.3,
                    right: x + 0.3,
                    bottom: y - 20.0,
                    top: y,
                });
            }
        }
    }
    strokes
}

fn texts(glyphs: &[Glyph], strokes: &[Stroke]) -> Vec<String> {
    page_lines(glyphs, strokes).iter().map(Line::text).collect()
}

#[test]
fn what_wraps_in_a_cell_stays_in_it() {
    let mut glyphs = set("前文", 0.0, 130.0, 10.0);
    for (text, left, base) in [
        ("指标", 10.0, 86.0),
        ("单位", 110.0, 86.0),
        ("目标", 210.0, 86.0),
        ("研发经费", 10.0, 71.0),
        ("投入强度", 10.0, 62.0),
        ("%", 110.0, 66.0),
        ("2.8", 210.0, 66.0),
        ("后文", 0.0, 20.0),
    ] {
        glyphs.extend(set("\n", 0.0, base, 10.0));
        glyphs.extend(set(text, left, base, 9.0));
    }
    assert_eq!(
        texts(&glyphs, &drawn(2, &[])),
        [
            "前文",
            "指标\t单位\t目标",
            "研发经费投入强度\t%\t2.8",
            "后文"
        ]
    );
}

#[test]
fn cells_without_a_line_between_are_one() {
    let mut glyphs = set("类别", 10.0, 86.0, 9.0);
    for (text, left, base) in [
        ("指标", 110.0, 86.0),
        ("目标", 210.0, 86.0),
        ("投入", 10.0, 55.0),
        ("强度", 110.0, 66.0),
        ("2.8", 210.0, 66.0),
        ("人员", 110.0, 46.0),
        ("300", 210.0, 46.0),
    ] {
        glyphs.extend(set("\n", 0.0, base, 10.0));
        glyphs.extend(set(text, left, base, 9.0));
    }
    assert_eq!(
        texts(&glyphs, &drawn(3, &[(2, 0, true)])),
        ["类别\t指标\t目标", "投入\t强度\t2.8", "\t人员\t300"]
    );
}

#[test]
fn frames_and_pictures_are_no_tables() {
    let glyphs = set("框内文字", 10.0, 50.0, 10.0);
    let frame = [Stroke {
        left: 0.0,
        bottom: 0.0,
        right: 300.0,
        top: 100.0,
    }];
    assert_eq!(texts(&glyphs, &frame), ["框内文字"]);
    let many = vec![
        Stroke {
            left: 0.0,
            bottom: 0.0,
            right: 300.0,
            top: 0.1
        };
        MOST_STROKES + 1
    ];
    assert_eq!(texts(&glyphs, &many), ["框内文字"]);
}
