use super::*;
use plan_model::{Furniture, RegionLevel, Section, SectionId, SectionKind, Span, Year};

/// A plan whose sections are the lines that begin with 一、, 二、 and so on, or with 附件.
fn plan(text: &str) -> FrozenPlan {
    let mut sections: Vec<Section> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let number = line
            .chars()
            .next()
            .filter(|&c| "一二三四五".contains(c) && line.chars().nth(1) == Some('、'));
        let annex = line.starts_with("附件");
        if number.is_some() || annex {
            if let Some(last) = sections.last_mut() {
                last.span = Span::new(last.span.from(), start);
            }
            let name = number.map_or_else(|| "附件".to_owned(), String::from);
            sections.push(Section {
                id: SectionId(u32::try_from(sections.len()).expect("a test has few sections")),
                parent: None,
                depth: 1,
                number: name.clone(),
                path: name,
                title: line.trim().chars().skip(2).collect(),
                heading: Span::new(start, start + line.trim_end().len()),
                span: Span::new(start, text.len()),
                kind: SectionKind::Task,
            });
        }
        start += line.len();
    }
    FrozenPlan {
        text: text.to_owned(),
        encoding: "UTF-8".to_owned(),
        sections,
        ..FrozenPlan::default()
    }
}

fn meta(text: &str) -> PlanMeta {
    plan_meta(&plan(text), Lexicon::builtin())
}

fn wide(text: &str) -> String {
    text.replace('(', "\u{FF08}")
        .replace(')', "\u{FF09}")
        .replace(':', "\u{FF1A}")
        .replace(',', "\u{FF0C}")
}

const NOTICE: &str = "宣城市人民政府办公室文件
宣政办〔2023〕12号
宣城市人民政府办公室关于印发宣城市科技创新行动计划(2023—2025年)的通知
各县(市、区)人民政府,市政府各部门、各直属机构:
《宣城市科技创新行动计划(2023—2025年)》已经市政府第30次常务会议审议通过,现印发给你们,请认真贯彻落实。
宣城市人民政府办公室
2023年5月6日
宣城市科技创新行动计划
(2023—2025年)
为贯彻落实《安徽省人民政府关于印发安徽省科技规划的通知》(皖政〔2022〕64号),制定本计划。
一、主要目标
到2025年,研发投入强度达到2.5%。
二、重点任务
建设平台。
";

#[test]
fn a_plan_inside_a_notice_keeps_its_own_title() {
    for text in [NOTICE.to_owned(), wide(NOTICE)] {
        let meta = meta(&text);
        let title = meta.title.expect("the notice names the plan");
        assert_eq!(wide(&title), wide("宣城市科技创新行动计划(2023—2025年)"));
        assert_eq!(meta.doc_no.as_deref(), Some("宣政办〔2023〕12号"));
        assert_eq!(meta.issuer.as_deref(), Some("宣城市人民政府办公室"));
        assert_eq!(meta.issued.as_deref(), Some("2023-05-06"));
        assert_eq!(meta.period, Some((Year(2023), Year(2025))));
        assert_eq!(meta.horizons, [Year(2025)]);
        assert_eq!(meta.genre.as_deref(), Some("行动计划"));
        assert_eq!(meta.region.as_deref(), Some("宣城市"));
        assert_eq!(
            (meta.region_level, meta.province.as_deref()),
            (Some(RegionLevel::Prefecture), Some("安徽省"))
        );
        assert_eq!(meta.parent_region, None);
    }
}

#[test]
fn a_title_on_two_lines_is_one_title() {
    let meta = meta(
        "池州市推进科技成果转化\n和产业化实施方案\n为推进转化,制定本方案。\n一、总体要求\n加快建设。\n",
    );
    assert_eq!(
        meta.title.as_deref(),
        Some("池州市推进科技成果转化和产业化实施方案")
    );
    assert_eq!(meta.genre.as_deref(), Some("实施方案"));
    assert_eq!(
        (meta.doc_no, meta.issuer, meta.issued, meta.period),
        (None, None, None, None)
    );
}

