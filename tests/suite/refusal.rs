//! Files that are no plans: each is refused with what happened and what is safe, and changes nothing.

use plan_tests::cli;

#[test]
fn empty_binary_and_undecodable_files_are_refused_and_change_nothing() {
    let data = tempfile::tempdir().unwrap();
    let before = cli::json(data.path(), &["list", "--json"]);
    let cases: [(&str, Vec<u8>); 5] = [
        ("empty.txt", Vec::new()),
        ("blank.txt", b" \n\t\n ".to_vec()),
        (
            "picture.txt",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0".repeat(40),
        ),
        (
            "office.txt",
            b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0".repeat(40),
        ),
        (
            "noise.txt",
            (0..4_000u32)
                .map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8 | 0x80)
                .collect(),
        ),
    ];
    for (name, bytes) in cases {
        let path = data.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let answer = cli::call(data.path(), &["import", &path.display().to_string()]);
        assert_eq!(answer.code, Some(1), "{name}: {}", answer.err);
        assert!(
            answer.err.contains(name),
            "the file is named: {}",
            answer.err
        );
        assert!(
            answer.err.lines().count() >= 1 && answer.err.len() > 40,
            "{}",
            answer.err
        );
        assert_eq!(
            cli::json(data.path(), &["list", "--json"]),
            before,
            "{name}"
        );
    }
    let check = cli::call(data.path(), &["check"]);
    assert_eq!(check.code, Some(0), "{}{}", check.out, check.err);
}

#[test]
fn a_good_file_among_bad_ones_is_taken() {
    let data = tempfile::tempdir().unwrap();
    let good = data.path().join("好的.txt");
    std::fs::write(
        &good,
        "乐清市2025年科技创新工作要点\n一、主要目标\n到2025年，高新技术企业达到600家。\n",
    )
    .unwrap();
    let bad = data.path().join("坏的.txt");
    std::fs::write(&bad, b"").unwrap();
    let answer = cli::call(
        data.path(),
        &[
            "import",
            &bad.display().to_string(),
            &good.display().to_string(),
        ],
    );
    assert_eq!(
        answer.code,
        Some(1),
        "something was refused: {}",
        answer.err
    );
    let list = cli::json(data.path(), &["list", "--json"]);
    let plans = list
        .as_array()
        .or_else(|| list["plans"].as_array())
        .unwrap();
    assert_eq!(plans.len(), 6, "{list}");
    assert!(
        plans.iter().any(|plan| plan.to_string().contains("乐清市")),
        "{list}"
    );
}
