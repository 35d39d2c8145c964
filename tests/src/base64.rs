//! Decoding of base64, the form in which the automation protocol sends screenshots.

/// The bytes that `text` stands for. Line breaks and padding are skipped.
///
/// # Panics
/// When `text` holds a character outside the standard alphabet.
#[must_use]
pub fn decode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut buffer, mut bits) = (0u32, 0u32);
    for ch in text
        .bytes()
        .filter(|ch| !ch.is_ascii_whitespace() && *ch != b'=')
    {
        let six = match ch {
            b'A'..=b'Z' => ch - b'A',
            b'a'..=b'z' => ch - b'a' + 26,
            b'0'..=b'9' => ch - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            other => panic!("not base64: byte {other}"),
        };
        buffer = (buffer << 6) | u32::from(six);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((buffer >> bits) & 0xff).unwrap_or_default());
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn decodes_every_length_of_the_last_group() {
        assert_eq!(decode("UGxhbg=="), b"Plan");
        assert_eq!(decode("UGxhbkw="), b"PlanL");
        assert_eq!(decode("UGxh\nbkxl"), b"PlanLe");
        assert_eq!(decode("/+8="), [0xff, 0xef]);
    }
}
