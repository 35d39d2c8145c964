//! Wordings as plans use them lead to the right concept, and never to its neighbour.

use plan_lexicon::Lexicon;
use plan_model::IndicatorType;

fn canonical(wording: &str) -> Option<&'static str> {
    Lexicon::builtin()
        .canonical(wording)
        .map(|indicator| indicator.name.as_str())
}

#[test]
fn ways_of_writing_meet_in_one_concept() {
    for (wording, expected) in [
        ("高新技术企业", "高新技术企业数"),
        ("高新技术企业数量", "高新技术企业数"),
        ("高新技术企业的总数", "高新技术企业数"),
        ("高新技术企业家数", "高新技术企业数"),
        ("高企", "高新技术企业数"),
        ("全市高新技术企业总量", "高新技术企业数"),
        ("研发投入占GDP比重", "研发经费投入强度"),
        ("研发投入占ＧＤＰ的比例", "研发经费投入强度"),
        ("全社会研发经费支出占地区生产总值的比重", "研发经费投入强度"),
        (
            "全社会研究与试验发展（R&D）经费投入与国内生产总值之比",
            "研发经费投入强度",
        ),
        ("R&D经费占GDP", "研发经费投入强度"),
        ("全社会 R&D 经费支出", "全社会研发经费投入"),
        ("全社会研究与试验发展经费", "全社会研发经费投入"),
        ("规上工业增加值增速", "规模以上工业增加值"),
        ("专精特新“小巨人”企业", "专精特新“小巨人”企业数"),
        ("国家级专精特新\"小巨人\"企业", "专精特新“小巨人”企业数"),
        ("专精特新「小巨人」", "专精特新“小巨人”企业数"),
        ("万人发明专利拥有量", "每万人发明专利拥有量"),
        ("每万人口拥有发明专利", "每万人发明专利拥有量"),
        ("每万常住人口发明专利拥有量", "每万人发明专利拥有量"),
        ("每万人拥有高价值发明专利数", "每万人高价值发明专利拥有量"),
        ("万元GDP能源消耗", "单位GDP能耗"),
        ("单位地区生产总值能耗", "单位GDP能耗"),
        ("省级以上企业技术中心", "企业技术中心数"),
        ("国家级和省级科技企业孵化器", "科技企业孵化器数"),
        ("省级新型研究开发机构", "新型研发机构数"),
        (
            "数字经济核心产业增加值占GDP比重",
            "数字经济核心产业增加值占GDP比重",
        ),
        ("技术合同成交总额", "技术合同成交额"),
        ("城镇新增就业人数", "城镇新增就业人数"),
        ("我市一般公共预算收入", "一般公共预算收入"),
    ] {
        assert_eq!(canonical(wording), Some(expected), "{wording}");
    }
}

#[test]
fn neighbours_stay_apart() {
    for (one, two) in [
        ("高价值发明专利拥有量", "发明专利拥有量"),
        ("每万人高价值发明专利拥有量", "每万人发明专利拥有量"),
        ("发明专利授权量", "发明专利申请量"),
        ("吸纳技术合同成交额", "技术合同成交额"),
        ("输出技术合同成交额", "吸纳技术合同成交额"),
        ("专精特新“小巨人”企业", "专精特新企业"),
        ("科技小巨人企业", "专精特新“小巨人”企业"),
        ("瞪羚企业", "独角兽企业"),
        ("潜在独角兽企业", "独角兽企业"),
        ("高新技术产业产值", "高新技术产业增加值"),
        ("高新技术产业增加值", "高技术制造业增加值"),
        ("固定资产投资", "全社会固定资产投资"),
        ("全社会研发经费投入", "规模以上工业企业研发经费投入"),
        ("省实验室", "省重点实验室"),
        ("单位GDP能耗", "单位GDP能耗降低率"),
        ("城镇居民人均可支配收入", "农村居民人均可支配收入"),
        ("城镇调查失业率", "城镇登记失业率"),
        ("企业家", "企业"),
    ] {
        let found = (canonical(one), canonical(two));
        assert!(
            found.0.is_some() && found.0 != found.1,
            "{one}, {two}: {found:?}"
        );
    }
}