#[test]
fn what_runs_together_without_line_breaks_is_told_apart() {
    let text = "苏州市人民政府关于加快制造业发展的意见苏府发〔2021〕7号各区县人民政府,市政府有关部门:近年来发展很快,现提出如下意见。\n一、总体要求\n到2023年,产值突破4万亿元。苏州市人民政府   2021年3月8日   (此件公开发布)\n";
    for text in [text.to_owned(), wide(text)] {
        let meta = meta(&text);
        assert_eq!(
            meta.title.as_deref(),
            Some("苏州市人民政府关于加快制造业发展的意见")
        );
        assert_eq!(meta.doc_no.as_deref(), Some("苏府发〔2021〕7号"));
        assert_eq!(meta.issuer.as_deref(), Some("苏州市人民政府"));
        assert_eq!(meta.issued.as_deref(), Some("2021-03-08"));
        assert_eq!(meta.horizons, [Year(2023)]);
    }
}

#[test]
fn a_cited_number_is_not_the_documents_own() {
    for text in [
        "为落实《安徽省科技规划》(皖政〔2022〕64号)精神,制定本方案。\n一、总体要求\n加快建设。\n",
        "根据皖政〔2022〕64号文件要求,制定本方案。\n一、总体要求\n加快建设。\n",
    ] {
        assert_eq!(meta(text).doc_no, None, "{text}");
        assert_eq!(meta(&wide(text)).doc_no, None, "{text}");
    }
}

#[test]
fn every_bracket_of_a_document_number_is_read() {
    for number in [
        "宣政〔2023〕12号",
        "宣政[2023]12号",
        "宣政【2023】12号",
        "宣政(2023)12号",
        "宣政 〔2023〕 第12号",
    ] {
        let text = format!("{number}\n宣城市2023年科技工作要点\n一、总体要求\n加快建设。\n");
        assert_eq!(meta(&text).doc_no.as_deref(), Some(number));
    }
}

#[test]
fn an_issuer_without_its_region_is_completed() {
    let text = "市政府办公室关于加快科技创新的实施意见\n一、总体要求\n盐城位于沿海,我市基础良好,建设盐城高新区,办好盐城论坛。\n";
    let meta = meta(text);
    assert_eq!(meta.region.as_deref(), Some("盐城市"));
    assert_eq!(meta.issuer.as_deref(), Some("盐城市人民政府办公室"));
}

#[test]
fn the_letters_of_a_number_name_the_issuer() {
    let text = "滁政〔2023〕12号\n各县(市、区)人民政府:\n现将《滁州市科技创新实施方案》印发给你们,请遵照执行。\n滁州市科技创新实施方案\n一、总体要求\n加快建设。\n";
    assert_eq!(meta(text).issuer.as_deref(), Some("滁州市人民政府"));
    assert_eq!(
        meta(&text.replace("滁政", "滁政办")).issuer.as_deref(),
        Some("滁州市人民政府办公室")
    );
}

#[test]
fn dates_are_read_in_both_scripts() {
    for (date, iso) in [
        ("2024年8月12日", "2024-08-12"),
        ("二〇二四年八月十二日", "2024-08-12"),
        ("二○二四年十一月三十日", "2024-11-30"),
        ("2024年 8 月 2 日", "2024-08-02"),
        ("2024年8月", "2024-08"),
    ] {
        let text = format!(
            "宣城市科技工作要点\n一、总体要求\n加快建设。\n宣城市科技局\n{date}\n附件:任务表\n"
        );
        let meta = meta(&text);
        assert_eq!(meta.issued.as_deref(), Some(iso), "{date}");
        assert_eq!(meta.issuer.as_deref(), Some("宣城市科技局"), "{date}");
    }
}

#[test]
fn a_date_in_running_text_is_no_date_of_issue() {
    let text = "宣城市科技工作要点\n2023年5月6日,市委召开会议。\n一、总体要求\n2023年6月1日起实施的办法继续有效。\n";
    assert_eq!(meta(text).issued, None);
}

