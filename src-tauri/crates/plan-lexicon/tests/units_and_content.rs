//! Units of plans, topics and instruments are told by their words, and nothing is forced.

use plan_lexicon::{Lexicon, UnitClass};
use std::collections::BTreeSet;

fn parts(name: &str) -> String {
    let shown: Vec<String> = Lexicon::builtin()
        .unit_parts(name)
        .iter()
        .map(|part| match part.class {
            UnitClass::Department => {
                let organs: Vec<&str> = part.organs.iter().map(|o| o.name.as_str()).collect();
                organs.join("/")
            }
            class => format!("{class:?}"),
        })
        .collect();
    shown.join(" + ")
}

#[test]
fn a_unit_is_linked_to_every_department_its_name_says() {
    for (name, expected) in [
        ("市科技局", "科学技术部门"),
        ("工信局(科技局)", "工业和信息化部门 + 科学技术部门"),
        ("工信局（科技局）", "工业和信息化部门 + 科学技术部门"),
        ("经贸局", "工业和信息化部门/商务部门"),
        ("区科学技术和工业信息化局", "科学技术部门/工业和信息化部门"),
        ("教育分局", "教育部门"),
        ("市发展和改革委", "发展改革部门"),
        ("党群办和人社局", "党群工作部门 + 人力资源和社会保障部门"),
        ("人行某某支行", "人民银行"),
        ("中国人民银行某某市中心支行", "人民银行"),
        ("国家税务总局某某市税务局", "税务部门"),
        ("某某海关", "海关"),
        ("(市科技局)", "科学技术部门"),
    ] {
        assert_eq!(parts(name), expected, "{name}");
    }
}

#[test]
fn what_is_no_department_has_a_class_of_its_own() {
    for (name, expected) in [
        ("某某集团", "Enterprise"),
        ("市某某公司", "Enterprise"),
        ("工商银行某某支行", "Enterprise"),
        ("某某学院", "University"),
        ("某某大学科技部", "Other"),
        ("某某集团财务公司", "Enterprise"),
        ("某某镇政府", "Township"),
        ("各乡镇", "Township"),
        ("某某街道办事处", "Township"),
        ("某某经济开发区", "Zone"),
        ("高新区管委会", "Zone"),
        ("高新区科技局", "科学技术部门"),
        ("市委", "Party"),
        ("各县市区人民政府", "Government"),
        ("某某区", "Government"),
        ("各有关单位", "Other"),
        ("某某管理中心和城建集团", "Other + Enterprise"),
        ("行业协会", "Other"),
    ] {
        assert_eq!(parts(name), expected, "{name}");
    }
    let long = "科技局".repeat(100_000);
    assert_eq!(parts(&long), "Other");
    assert!(Lexicon::builtin().unit_parts("").is_empty());
}

#[test]
fn topics_and_instruments_are_complete_and_their_keys_are_words() {
    let lexicon = Lexicon::builtin();
    let mut keys = BTreeSet::new();
    for topic in lexicon.topics() {
        assert!(keys.insert(&topic.key), "{}", topic.key);
        assert!(!topic.name.is_empty() && !topic.name_en.is_empty());
        assert!(!topic.definition.is_empty() && !topic.words.is_empty());
    }
    keys.clear();
    let mut classes = BTreeSet::new();
    for instrument in lexicon.instruments() {
        assert!(keys.insert(&instrument.key), "{}", instrument.key);
        assert!(!instrument.name.is_empty() && !instrument.name_en.is_empty());
        assert!(!instrument.definition.is_empty() && !instrument.source.is_empty());
        assert!(!instrument.cues.is_empty());
        classes.insert(instrument.class);
        for pair in &instrument.pairs {
            assert!(
                !pair.first.is_empty() && !pair.then.is_empty(),
                "{}",
                instrument.key
            );
        }
    }
    assert_eq!(classes.len(), 3);
}

#[test]
fn the_longest_word_tells_the_topic() {
    let topics = |text: &str| -> Vec<&str> {
        let words = Lexicon::builtin().topic_words(text);
        words
            .filter(|word| !word.hint)
            .map(|word| word.topic.key.as_str())
            .collect()
    };
    assert_eq!(topics("开展质押融资"), ["finance"]);
    assert_eq!(topics("加大研发投入"), ["rd_input"]);
    assert_eq!(topics("建设重点实验室"), ["platform"]);
    assert_eq!(topics("今天天气很好"), [""; 0]);
}

#[test]
fn an_instrument_is_told_by_a_cue_or_by_a_pair_in_order() {
    let found = |clause: &str| -> Vec<(&str, Vec<String>)> {
        let whole = 0..clause.len();
        let hits = Lexicon::builtin()
            .instruments_in(clause, std::slice::from_ref(&whole))
            .remove(0);
        hits.into_iter()
            .map(|hit| {
                let words = hit
                    .words
                    .iter()
                    .map(|place| clause[place.clone()].to_owned());
                (hit.instrument.key.as_str(), words.collect())
            })
            .collect()
    };
    let words = |list: &[&str]| {
        list.iter()
            .map(|word| (*word).to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        found("对首次认定的企业给予10万元奖励"),
        [("funding", words(&["给予", "奖励"]))]
    );
    assert_eq!(
        found("落实研发费用加计扣除"),
        [("tax", words(&["加计扣除"]))]
    );
    assert_eq!(
        found("建设一批重点实验室"),
        [("infrastructure", words(&["建设", "实验室"]))]
    );
    assert_eq!(
        found("支持政府采购"),
        [("procurement", words(&["政府采购"]))]
    );
    // The object before its verb is another sentence.
    assert_eq!(found("奖励已经给予"), []);
    assert_eq!(found("实验室里很安静"), []);
    // A pair does not reach over half a page.
    assert_eq!(
        found("给予了很多很多很多很多很多很多很多很多很多很多很多的关心之后才有奖励"),
        []
    );
}
