//! Reading licence expressions: `OR` needs one acceptable side, `AND` both.

/// Whether `expression` can be satisfied with licences that `accepts` takes.
pub(crate) fn satisfied(expression: &str, accepts: &dyn Fn(&str) -> bool) -> bool {
    // The old form `MIT/Apache-2.0` means OR.
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let tokens: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    let value = either(&tokens, &mut at, accepts);
    value && at == tokens.len()
}

fn either(tokens: &[&str], at: &mut usize, accepts: &dyn Fn(&str) -> bool) -> bool {
    let mut value = both(tokens, at, accepts);
    while tokens.get(*at) == Some(&"OR") {
        *at += 1;
        // Both sides are read, whatever the first one says.
        value |= both(tokens, at, accepts);
    }
    value
}

fn both(tokens: &[&str], at: &mut usize, accepts: &dyn Fn(&str) -> bool) -> bool {
    let mut value = one(tokens, at, accepts);
    while tokens.get(*at) == Some(&"AND") {
        *at += 1;
        value &= one(tokens, at, accepts);
    }
    value
}

fn one(tokens: &[&str], at: &mut usize, accepts: &dyn Fn(&str) -> bool) -> bool {
    let Some(token) = tokens.get(*at) else {
        return false;
    };
    *at += 1;
    if *token == "(" {
        let value = either(tokens, at, accepts);
        *at += 1;
        return value;
    }
    if tokens.get(*at) == Some(&"WITH") {
        // An exception only ever permits more.
        *at += 2;
    }
    accepts(token)
}

#[test]
fn expressions_are_read_with_their_brackets() {
    let mit = |name: &str| name == "MIT";
    assert!(satisfied("MIT/Apache-2.0", &mit));
    assert!(satisfied("GPL-3.0 OR (MIT AND MIT)", &mit));
    assert!(!satisfied("(MIT OR Apache-2.0) AND BSD-3-Clause", &mit));
    assert!(satisfied("Apache-2.0 WITH LLVM-exception OR MIT", &mit));
    assert!(!satisfied("Apache-2.0 WITH LLVM-exception", &mit));
    assert!(!satisfied("", &mit));
}
