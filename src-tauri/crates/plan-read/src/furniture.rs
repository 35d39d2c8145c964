//! Web-page furniture: lines that a site put around a plan. They are marked by general rules and stay in the
//! text, so that every offset still points into what was imported.

use plan_model::{Furniture, Span};
use regex::Regex;
use std::sync::LazyLock;

/// A line longer than this is the plan's own text that someone has run together; then only the sentence that
/// a rule recognised is marked.
const LONGEST_LINE: usize = 600;
/// Bars and menus are short. A long line with the same words is a sentence of the plan.
const LONGEST_BAR: usize = 160;

/// Most pieces that are marked: a page has a few dozen, and what has more is no page.
const MOST: usize = 500;

/// Name of a rule, the longest line it looks at (`None`: any), and its pattern.
type Rule = (&'static str, Option<usize>, &'static str);

const RULES: &[Rule] = &[
    // The note of a collector of sample texts, often run together with a second copy of title and address.
    (
        "compiler_note",
        None,
        "小编.{0,12}(整理|收集|分享|带来|准备|汇总|推荐)|(供|给)(大家|您|各位|读者)(学习)?(参考|借鉴)|希望(能)?对(大家|您|你们?)(能)?(有)?(所)?帮助|欢迎(大家)?(阅读|下载|查阅|收藏)|(以上|下面)(就)?是.{0,40}(全部内容|范文)",
    ),
    (
        "info_bar",
        Some(LONGEST_BAR),
        r"^\W*((信息)?来源|发布(时间|日期|单位|机构)|更新时间|时间|日期|作者|(责任)?编辑|审核|浏览(次数|量)?|点击(次数|数|率|量)?|阅读(次数|数|量)?|访问(次数|量)|字体(大小)?|字号)\s*[:\x{FF1A}].{0,80}((信息)?来源|发布|更新|作者|编辑|浏览|点击|阅读|访问|字体|字号|打印|分享|次)|(浏览|点击|阅读|访问)(次数|数|量|率)\s*[:\x{FF1A}]|字(体|号)\s*[:\x{FF1A}]?\s*[\[【〔(\x{FF08}]?\s*(大|小|特大)\s*(中|默认)",
    ),
    (
        "info_bar",
        Some(60),
        r"^\s*((信息|文章|稿件)?来源|发布时间|发布日期|更新时间|发表时间|责任编辑|文章编辑)\s*[:\x{FF1A}]\s*\S",
    ),
    (
        "navigation",
        Some(LONGEST_BAR),
        r"^\s*[\[【]?(上一篇|下一篇|上一条|下一条|上一页|下一页|返回(顶部|列表|首页|上页)|回到(顶部|首页)|相关(阅读|链接|推荐|新闻|解读)\s*([:\x{FF1A}]|$)|(您|你|当前|现在)的?(当前|现在)?的?位置\s*[:\x{FF1A}])",
    ),
    (
        "navigation",
        Some(LONGEST_BAR),
        r"^\s*设为首页|^\s*(网站)?首页\s*[>›»/|·\-\x{FF0D}]",
    ),
    (
        "share_bar",
        Some(LONGEST_BAR),
        r"^\s*(分享到|分享至|扫一扫|扫码)\s*[:\x{FF1A}]?",
    ),
    (
        "site_footer",
        Some(300),
        r"ICP(备|证)|公网安备|网站标识码|版权所有|(?i)copyright\s*(©|\(c\)|@|\d)|(?i)all rights reserved|^\s*技术支持\s*[:\x{FF1A}]|^\s*网站地图",
    ),
    (
        "source_note",
        Some(LONGEST_BAR),
        r"(本文|文章|内容)(来源于|来自于?|转载自)(网络|互联网|网站)|https?://\S+\s*$",
    ),
];

/// The patterns of [`RULES`], in the same order. A test proves that every one compiles.
static PATTERNS: LazyLock<Vec<Option<Regex>>> = LazyLock::new(|| {
    RULES
        .iter()
        .map(|(_, _, pattern)| Regex::new(pattern).ok())
        .collect()
});

/// Marks furniture, ascending and without overlaps.
pub(crate) fn furniture(text: &str) -> Vec<Furniture> {
    let mut found: Vec<Furniture> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if found.len() >= MOST {
            break;
        }
        in_line(line, start, &mut found);
        start += line.len();
    }
    found
}

/// Whether a rule marks a whole line.
pub(crate) fn is_furniture(line: &str) -> bool {
    let mut found = Vec::new();
    in_line(line, 0, &mut found);
    found
        .iter()
        .any(|piece| piece.span.of(line) == Some(line.trim()))
}

