//! Reads the names of units and their roles from one naming clause:
//! 责任单位:A、B;配合单位:C / A、B牵头,C配合 / A.

/// Units by role, as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Units {
    lead: Vec<String>,
    responsible: Vec<String>,
    support: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Lead,
    Responsible,
    Support,
    /// Named, but no unit: 责任领导, 完成时限.
    Apart,
}

impl Units {
    pub(crate) fn is_empty(&self) -> bool {
        self.lead.is_empty() && self.responsible.is_empty() && self.support.is_empty()
    }

    /// Adds the units of another clause; a unit that already has the role is not named twice.
    pub(crate) fn add(&mut self, other: &Self) {
        for (mine, theirs) in [
            (&mut self.lead, &other.lead),
            (&mut self.responsible, &other.responsible),
            (&mut self.support, &other.support),
        ] {
            let known = mine.len();
            for unit in theirs {
                if !mine[..known].contains(unit) {
                    mine.push(unit.clone());
                }
            }
        }
    }

    /// Those that lead and those that support. Without a leader all responsible units lead; beside a leader
    /// they support.
    pub(crate) fn lead_and_support(self) -> (Vec<String>, Vec<String>) {
        if self.lead.is_empty() {
            return (self.responsible, self.support);
        }
        let mut support = self.responsible;
        support.extend(self.support);
        (self.lead, support)
    }

    fn push(&mut self, role: Role, name: String) {
        match role {
            Role::Lead => self.lead.push(name),
            Role::Responsible => self.responsible.push(name),
            Role::Support => self.support.push(name),
            Role::Apart => {}
        }
    }
}

/// Labels that stand before a list, without the colon; the role is told by the words they contain.
const LABEL_HEADS: &[&str] = &[
    "单位",
    "部门",
    "领导",
    "责任人",
    "负责人",
    "联系人",
    "时限",
    "时间",
    "市领导",
    "县领导",
    "处室",
    "科室",
    "机构",
    "主体",
];

/// Roles told by the last words of a list. Longest first.
const SUFFIXES: &[(&str, Role)] = &[
    ("按职责分工分别牵头负责", Role::Lead),
    ("按职责分工牵头负责", Role::Lead),
    ("按照职责分工负责", Role::Responsible),
    ("按职责分工负责", Role::Responsible),
    ("分别牵头负责", Role::Lead),
    ("按职责负责", Role::Responsible),
    ("牵头负责", Role::Lead),
    ("牵头落实", Role::Lead),
    ("具体负责", Role::Responsible),
    ("分工负责", Role::Responsible),
    ("负责落实", Role::Responsible),
    ("配合落实", Role::Support),
    ("协同配合", Role::Support),
    ("参与配合", Role::Support),
    ("牵头", Role::Lead),
    ("配合", Role::Support),
    ("协助", Role::Support),
    ("协办", Role::Support),
    ("参与", Role::Support),
    ("参加", Role::Support),
    ("负责", Role::Responsible),
    ("落实", Role::Responsible),
];

/// The role that a label such as 责任单位 or 牵头考核单位 gives, if it is a label at all.
pub(crate) fn label_role(label: &str) -> Option<Role> {
    let label = label.trim();
    if label.chars().count() > 12 || !LABEL_HEADS.iter().any(|head| label.ends_with(head)) {
        return None;
    }
    let role = if ["领导", "人", "时限", "时间"]
        .iter()
        .any(|word| label.ends_with(word))
    {
        Role::Apart
    } else if label.contains("配合")
        || label.contains("协")
        || label.contains("参与")
        || label.contains("参加")
    {
        Role::Support
    } else if label.contains("牵头") || label.contains("主办") {
        Role::Lead
    } else if label.contains("责任")
        || label.contains("负责")
        || label.contains("实施")
        || label.contains("落实")
        || label.contains("承办")
    {
        Role::Responsible
    } else {
        return None;
    };
    Some(role)
}

/// Reads one clause. `bare` says that a list without any role word is a list of responsible units.
pub(crate) fn units(clause: &str, bare: bool) -> Units {
    let mut found = Units::default();
    // Names since the last role word; the role comes after them (A、B牵头).
    let mut waiting: Vec<String> = Vec::new();
    let mut label = None;
    for (piece, ends_part) in pieces(clause) {
        let mut name = piece.trim();
        if let Some((before, after)) = split_label(name) {
            label = Some(before);
            name = after.trim();
            waiting.clear();
        }
        if let Some((names, role)) =
            split_suffix(name).filter(|_| label.is_none_or(|role| role != Role::Apart))
        {
            if let Some(unit) = unit_name(names) {
                waiting.push(unit);
            }
            for unit in waiting.drain(..) {
                found.push(role, unit);
            }
            // A部门牵头,B、C: what follows a leader without a word of its own supports it.
        } else if let Some(role) = label {
            if let Some(unit) = unit_name(name) {
                found.push(role, unit);
            }
        } else if let Some(unit) = unit_name(name) {
            waiting.push(unit);
        }
        if ends_part && label.is_some() {
            label = None;
        }
    }
    if bare && found.is_empty() {
        found.responsible = waiting;
    }
    found
}

