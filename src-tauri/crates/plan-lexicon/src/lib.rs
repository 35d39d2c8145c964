//! The vocabulary of the domain: seeds/lexicon as typed data, embedded at build time.
//!
//! Invariants: a wording is matched exactly after normalisation and never forced into a neighbouring
//! concept; a conversion factor is exact or absent; every answer is a function of the embedded data alone, so
//! the same lexicon version always gives the same answers.

mod data;
mod error;
pub mod head;
pub mod indicator;
pub mod instrument;
pub mod organ;
pub mod region;
pub mod topic;
pub mod unit;
mod wording;
pub mod words;

pub use error::LexiconError;
pub use indicator::{Direction, Indicator, Resolved};
pub use instrument::{Instrument, InstrumentClass, InstrumentWords};
pub use organ::{Organ, UnitClass, UnitPart};
pub use region::Region;
pub use topic::{Topic, TopicWord};
pub use unit::Unit;

use head::Heads;
use indicator::Indicators;
use instrument::Instruments;
use organ::Organs;
use plan_model::{Decimal, IndicatorType};
use region::Regions;
use std::sync::{LazyLock, OnceLock};
use topic::Topics;
use unit::Units;

/// The whole vocabulary. There is one built-in instance, made at first use.
#[derive(Debug)]
pub struct Lexicon {
    version: String,
    indicators: Indicators,
    heads: Heads,
    units: Units,
    organs: Organs,
    genres: Vec<String>,
    // Built at first question: showing a library asks for none of these, and the window's first picture must
    // not wait for three thousand counties and two large automata.
    topics: OnceLock<Topics>,
    instruments: OnceLock<Instruments>,
    regions: OnceLock<Regions>,
}

