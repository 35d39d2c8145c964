//! Regions and departments are told by their names, and only by names that are theirs alone.

use plan_lexicon::Lexicon;
use plan_model::RegionLevel::{self, County, Prefecture, Province, Zone};

type Expected<'e> = Option<(&'e str, RegionLevel, &'e str, Option<&'e str>)>;

fn check(asked: &str, found: Option<&plan_lexicon::Region>, expected: Expected<'_>) {
    let found = found.map(|one| {
        (
            one.name.as_str(),
            one.level,
            one.province.as_str(),
            one.parent.as_deref(),
        )
    });
    assert_eq!(found, expected, "{asked}");
}

#[test]
fn a_region_is_found_by_its_full_and_short_name() {
    let cases: &[(&str, Expected<'_>)] = &[
        ("安徽省", Some(("安徽省", Province, "安徽省", None))),
        ("安徽", Some(("安徽省", Province, "安徽省", None))),
        (
            "内蒙古",
            Some(("内蒙古自治区", Province, "内蒙古自治区", None)),
        ),
        ("北京市", Some(("北京市", Province, "北京市", None))),
        ("海淀区", Some(("海淀区", County, "北京市", None))),
        ("芜湖市", Some(("芜湖市", Prefecture, "安徽省", None))),
        ("南通", Some(("南通市", Prefecture, "江苏省", None))),
        ("无为市", Some(("无为市", County, "安徽省", Some("芜湖市")))),
        (
            "恩施",
            Some(("恩施土家族苗族自治州", Prefecture, "湖北省", None)),
        ),
        ("仙桃市", Some(("仙桃市", County, "湖北省", None))),
        (
            "锡林郭勒盟",
            Some(("锡林郭勒盟", Prefecture, "内蒙古自治区", None)),
        ),
        (
            "苏州工业园区",
            Some(("苏州工业园区", Zone, "江苏省", Some("苏州市"))),
        ),
        // 吉林 is a province and a prefecture: the wider one is meant when nothing more is said.
        ("吉林", Some(("吉林省", Province, "吉林省", None))),
        ("吉林市", Some(("吉林市", Prefecture, "吉林省", None))),
        // Two districts of one name, or a word of everyday prose, are nobody's name.
        ("鼓楼区", None),
        ("城区", None),
        ("合作", None),
        (
            "合作市",
            Some(("合作市", County, "甘肃省", Some("甘南藏族自治州"))),
        ),
        ("没有市", None),
        ("", None),
    ];
    for &(name, expected) in cases {
        check(name, Lexicon::builtin().region(name), expected);
    }
}

#[test]
fn a_name_that_occurs_twice_is_told_by_the_region_around_it() {
    let lexicon = Lexicon::builtin();
    check(
        "鼓楼区",
        lexicon.region_in("鼓楼区", "南京市"),
        Some(("鼓楼区", County, "江苏省", Some("南京市"))),
    );
    check(
        "鼓楼区",
        lexicon.region_in("鼓楼区", "福建"),
        Some(("鼓楼区", County, "福建省", Some("福州市"))),
    );
    check("鼓楼区", lexicon.region_in("鼓楼区", "江苏省"), None);
    check("镜湖区", lexicon.region_in("镜湖区", "南京市"), None);
}

#[test]
fn the_longest_full_name_opens_a_text() {
    let start = |text: &str| {
        Lexicon::builtin()
            .region_at_start(text)
            .map(|(region, bytes)| (region.name.clone(), text[bytes..].to_owned()))
    };
    let pair = |name: &str, rest: &str| Some((name.to_owned(), rest.to_owned()));
    assert_eq!(
        start("无为市人民政府办公室"),
        pair("无为市", "人民政府办公室")
    );
    assert_eq!(start("安徽省芜湖市"), pair("安徽省", "芜湖市"));
    assert_eq!(start("芜湖科技"), None);
    assert_eq!(start("到2025年"), None);
    assert_eq!(start(""), None);
}

#[test]
fn a_department_is_told_whatever_region_comes_before_it() {
    let organ = |name: &str| {
        Lexicon::builtin()
            .organ(name)
            .map(|organ| organ.name.as_str())
    };
    for (name, expected) in [
        ("科技局", Some("科学技术部门")),
        ("市科技局", Some("科学技术部门")),
        ("芜湖市科学技术局", Some("科学技术部门")),
        ("市委组织部", Some("组织部门")),
        ("市经信局", Some("工业和信息化部门")),
        ("省发展改革委", Some("发展改革部门")),
        ("市地方金融监管局", Some("金融工作部门")),
        ("市市场监管局", Some("市场监督管理部门")),
        ("人行无为支行", Some("人民银行")),
        ("某某公司", None),
        ("", None),
    ] {
        assert_eq!(organ(name), expected, "{name}");
    }
}

#[test]
fn no_name_is_claimed_by_two_departments() {
    let mut seen = std::collections::BTreeMap::new();
    for organ in Lexicon::builtin().organs() {
        assert!(!organ.name.is_empty() && !organ.name_en.is_empty() && !organ.synonyms.is_empty());
        for synonym in &organ.synonyms {
            if let Some(other) = seen.insert(synonym, &organ.name) {
                panic!("{synonym} is {other} and {}", organ.name);
            }
        }
    }
}
