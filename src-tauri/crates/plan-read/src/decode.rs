//! Bytes to text: byte order mark, valid UTF-8, UTF-16 without a mark, then statistics with Chinese first.

use crate::{READ_LIMIT, ReadError};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

/// Decoded text with the name of its encoding.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) encoding: &'static str,
    /// How many pieces of the input did not decode and stand as U+FFFD.
    pub(crate) replaced: usize,
}

/// How much of a long file is looked at to tell UTF-16 from other encodings.
const SAMPLE: usize = 64 * 1024;

/// Decodes `bytes`, or says why not.
pub(crate) fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    if bytes.len() > READ_LIMIT {
        return Err(ReadError::TooLarge { limit: READ_LIMIT });
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return accept(encoding, &bytes[mark..]);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        // Valid UTF-8 with many NUL bytes is UTF-16 of a Latin text, or no text at all.
        if !text.contains('\0') {
            return Ok(Decoded {
                text: text.to_owned(),
                encoding: UTF_8.name(),
                replaced: replacements(text),
            });
        }
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return accept(encoding, bytes);
    }
    if bytes.contains(&0) {
        return Err(ReadError::Binary);
    }
    if let Some(decoded) = damaged_utf8(bytes) {
        return Ok(decoded);
    }
    accept(by_statistics(bytes), bytes)
}

/// Decodes with a chosen encoding and refuses a result that is mostly damage.
fn accept(encoding: &'static Encoding, bytes: &[u8]) -> Result<Decoded, ReadError> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let decoded = Decoded {
        encoding: if encoding == GB18030 {
            "GB18030"
        } else {
            encoding.name()
        },
        replaced: if had_errors { replacements(&text) } else { 0 },
        text: text.into_owned(),
    };
    // One bad place in fifty still leaves a plan worth reading; more means that the encoding is wrong.
    let length = decoded.text.chars().count();
    let damaged = decoded.replaced > 2 + length / 50;
    if damaged || (encoding == GB18030 && !is_plausible_chinese(&decoded.text)) {
        return Err(ReadError::Undecodable);
    }
    Ok(decoded)
}

/// Almost any bytes decode as GB18030, but noise gives rare characters: of written Chinese, simplified or
/// traditional, more than half is among the 3,755 most common ones, of noise less than a fifth.
fn is_plausible_chinese(text: &str) -> bool {
    let mut buffer = [0u8; 4];
    let (mut seen, mut common) = (0usize, 0usize);
    for c in text.chars().filter(|&c| !c.is_ascii()).take(4000) {
        seen += 1;
        let (bytes, _, lost) = GBK.encode(c.encode_utf8(&mut buffer));
        // Rows of the common characters, and of marks and letters.
        let is_common = matches!(bytes.as_ref(), [0xB0..=0xD7 | 0xA1..=0xA3, 0xA1..=0xFE]);
        common += usize::from(is_common && !lost);
    }
    seen < 20 || common * 10 >= seen * 4
}

pub(crate) fn replacements(text: &str) -> usize {
    text.matches('\u{FFFD}').count()
}

/// UTF-8 with a few broken bytes, as left by a cut or a careless edit: chardetng gives UTF-8 up at the first
/// error, and the rest of the text would come out as nonsense.
fn damaged_utf8(bytes: &[u8]) -> Option<Decoded> {
    let text = String::from_utf8_lossy(bytes);
    let replaced = replacements(&text);
    let wide = text.chars().filter(|&c| is_han(c)).count();
    (wide > 10 * replaced).then(|| Decoded {
        text: text.into_owned(),
        encoding: UTF_8.name(),
        replaced,
    })
}

/// Chardetng with the hint that Chinese is likely. Everything outside Unicode and Chinese is read as GB18030:
/// the detector answers with a Western encoding when bytes are too few or too odd, and then no byte would ever
/// count as damage.
fn by_statistics(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"cn"), Utf8Detection::Allow);
    if guess == UTF_8 || guess == BIG5 {
        guess
    } else {
        GB18030
    }
}

/// The byte order of UTF-16 without a mark, when the bytes are that.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let share = |unit: fn([u8; 2]) -> u16| {
        let expected = sample
            .chunks_exact(2)
            .filter(|pair| expected_unit(unit([pair[0], pair[1]])))
            .count();
        expected * 100 / (sample.len() / 2)
    };
    let little = share(u16::from_le_bytes);
    let big = share(u16::from_be_bytes);
    let (best, encoding) = if little >= big {
        (little, UTF_16LE)
    } else {
        (big, UTF_16BE)
    };
    // Two-byte GB text also makes units of the Han block, so a NUL byte or a failure as GB18030 must agree.
    let not_gb = || {
        sample.contains(&0)
            || GB18030
                .decode_without_bom_handling_and_without_replacement(bytes)
                .is_none()
    };
    (best > 95 && not_gb()).then_some(encoding)
}

/// Units that Chinese text is made of: ASCII, Han, CJK and full-width punctuation, dashes and quotes.
fn expected_unit(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0xB7 | 0x2010..=0x2030 | 0x2160..=0x2179 | 0x2460..=0x249B
        | 0x3000..=0x3020 | 0x3220..=0x3229 | 0x4E00..=0x9FFF | 0xFF01..=0xFF5E)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}
