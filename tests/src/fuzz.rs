//! Fuzz targets as plain functions, and a deterministic source of damaged documents for them, so that they run on
//! a stable compiler. A target panics when a promise is broken; that is the only thing it says.

use crate::{audit, place};
use serde_json::Value;

/// Reads and extracts any bytes: an answer or a refusal, never a panic; every place checks; every numeral of a
/// text is accounted for.
///
/// # Panics
/// When one of these does not hold.
pub fn document(bytes: &[u8]) -> Outcome {
    let found = match plan_flow::extract::document("document.txt", bytes) {
        Ok(found) => serde_json::to_value(found).expect("findings are JSON"),
        Err(plan_flow::Error::Read { .. }) => return Outcome::Refused,
        Err(error) => panic!("a document that can be read fails later: {error:?}"),
    };
    let text = audit::frozen(bytes);
    let faults = audit::misplaced(&found, text.as_deref());
    assert!(faults.is_empty(), "misplaced: {faults:#?}");
    if let Some(text) = text {
        let missing = audit::unexplained(&text, &found);
        assert!(missing.is_empty(), "unexplained: {missing:#?}");
    }
    Outcome::Read(found)
}

/// What became of one input.
#[derive(Debug)]
pub enum Outcome {
    /// Refused with a reason: not text, empty, too large.
    Refused,
    /// Read; the findings as JSON.
    Read(Value),
}

/// The documents that damage starts from: the seeds and the kept corpus, in order of their names.
///
/// # Panics
/// When the corpus cannot be read.
#[must_use]
pub fn corpus() -> Vec<Vec<u8>> {
    let kept = place::files_of(&place::root().join("tests/fuzz/corpus"), "txt");
    assert!(!kept.is_empty(), "the corpus is there");
    let all = place::seed_plans().into_iter().chain(kept);
    all.map(|path| std::fs::read(&path).expect("a readable document"))
        .collect()
}

/// Pieces that reach the rules: numerals, units, comparing words, marks, numbering, odd characters.
pub const PIECES: &[&str] = &[
    "一、",
    "（二）",
    "(三)",
    "1.",
    "2．",
    "第三章 ",
    "第四条",
    "附件1",
    "①",
    "一是",
    "到2025年，",
    "“十四五”期间",
    "2020—2022年",
    "2024年8月12日",
    "皖政〔2022〕64号",
    "３年内",
    "高新技术企业",
    "研发经费投入强度",
    "万人发明专利拥有量",
    "技术合同成交额",
    "规模以上工业企业",
    "全市",
    "其中，",
    "达到",
    "新增",
    "每年",
    "累计",
    "增长",
    "翻一番",
    "下降",
    "力争",
    "不低于",
    "突破",
    "控制在",
    "分别",
    "各",
    "均",
    "155家",
    "2.7%",
    "１２％",
    "1~2个",
    "3—5",
    "百亿元",
    "千家",
    "八成",
    "三分之一",
    "1/3",
    "2.35∶1",
    "万亿级",
    "1,300",
    "16.8万元/人",
    "35.6‰",
    "第一",
    "前50",
    "G60",
    "5G",
    "521行动",
    "一二三",
    "十",
    "亿",
    "两",
    "〇",
    "零",
    "以上",
    "左右",
    "以内",
    "的企业",
    "给予100万元奖励",
    "高于全省平均水平",
    "全覆盖",
    "，",
    "、",
    "。",
    "；",
    "：",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "\u{3000}",
    "\u{A0}",
    "（",
    "）",
    "“",
    "”",
    "《",
    "》",
    "〔",
    "〕",
    "(责任单位:市科技局、市财政局)",
    "牵头单位：市科技局；配合单位：",
    "下面是小编整理的",
    "\u{FEFF}",
    "\u{FFFD}",
    "𠮷",
    "e\u{301}",
    "\u{202E}",
    ".",
    ",",
    "-",
    "/",
    ":",
    "+",
    "%",
    "0",
    "9",
    "999999999999999999999999999999",
];

/// A source of inputs that are the same for the same seed on every machine.
pub struct Source {
    state: u64,
    corpus: Vec<Vec<u8>>,
}

impl Source {
    /// Inputs of one seed over one corpus.
    #[must_use]
    pub fn new(seed: u64, corpus: Vec<Vec<u8>>) -> Self {
        Self {
            state: seed,
            corpus,
        }
    }

    /// A number below `bound`, by SplitMix64.
    fn below(&mut self, bound: usize) -> usize {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        let wide = u128::from(mixed) * (bound.max(1) as u128);
        usize::try_from(wide >> 64).unwrap_or(0)
    }

    fn piece(&mut self) -> &'static str {
        PIECES[self.below(PIECES.len())]
    }

    /// The next input: noise, pieces in any order, or a document with one to eight damages.
    pub fn next_input(&mut self) -> Vec<u8> {
        match self.below(10) {
            0 => (0..self.below(2_000)).map(|_| self.byte()).collect(),
            1..=3 => {
                let pieces: Vec<&str> = (0..self.below(300)).map(|_| self.piece()).collect();
                pieces.concat().into_bytes()
            }
            _ => {
                let mut bytes = self.stretch(6_000);
                for _ in 0..=self.below(8) {
                    self.damage(&mut bytes);
                }
                bytes
            }
        }
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap_or(0)
    }

    /// A stretch of one document of the corpus, cut anywhere: inside characters too.
    fn stretch(&mut self, most: usize) -> Vec<u8> {
        let index = self.below(self.corpus.len());
        let length = self.corpus[index].len();
        let start = self.below(length);
        let size = self.below(most).min(length - start);
        self.corpus[index][start..start + size].to_vec()
    }

    /// A character border at or after a random place, or the place itself in bytes that are no text.
    fn border(&mut self, bytes: &[u8]) -> usize {
        let mut at = self.below(bytes.len() + 1);
        while bytes.get(at).is_some_and(|byte| byte & 0xC0 == 0x80) {
            at += 1;
        }
        at
    }

    fn damage(&mut self, bytes: &mut Vec<u8>) {
        let (a, b) = (self.border(bytes), self.border(bytes));
        let (from, to) = (a.min(b), a.max(b).min(a.min(b) + 400));
        match self.below(10) {
            // Most damages keep the text readable, so that they reach the rules and not only the decoder.
            0..=2 => {
                let piece = self.piece();
                bytes.splice(a..a, piece.bytes());
            }
            3 => {
                let piece = self.piece();
                bytes.splice(from..to.min(from + 12).max(from), piece.bytes());
            }
            4 => {
                bytes.drain(from..to);
            }
            5 => {
                let again = bytes[from..to].to_vec();
                bytes.splice(a..a, again);
            }
            6 => {
                let other = self.stretch(600);
                bytes.splice(a..a, other);
            }
            7 => {
                let many = self.piece().repeat(self.below(200));
                bytes.splice(a..a, many.into_bytes());
            }
            8 => bytes.retain(|byte| *byte != b'\n'),
            _ => {
                let at = self.below(bytes.len());
                let byte = self.byte();
                if let Some(place) = bytes.get_mut(at) {
                    *place = byte;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_inputs() {
        let inputs = |seed: u64| -> Vec<Vec<u8>> {
            let mut source = Source::new(seed, corpus());
            (0..50).map(|_| source.next_input()).collect()
        };
        assert_eq!(inputs(7), inputs(7));
        assert_ne!(inputs(7), inputs(8));
    }
}
