use crate::build::{document, item, p};
use plan_read::read_named;

/// One level of a list: format of its number, its text, and further settings.
fn level(at: u32, form: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{form}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"
    )
}

fn numbering(lists: &[&str], uses: &str) -> String {
    let lists: String = lists
        .iter()
        .enumerate()
        .map(|(id, levels)| {
            format!("<w:abstractNum w:abstractNumId=\"{id}\">{levels}</w:abstractNum>")
        })
        .collect();
    format!("<w:numbering>{lists}{uses}</w:numbering>")
}

fn plan_levels() -> String {
    [
        level(0, "chineseCountingThousand", "%1、", ""),
        level(1, "chineseCounting", "（%2）", ""),
        level(2, "decimal", "%3.", ""),
        level(3, "decimalEnclosedCircle", "%4", ""),
    ]
    .concat()
}

fn read(body: &str, numbering: &str, styles: &str) -> String {
    let parts = [
        ("word/numbering.xml", numbering),
        ("word/styles.xml", styles),
    ];
    read_named(&document(body, &parts), "").unwrap().text
}

const USE: &str = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";

#[test]
fn the_numbers_of_a_plan_are_counted_level_by_level() {
    let body = [
        item(1, 0, "总体要求"),
        p("以创新为引领。"),
        item(1, 0, "重点任务"),
        item(1, 1, "建设平台"),
        item(1, 2, "新建实验室5家"),
        item(1, 2, "5G基站2000个"),
        item(1, 3, "市级"),
        item(1, 1, "培育企业"),
        item(1, 2, "高新技术企业155家"),
        item(1, 0, "保障措施"),
        item(1, 1, "加强领导"),
        item(0, 0, "没有编号"),
        item(1, 2, ""),
        item(1, 2, "落实"),
    ]
    .concat();
    assert_eq!(
        read(&body, &numbering(&[&plan_levels()], USE), "<w:styles/>"),
        "一、总体要求\n以创新为引领。\n二、重点任务\n（一）建设平台\n1.新建实验室5家\n2. 5G基站2000个\n①市级\n（二）培育企业\n\
         1.高新技术企业155家\n三、保障措施\n（一）加强领导\n没有编号\n\n2.落实\n"
    );
}

#[test]
fn the_sections_of_a_numbered_document_are_found() {
    let body = [
        item(1, 0, "总体要求"),
        p("以创新为引领。"),
        item(1, 0, "重点任务"),
        item(1, 1, "建设平台。"),
        item(1, 1, "培育企业。"),
    ]
    .concat();
    let numbering = numbering(&[&plan_levels()], USE);
    let plan = read_named(&document(&body, &[("word/numbering.xml", &numbering)]), "").unwrap();
    let paths: Vec<&str> = plan
        .sections
        .iter()
        .map(|section| section.path.as_str())
        .collect();
    assert_eq!(paths.len(), 4, "{paths:?}");
}

