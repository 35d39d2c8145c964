use crate::build::{document, p, package, table, text_of};
use plan_model::{NoteCode, SourceFormat};
use plan_read::read_named;

fn notes(bytes: &[u8]) -> Vec<(NoteCode, Option<String>)> {
    let notes = read_named(bytes, "").unwrap().notes;
    let notes = notes.into_iter().map(|note| (note.code, note.detail));
    notes
        .filter(|(code, _)| *code != NoteCode::NoSections)
        .collect()
}

#[test]
fn a_document_is_one_line_a_paragraph_whatever_its_name() {
    let bytes = document(&[p("一、目标"), p(""), p("R&D<5%\t达到")].concat(), &[]);
    for name in ["计划.docx", "计划.txt", ""] {
        let plan = read_named(&bytes, name).unwrap();
        assert_eq!(plan.text, "一、目标\n\nR&D<5%\t达到\n");
        assert_eq!(
            (plan.format, plan.encoding.as_str()),
            (SourceFormat::Docx, "UTF-8")
        );
    }
}

#[test]
fn changes_are_read_as_accepted() {
    let body = "<w:p><w:r><w:t>达到</w:t></w:r><w:del><w:r><w:delText>100</w:delText><w:t>100</w:t></w:r></w:del>\
        <w:ins><w:r><w:t>155</w:t></w:r></w:ins><w:r><w:t>家</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>加快</w:t></w:r></w:p><w:p><w:r><w:t>建设</w:t></w:r></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>全删</w:delText></w:r></w:del></w:p>\
        <w:p><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>移来</w:t></w:r></w:moveTo></w:p>\
        <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>可见</w:t></w:r></w:p>";
    assert_eq!(text_of(body), "达到155家\n加快建设\n移来\n可见\n");
    assert_eq!(
        notes(&document(body, &[])),
        [
            (NoteCode::DeletionsLeftOut, Some("3".to_owned())),
            (NoteCode::HiddenTextLeftOut, Some("2".to_owned()))
        ]
    );
}

#[test]
fn breaks_tabulators_hyphens_and_symbols() {
    let body = "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t>\
        <w:noBreakHyphen/><w:softHyphen/><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/><w:t xml:space=\"preserve\"> 10\n</w:t></w:r>\
        <w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>8</w:t></w:r></w:p>";
    assert_eq!(text_of(body), "甲\t乙\n丙-≥ 10 ⁸\n");
}

#[test]
fn digits_that_a_style_raises_are_no_part_of_a_figure() {
    let styles = "<w:styles><w:style w:styleId=\"Mark\"><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\
        <w:style w:styleId=\"Mine\"><w:basedOn w:val=\"Mark\"/></w:style></w:styles>";
    let run = |settings: &str, text: &str| {
        format!("<w:r><w:rPr>{settings}</w:rPr><w:t>{text}</w:t></w:r>")
    };
    let body = format!(
        "<w:p>{}{}{}</w:p>",
        run("", "155"),
        run("<w:rStyle w:val=\"Mine\"/>", "1"),
        run(
            "<w:rStyle w:val=\"Mine\"/><w:vertAlign w:val=\"baseline\"/>",
            "2"
        )
    );
    let bytes = document(&body, &[("word/styles.xml", styles)]);
    assert_eq!(read_named(&bytes, "").unwrap().text, "155¹2\n");
}

#[test]
fn of_fields_the_result_of_ruby_the_base_of_formulas_the_fraction() {
    let body = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE 99 </w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>3</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>\
        <w:fldSimple w:instr=\"DATE\"><w:r><w:t>2024年</w:t></w:r></w:fldSimple>\
        <w:r><w:ruby><w:rt><w:r><w:t>bo</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>亳</w:t></w:r></w:rubyBase></w:ruby></w:r>\
        <m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath></w:p>";
    assert_eq!(text_of(body), "32024年亳1/3\n");
}

#[test]
fn wrappers_are_looked_into_and_text_boxes_read_once() {
    let inner = |words: &str| format!("<w:txbxContent>{}{}</w:txbxContent>", p(words), p("第二段"));
    let body = format!(
        "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>\
         <w:p><w:r><w:t>锚点</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{}</wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\
         <w:hyperlink r:id=\"r1\"><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:smartTag><w:r><w:t>标记</w:t></w:r></w:smartTag></w:p>{}",
        p("控件"),
        inner("框内"),
        inner("框内"),
        p("之后")
    );
    assert_eq!(text_of(&body), "控件\n锚点链接标记\n框内\n第二段\n之后\n");
}

#[test]
fn notes_stand_at_the_end_behind_their_marks() {
    let reference = |kind: &str, id: u32| format!("<w:r><w:{kind}Reference w:id=\"{id}\"/></w:r>");
    let body = format!(
        "<w:p><w:r><w:t>企业</w:t></w:r>{}<w:r><w:t>达到155家</w:t></w:r>{}</w:p>{}",
        reference("footnote", 2),
        reference("endnote", 2),
        p("二、任务")
    );
    let notes_part = |kind: &str, words: &str| {
        format!(
            "<w:{kind}s><w:{kind} w:id=\"0\" w:type=\"separator\">{}</w:{kind}><w:{kind} w:id=\"2\"><w:p><w:r><w:{kind}Ref/></w:r><w:r><w:t> {words}</w:t></w:r></w:p>{}</w:{kind}></w:{kind}s>",
            p("线"),
            p("续")
        )
    };
    let (foot, end) = (
        notes_part("footnote", "指有效期内"),
        notes_part("endnote", "来源"),
    );
    let parts = [
        ("word/footnotes.xml", foot.as_str()),
        ("word/endnotes.xml", end.as_str()),
    ];
    let bytes = document(&body, &parts);
    assert_eq!(
        read_named(&bytes, "").unwrap().text,
        "企业¹达到155家²\n二、任务\n\n¹ 指有效期内\n续\n² 来源\n续\n"
    );
    assert_eq!(
        notes(&bytes),
        [(NoteCode::NotesAtEnd, Some("2".to_owned()))]
    );
}