#[test]
fn periods_come_from_the_title_or_the_time_in_force() {
    let years = |first, last| Some((Year(first), Year(last)));
    for (title, period) in [
        ("2024年宣城市科技工作要点", years(2024, 2024)),
        ("宣城市2024年度科技工作计划", years(2024, 2024)),
        ("宣城市科技创新三年行动方案(2023—2025年)", years(2023, 2025)),
        ("宣城市科技创新行动方案(2023-2025)", years(2023, 2025)),
        ("宣城市科技创新行动方案(2023年~2025年)", years(2023, 2025)),
        ("宣城市“十四五”科技创新规划", years(2021, 2025)),
        ("宣城市科技创新实施方案", None),
    ] {
        assert_eq!(
            meta(&format!("{title}\n一、总体要求\n加快建设。\n")).period,
            period,
            "{title}"
        );
    }
    let text =
        "宣城市科技政策\n一、总体要求\n本政策自2022年10月3日起施行,有效期至2025年12月31日。\n";
    assert_eq!(meta(text).period, years(2022, 2025));
}

#[test]
fn only_years_aimed_at_are_horizons() {
    let text = "宣城市科技创新实施方案\n一、主要目标\n到2025年,企业达到100家;到二〇三〇年,达到300家。截至2022年,已有50家。根据《到2028年规划》,政策有效期至2027年。\n";
    assert_eq!(meta(text).horizons, [Year(2025), Year(2030)]);
}

#[test]
fn regions_are_found_with_what_lies_above_them() {
    for (title, name, level, province, parent) in [
        (
            "安徽省科技创新规划",
            "安徽省",
            RegionLevel::Province,
            "安徽省",
            None,
        ),
        (
            "2024年繁昌区科技工作要点",
            "繁昌区",
            RegionLevel::County,
            "安徽省",
            Some("芜湖市"),
        ),
        (
            "安徽省宣城市科技规划",
            "宣城市",
            RegionLevel::Prefecture,
            "安徽省",
            None,
        ),
        (
            "宣城高新区科技创新实施方案",
            "宣城高新区",
            RegionLevel::Zone,
            "安徽省",
            Some("宣城市"),
        ),
        (
            "蚌埠市国家自主创新示范区建设工作要点",
            "蚌埠市",
            RegionLevel::Prefecture,
            "安徽省",
            None,
        ),
        (
            "重庆市渝北区科技创新实施方案",
            "渝北区",
            RegionLevel::County,
            "重庆市",
            None,
        ),
    ] {
        let meta = meta(&format!("{title}\n一、总体要求\n加快建设。\n"));
        assert_eq!(meta.region.as_deref(), Some(name), "{title}");
        assert_eq!(meta.region_level, Some(level), "{title}");
        assert_eq!(
            (meta.province.as_deref(), meta.parent_region.as_deref()),
            (Some(province), parent),
            "{title}"
        );
    }
}

#[test]
fn furniture_is_never_the_title() {
    let mut plan =
        plan("某某网整理的工作要点范文\n宣城市2024年科技工作要点\n一、总体要求\n加快建设。\n");
    let line = plan.text.lines().next().map_or(0, str::len);
    plan.furniture.push(Furniture {
        span: Span::new(0, line),
        rule: "compiler_note".to_owned(),
    });
    assert_eq!(
        plan_meta(&plan, Lexicon::builtin()).title.as_deref(),
        Some("宣城市2024年科技工作要点")
    );
}

#[test]
fn a_text_that_says_nothing_of_itself_gives_nothing() {
    let meta = meta("加快建设创新平台。\n");
    assert_eq!(meta, PlanMeta::default());
}

#[test]
fn a_report_says_its_place_and_year_below_the_title() {
    let text = "政府工作报告\n——2024年1月15日在宣城市第五届人民代表大会第三次会议上\n一、2023年工作回顾\n增长5%。\n二、2024年工作安排\n增长6%。\n";
    let meta = meta(text);
    assert_eq!(meta.region.as_deref(), Some("宣城市"));
    assert_eq!(meta.period, Some((Year(2024), Year(2024))));
    assert_eq!(meta.genre.as_deref(), Some("政府工作报告"));
}

#[test]
fn a_bureau_that_opens_the_title_is_the_issuer() {
    let meta = meta("宣城市科学技术局2025年工作要点\n一、强化主体\n新增高企30家。\n");
    assert_eq!(meta.issuer.as_deref(), Some("宣城市科学技术局"));
    assert_eq!(meta.region.as_deref(), Some("宣城市"));
}

