//! Departments of government under their usual names, and what else a unit named in a plan can be.

use crate::{LexiconError, data};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

const FILE: &str = "organs.json";

/// Longest name of a unit that is looked up, in characters; longer ones are prose.
const LONGEST: usize = 60;

/// A department as it exists at every level of government.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organ {
    /// What it is responsible for, as a department: 科学技术部门.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Names without the region word before them: 科技局, 科学技术局.
    pub synonyms: Vec<String>,
    /// Names with the place in their midst, as opening and end: 人民银行…支行.
    #[serde(default)]
    pub framed: Vec<(String, String)>,
}

/// What kind of body a unit named in a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitClass {
    /// A department of government or Party, or a body with the same place in every region (科协).
    Department,
    /// A company or bank.
    Enterprise,
    /// A university, college or research institute.
    University,
    /// A township, town or subdistrict.
    Township,
    /// A development zone or its administration.
    Zone,
    /// A Party committee.
    Party,
    /// The people's government of a region, or the region itself.
    Government,
    /// Anything else: 各有关单位, 行业协会.
    Other,
}

/// One part of a unit's name: 工信局(科技局) has two, 经贸局 one with two departments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitPart<'l> {
    /// The part as written, without brackets.
    pub wording: String,
    /// What it is.
    pub class: UnitClass,
    /// The departments it stands for; empty unless it is a department.
    pub organs: Vec<&'l Organ>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OrganData {
    organs: Vec<Organ>,
    joint: Vec<Joint>,
    classes: Vec<ClassEnds>,
}

/// A department that unites two fields under one name.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Joint {
    name: String,
    organs: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassEnds {
    class: UnitClass,
    ends: Vec<String>,
}

/// All departments and the endings that tell other bodies.
#[derive(Debug)]
pub(crate) struct Organs {
    all: Vec<Organ>,
    /// Departments by name, those of joint names in the order of the data.
    by_name: HashMap<String, Vec<usize>>,
    classes: Vec<ClassEnds>,
}

impl Organs {
    pub(crate) fn parse(text: &str) -> Result<Self, LexiconError> {
        let data: OrganData = data::parse(FILE, text)?;
        let mut by_name: HashMap<String, Vec<usize>> = HashMap::new();
        let mut take =
            |name: &str, organs: Vec<usize>| match by_name.insert(name.to_owned(), organs) {
                Some(_) => Err(LexiconError::data(FILE, format!("{name} is listed twice"))),
                None => Ok(()),
            };
        for (index, organ) in data.organs.iter().enumerate() {
            for synonym in &organ.synonyms {
                take(synonym, vec![index])?;
            }
        }
        for joint in data.joint {
            let mut organs = Vec::with_capacity(joint.organs.len());
            for name in &joint.organs {
                let index = data.organs.iter().position(|organ| &organ.name == name);
                organs.push(index.ok_or_else(|| {
                    LexiconError::data(FILE, format!("{} names no department {name}", joint.name))
                })?);
            }
            take(&joint.name, organs)?;
        }
        Ok(Self {
            all: data.organs,
            by_name,
            classes: data.classes,
        })
    }

    pub(crate) fn all(&self) -> &[Organ] {
        &self.all
    }

    /// The first department that `name` as a whole stands for.
    pub(crate) fn named(&self, name: &str) -> Option<&Organ> {
        self.of_part(plain(name)).first().copied()
    }

