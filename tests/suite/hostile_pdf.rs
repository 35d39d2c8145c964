//! Pages that ask for more time or memory than there is: reading them is ended from outside, soon, in bounded memory,
//! and nothing else is affected.

use crate::hostile::{SOON, clean, import, shown};
use crate::pages::reader;
use plan_flow::extract;
use plan_flow::wire::error::ErrorCode;

/// More than this no page may make a process take, in KiB.
const MEMORY: u64 = 1024 * 1024;

/// A document of one page with this content; further objects follow from number 5.
fn document(filter: &str, content: &[u8], resources: &str, further: &[Vec<u8>]) -> Vec<u8> {
    let page = format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<{resources}>>>>"
    );
    let mut objects: Vec<Vec<u8>> = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>".to_vec(),
        page.into_bytes(),
        stream(filter, content),
    ];
    objects.extend_from_slice(further);
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n", at + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let (table, size) = (out.len(), objects.len() + 1);
    out.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").bytes());
    for place in places {
        out.extend(format!("{place:010} 00000 n \n").bytes());
    }
    out.extend(format!("trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF").bytes());
    out
}

fn stream(entries: &str, content: &[u8]) -> Vec<u8> {
    let mut out = format!("<<{entries}/Length {}>>\nstream\n", content.len()).into_bytes();
    out.extend(content);
    out.extend(b"\nendstream");
    out
}

/// Packed bytes that unpack to `size` blanks: one blank, and again and again the longest repetition of it.
fn blanks(size: usize) -> Vec<u8> {
    // The head of the packed stream; then a last block of fixed codes, whose bits fill each byte from below.
    let mut out = vec![0x78, 0x01];
    let (mut byte, mut filled) = (0u8, 0u8);
    let mut put = |bits: u32, count: u32| {
        for at in (0..count).rev() {
            byte |= u8::from(bits >> at & 1 == 1) << filled;
            filled += 1;
            if filled == 8 {
                out.push(std::mem::take(&mut byte));
                filled = 0;
            }
        }
    };
    put(0b110, 3);
    put(0x30 + u32::from(b' '), 8);
    // 258 bytes (code 285) from one byte back (code 0).
    for _ in 0..size / 258 {
        put(0b1100_0101, 8);
        put(0, 5);
    }
    put(0, 7);
    put(0, 8);
    out
}

/// Forms that each show the next one ten times: a page of a hundred bytes with a hundred million things on it.
fn forms() -> Vec<u8> {
    let form = |at: usize| {
        let (entries, content) = match at {
            9 => (String::new(), "0 0 m 1 1 l S".to_owned()),
            _ => {
                let next = format!("/Resources<</XObject<</X {} 0 R>>>>", at + 5);
                (next, "/X Do ".repeat(10))
            }
        };
        let entries = format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]{entries}");
        stream(&entries, content.as_bytes())
    };
    let forms: Vec<Vec<u8>> = (1..=9).map(form).collect();
    document("", b"/X Do", "/XObject<</X 5 0 R>>", &forms)
}

#[test]
fn pages_that_ask_for_too_much_are_given_up_soon_and_change_nothing() {
    let Some(host) = reader() else { return };
    let data = tempfile::tempdir().unwrap();
    let before = shown(data.path());
    let operators = "0 0 m 9 9 l S\n".repeat(1_000_000);
    let cases = [
        (
            "blanks.pdf",
            document("/Filter/FlateDecode", &blanks(2 << 30), "", &[]),
            ErrorCode::ReadingStopped,
        ),
        ("forms.pdf", forms(), ErrorCode::ReadingStopped),
        (
            "operators.pdf",
            document("", operators.as_bytes(), "", &[]),
            ErrorCode::EmptyFile,
        ),
    ];
    for (name, bytes, code) in cases {
        let path = data.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let (end, words, took, memory) = import(data.path(), &path);
        println!("{name}: {took:?}, {memory} KiB, {words}");
        assert!(took < SOON, "{name}: {took:?}");
        assert!(memory < MEMORY, "{name}: {memory} KiB");
        assert_eq!(end, Some(1), "{name}: {words}");
        assert!(words.contains(name) && words.contains("safe: "), "{words}");
        let error = extract::file_with(&host, &path)
            .err()
            .map(|error| error.code());
        // Where the system bounds no memory, time ends it.
        let slow = cfg!(not(target_os = "linux")) && error == Some(ErrorCode::TookTooLong);
        assert!(error == Some(code) || slow, "{name}: {error:?}");
        assert_eq!(shown(data.path()), before, "{name}");
    }
    clean(data.path());
}
