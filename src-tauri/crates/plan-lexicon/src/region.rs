//! Provinces, prefectures and counties with what lies in what.

use crate::{LexiconError, data};
use plan_model::RegionLevel;
use serde::Deserialize;
use std::collections::HashMap;

const FILE: &str = "regions.json";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegionData {
    /// Where the list comes from; read by people.
    #[serde(rename = "source")]
    _source: String,
    /// Words at the end of a full name that the short name leaves out.
    suffixes: Vec<String>,
    /// Short names that no rule gives (内蒙古, 广西).
    short_names: Vec<(String, String)>,
    /// Province, its prefectures with their counties. A prefecture without a name holds counties that the
    /// province governs directly.
    provinces: Vec<(String, Vec<(String, Vec<String>)>)>,
}

/// A region of the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Full name.
    pub name: String,
    /// Its level.
    pub level: RegionLevel,
    /// The province it lies in; its own name for a province.
    pub province: String,
    /// The prefecture a county lies in; `None` for provinces, prefectures and counties that a province or
    /// municipality governs directly.
    pub parent: Option<String>,
}

/// All regions with their names.
#[derive(Debug)]
pub(crate) struct Regions {
    all: Vec<Region>,
    /// Full and short names, each with every region called so.
    by_name: HashMap<String, Vec<usize>>,
    /// Length in bytes of the longest full name.
    longest: usize,
}

impl Regions {
    pub(crate) fn parse(text: &str) -> Result<Self, LexiconError> {
        let data: RegionData = data::parse(FILE, text)?;
        let short: HashMap<String, String> = data.short_names.into_iter().collect();
        let mut regions = Self {
            all: Vec::with_capacity(3600),
            by_name: HashMap::with_capacity(7000),
            longest: 0,
        };
        let mut add = |name: &str, level, province: &str, parent: Option<&str>| {
            let index = regions.all.len();
            regions.longest = regions.longest.max(name.len());
            let short = short
                .get(name)
                .map(String::as_str)
                .or_else(|| short_name(name, &data.suffixes));
            for called in std::iter::once(name).chain(short) {
                regions
                    .by_name
                    .entry(called.to_owned())
                    .or_default()
                    .push(index);
            }
            regions.all.push(Region {
                name: name.to_owned(),
                level,
                province: province.to_owned(),
                parent: parent.map(str::to_owned),
            });
        };
        for (province, prefectures) in &data.provinces {
            add(province, RegionLevel::Province, province, None);
            for (prefecture, counties) in prefectures {
                let parent = (!prefecture.is_empty()).then_some(prefecture.as_str());
                if let Some(name) = parent {
                    add(name, RegionLevel::Prefecture, province, None);
                }
                for county in counties {
                    add(county, RegionLevel::County, province, parent);
                }
            }
        }
        Ok(regions)
    }

    pub(crate) fn named(&self, name: &str) -> Option<&Region> {
        self.pick(name, |_| true)
    }

    pub(crate) fn named_in(&self, name: &str, within: &str) -> Option<&Region> {
        // The place that limits the search may itself be given by its short name.
        let within = self
            .named(within)
            .map_or(within, |region| region.name.as_str());
        self.pick(name, |region| {
            region.province == within || region.parent.as_deref() == Some(within)
        })
    }

    /// The one region called `name`; where several are, the one of highest level if it is alone there: 吉林
    /// is the province, but 鼓楼区 nobody can tell.
    fn pick(&self, name: &str, fits: impl Fn(&Region) -> bool) -> Option<&Region> {
        let found: Vec<&Region> = self
            .by_name
            .get(name)?
            .iter()
            .map(|&index| &self.all[index])
            .filter(|region| fits(region))
            .collect();
        let highest = found.iter().map(|region| region.level).min()?;
        let mut at_highest = found.iter().filter(|region| region.level == highest);
        let first = at_highest.next()?;
        at_highest.next().is_none().then_some(first)
    }

    pub(crate) fn at_start(&self, text: &str) -> Option<(&Region, usize)> {
        let ends = text
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .take_while(|&end| end <= self.longest);
        ends.filter_map(|end| {
            let region = self.named(&text[..end])?;
            (region.name.len() == end).then_some((region, end))
        })
        .last()
    }

    #[cfg(test)]
    pub(crate) fn all(&self) -> &[Region] {
        &self.all
    }
}

/// The name without its administrative suffix, when at least two characters are left: 芜湖 but not 郊.
fn short_name<'n>(name: &'n str, suffixes: &[String]) -> Option<&'n str> {
    let stem = suffixes
        .iter()
        .find_map(|suffix| name.strip_suffix(suffix.as_str()))?;
    (stem.chars().count() >= 2).then_some(stem)
}