#[test]
fn headers_and_pictures_are_left_out_with_a_note() {
    let relations = "<Relationships><Relationship Id=\"r1\" Type=\"http://x/header\" Target=\"header1.xml\"/>\
        <Relationship Id=\"r2\" Type=\"http://x/footer\" Target=\"/word/footer1.xml\"/>\
        <Relationship Id=\"r3\" Type=\"http://x/header\" Target=\"http://example.org\" TargetMode=\"External\"/></Relationships>";
    let header = format!("<w:hdr>{}</w:hdr>", p("内部资料"));
    let footer = format!("<w:ftr>{}</w:ftr>", p("— 3 —"));
    let parts = [
        ("word/_rels/document.xml.rels", relations),
        ("word/header1.xml", header.as_str()),
        ("word/footer1.xml", footer.as_str()),
    ];
    let body = format!(
        "{}<w:p><w:r><w:drawing><a:blip r:embed=\"r9\"/></w:drawing></w:r></w:p>",
        p("正文")
    );
    let bytes = document(&body, &parts);
    assert_eq!(read_named(&bytes, "").unwrap().text, "正文\n\n");
    assert_eq!(
        notes(&bytes),
        [
            (NoteCode::HeadersLeftOut, Some("内部资料".to_owned())),
            (NoteCode::PicturesLeftOut, Some("1".to_owned()))
        ]
    );
}

#[test]
fn the_main_part_is_where_the_relations_say() {
    let relations = "<Relationships><Relationship Type=\"http://x/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
    let main = format!("<w:document><w:body>{}</w:body></w:document>", p("正文"));
    let bytes = package(&[("_rels/.rels", relations), ("word/document2.xml", &main)]);
    assert_eq!(read_named(&bytes, "").unwrap().text, "正文\n");
    let backslashes = package(&[("word\\Document.xml", &main)]);
    assert_eq!(read_named(&backslashes, "").unwrap().text, "正文\n");
}

#[test]
fn tables_are_lines_of_cells() {
    let rows: [&[&str]; 3] = [
        &["指标", "单位", "2025年"],
        &["高新技术企业", "家", "155"],
        &["研发投入强度", "%", "2.7"],
    ];
    let body = [p("表1"), table(&rows), p("注")].concat();
    assert_eq!(
        text_of(&body),
        "表1\n指标\t单位\t2025年\n高新技术企业\t家\t155\n研发投入强度\t%\t2.7\n注\n"
    );
}

#[test]
fn merged_cells_deleted_rows_and_tables_inside_cells() {
    let cell =
        |settings: &str, text: &str| format!("<w:tc><w:tcPr>{settings}</w:tcPr>{}</w:tc>", p(text));
    let begin = "<w:vMerge w:val=\"restart\"/>";
    let body = format!(
        "<w:tbl><w:tr>{}{}{}</w:tr><w:tr>{}{}{}{}</w:tr><w:tr>{}{}{}{}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{}</w:tr></w:tbl>",
        cell(begin, "指标"),
        cell(begin, "单位"),
        cell("<w:gridSpan w:val=\"2\"/>", "目标值"),
        cell("<w:vMerge/>", ""),
        cell("<w:vMerge/>", "不显示"),
        cell("", "2022年"),
        cell("", "2025年"),
        cell("", "企业"),
        cell("", "家"),
        cell("", "100"),
        cell("", "155"),
        cell("", "已删"),
    );
    assert_eq!(
        text_of(&body),
        "指标\t单位\t目标值2022年\t目标值2025年\n企业\t家\t100\t155\n"
    );
    let nested = format!(
        "<w:tbl><w:tr><w:tc>{}{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
        p("左栏"),
        table(&[&["甲", "1"], &["乙", "2"]]),
        p("右栏")
    );
    assert_eq!(text_of(&nested), "左栏\n甲\t1\n乙\t2\n右栏\n");
}

#[test]
fn the_seeds_come_out_of_documents_as_they_went_in() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../seeds/plans");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "txt") {
            continue;
        }
        seen += 1;
        let plain = plan_read::read(&std::fs::read(&path).unwrap()).unwrap();
        let body: String = plain
            .text
            .trim_end_matches('\n')
            .split('\n')
            .map(p)
            .collect();
        let plan = read_named(&document(&body, &[]), "计划.docx").unwrap();
        assert_eq!(
            plan.text.trim_end(),
            plain.text.trim_end(),
            "{}",
            path.display()
        );
        assert_eq!(plan.sections.len(), plain.sections.len());
        assert_eq!(plan.quality, plain.quality);
    }
    assert_eq!(seen, 5);
}