impl Lexicon {
    /// The vocabulary that is built into the program.
    ///
    /// # Panics
    /// When the embedded data is malformed. The crate's tests read the same bytes, so such a program is
    /// never shipped; going on with an empty vocabulary would silently give wrong answers.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Lexicon> = LazyLock::new(|| match Lexicon::load() {
            Ok(lexicon) => lexicon,
            Err(error) => panic!("the embedded lexicon is malformed: {error}"),
        });
        &BUILTIN
    }

    fn load() -> Result<Self, LexiconError> {
        Ok(Self {
            version: data::version()?,
            indicators: Indicators::parse(data::INDICATORS, data::WORDING)?,
            heads: Heads::parse(data::HEADS)?,
            units: Units::parse(data::UNITS)?,
            organs: Organs::parse(data::ORGANS)?,
            genres: data::parse("genres.json", data::GENRES)?,
            topics: OnceLock::new(),
            instruments: OnceLock::new(),
            regions: OnceLock::new(),
        })
    }

    /// The built-in vocabulary with wordings that the analyst taught it, each with its canonical indicator. What
    /// was taught goes before what is built in; an indicator that is not built in is new, its type told by its
    /// head noun.
    ///
    /// # Panics
    /// Never when [`Lexicon::builtin`] does not: the same embedded data is read.
    #[must_use]
    pub fn with_synonyms(synonyms: &[(String, String)]) -> Self {
        let mut lexicon = match Self::load() {
            Ok(lexicon) => lexicon,
            Err(error) => panic!("the embedded lexicon is malformed: {error}"),
        };
        let mut taught = String::new();
        for (wording, indicator) in synonyms {
            let indicator_type = lexicon.type_by_head(indicator);
            lexicon.indicators.teach(wording, indicator, indicator_type);
            for word in [wording, indicator] {
                taught.push_str(word);
                taught.push('\n');
            }
        }
        if !synonyms.is_empty() {
            lexicon.version = format!("{}+{:08x}", lexicon.version, data::checksum_of(&taught));
        }
        lexicon
    }

    /// Version of the data: a number raised by hand and a checksum that changes with every byte of it.
    #[must_use]
    pub fn version(&self) -> &str {
        &self.version
    }

    /// All indicators, in the order of the data: by type, then from the usual to the rare.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        self.indicators.all()
    }

    /// The indicator with this canonical name, spelt exactly so.
    #[must_use]
    pub fn indicator(&self, name: &str) -> Option<&Indicator> {
        self.indicators.named(name)
    }

    /// The concept that a wording of a plan stands for, or `None` when the lexicon does not know it.
    #[must_use]
    pub fn canonical(&self, wording: &str) -> Option<&Indicator> {
        self.resolve(wording).map(|resolved| resolved.indicator)
    }

    /// Like [`Lexicon::canonical`], and says which words were set aside on the way: scope words (全市),
    /// level words (省级), words of growth (增速).
    #[must_use]
    pub fn resolve(&self, wording: &str) -> Option<Resolved<'_>> {
        self.indicators.resolve(wording)
    }

    /// Every wording that names an indicator as the data spells it (names and synonyms), for scanning a text.
    pub fn wordings(&self) -> impl Iterator<Item = (&str, &Indicator)> {
        self.indicators().iter().flat_map(|indicator| {
            std::iter::once(&indicator.name)
                .chain(&indicator.synonyms)
                .map(move |word| (word.as_str(), indicator))
        })
    }

    /// The type of an indicator that the lexicon does not know, told by the head noun of its wording.
    #[must_use]
    pub fn type_by_head(&self, wording: &str) -> IndicatorType {
        self.heads.type_of(wording)
    }

    /// The unit written `symbol` (or an alias of it), scaled forms such as 百亿元 and 千家 and the
    /// usual ratio units (件/万人) included. For ratio units put together freely see [`Lexicon::parse_unit`].
    #[must_use]
    pub fn unit(&self, symbol: &str) -> Option<&Unit> {
        self.units.named(symbol)
    }

    /// The unit written `symbol`, ratio units read from their parts.
    #[must_use]
    pub fn parse_unit(&self, symbol: &str) -> Option<Unit> {
        self.units.parse_symbol(symbol)
    }

    /// The factor that turns a value in `from` into a value in `to`. `None` when the two measure different
    /// things, or when the factor has no finite decimal form (亩 to 公顷 is 1/15; 公顷 to 亩 is 15).
    #[must_use]
    pub fn conversion(&self, from: &str, to: &str) -> Option<Decimal> {
        self.units.conversion(from, to)
    }

    /// The region with this full name (芜湖市) or unambiguous short name (芜湖).
    #[must_use]
    pub fn region(&self, name: &str) -> Option<&Region> {
        self.regions().named(name)
    }

    /// The region called `name` inside a province or prefecture, for names that occur more than once.
    #[must_use]
    pub fn region_in(&self, name: &str, province_or_prefecture: &str) -> Option<&Region> {
        self.regions().named_in(name, province_or_prefecture)
    }

    /// The region whose full name opens `text` (longest first), with the length of the name in bytes.
    #[must_use]
    pub fn region_at_start(&self, text: &str) -> Option<(&Region, usize)> {
        self.regions().at_start(text)
    }

    /// The regions that `text` names in full or for short, from left to right, the longest name at each place.
    pub fn regions_in<'l>(
        &'l self,
        text: &str,
    ) -> impl Iterator<Item = (&'l Region, std::ops::Range<usize>)> {
        self.regions().in_text(text)
    }

    fn regions(&self) -> &Regions {
        built(&self.regions, || Regions::parse(data::REGIONS))
    }

    fn topic_data(&self) -> &Topics {
        built(&self.topics, || Topics::parse(data::TOPICS))
    }

    fn instrument_data(&self) -> &Instruments {
        built(&self.instruments, || Instruments::parse(data::INSTRUMENTS))
    }

    /// Departments of government with their usual names.
    #[must_use]
    pub fn organs(&self) -> &[Organ] {
        self.organs.all()
    }

    /// The department that `name` stands for, whatever region word comes before it (市科技局, 芜湖市科学技术局).
    #[must_use]
    pub fn organ(&self, name: &str) -> Option<&Organ> {
        self.organs.named(name)
    }

    /// The parts of a unit's name, each with what it is and the departments it stands for: 工信局(科技局) has two
    /// parts, 经贸局 stands for two departments. A part that is no known body is of class other.
    #[must_use]
    pub fn unit_parts(&self, name: &str) -> Vec<UnitPart<'_>> {
        self.organs.parts(name)
    }

    /// Topics of innovation policy, in the order of the data.
    #[must_use]
    pub fn topics(&self) -> &[Topic] {
        self.topic_data().all()
    }

    /// The words of topics in `text`, from left to right, the longest at each place.
    pub fn topic_words<'l>(&'l self, text: &str) -> impl Iterator<Item = TopicWord<'l>> {
        self.topic_data().in_text(text)
    }

    /// Policy instruments after Rothwell and Zegveld, in the order of the data.
    #[must_use]
    pub fn instruments(&self) -> &[Instrument] {
        self.instrument_data().all()
    }

    /// The instruments that each clause of `text` uses, with the words that say so, in bytes of the text.
    /// `clauses` are ascending and do not overlap.
    #[must_use]
    pub fn instruments_in(
        &self,
        text: &str,
        clauses: &[std::ops::Range<usize>],
    ) -> Vec<Vec<InstrumentWords<'_>>> {
        self.instrument_data().in_clauses(text, clauses)
    }

    /// Kinds of document (工作要点, 实施方案), longest first so that the first that fits is the right one.
    #[must_use]
    pub fn genres(&self) -> &[String] {
        &self.genres
    }
}

/// What `cell` holds, made now if nobody asked before.
fn built<T>(cell: &OnceLock<T>, parse: impl FnOnce() -> Result<T, LexiconError>) -> &T {
    cell.get_or_init(|| match parse() {
        Ok(parsed) => parsed,
        Err(error) => panic!("the embedded lexicon is malformed: {error}"),
    })
}
