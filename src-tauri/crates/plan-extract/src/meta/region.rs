//! The region a plan is for.

use plan_lexicon::{Lexicon, Region};
use plan_model::{FrozenPlan, RegionLevel};
use std::collections::BTreeMap;

/// A region with what lies above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) name: String,
    pub(crate) level: RegionLevel,
    pub(crate) province: String,
    pub(crate) parent: Option<String>,
}

/// Where the name of the region is looked for before the text itself.
pub(crate) struct Clues<'t> {
    pub(crate) issuer: Option<&'t str>,
    pub(crate) title: Option<&'t str>,
    /// The lines in front of the first section.
    pub(crate) front: &'t [&'t str],
}

/// Zones in the words that follow the name of a region. Longest first.
const ZONES: &[&str] = &[
    "高新技术产业开发区",
    "高新技术产业园区",
    "高新技术开发区",
    "经济技术开发区",
    "城乡一体化示范区",
    "综合保税区",
    "经济开发区",
    "工业园区",
    "产业园区",
    "高新区",
    "经开区",
    "开发区",
    "保税区",
    "新区",
    "集中区",
    "示范园区",
];

/// Words between the region and its zone.
const ZONE_GRADES: &[&str] = &["国家级", "国家", "省级", "市级"];

/// Longest name tried, in characters: 双江拉祜族佤族布朗族傣族自治县.
const LONGEST_NAME: usize = 15;
/// How much of the text is counted when title and issuer are silent, in characters.
const COUNTED: usize = 30_000;

/// The region of the plan.
pub(crate) fn place(plan: &FrozenPlan, lexicon: &Lexicon, clues: &Clues<'_>) -> Option<Place> {
    let in_title = clues.title.and_then(|title| in_words(lexicon, title));
    let in_issuer = clues.issuer.and_then(|issuer| in_words(lexicon, issuer));
    // A zone is named by the title, its mother city by the issuer; else the issuer knows best.
    match (in_title, in_issuer) {
        (Some(title), Some(issuer))
            if title.level == RegionLevel::Zone || issuer.level < title.level =>
        {
            Some(title)
        }
        (_, Some(issuer)) => Some(issuer),
        (Some(title), None) => Some(title),
        (None, None) => {
            in_front(lexicon, clues.front).or_else(|| most_named(plan, lexicon, clues.title))
        }
    }
}

/// A full name in a short line under the title: ——2024年1月15日在宣城市第五届人民代表大会第三次会议上.
fn in_front(lexicon: &Lexicon, lines: &[&str]) -> Option<Place> {
    let short = lines
        .iter()
        .take(8)
        .filter(|line| line.chars().nth(60).is_none() && line.contains("人民代表大会"));
    short.into_iter().find_map(|line| in_words(lexicon, line))
}

/// The first region that a title or the name of a body speaks of, names in 《》 last.
fn in_words(lexicon: &Lexicon, words: &str) -> Option<Place> {
    let plain: String = {
        let mut depth = 0usize;
        words
            .chars()
            .filter(|&c| {
                if c == '\u{300A}' {
                    depth += 1;
                }
                let keep = depth == 0;
                if c == '\u{300B}' {
                    depth = depth.saturating_sub(1);
                }
                keep
            })
            .collect()
    };
    first_named(lexicon, &plain).or_else(|| first_named(lexicon, words))
}

fn first_named(lexicon: &Lexicon, words: &str) -> Option<Place> {
    // Full names before short ones: a short name may be an accident of two words.
    let full = words.char_indices().find_map(|(at, _)| {
        let (mut region, mut len) = lexicon.region_at_start(&words[at..])?;
        // 安徽省芜湖市: the narrower of two names in a row.
        while let Some((inner, inner_len)) = lexicon.region_at_start(&words[at + len..]) {
            if inner.province != region.name
                && inner.parent.as_deref() != Some(region.name.as_str())
            {
                break;
            }
            (region, len) = (inner, len + inner_len);
        }
        Some((region, at, at + len))
    });
    let short = words.char_indices().find_map(|(at, _)| {
        let (region, len) = short_at(lexicon, &words[at..])?;
        Some((region, at, at + len))
    });
    let zone = |hit: Option<(&Region, usize, usize)>| {
        let (region, from, to) = hit?;
        zone_behind(words, region, from, to)
    };
    zone(full)
        .or_else(|| zone(short))
        .or_else(|| full.or(short).map(|(region, _, _)| of(region)))
}

