//! The marks of a web page: tags and the text between them, in one pass and without nesting, so that no page can
//! make it slow or deep.

use super::entity;

/// One piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Token<'p> {
    /// Text as it is shown, references replaced.
    Text(String),
    /// A start tag: its name in lower case, and the part with its attributes.
    Start(String, &'p str),
    /// An end tag.
    End(String),
}

/// Longest name of a tag.
const LONGEST_NAME: usize = 32;
/// Elements whose inside is no markup and not shown.
const RAW: &[&str] = &[
    "script",
    "style",
    "xmp",
    "iframe",
    "noembed",
    "noframes",
    "plaintext",
];
/// Elements whose inside is text only.
const TEXT_ONLY: &[&str] = &["title", "textarea"];

/// The tokens of `page`.
pub(crate) fn tokens(page: &str) -> Tokens<'_> {
    Tokens {
        rest: page,
        inside: None,
    }
}

/// See [`tokens`].
#[derive(Debug)]
pub(crate) struct Tokens<'p> {
    rest: &'p str,
    /// The element whose end alone counts next, and whether its text is shown.
    inside: Option<(String, bool)>,
}

impl<'p> Iterator for Tokens<'p> {
    type Item = Token<'p>;

    fn next(&mut self) -> Option<Token<'p>> {
        loop {
            if let Some((name, shown)) = self.inside.take() {
                let end = end_of(self.rest, &name);
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                if shown && !text.is_empty() {
                    return Some(Token::Text(entity::decode(text)));
                }
            }
            if self.rest.is_empty() {
                return None;
            }
            if !self.rest.starts_with('<') {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                return Some(Token::Text(entity::decode(self.take(end))));
            }
            let after = &self.rest[1..];
            let first = after.bytes().next().unwrap_or(b' ');
            if let Some(comment) = after.strip_prefix("!--") {
                let opened = self.rest.len() - comment.len();
                // `<!-->` is a comment already, with the dashes of its beginning.
                let closed = after[1..].find("-->").map(|at| at + 2 + 3);
                self.take(closed.map_or(self.rest.len(), |end| end.max(opened)));
            } else if first == b'!' || first == b'?' {
                self.tag();
            } else if first.is_ascii_alphabetic() {
                let tag = self.tag();
                let (name, attributes) = split_name(tag);
                if RAW.contains(&name.as_str()) {
                    self.inside = Some((name.clone(), false));
                } else if TEXT_ONLY.contains(&name.as_str()) {
                    self.inside = Some((name.clone(), true));
                }
                return Some(Token::Start(name, attributes));
            } else if first == b'/' && after.as_bytes().get(1).is_some_and(u8::is_ascii_alphabetic)
            {
                let tag = self.tag();
                return Some(Token::End(split_name(&tag[1..]).0));
            } else {
                // A lone < is text.
                let end = after.find('<').map_or(self.rest.len(), |at| at + 1);
                return Some(Token::Text(entity::decode(self.take(end))));
            }
        }
    }
}

impl<'p> Tokens<'p> {
    fn take(&mut self, length: usize) -> &'p str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Takes the tag at the head and gives its inside. A > within quotation marks is part of a value.
    fn tag(&mut self) -> &'p str {
        let mut quote = None;
        let mut value = false;
        for (at, byte) in self.rest.bytes().enumerate().skip(1) {
            match (quote, byte) {
                (Some(open), _) if byte == open => quote = None,
                (Some(_), _) => {}
                (None, b'"' | b'\'') if value => quote = Some(byte),
                (None, b'>') => {
                    let tag = self.take(at + 1);
                    return &tag[1..at];
                }
                (None, b'=') => {
                    value = true;
                    continue;
                }
                _ => {}
            }
            value = value && byte.is_ascii_whitespace();
        }
        // A quotation mark that is never closed must not swallow the page: the tag then ends at its first >.
        let end = self.rest.find('>').unwrap_or(self.rest.len() - 1);
        let tag = self.take(end + 1);
        tag.get(1..end).unwrap_or("")
    }
}

/// Where the end tag of `name` begins in `text`; its end when there is none.
fn end_of(text: &str, name: &str) -> usize {
    let mut from = 0;
    while let Some(at) = text[from..].find("</") {
        let begin = from + at;
        let after = text.as_bytes().get(begin + 2..begin + 2 + name.len());
        if after.is_some_and(|after| after.eq_ignore_ascii_case(name.as_bytes())) {
            return begin;
        }
        from = begin + 2;
    }
    text.len()
}

fn split_name(tag: &str) -> (String, &str) {
    let end = tag
        .find(|c: char| c.is_ascii_whitespace() || c == '/')
        .unwrap_or(tag.len());
    let name = tag[..end].chars().take(LONGEST_NAME).collect::<String>();
    (name.to_ascii_lowercase(), &tag[end..])
}

/// The value of an attribute of a start tag, references replaced; an empty value when it has none.
pub(crate) fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let end = rest
            .char_indices()
            .skip(1)
            .find(|&(_, c)| c == '=' || c == '/' || c.is_ascii_whitespace())
            .map_or(rest.len(), |(at, _)| at);
        let name = &rest[..end];
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let quoted = ['"', '\'']
                .into_iter()
                .find(|&quote| after.starts_with(quote));
            (value, rest) = match quoted {
                Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                None => after.split_at(
                    after
                        .find(|c: char| c.is_ascii_whitespace())
                        .unwrap_or(after.len()),
                ),
            };
        }
        if name.eq_ignore_ascii_case(wanted) {
            return Some(entity::decode(value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(page: &str) -> String {
        tokens(page)
            .map(|token| match token {
                Token::Text(text) => format!("[{text}]"),
                Token::Start(name, _) => format!("<{name}>"),
                Token::End(name) => format!("</{name}>"),
            })
            .collect()
    }

    #[test]
    fn tags_and_text_are_told_apart() {
        assert_eq!(
            all("<!DOCTYPE html><P class='a>b'>1 &lt; 2<br/>a < b</P><!-- <p>no</p> --><o:p>x"),
            "<p>[1 < 2]<br>[a ][< b]</p><o:p>[x]"
        );
    }

    #[test]
    fn scripts_and_styles_say_nothing() {
        assert_eq!(
            all("<script>if (a<b) '</p>'</SCRIPT>t<style>p{}</style><title>a&amp;b<c></title>"),
            "<script></script>[t]<style></style><title>[a&b<c>]</title>"
        );
    }

    #[test]
    fn broken_pages_end() {
        for page in [
            "<",
            "<p",
            "<p class=\"",
            "</",
            "<!--",
            "<script>",
            "&",
            "<p class=\"x>text</p>",
            "<a b='",
            "中<文",
        ] {
            let _ = all(page);
        }
        assert_eq!(all("<p class=\"x>text</p>"), "<p>[text]</p>");
    }

    #[test]
    fn attributes_are_found() {
        let attributes = " class=a id='b c' content=\"x&amp;y\" hidden href=//e/f ";
        assert_eq!(attribute(attributes, "class").as_deref(), Some("a"));
        assert_eq!(attribute(attributes, "ID").as_deref(), Some("b c"));
        assert_eq!(attribute(attributes, "content").as_deref(), Some("x&y"));
        assert_eq!(attribute(attributes, "hidden").as_deref(), Some(""));
        assert_eq!(attribute(attributes, "style"), None);
    }
}
