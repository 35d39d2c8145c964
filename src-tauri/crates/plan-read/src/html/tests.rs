//! Whole pages, shaped like those of government sites.

use super::*;

fn text(page: &str) -> String {
    read(page.as_bytes()).unwrap().text
}

fn codes(page: &str) -> Vec<NoteCode> {
    read(page.as_bytes())
        .unwrap()
        .notes
        .iter()
        .map(|note| note.code)
        .collect()
}

const BODY: &[&str] = &[
    "各县(市)、区人民政府,市各委、办、局:",
    "为深入实施创新驱动发展战略,加快建设国家创新型城市,结合我市实际,制定本方案。",
    "一、主要目标",
    "到2025年,全社会研发经费投入强度达到3.0%,高新技术企业突破600家,技术合同成交额年均增长15%以上。",
    "二、重点任务",
    "(一)强化企业创新主体地位。实施高新技术企业倍增计划,新增国家级专精特新“小巨人”企业20家。(牵头单位:市科技局)",
    "某市人民政府办公室",
    "2024年8月12日",
];

const MENU: &str = "<div id='top'><a href=/>首页</a> <a href=/zwgk>政务公开</a> <a href=/hd>互动交流</a> 今天是星期三</div>\
    <div class='crumbs'>当前位置：<a href='/a.html'>首页</a> &gt; <a href='/a.html'>政务公开</a> &gt; <a href='/a.html'>文件</a></div>";
const FOOT: &str = "<div class='bottom'><p>上一篇：<a href='/a.html'>关于某事的通知</a></p><p>主办：某市人民政府　皖ICP备05001号</p></div>\
    <ul class=list><li><a href='/a.html'>某市召开科技大会</a></li><li><a href='/a.html'>某市发布新政策</a></li><li><a href='/a.html'>解读某方案</a></li></ul>";

fn expected(title: &str) -> String {
    std::iter::once(title)
        .chain(BODY.iter().copied())
        .map(|line| format!("{line}\n"))
        .collect()
}

#[test]
fn the_main_text_comes_without_the_site() {
    let paragraphs: String = BODY
        .iter()
        .map(|line| format!("<p style='text-indent:2em'>　　{line}</p>\n"))
        .collect();
    let breaks: String = BODY
        .iter()
        .map(|line| format!("&nbsp;&nbsp;&nbsp;&nbsp;{line}<br>\n"))
        .collect();
    let title = "某市科技创新三年行动方案";
    for body in [
        format!("<div class='main'><h1>{title}</h1><div id=zoom>{paragraphs}</div></div>"),
        format!("<div class='main'><div class=tit>{title}</div><div id=zoom>{breaks}</div></div>"),
        format!(
            "<table><tr><td><h2>{title}</h2></td></tr><tr><td width=200><ul><li><a href='/a.html'>科技</a><li><a href='/a.html'>教育</a></ul></td><td>{paragraphs}</td></tr></table>"
        ),
    ] {
        let page = format!(
            "<html><head><title>{title}_某市人民政府</title></head><body>{MENU}{body}{FOOT}</body></html>"
        );
        assert_eq!(text(&page), expected(title), "{page}");
        assert_eq!(codes(&page), [NoteCode::PageFurnitureLeftOut]);
    }
}

#[test]
fn a_table_of_tasks_beside_the_text_stays_with_its_columns() {
    let paragraphs: String = BODY.iter().map(|line| format!("<p>{line}</p>")).collect();
    let page = format!(
        "<body>{MENU}<table><tr><td><ul><li><a href='/a.html'>栏目</a></ul></td><td>{paragraphs}</td></tr></table>\
         <table border=1><tr><td>序号</td><td>任务</td><td>单位</td></tr><tr><td>1</td><td>研发投入</td><td>市科技局</td></tr></table>{FOOT}</body>"
    );
    let text = text(&page);
    assert!(
        text.contains("\n序号\t任务\t单位\n1\t研发投入\t市科技局\n"),
        "{text}"
    );
    assert!(text.contains(BODY[3]));
}

#[test]
fn a_page_without_a_site_is_taken_whole() {
    let page: String = BODY.iter().map(|line| format!("<p>{line}</p>")).collect();
    assert_eq!(
        text(&page),
        BODY.iter()
            .map(|line| format!("{line}\n"))
            .collect::<String>()
    );
    assert!(codes(&page).is_empty());
}

#[test]
fn a_page_of_links_is_taken_whole_with_a_note() {
    let page = "<ul><li><a href='/a.html'>科技</a><li><a href='/a.html'>教育</a></ul>";
    assert_eq!(text(page), "科技\n教育\n");
    assert_eq!(codes(page), [NoteCode::WholePage]);
}

#[test]
fn hostile_pages_end_quickly() {
    let pages = [
        "<div>".repeat(100_000),
        format!(
            "{}到2025年{}",
            "<table><tr><td>".repeat(30_000),
            "</td></tr></table>".repeat(30_000)
        ),
        format!("<p {}>文", "a=b ".repeat(200_000)),
        "<p><font size=1><b>".repeat(100_000),
        "<a href='/a.html'><a href='/a.html'><li><p></a></li>".repeat(30_000),
        "<!--".repeat(200_000),
        "</script".repeat(200_000),
        format!("<script>{}", "</scrip".repeat(300_000)),
        "&#".repeat(500_000),
        "<".repeat(1_000_000),
        format!(
            "<table><tr>{}",
            "<td colspan=100 rowspan=100>x".repeat(20_000)
        ),
        format!(
            "<table>{}",
            "<tr><td rowspan=99999999>x<td>y".repeat(20_000)
        ),
    ];
    for page in pages {
        let _ = read(page.as_bytes());
    }
}