fn in_line(line: &str, start: usize, found: &mut Vec<Furniture>) {
    let trimmed = line.trim();
    if trimmed.is_empty() {
        return;
    }
    let from = start + (line.len() - line.trim_start().len());
    let mut mark = |head: usize, tail: usize, rule: &str| {
        let span = Span::new(from + head, from + tail);
        found.push(Furniture {
            span,
            rule: rule.to_owned(),
        });
    };
    if !exceeds(trimmed, LONGEST_BAR) && only_page_actions(trimmed) {
        mark(0, trimmed.len(), "page_actions");
        return;
    }
    let run_together = exceeds(trimmed, LONGEST_LINE);
    for (&(name, longest, _), pattern) in RULES.iter().zip(PATTERNS.iter()) {
        if longest.is_some_and(|longest| exceeds(trimmed, longest)) {
            continue;
        }
        let Some(pattern) = pattern else { continue };
        if !run_together {
            if pattern.is_match(trimmed) {
                mark(0, trimmed.len(), name);
                return;
            }
            continue;
        }
        let mut marked = 0;
        for hit in pattern.find_iter(trimmed).take(MOST) {
            let (head, tail) = sentence_around(trimmed, marked, hit.start(), hit.end());
            if hit.start() >= marked {
                mark(head, tail, name);
                marked = tail;
            }
        }
        if marked > 0 {
            return;
        }
    }
}

/// Words of the buttons beside a page's text.
const PAGE_ACTIONS: &[&str] = &[
    "打印",
    "打印本页",
    "打印此页",
    "打印文章",
    "我要打印",
    "关闭",
    "关闭本页",
    "关闭窗口",
    "关闭页面",
    "收藏",
    "收藏本页",
    "分享",
    "分享到",
    "下载",
    "下载本文",
    "下载文档",
    "微信",
    "微博",
    "新浪微博",
    "QQ空间",
    "朋友圈",
    "纠错",
    "保存",
    "复制链接",
    "返回",
    "返回顶部",
    "无障碍阅读",
    "无障碍浏览",
    "繁体",
    "繁體",
    "大",
    "中",
    "小",
    "字体",
    "字号",
    "默认",
    "超大",
];

/// Whether a line holds nothing but the names of such buttons, at least two of them.
fn only_page_actions(line: &str) -> bool {
    let mut buttons = 0;
    let separator = |c: char| !c.is_alphanumeric();
    for word in line.split(separator).filter(|word| !word.is_empty()) {
        if !PAGE_ACTIONS.contains(&word) {
            return false;
        }
        buttons += 1;
    }
    buttons >= 2
}

fn exceeds(text: &str, longest: usize) -> bool {
    text.len() > longest && text.chars().nth(longest).is_some()
}

/// The sentence that holds the bytes `from..to` of `line`, not reaching back before `earliest`.
fn sentence_around(line: &str, earliest: usize, from: usize, to: usize) -> (usize, usize) {
    let stop = ['\u{3002}', '!', '\u{FF01}', '?', '\u{FF1F}'];
    let after = |at: usize| at + line[at..].chars().next().map_or(0, char::len_utf8);
    let earliest = earliest.min(from);
    let head = line[earliest..from]
        .rfind(stop)
        .map_or(earliest, |at| after(earliest + at));
    let tail = line[to..]
        .find(stop)
        .map_or(line.len(), |at| after(to + at));
    (head, tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(text: &str) -> Vec<(String, String)> {
        furniture(text)
            .into_iter()
            .map(|f| {
                (
                    f.rule,
                    f.span
                        .of(text)
                        .expect("a furniture span lies on character borders")
                        .to_owned(),
                )
            })
            .collect()
    }

    #[test]
    fn every_pattern_compiles() {
        assert!(PATTERNS.iter().all(Option::is_some));
    }

    #[test]
    fn lines_that_a_site_adds_are_marked_and_the_plan_is_not() {
        for (line, rule) in [
            (
                "下面是小编为大家整理的工作要点范文,供大家参考。",
                "compiler_note",
            ),
            (
                "来源:市科技局 发布时间:2024-08-12 浏览次数:35次",
                "info_bar",
            ),
            ("发布日期:2024-08-12", "info_bar"),
            ("浏览次数: 128", "info_bar"),
            ("上一篇:关于印发工作方案的通知", "navigation"),
            ("您现在的位置:首页>政务公开>政策文件", "navigation"),
            ("首页 > 信息公开 > 规划计划", "navigation"),
            ("【打印】【关闭】", "page_actions"),
            ("【字体:大 中 小】", "page_actions"),
            ("分享到:", "share_bar"),
            (
                "皖ICP备05001234号-1 皖公网安备34020000000001号",
                "site_footer",
            ),
            ("技术支持:某某公司", "site_footer"),
        ] {
            let text = format!("某市2024年科技工作要点\n{line}\n一、总体要求\n以创新为引领。\n");
            assert_eq!(rules(&text), [(rule.to_owned(), line.to_owned())], "{line}");
        }
    }

    #[test]
    fn sentences_of_a_plan_with_similar_words_stay_unmarked() {
        for line in [
            "推动网上政务服务平台首页改版,访问次数比上年增长20%,点击率提高。",
            "编辑出版科普读物3种,上一年度未完成的项目结转。",
            "资金来源:市财政科技专项资金和企业自筹。",
            "关闭落后产能企业5家。",
            "打印机、复印机等办公设备统一采购。",
        ] {
            assert_eq!(rules(line), [], "{line}");
        }
    }

    #[test]
    fn in_a_run_together_text_only_the_sentence_is_marked() {
        let body = "加快建设创新平台。".repeat(120);
        let text = format!("{body}下面是小编整理的范文,供大家参考。{body}");
        assert_eq!(
            rules(&text),
            [(
                "compiler_note".to_owned(),
                "下面是小编整理的范文,供大家参考。".to_owned()
            )]
        );
    }
}