/// A short name at the head of `text`.
fn short_at<'l>(lexicon: &'l Lexicon, text: &str) -> Option<(&'l Region, usize)> {
    let ends: Vec<usize> = text
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take(LONGEST_NAME)
        .skip(1)
        .collect();
    ends.into_iter()
        .rev()
        .find_map(|end| lexicon.region(&text[..end]).map(|region| (region, end)))
}

/// 宣城高新区: a zone directly behind the name of a region. 蚌埠市国家自主创新示范区建设 speaks of a subject
/// of the city, not of a zone that plans for itself.
fn zone_behind(words: &str, region: &Region, from: usize, to: usize) -> Option<Place> {
    if region.level == RegionLevel::Zone {
        return None;
    }
    let rest = &words[to..];
    let grade = ZONE_GRADES
        .iter()
        .find(|grade| rest.starts_with(**grade))
        .map_or(0, |grade| grade.len());
    let zone = ZONES
        .iter()
        .find(|zone| rest[grade..].starts_with(**zone))?;
    let end = to + grade + zone.len();
    let subject = ["建设", "创建", "条例", "管理", "发展规划"]
        .iter()
        .any(|word| words[end..].starts_with(word));
    (!subject).then(|| Place {
        name: words[from..end].to_owned(),
        level: RegionLevel::Zone,
        province: region.province.clone(),
        parent: (region.level != RegionLevel::Province).then(|| region.name.clone()),
    })
}

fn of(region: &Region) -> Place {
    Place {
        name: region.name.clone(),
        level: region.level,
        province: region.province.clone(),
        parent: region
            .parent
            .clone()
            .filter(|parent| *parent != region.province),
    }
}

/// Words before a region's name that make it another one: 与上海, 对接上海.
const OTHERS: &[&str] = &[
    "与", "和", "及", "、", "对接", "接轨", "融入", "学习", "借鉴", "赴", "联合",
];

/// The region that the text names most, when it speaks of itself as our city, county or district.
fn most_named(plan: &FrozenPlan, lexicon: &Lexicon, title: Option<&str>) -> Option<Place> {
    let end = plan.text.char_indices().nth(COUNTED);
    let text = &plan.text[..end.map_or(plan.text.len(), |(at, _)| at)];
    let wanted = own_word(text, title);
    let mut counts: BTreeMap<&str, (usize, &Region)> = BTreeMap::new();
    for (region, place) in lexicon.regions_in(text) {
        let at = place.start;
        let other = OTHERS.iter().any(|word| text[..at].ends_with(word));
        let fits = wanted.is_none_or(|word| region.name.ends_with(word));
        if !other && fits && region.level != RegionLevel::Zone && !plan.is_furniture(at) {
            counts.entry(&region.name).or_insert((0, region)).0 += 1;
        }
    }
    let mut ranked: Vec<(usize, &Region)> = counts.into_values().collect();
    ranked.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.name.cmp(&b.1.name)));
    let second = ranked.get(1).map_or(0, |(count, _)| *count);
    ranked
        .into_iter()
        .next()
        .filter(|&(count, _)| count >= 3 && count > second)
        .map(|(_, region)| of(region))
}

/// The kind of region that speaks: 我市, 我县; a title 市政府关于… decides at once.
fn own_word(text: &str, title: Option<&str>) -> Option<&'static str> {
    const WORDS: [(&str, &str, &str); 5] = [
        ("省", "我省", "省政府"),
        ("市", "我市", "市政府"),
        ("县", "我县", "县政府"),
        ("区", "我区", "区政府"),
        ("旗", "我旗", "旗政府"),
    ];
    if let Some((word, _, _)) = WORDS
        .iter()
        .find(|(_, _, body)| title.is_some_and(|title| title.starts_with(body)))
    {
        return Some(word);
    }
    // 我市 says it plainly; 市委 and 市本级 say it too, 全市 does not: a county speaks of the whole city as well.
    let said = |word: &str, own: &str| {
        let count = |end: &str| text.matches(&format!("{word}{end}")).count();
        3 * text.matches(own).count()
            + 2 * (count("委").saturating_sub(count("委员")) + count("本级"))
    };
    let scored = WORDS.iter().map(|&(word, own, _)| (said(word, own), word));
    scored
        .max_by_key(|&(score, _)| score)
        .filter(|&(score, _)| score > 0)
        .map(|(_, word)| word)
}
