//! Provinces, prefectures and counties with what lies in what.

use crate::topic::longest_first;
use crate::{LexiconError, data};
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use plan_model::RegionLevel;
use serde::Deserialize;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

const FILE: &str = "regions.json";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RegionData {
    /// Where the list comes from; read by people.
    #[serde(rename = "source")]
    _source: String,
    /// Words at the end of a full name that the short name leaves out.
    suffixes: Vec<String>,
    /// Short names of counties that are words of everyday prose (合作, 公安, 资源): never taken for a region.
    ordinary_words: Vec<String>,
    /// Short names that no rule gives (内蒙古, 广西).
    short_names: Vec<(String, String)>,
    /// Every province with its prefectures.
    provinces: Vec<(String, Vec<PrefectureData>)>,
}

/// A prefecture with its counties and development zones. Without a name it holds the counties that the province
/// or municipality governs directly.
type PrefectureData = (String, Vec<String>, Vec<String>);

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
    /// Finds, in one pass over a text, every name that stands for one region.
    names: AhoCorasick,
    /// The region of each pattern of `names`.
    named: Vec<usize>,
}

impl Regions {
    pub(crate) fn parse(text: &str) -> Result<Self, LexiconError> {
        let data: RegionData = data::parse(FILE, text)?;
        let rules = ShortNames {
            suffixes: data.suffixes,
            ordinary: data.ordinary_words.into_iter().collect(),
            given: data.short_names.into_iter().collect(),
        };
        let mut regions = Self {
            all: Vec::with_capacity(3600),
            by_name: HashMap::with_capacity(7000),
            longest: 0,
            names: longest_first(FILE, AhoCorasickKind::ContiguousNFA, [""; 0])?,
            named: Vec::new(),
        };
        for (province, prefectures) in &data.provinces {
            regions.add(province, RegionLevel::Province, province, None, &rules);
            for (prefecture, counties, zones) in prefectures {
                let parent = (!prefecture.is_empty()).then_some(prefecture.as_str());
                if let Some(name) = parent {
                    regions.add(name, RegionLevel::Prefecture, province, None, &rules);
                }
                for county in counties {
                    regions.add(county, RegionLevel::County, province, parent, &rules);
                }
                for zone in zones {
                    regions.add(zone, RegionLevel::Zone, province, parent, &rules);
                }
            }
        }
        let names: BTreeSet<&String> = regions.by_name.keys().collect();
        let known: Vec<(&String, usize)> = names
            .into_iter()
            .filter_map(|name| Some((name, regions.index_of(name)?)))
            .collect();
        let automaton = longest_first(
            FILE,
            AhoCorasickKind::ContiguousNFA,
            known.iter().map(|(name, _)| name),
        )?;
        regions.named = known.iter().map(|&(_, region)| region).collect();
        regions.names = automaton;
        Ok(regions)
    }

    fn add(
        &mut self,
        name: &str,
        level: RegionLevel,
        province: &str,
        parent: Option<&str>,
        rules: &ShortNames,
    ) {
        let index = self.all.len();
        self.longest = self.longest.max(name.len());
        for called in std::iter::once(name).chain(rules.of(name, level)) {
            self.by_name
                .entry(called.to_owned())
                .or_default()
                .push(index);
        }
        self.all.push(Region {
            name: name.to_owned(),
            level,
            province: province.to_owned(),
            parent: parent.map(str::to_owned),
        });
    }

    pub(crate) fn named(&self, name: &str) -> Option<&Region> {
        self.index_of(name).map(|index| &self.all[index])
    }

    /// Every region that `text` names, from left to right, the longest name at each place.
    pub(crate) fn in_text<'l>(
        &'l self,
        text: &str,
    ) -> impl Iterator<Item = (&'l Region, Range<usize>)> {
        self.names.find_iter(text).map(|found| {
            let region = self.named[found.pattern().as_usize()];
            (&self.all[region], found.range())
        })
    }

    fn index_of(&self, name: &str) -> Option<usize> {
        // 郊区, 城区, 矿区 are names of districts, but in a text without more they are common nouns.
        if name.ends_with('区') && name.chars().count() <= 2 {
            return None;
        }
        self.pick(name, |_| true)
    }

    pub(crate) fn named_in(&self, name: &str, within: &str) -> Option<&Region> {
        // The place that limits the search may itself be given by its short name.
        let within = self
            .named(within)
            .map_or(within, |region| region.name.as_str());
        let index = self.pick(name, |region| {
            region.province == within || region.parent.as_deref() == Some(within)
        })?;
        Some(&self.all[index])
    }

    /// The one region called `name`; where several are, the one of highest level if it is alone there: 吉林
    /// is the province, but 鼓楼区 nobody can tell.
    fn pick(&self, name: &str, fits: impl Fn(&Region) -> bool) -> Option<usize> {
        let called = self.by_name.get(name)?.iter().copied();
        let found: Vec<usize> = called.filter(|&index| fits(&self.all[index])).collect();
        let level = |index: &usize| self.all[*index].level;
        let highest = found.iter().map(level).min()?;
        let mut at_highest = found.iter().filter(|&index| level(index) == highest);
        let first = at_highest.next()?;
        at_highest.next().is_none().then_some(*first)
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
}

/// How regions are called for short.
struct ShortNames {
    suffixes: Vec<String>,
    ordinary: HashSet<String>,
    given: HashMap<String, String>,
}

impl ShortNames {
    /// The name without its administrative suffix, when at least two characters are left (芜湖 but not 郊) and,
    /// for a county, when nobody would read an ordinary word in it.
    fn of<'n>(&'n self, name: &'n str, level: RegionLevel) -> Option<&'n str> {
        let short = match (self.given.get(name), level) {
            (Some(given), _) => given,
            (None, RegionLevel::Zone) => return None,
            (None, _) => self
                .suffixes
                .iter()
                .find_map(|suffix| name.strip_suffix(suffix.as_str()))?,
        };
        let plain = level == RegionLevel::County && self.ordinary.contains(short);
        (!plain && short.chars().count() >= 2).then_some(short)
    }
}