#[test]
fn a_word_that_names_no_quantity_is_not_forced_into_one() {
    for wording in [
        "",
        " ",
        "企业",
        "平台",
        "项目",
        "人才",
        "产值",
        "增速",
        "占比",
        "比重",
        "全市",
        "省级",
        "省",
        "数",
        "数量",
        "规模",
        "产业规模",
        "贷款规模",
        "服务企业",
        "机构",
        "研发机构",
        "基地",
        "投资",
        "收入",
        "高质量发展",
        "占",
        "每万人",
        "万人",
        "的",
        "“”",
        "某某谷覆盖率",
        "高新技术企业税收",
        "发明专利奖励",
    ] {
        assert_eq!(canonical(wording), None, "{wording}");
    }
}

#[test]
fn what_was_set_aside_is_told() {
    let stripped = |wording: &str| {
        Lexicon::builtin()
            .resolve(wording)
            .map(|found| found.stripped.join(" "))
    };
    for (wording, expected) in [
        ("高新技术企业", ""),
        ("全市高新技术企业", "全市"),
        ("省级工程研究中心", "省级"),
        ("省级及以上工程研究中心", "省级以上"),
        ("国家、省级工程研究中心", "国家 省级"),
        ("全省地区生产总值增速", "全省 增速"),
        ("地区生产总值年均增长", "年均增长"),
    ] {
        assert_eq!(stripped(wording).as_deref(), Some(expected), "{wording}");
    }
    // Money has no administrative level: 省级 before it would be a word of the name.
    assert_eq!(stripped("省级地区生产总值"), None);
}

#[test]
fn an_unknown_indicator_is_typed_by_its_head_noun() {
    let types = [
        ("量子信息企业", IndicatorType::InnovativeFirms),
        ("星空创新服务平台", IndicatorType::Platforms),
        ("企业研发中心建设数量", IndicatorType::Platforms),
        ("江海英才", IndicatorType::Talent),
        ("海外专利布局", IndicatorType::IntellectualProperty),
        ("专利导航服务企业", IndicatorType::IntellectualProperty),
        ("成果拍卖成交技术合同", IndicatorType::TechnologyTransfer),
        ("锂电池产业产值", IndicatorType::Industry),
        ("未来工厂", IndicatorType::Industry),
        ("人才贷款", IndicatorType::Finance),
        ("天使基金", IndicatorType::Finance),
        ("海岛旅游收入", IndicatorType::Economy),
        ("公共租赁住房", IndicatorType::GreenSocial),
        ("森林抚育", IndicatorType::GreenSocial),
        ("基础研究经费占研发经费支出比重", IndicatorType::RdInput),
        ("无从归类的事", IndicatorType::Ecosystem),
        ("", IndicatorType::Ecosystem),
    ];
    for (wording, expected) in types {
        assert_eq!(
            Lexicon::builtin().type_by_head(wording),
            expected,
            "{wording}"
        );
    }
}

#[test]
fn a_taught_wording_goes_before_what_is_built_in() {
    let builtin = Lexicon::builtin();
    let known = &builtin.indicators()[0];
    let other = &builtin.indicators()[1];
    let pairs = [
        ("星火智造坊".to_owned(), known.name.clone()),
        (other.synonyms[0].clone(), known.name.clone()),
        ("数智指数".to_owned(), "数字智能综合指数".to_owned()),
    ];
    let taught = Lexicon::with_synonyms(&pairs);
    let name = |wording: &str| taught.canonical(wording).map(|one| one.name.clone());
    assert_eq!(builtin.canonical("星火智造坊"), None);
    assert_eq!(name("星火智造坊").as_ref(), Some(&known.name));
    assert_eq!(
        name("全市星火智造坊").as_ref(),
        Some(&known.name),
        "as any other wording"
    );
    assert_eq!(name(&other.synonyms[0]).as_ref(), Some(&known.name));
    assert_eq!(name(&other.name).as_ref(), Some(&other.name));
    assert_eq!(name("数智指数").as_deref(), Some("数字智能综合指数"));
    let claimed: Vec<_> = taught
        .wordings()
        .filter(|(wording, _)| *wording == other.synonyms[0])
        .map(|(_, one)| one.name.clone())
        .collect();
    assert_eq!(claimed, std::slice::from_ref(&known.name));
    let by = |wording: &str| taught.resolve(wording).and_then(|one| one.taught);
    assert_eq!(by("全市星火智造坊数量"), Some("星火智造坊"));
    assert_eq!(by(&other.name), None, "the data's own name");
    assert_eq!(by("数字智能综合指数"), None, "the new indicator's own name");
    assert_ne!(taught.version(), builtin.version());
    assert_eq!(Lexicon::with_synonyms(&pairs).version(), taught.version());
    assert_eq!(Lexicon::with_synonyms(&[]).version(), builtin.version());
}