#[test]
fn a_letterhead_is_not_part_of_the_issuer() {
    let text = "宣城市人民政府办公室\n宣城市人民政府\n关于印发宣城市科技规划的通知\n宣政〔2022〕38号\n各县市区人民政府:\n现将《宣城市科技规划》印发给你们。\n宣城市人民政府\n2022年4月19日\n宣城市科技规划\n一、总体要求\n加快建设。\n";
    let meta = meta(text);
    assert_eq!(meta.issuer.as_deref(), Some("宣城市人民政府"));
    assert_eq!(meta.title.as_deref(), Some("宣城市科技规划"));
}

#[test]
fn a_number_in_brackets_under_the_title_is_its_own() {
    let text = "宣城市人民政府关于加快创新的意见\n(宣政〔2012〕3号)\n一、总体要求\n加快建设。\n";
    for text in [text.to_owned(), wide(text)] {
        assert_eq!(meta(&text).doc_no.as_deref(), Some("宣政〔2012〕3号"));
    }
}

/// Cited documents as title|number.
fn cited(text: &str) -> Vec<String> {
    let plan = plan(text);
    let meta = plan_meta(&plan, Lexicon::builtin());
    cited::cited(&plan, Lexicon::builtin(), &meta)
        .iter()
        .map(|document| {
            let quote = document.span.of(&plan.text).expect("on borders");
            for part in [&document.title, &document.doc_no].into_iter().flatten() {
                assert!(quote.contains(part.as_str()), "{quote}");
            }
            let said = |part: &Option<String>| part.clone().unwrap_or_default();
            format!("{}|{}", said(&document.title), said(&document.doc_no))
        })
        .collect()
}

#[test]
fn documents_cited_as_ground_are_listed_once() {
    for (sentence, expected) in [
        (
            "根据《某省科技创新规划》（某政〔2021〕7号）要求，制定本方案。",
            "某省科技创新规划|某政〔2021〕7号",
        ),
        (
            "根据《某省科技创新规划》(某政[2021]7号)和《某省若干政策》精神。",
            "某省科技创新规划|某政[2021]7号;",
        ),
        ("按照某政〔2021〕7号文件要求。", "|某政〔2021〕7号"),
        (
            "落实《某省“十四五”科技创新规划》，加快建设。",
            "某省“十四五”科技创新规划|",
        ),
        // Laws in passing, products of the plan and works of another kind are no ground.
        ("依照《中华人民共和国科学技术进步法》执行。", ""),
        ("制定《某市科技成果转化管理办法》。", ""),
        ("在《科技日报》上宣传。", ""),
        // Twice is once, whichever of number and title comes again.
        (
            "根据《某省科技创新规划》（某政〔2021〕7号）。再按照某政【2021】7号和《某省科技创新规划》。",
            "某省科技创新规划|某政〔2021〕7号",
        ),
        // The plan inside a notice is the notice.
        (
            "根据《某省人民政府关于印发某省科技创新规划的通知》（某政〔2021〕7号）和《某省科技创新规划》。",
            "某省人民政府关于印发某省科技创新规划的通知|某政〔2021〕7号",
        ),
        // Inner titles belong to the outer one.
        (
            "《关于落实《某省科技创新规划》的意见》（某政〔2021〕7号）",
            "关于落实《某省科技创新规划》的意见|某政〔2021〕7号",
        ),
        ("一个没有结束的《标题", ""),
        ("》》〔2021〕7号", ""),
    ] {
        let text = format!("某某计划\n一、要求\n{sentence}\n");
        let expected = match expected.strip_suffix(';') {
            Some(first) => format!("{first}\n某省若干政策|"),
            None => expected.to_owned(),
        };
        assert_eq!(cited(&text).join("\n"), expected, "{sentence}");
    }
}

#[test]
fn a_plan_does_not_cite_itself() {
    let text = "甲县2024年科技创新工作要点\n甲科〔2024〕3号\n一、要求\n本要点《甲县2024年科技创新工作要点》（甲科〔2024〕3号）自印发之日起施行。\n";
    assert_eq!(cited(text), Vec::<String>::new());
}

#[test]
fn citations_are_bounded() {
    let many: String = (0..500)
        .map(|n| format!("按照某政〔2021〕{n}号执行。"))
        .collect();
    assert_eq!(cited(&format!("某某计划\n一、要求\n{many}\n")).len(), 200);
    let long = "长".repeat(5_000);
    assert_eq!(
        cited(&format!("某某计划\n一、要求\n《{long}规划》\n")),
        Vec::<String>::new()
    );
}