#[test]
fn styles_give_lists_and_levels_also_by_what_they_rest_on() {
    let levels = [
        level(
            0,
            "chineseCounting",
            "第%1章",
            "<w:pStyle w:val=\"Heading1\"/><w:suff w:val=\"space\"/>",
        ),
        level(
            1,
            "chineseCounting",
            "第%2节",
            "<w:pStyle w:val=\"Heading2\"/>",
        ),
    ]
    .concat();
    let styles = "<w:styles><w:style w:styleId=\"Base\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId=\"Heading1\"><w:basedOn w:val=\"Base\"/></w:style>\
        <w:style w:styleId=\"Heading2\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId=\"Mine\"><w:basedOn w:val=\"Heading2\"/></w:style>\
        <w:style w:styleId=\"Plain\"><w:basedOn w:val=\"Heading2\"/><w:pPr><w:numPr><w:numId w:val=\"0\"/></w:numPr></w:pPr></w:style>\
        <w:style w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style></w:styles>";
    let styled = |style: &str, text: &str| {
        format!(
            "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        )
    };
    let body = [
        styled("Heading1", "总则"),
        styled("Heading2", "依据"),
        styled("Mine", "原则"),
        styled("Plain", "说明"),
        styled("Loop", "其他"),
        styled("Missing", "另外"),
        styled("Heading1", "任务"),
    ]
    .concat();
    assert_eq!(
        read(&body, &numbering(&[&levels], USE), styles),
        "第一章 总则\n第一节依据\n第二节原则\n说明\n其他\n另外\n第二章 任务\n"
    );
}

#[test]
fn a_new_use_goes_on_unless_it_asks_to_begin_anew() {
    let uses = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
        <w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>\
        <w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num>\
        <w:num w:numId=\"4\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>\
        <w:numFmt w:val=\"upperLetter\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:lvlOverride></w:num>";
    let body = [
        item(1, 0, "一"),
        item(2, 0, "二"),
        item(3, 0, "五"),
        item(3, 0, "六"),
        item(1, 0, "七"),
        item(4, 0, "八"),
        item(9, 0, "无"),
        item(1, 8, "深"),
    ]
    .concat();
    let levels = level(0, "decimal", "（%1）", "");
    assert_eq!(
        read(&body, &numbering(&[&levels], uses), "<w:styles/>"),
        "（1）一\n（2）二\n（5）五\n（6）六\n（7）七\nH)八\n无\n深\n"
    );
}

#[test]
fn levels_say_when_they_begin_anew_and_name_those_above() {
    let levels = [
        level(0, "chineseCounting", "%1、", ""),
        level(1, "decimal", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "任务%3：", "<w:lvlRestart w:val=\"0\"/>"),
    ]
    .concat();
    let body = [
        item(1, 0, "甲"),
        item(1, 1, "乙"),
        item(1, 2, "丙"),
        item(1, 0, "丁"),
        item(1, 1, "戊"),
        item(1, 2, "己"),
    ]
    .concat();
    assert_eq!(
        read(&body, &numbering(&[&levels], USE), "<w:styles/>"),
        "一、甲\n1.1 乙\n任务1：丙\n二、丁\n2.1 戊\n任务2：己\n"
    );
}

#[test]
fn a_list_that_is_a_link_to_a_style_is_followed() {
    let linked = "<w:numStyleLink w:val=\"Plan\"/>";
    let uses = "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"7\"><w:abstractNumId w:val=\"1\"/></w:num>";
    let styles = "<w:styles><w:style w:type=\"numbering\" w:styleId=\"Plan\"><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style></w:styles>";
    assert_eq!(
        read(
            &item(1, 1, "平台"),
            &numbering(&[linked, &plan_levels()], uses),
            styles
        ),
        "（一）平台\n"
    );
}

#[test]
fn a_page_break_does_not_part_a_number_from_its_text() {
    let broken = item(1, 0, "任务").replace("<w:t>", "<w:br w:type=\"page\"/><w:t>");
    assert_eq!(
        read(&broken, &numbering(&[&plan_levels()], USE), "<w:styles/>"),
        "一、任务\n"
    );
}

#[test]
fn bullets_are_drawn_and_numbers_in_cells_are_kept_alone() {
    let levels = [
        level(
            0,
            "bullet",
            "\u{F0B7}",
            "<w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr>",
        ),
        level(1, "decimal", "%2", ""),
    ]
    .concat();
    let cells = |number: &str, text: &str| {
        format!(
            "<w:tr><w:tc>{number}</w:tc><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>",
            p(text),
            p("155")
        )
    };
    let body = format!(
        "{}<w:tbl>{}{}</w:tbl>",
        item(1, 0, "创新"),
        cells(&item(1, 1, ""), "企业"),
        cells(&item(1, 1, ""), "平台")
    );
    assert_eq!(
        read(&body, &numbering(&[&levels], USE), "<w:styles/>"),
        "• 创新\n1\t企业\t155\n2\t平台\t155\n"
    );
}