    /// The parts of a unit's name with what each is.
    pub(crate) fn parts(&self, name: &str) -> Vec<UnitPart<'_>> {
        let name = name.trim();
        if name.chars().count() > LONGEST {
            return vec![UnitPart {
                wording: name.to_owned(),
                class: UnitClass::Other,
                organs: Vec::new(),
            }];
        }
        let whole = plain(name);
        if whole.len() < name.len() {
            return self.joined(whole);
        }
        name.split(BRACKETS)
            .map(str::trim)
            .filter(|piece| !piece.is_empty())
            .flat_map(|piece| self.joined(piece))
            .collect()
    }

    /// A和B is two units only when both are known bodies; 发展和改革委 is one.
    fn joined(&self, piece: &str) -> Vec<UnitPart<'_>> {
        let one = self.part(piece);
        // The whole is one department, or nothing joins two.
        if one.class == UnitClass::Department && self.covers(piece) {
            return vec![one];
        }
        for word in ["和", "及", "与", "、", "，", ","] {
            for (at, _) in piece.match_indices(word) {
                let (left, right) = (
                    self.part(piece[..at].trim()),
                    self.part(piece[at + word.len()..].trim()),
                );
                let known = |part: &UnitPart<'_>| part.class != UnitClass::Other;
                if known(&right) && (known(&left) || left.wording.ends_with("中心")) {
                    return vec![left, right];
                }
            }
        }
        vec![one]
    }

    fn part(&self, wording: &str) -> UnitPart<'_> {
        let organs = self.of_part(wording);
        let class = if organs.is_empty() {
            self.class_of(wording)
        } else {
            UnitClass::Department
        };
        UnitPart {
            wording: wording.to_owned(),
            class,
            organs,
        }
    }

    /// What the longest ending says.
    fn class_of(&self, wording: &str) -> UnitClass {
        self.classes
            .iter()
            .flat_map(|group| group.ends.iter().map(move |end| (end, group.class)))
            .filter(|(end, _)| wording.ends_with(end.as_str()))
            .max_by_key(|(end, _)| end.len())
            .map_or(UnitClass::Other, |(_, class)| class)
    }

    /// Whether nothing but a name of place or level stands before the department's name.
    fn covers(&self, name: &str) -> bool {
        self.ending(name)
            .is_some_and(|(at, _)| !name[..at].contains(['和', '及', '与', '、', ',', '，']))
    }

    /// The departments of the longest name that `name` ends with; what stands before it must be a place or a
    /// level. 生态环境分局 is looked up as 生态环境局.
    fn of_part(&self, name: &str) -> Vec<&Organ> {
        if name.chars().count() > LONGEST {
            return Vec::new();
        }
        if let Some((_, organs)) = self.ending(name) {
            return organs.iter().map(|&index| &self.all[index]).collect();
        }
        if let Some(office) = name.strip_suffix("分局") {
            let whole = format!("{office}局");
            if let Some((_, organs)) = self.ending(&whole) {
                return organs.iter().map(|&index| &self.all[index]).collect();
            }
        }
        self.all
            .iter()
            .find(|organ| {
                organ.framed.iter().any(|(opening, end)| {
                    name.len() > opening.len() + end.len()
                        && name.ends_with(end.as_str())
                        && name.find(opening.as_str()).is_some_and(is_opening)
                })
            })
            .into_iter()
            .collect()
    }

    /// The longest known name at the end of `name` that has only a place or level before it.
    fn ending(&self, name: &str) -> Option<(usize, &[usize])> {
        name.char_indices().find_map(|(at, _)| {
            let organs = self.by_name.get(&name[at..])?;
            is_place(&name[..at]).then_some((at, organs.as_slice()))
        })
    }
}

const BRACKETS: [char; 6] = ['(', ')', '（', '）', '〔', '〕'];

/// 中国 may stand before 人民银行.
fn is_opening(at: usize) -> bool {
    at <= "中国".len()
}

/// A name without brackets around the whole of it.
fn plain(name: &str) -> &str {
    let name = name.trim();
    let inner = name
        .strip_prefix(['(', '（'])
        .and_then(|inner| inner.strip_suffix([')', '）']));
    inner
        .filter(|inner| !inner.contains(BRACKETS))
        .unwrap_or(name)
}

/// Whether the words before a department's name can be a place or level (市, 芜湖市, 各县区, 国家, 市委): a
/// company or a university with a department of that name is something else.
fn is_place(before: &str) -> bool {
    let short = before.chars().count() <= 12;
    let other = [
        "大学", "学院", "公司", "集团", "银行", "医院", "协会", "学会",
    ]
    .iter()
    .any(|word| before.ends_with(word));
    short && !other && !before.contains(BRACKETS)
}