/// Splits at 、 and commas outside brackets; the flag says that a semicolon or full stop ended the piece.
fn pieces(clause: &str) -> Vec<(&str, bool)> {
    let mut found = Vec::new();
    let (mut from, mut depth) = (0, 0usize);
    for (at, c) in clause.char_indices() {
        match c {
            '(' | '\u{FF08}' | '\u{300A}' => depth += 1,
            ')' | '\u{FF09}' | '\u{300B}' => depth = depth.saturating_sub(1),
            '、' | ',' | '\u{FF0C}' | ';' | '\u{FF1B}' | '\u{3002}' | '\n' if depth == 0 => {
                let ends = matches!(c, ';' | '\u{FF1B}' | '\u{3002}' | '\n');
                found.push((&clause[from..at], ends));
                from = at + c.len_utf8();
            }
            _ => {}
        }
    }
    found.push((&clause[from..], true));
    found
}

/// 责任单位:A as (role, A).
fn split_label(piece: &str) -> Option<(Role, &str)> {
    let at = piece.find([':', '\u{FF1A}'])?;
    let role = label_role(&piece[..at])?;
    let colon = piece[at..].chars().next().map_or(1, char::len_utf8);
    Some((role, &piece[at + colon..]))
}

/// A牵头 as (A, role).
fn split_suffix(piece: &str) -> Option<(&str, Role)> {
    SUFFIXES
        .iter()
        .find_map(|&(suffix, role)| piece.strip_suffix(suffix).map(|names| (names, role)))
}

/// A name without the words that close a list; `None` when nothing is left or it is no name.
fn unit_name(text: &str) -> Option<String> {
    let name = text
        .trim()
        .trim_matches(['"', '\u{201C}', '\u{201D}', '.', '\u{3002}']);
    let name = before_and_others(name).trim();
    let length = name.chars().count();
    (1..=40).contains(&length).then(|| name.to_owned())
}

/// 能源局等, 能源局等省有关部门 without the others.
fn before_and_others(name: &str) -> &str {
    if let Some(short) = name.strip_suffix('等') {
        return short;
    }
    let others = ["有关", "相关"]
        .iter()
        .filter_map(|word| name.find(word))
        .min();
    let closes =
        others.is_some_and(|at| name[at..].contains("部门") || name[at..].contains("单位"));
    let cut = name
        .find('等')
        .filter(|&at| at > 0 && others.is_some_and(|others| at < others && others - at <= 9));
    match cut {
        Some(at) if closes => &name[..at],
        _ => ["等单位", "等部门"]
            .iter()
            .find_map(|end| name.strip_suffix(end))
            .unwrap_or(name),
    }
}

/// Last characters of the names of units.
const UNIT_ENDS: &[&str] = &[
    "局",
    "办",
    "委",
    "部",
    "厅",
    "署",
    "院",
    "府",
    "会",
    "社",
    "行",
    "司",
    "协",
    "联",
    "团",
    "校",
    "所",
    "站",
    "处",
    "科",
    "室",
    "队",
    "中心",
    "集团",
    "公司",
    "大学",
    "学院",
    "海关",
    "银行",
    "管委会",
    "街道",
    "镇",
    "乡",
    "园区",
    "开发区",
    "高新区",
    "经开区",
    "新区",
    "示范区",
    "集中区",
    "单位",
    "部门",
    "投",
    "产投",
    "国投",
    "城投",
    "县",
    "区",
    "市",
];

/// Whether every name of a list looks like a unit: (经贸局), (市科技局、各区县政府).
pub(crate) fn is_unit_list(clause: &str) -> bool {
    let pieces = pieces(clause);
    !clause.trim().is_empty()
        && pieces.len() <= 40
        && pieces.iter().all(|(piece, _)| {
            let Some(name) = unit_name(piece) else {
                return false;
            };
            let plain = name
                .find(['(', '\u{FF08}'])
                .map_or(name.as_str(), |at| &name[..at]);
            let length = plain.chars().count();
            (2..=24).contains(&length)
                && UNIT_ENDS.iter().any(|end| plain.ends_with(end))
                && !plain.chars().any(|c| c.is_ascii_digit())
        })
}
