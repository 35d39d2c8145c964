//! Radicals that stand for ideographs. Fonts draw 长 and the radical ⻓ with the same outline, and the table a
//! producer writes back from outlines to characters often names the radical. Nobody writes radicals in plans.

/// The ideographs of U+2F00 to U+2FD5, in that order. Where the decomposition of Unicode gives a form that
/// mainland texts do not use (戶, 靑), theirs stands here.
const KANGXI: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀\
    寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手支攴文斗斤方无日曰月木欠止歹殳毋\
    比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸\
    缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛\
    辰辵邑酉釆里金長門阜隶隹雨青非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻\
    黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠\
";

/// Radicals of the supplement block that have the shape of a whole ideograph. Ascending.
const SUPPLEMENT: &[(char, char)] = &[
    ('\u{2E9F}', '母'),
    ('\u{2EA0}', '民'),
    ('\u{2EC4}', '西'),
    ('\u{2EC5}', '见'),
    ('\u{2EC6}', '角'),
    ('\u{2EC9}', '贝'),
    ('\u{2ECB}', '车'),
    ('\u{2ED1}', '長'),
    ('\u{2ED3}', '长'),
    ('\u{2ED4}', '门'),
    ('\u{2ED8}', '青'),
    ('\u{2ED9}', '韦'),
    ('\u{2EDA}', '页'),
    ('\u{2EDB}', '风'),
    ('\u{2EDC}', '飞'),
    ('\u{2EDD}', '食'),
    ('\u{2EE2}', '马'),
    ('\u{2EE3}', '骨'),
    ('\u{2EE4}', '鬼'),
    ('\u{2EE5}', '鱼'),
    ('\u{2EE6}', '鸟'),
    ('\u{2EE7}', '卤'),
    ('\u{2EE8}', '麦'),
    ('\u{2EE9}', '黄'),
    ('\u{2EEA}', '黾'),
    ('\u{2EEB}', '斉'),
    ('\u{2EEC}', '齐'),
    ('\u{2EED}', '歯'),
    ('\u{2EEE}', '齿'),
    ('\u{2EEF}', '竜'),
    ('\u{2EF0}', '龙'),
    ('\u{2EF2}', '亀'),
    ('\u{2EF3}', '龟'),
];

/// The ideograph a radical stands for; any other character as it is.
pub(crate) fn ideograph(c: char) -> char {
    match c {
        '\u{2F00}'..='\u{2FD5}' => {
            let place = (c as usize) - 0x2F00;
            KANGXI.chars().nth(place).unwrap_or(c)
        }
        '\u{2E80}'..='\u{2EFF}' => SUPPLEMENT
            .binary_search_by_key(&c, |&(radical, _)| radical)
            .ok()
            .and_then(|at| SUPPLEMENT.get(at))
            .map_or(c, |&(_, ideograph)| ideograph),
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn radicals_become_ideographs_and_ideographs_stay() {
        let read: String = "⼀⽅⼈⼾⿕⻓⻋⻢⻅⺠中A".chars().map(ideograph).collect();
        assert_eq!(read, "一方人户龠长车马见民中A");
        assert_eq!(KANGXI.chars().count(), 214);
        assert!(SUPPLEMENT.is_sorted());
    }
}
