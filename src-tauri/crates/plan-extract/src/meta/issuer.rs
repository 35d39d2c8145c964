//! Who issued the plan.

use super::dates::Signature;
use super::region::Place;
use super::title::Shell;
use plan_model::RegionLevel;

/// Last words of the names of issuing bodies.
const ENDS: &[&str] = &[
    "人民政府办公室",
    "人民政府办公厅",
    "人民政府",
    "委员会办公室",
    "委员会",
    "管委会",
    "党工委",
    "办公室",
    "办公厅",
    "领导小组",
    "科学技术局",
    "科技局",
    "局",
    "厅",
    "委",
    "科协",
];

/// The issuer as the text names it: in the notice's title, the plan's title or the signature.
pub(crate) fn named(
    shell: Option<&Shell>,
    title: Option<&str>,
    signature: Option<&Signature>,
) -> Option<String> {
    let notice = shell.and_then(|shell| shell.notice.as_deref());
    let signer = signature.and_then(|signature| signature.signer.clone());
    let in_titles = [notice, title]
        .into_iter()
        .flatten()
        .find_map(before_about)
        .filter(|name| !is_short(name));
    match (in_titles, signer) {
        // A letterhead ran into the title: the signature tells the two bodies apart.
        (Some(name), Some(signer))
            if name.ends_with(&signer) && !name.contains(char::is_whitespace) =>
        {
            Some(signer)
        }
        (Some(name), _) => Some(name),
        (None, Some(signer)) => Some(signer),
        (None, None) => title.and_then(before_year),
    }
}

/// 宣城市科学技术局2025年工作要点: the body that a title begins with.
fn before_year(title: &str) -> Option<String> {
    let end = title
        .find(|c: char| c.is_ascii_digit())
        .or_else(|| title.find("工作"))?;
    let name = title[..end].trim();
    let named = ["局", "厅", "委员会", "管委会", "办公室", "人民政府"]
        .iter()
        .any(|end| name.ends_with(end));
    (name.chars().count() >= 5 && named).then(|| name.to_owned())
}

/// The issuer by inference: 市政府关于… with a known region, or the letters of the document number.
pub(crate) fn derived(
    title: Option<&str>,
    shell: Option<&Shell>,
    doc_no: Option<&str>,
    place: Option<&Place>,
) -> Option<String> {
    let place = place.filter(|place| place.level != RegionLevel::Zone)?;
    let notice = shell.and_then(|shell| shell.notice.as_deref());
    let from_title = [notice, title]
        .into_iter()
        .flatten()
        .find_map(before_about)
        .and_then(|name| {
            let office = if name.ends_with("办公室") || name.ends_with("办公厅") {
                &name[name.len() - "办公室".len()..]
            } else {
                ""
            };
            is_short(&name).then(|| format!("{}人民政府{office}", place.name))
        });
    from_title.or_else(|| by_number(doc_no?, place))
}

/// 市政府, 县政府办公室: a body without the name of its region.
fn is_short(name: &str) -> bool {
    let head = name
        .strip_suffix("办公室")
        .or_else(|| name.strip_suffix("办公厅"))
        .unwrap_or(name);
    matches!(
        head,
        "市政府"
            | "县政府"
            | "区政府"
            | "省政府"
            | "市人民政府"
            | "县人民政府"
            | "区人民政府"
            | "省人民政府"
            | "自治区政府"
    )
}

/// The name before 关于 in a title.
fn before_about(title: &str) -> Option<String> {
    let name = title[..title.find("关于")?].trim();
    let length = name.chars().count();
    let named = ENDS.iter().any(|end| name.ends_with(end)) || is_short(name);
    ((3..=90).contains(&length) && named).then(|| name.to_owned())
}

/// 宣政〔2023〕12号 is a number of the government, 宣府办发〔2023〕9号 of its office.
fn by_number(doc_no: &str, place: &Place) -> Option<String> {
    let letters: String = doc_no.chars().take_while(|c| c.is_alphabetic()).collect();
    let body = letters.find(['政', '府'])?;
    let office = letters[body..].contains('办');
    let office_name = if place.level == RegionLevel::Province {
        "办公厅"
    } else {
        "办公室"
    };
    Some(format!(
        "{}人民政府{}",
        place.name,
        if office { office_name } else { "" }
    ))
}
