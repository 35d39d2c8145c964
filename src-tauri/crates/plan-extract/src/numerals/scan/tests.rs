//! Cases of the scanner: text, then each numeral as `quoted=value..max unit shape`.

use super::*;

fn check(text: &str, expect: &str) {
    let got: Vec<String> = numerals(text, Words::builtin())
        .iter()
        .map(|n| {
            let value = n
                .value
                .map_or("-".to_owned(), |v| v.normalize().to_string());
            let max = n
                .value_max
                .map_or(String::new(), |v| format!("..{}", v.normalize()));
            let unit = n.unit.as_deref().map_or(String::new(), |u| format!(" {u}"));
            let shape = match n.shape {
                Shape::Quantity => "",
                Shape::Bare => " bare",
                Shape::Date => " date",
                Shape::Duration => " duration",
                Shape::Ordinal => " ordinal",
                Shape::Code => " code",
            };
            format!(
                "{}={value}{max}{unit}{shape}",
                n.span.of(text).unwrap_or("?")
            )
        })
        .collect();
    assert_eq!(got.join("; "), expect, "{text}");
}

#[test]
fn arabic_numbers_keep_their_units() {
    check("高新技术企业达到155家", "155家=155 家");
    check("引进高校毕业生5.5万人", "5.5万人=5.5 万人");
    check(
        "降至0.1891吨标准煤/万元",
        "0.1891吨标准煤/万元=0.1891 吨标准煤/万元",
    );
    check("达到299.8人/万人;", "299.8人/万人=299.8 人/万人");
    check("突破1.8万亿元", "1.8万亿元=1.8 万亿元");
    check("增长6％左右", "6％=6 %");
    check("控制在35.63‰以内", "35.63‰=35.63 ‰");
    check("1,300家", "1,300家=1300 家");
    check("１２家", "１２家=12 家");
}

#[test]
fn unit_only_values_are_numbers() {
    check(
        "服务企业超千家,贷款规模超过百亿元",
        "千家=1000 家; 百亿元=100 亿元",
    );
    check("突破万亿元", "万亿元=10000 亿元");
    check("来自企业人才不低于1/3", "1/3=33.33 %");
    check("达到八成", "八成=80 %");
    check("缩小到1.5∶1左右", "1.5∶1=1.5");
}

#[test]
fn ranges_keep_both_ends() {
    check("形成1~2个种子产业", "1~2个=1..2 个");
    check("打造3—5个平台", "3—5个=3..5 个");
}

#[test]
fn dates_are_no_quantities() {
    check(
        "到2024年底,2024年8月12日",
        "2024年底=2024 date; 2024年8月12日=2024 date",
    );
    check("(2020—2022年)", "2020—2022年=2020 date");
    check("用3—5年时间", "3—5年=3 duration");
}

#[test]
fn codes_and_ordinary_words_are_no_quantities() {
    check("G60科创走廊和5G应用", "60=60 code; 5G=5 code");
    check("进一步统一一批标准", "");
}
