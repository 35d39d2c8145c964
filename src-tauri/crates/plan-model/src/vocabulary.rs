//! The closed vocabularies of the domain. Their wire and database names are the serde names; nothing else
//! spells them.

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// Every value, in the order of the domain.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used on the wire, in the database and on the command line.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The value a word stands for.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}
pub(crate) use words;

words!(
    /// What an indicator is about: the analyst's first filter.
    IndicatorType {
        /// R&D input.
        RdInput = "研发投入",
        /// Innovative firms.
        InnovativeFirms = "创新主体",
        /// Platforms.
        Platforms = "创新平台",
        /// Talent.
        Talent = "人才团队",
        /// Intellectual property.
        IntellectualProperty = "知识产权",
        /// Technology transfer.
        TechnologyTransfer = "成果转化",
        /// Industry upgrading.
        Industry = "产业升级",
        /// Technology finance.
        Finance = "科技金融",
        /// Innovation ecosystem.
        Ecosystem = "创新生态",
        /// Economy.
        Economy = "经济发展",
        /// Green and social.
        GreenSocial = "绿色民生",
    }
);

words!(
    /// What kind of quantity a target is. Different measures are different quantities.
    Measure {
        /// A level at a date, or a yearly total in the target year.
        Level = "level",
        /// Added over the plan's period.
        Increment = "increment",
        /// So much every year.
        Annual = "annual",
        /// Counted since a start.
        Cumulative = "cumulative",
        /// Growth rate.
        Growth = "growth",
        /// Part of a whole, intensity.
        Share = "share",
        /// Quantity per another.
        Ratio = "ratio",
        /// Of a population reached.
        Coverage = "coverage",
        /// Place in a league table.
        Rank = "rank",
    }
);

words!(
    /// How the value bounds the commitment.
    Op {
        /// At least: 以上, 不低于, 不少于, 至少.
        AtLeast = ">=",
        /// More than: 超过, 突破, 高于.
        MoreThan = ">",
        /// Exactly, or no comparing word: 达到, 为.
        Equal = "=",
        /// About: 左右, 约.
        About = "~",
        /// At most: 不超过, 以内.
        AtMost = "<=",
        /// Less than: 低于.
        LessThan = "<",
    }
);

words!(
    /// Whether the words bind (达到, 新增) or aim (力争, 争取, 努力).
    Firmness {
        /// A plain commitment.
        Firm = "firm",
        /// An endeavour.
        Soft = "soft",
    }
);

words!(
    /// The administrative level of a region.
    RegionLevel {
        /// Province, autonomous region, municipality under the central government.
        Province = "province",
        /// Prefecture-level city.
        Prefecture = "prefecture",
        /// County, county-level city, district.
        County = "county",
        /// Development zone or high-tech zone.
        Zone = "zone",
    }
);

/// A calendar year of the common era.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Year(pub i32);

impl std::fmt::Display for Year {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
