//! Which encoding a web page is in: its byte order mark, valid UTF-8, what it says itself, then statistics.

use crate::decode::{self, Decoded};
use crate::{ReadError, decode::replacements};
use encoding_rs::{Encoding, GB18030, GBK, UTF_8};

/// How far the page's own word for its encoding is looked for.
const SAID_WITHIN: usize = 8 * 1024;

/// The text of a page.
pub(crate) fn decoded(bytes: &[u8]) -> Result<Decoded, ReadError> {
    let marked = Encoding::for_bom(bytes).is_some();
    let unicode = std::str::from_utf8(bytes).is_ok();
    // What a page says of itself is often out of date: bytes that are UTF-8 are that.
    if !marked
        && !unicode
        && let Some(encoding) = said(bytes)
    {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        let replaced = replacements(&text);
        if replaced <= 2 + text.chars().count() / 50 {
            return Ok(Decoded {
                encoding: if encoding == GB18030 {
                    "GB18030"
                } else {
                    encoding.name()
                },
                replaced,
                text: text.into_owned(),
            });
        }
    }
    decode::decode(bytes)
}

/// The encoding in `<meta charset=…>`, `<meta … content="text/html; charset=…">` or `<?xml encoding=…?>`.
fn said(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes
        .get(..SAID_WITHIN)
        .unwrap_or(bytes)
        .to_ascii_lowercase();
    for word in [&b"charset"[..], b"encoding"] {
        for at in
            (0..head.len().saturating_sub(word.len())).filter(|&at| head[at..].starts_with(word))
        {
            let after = &head[at + word.len()..];
            let value: Vec<u8> = after
                .iter()
                .copied()
                .skip_while(|byte| matches!(byte, b'=' | b'"' | b'\'' | b' '))
                .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
                .take(24)
                .collect();
            let encoding = Encoding::for_label(&value).filter(|&encoding| encoding != UTF_8);
            if let Some(encoding) = encoding {
                // What calls itself gb2312 holds GBK, and GB18030 holds both.
                return Some(if encoding == GBK { GB18030 } else { encoding });
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_in_the_encoding_it_names() {
        for name in ["gb2312", "GBK", "\"gb18030\""] {
            let page = format!("<meta charset={name}><p>镕基</p>");
            let (bytes, _, _) = GB18030.encode(&page);
            let decoded = decoded(&bytes).unwrap();
            assert_eq!(
                (decoded.text.as_str(), decoded.encoding),
                (page.as_str(), "GB18030")
            );
        }
    }

    #[test]
    fn utf8_is_believed_more_than_a_name() {
        let page =
            "<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"><p>科技</p>";
        assert_eq!(decoded(page.as_bytes()).unwrap().text, page);
    }
}
