//! Phrases put together from words and figures, in one language.

use crate::{Language, Words, grouped, words};
use plan_lexicon::Lexicon;
use plan_model::{
    ContextVariable, Decimal, Derivation, DerivationKind, EmptyReason, Firmness, IndicatorType,
    Measure, NoteCode, Op, Reason, RegionLevel, Status, Verdict, Year,
};

/// One language with its words and, for English names of units, the vocabulary.
#[derive(Debug, Clone, Copy)]
pub struct Phrases<'l> {
    /// The language.
    pub language: Language,
    /// Its terms.
    pub words: &'static Words,
    lexicon: &'l Lexicon,
}

impl<'l> Phrases<'l> {
    /// The phrases of a language.
    #[must_use]
    pub fn new(language: Language, lexicon: &'l Lexicon) -> Self {
        Self {
            language,
            words: words(language),
            lexicon,
        }
    }

    /// The Chinese or the English one.
    #[must_use]
    pub fn either<T>(&self, zh: T, en: T) -> T {
        match self.language {
            Language::ZhCn => zh,
            Language::En => en,
        }
    }

    /// What an indicator is about.
    #[must_use]
    pub fn indicator_type(&self, word: IndicatorType) -> &'static str {
        self.words.types[word as usize]
    }

    /// What kind of quantity.
    #[must_use]
    pub fn measure(&self, word: Measure) -> &'static str {
        self.words.measures[word as usize]
    }

    /// Level of a region.
    #[must_use]
    pub fn level(&self, word: RegionLevel) -> &'static str {
        self.words.levels[word as usize]
    }

    /// Whether words bind or aim.
    #[must_use]
    pub fn firmness(&self, word: Firmness) -> &'static str {
        self.words.firmness[word as usize]
    }

    /// Standing in review.
    #[must_use]
    pub fn status(&self, word: Status) -> &'static str {
        self.words.statuses[word as usize]
    }

    /// How far figures compare: letter and words.
    #[must_use]
    pub fn verdict(&self, verdict: Verdict) -> String {
        format!(
            "{} {}",
            verdict.word(),
            self.words.verdicts[verdict as usize]
        )
    }

    /// What was noticed in a document, with its count or quotation.
    #[must_use]
    pub fn note(&self, code: NoteCode, detail: Option<&str>) -> String {
        let text = self.words.notes[code as usize];
        match detail {
            Some(detail) => format!("{text}{}{detail}", self.words.colon),
            None => text.to_owned(),
        }
    }

    /// Why a cell is empty.
    #[must_use]
    pub fn empty(&self, reason: EmptyReason) -> &'static str {
        let place = match reason {
            EmptyReason::NotMentioned => 0,
            EmptyReason::OtherMeasure => 1,
            EmptyReason::OnlyRelative => 2,
            EmptyReason::Rejected => 3,
            EmptyReason::FilteredOut => 4,
            EmptyReason::Unread => 5,
        };
        self.words.empty[place]
    }

    /// The unit in the report's language; units the vocabulary does not know stay as they are written.
    #[must_use]
    pub fn unit(&self, symbol: &str) -> String {
        match self.language {
            Language::ZhCn => symbol.to_owned(),
            Language::En => match symbol {
                "%" | "‰" => symbol.to_owned(),
                _ => self
                    .lexicon
                    .parse_unit(symbol)
                    .map_or_else(|| symbol.to_owned(), |unit| unit.name_en),
            },
        }
    }

    /// Kinds of document by their usual English names; others stay as they are.
    #[must_use]
    pub fn genre(&self, genre: &str) -> String {
        let english = match genre {
            "工作要点" => "Work priorities",
            "工作计划" => "Work plan",
            "实施方案" | "工作方案" => "Implementation plan",
            "实施意见" => "Implementation opinions",
            "意见" | "若干意见" | "指导意见" => "Opinions",
            "行动计划" | "行动方案" | "三年行动计划" => "Action plan",
            "规划" | "专项规划" | "发展规划" => "Development plan",
            "政府工作报告" => "Government work report",
            "若干政策" | "若干措施" | "政策措施" => "Policy measures",
            "办法" | "管理办法" => "Measures",
            _ => genre,
        };
        self.either(genre, english).to_owned()
    }

    /// A year, or that none is stated.
    #[must_use]
    pub fn year(&self, year: Option<Year>) -> String {
        match year {
            Some(year) => self.either(format!("{year}年"), year.to_string()),
            None => self.words.not_stated.to_owned(),
        }
    }

    /// First and last year.
    #[must_use]
    pub fn period(&self, (first, last): (Year, Year)) -> String {
        if first == last {
            return self.year(Some(first));
        }
        self.either(format!("{first}—{last}年"), format!("{first}–{last}"))
    }

    /// A date of the form YYYY, YYYY-MM or YYYY-MM-DD as people write it; anything else as it is.
    #[must_use]
    pub fn date(&self, date: &str) -> String {
        const MONTHS: [&str; 12] = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ];
        let parts: Vec<Option<u32>> = date.split('-').map(|part| part.parse().ok()).collect();
        let month = |number: u32| MONTHS.get((number as usize).wrapping_sub(1)).copied();
        match parts.as_slice() {
            [Some(year)] => self.either(format!("{year}年"), year.to_string()),
            [Some(year), Some(m)] => match month(*m) {
                Some(name) => self.either(format!("{year}年{m}月"), format!("{name} {year}")),
                None => date.to_owned(),
            },
            [Some(year), Some(m), Some(day)] => match month(*m) {
                Some(name) => self.either(
                    format!("{year}年{m}月{day}日"),
                    format!("{day} {name} {year}"),
                ),
                None => date.to_owned(),
            },
            _ => date.to_owned(),
        }
    }

    /// The words in a list, each once.
    #[must_use]
    pub fn list<I: IntoIterator<Item = S>, S: Into<String>>(&self, words: I) -> String {
        let mut seen: Vec<String> = Vec::new();
        for word in words.into_iter().map(Into::into) {
            if !seen.contains(&word) {
                seen.push(word);
            }
        }
        seen.join(self.words.list_comma)
    }

    /// A relative target: its sign or word, and the benchmark.
    #[must_use]
    pub fn relative(
        &self,
        op: Op,
        value: Option<Decimal>,
        benchmark: &str,
        unit: Option<&str>,
    ) -> String {
        let ahead = value
            .map(|value| format!(" {}{}", grouped(value), unit.unwrap_or_default()))
            .unwrap_or_default();
        match op {
            Op::MoreThan => self.either(
                format!("高于{benchmark}{ahead}"),
                format!("above {benchmark}{ahead}"),
            ),
            Op::AtLeast => self.either(
                format!("不低于{benchmark}{ahead}"),
                format!("not below {benchmark}{ahead}"),
            ),
            Op::LessThan => self.either(
                format!("低于{benchmark}{ahead}"),
                format!("below {benchmark}{ahead}"),
            ),
            Op::AtMost => self.either(
                format!("不高于{benchmark}{ahead}"),
                format!("not above {benchmark}{ahead}"),
            ),
            Op::About => self.either(
                format!("接近{benchmark}{ahead}"),
                format!("close to {benchmark}{ahead}"),
            ),
            Op::Equal => self.either(
                format!("达到{benchmark}{ahead}"),
                format!("equal to {benchmark}{ahead}"),
            ),
        }
    }

    /// Years in one phrase: 2018、2022年.
    fn years(&self, years: &[Option<Year>]) -> String {
        let list = self.list(years.iter().flatten().map(Year::to_string));
        let list = self.either(format!("{list}年"), list);
        if years.contains(&None) {
            self.list([list, self.words.not_stated.to_owned()])
        } else {
            list
        }
    }

    /// Why a verdict is what it is.
    #[must_use]
    pub fn reason(&self, reason: &Reason) -> String {
        let named = |zh: &str, en: &str, words: String| {
            self.either(format!("{zh}：{words}"), format!("{en}: {words}"))
        };
        match reason {
            Reason::Same => self
                .either(
                    "指标、量的性质、单位、口径、年份一致",
                    "indicator, measure, unit, scope and year agree",
                )
                .to_owned(),
            Reason::Converted { from, to, factor } => {
                let (from, to) = (self.unit(from), self.unit(to));
                self.either(
                    format!("{from}换算为{to}，×{factor}"),
                    format!("{from} converted to {to}, × {factor}"),
                )
            }
            Reason::YearDiffers { years } if years.iter().all(Option::is_none) => self
                .either("目标年份均未说明", "no target year stated")
                .to_owned(),
            Reason::YearDiffers { years } => {
                named("年份不同", "different years", self.years(years))
            }
            Reason::LevelDiffers { levels } if levels.len() < 2 => self
                .either("有方案的地区层级不明", "a plan's region level is unknown")
                .to_owned(),
            Reason::LevelDiffers { levels } => {
                let levels = levels.iter().map(|level| self.level(*level));
                named("地区层级不同", "different region levels", self.list(levels))
            }
            Reason::ScopeDiffers { scopes } => {
                let scopes = scopes
                    .iter()
                    .map(|scope| scope.as_deref().unwrap_or(self.words.unlimited));
                named("口径不同", "different scopes", self.list(scopes))
            }
            Reason::MeasureDiffers { measures } => {
                let measures = measures.iter().map(|measure| self.measure(*measure));
                named("量的性质不同", "different measures", self.list(measures))
            }
            Reason::UnitDiffers { units } => {
                let none = || self.words.not_stated.to_owned();
                let units = units
                    .iter()
                    .map(|unit| unit.as_deref().map_or_else(none, |unit| self.unit(unit)));
                named("单位不可换算", "units do not convert", self.list(units))
            }
            Reason::NoTable => self
                .either("位次未说明在哪个榜单", "a rank without its table")
                .to_owned(),
            Reason::NoNumber => self
                .either("有方案未给出数值", "a plan gives no number")
                .to_owned(),
            Reason::Relative { benchmarks } => named(
                "含相对目标",
                "relative targets",
                self.list(benchmarks.iter().cloned()),
            ),
            Reason::SeveralStatements { plans: 1 } => self
                .either("1个方案有多个表述", "1 plan states it more than once")
                .to_owned(),
            Reason::SeveralStatements { plans } => self.either(
                format!("{plans}个方案有多个表述"),
                format!("{plans} plans state it more than once"),
            ),
            Reason::Contradictory { plans } => self.either(
                format!("{plans}个方案对同一年份给出不同数值"),
                format!("plans that state two values for one year: {plans}"),
            ),
            Reason::Assumed { derivations } => {
                let kinds = derivations
                    .iter()
                    .map(|kind| self.derivation(*kind).to_owned());
                named("按假设推算", "derived by assumption", self.list(kinds))
            }
        }
    }

    /// How a figure was derived.
    #[must_use]
    pub fn derived(&self, made: &Derivation) -> String {
        let formula = &made.formula;
        self.either(format!("推算：{formula}"), format!("derived: {formula}"))
    }

    /// What a figure of the context table says.
    #[must_use]
    pub fn variable(&self, variable: ContextVariable) -> &'static str {
        match variable {
            ContextVariable::Population => self.either("常住人口", "permanent population"),
            ContextVariable::Employment => self.either("就业人员", "employed persons"),
            ContextVariable::Gdp => self.either("地区生产总值", "gross regional product"),
            ContextVariable::BudgetExpenditure => {
                self.either("一般公共预算支出", "budget expenditure")
            }
        }
    }

    /// A kind of conversion with an assumption.
    #[must_use]
    pub fn derivation(&self, kind: DerivationKind) -> &'static str {
        match kind {
            DerivationKind::AnnualToIncrement => {
                self.either("年均量×年数", "yearly figure × years")
            }
            DerivationKind::GrowthToLevel => self.either("基数×增速", "base × growth"),
            DerivationKind::LevelPerContext => {
                self.either("水平值÷背景数据", "level ÷ context figure")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_note_has_words_of_its_own_in_both_languages() {
        let lexicon = Lexicon::builtin();
        for language in [Language::ZhCn, Language::En] {
            let phrases = Phrases::new(language, lexicon);
            let said: std::collections::BTreeSet<String> = NoteCode::ALL
                .iter()
                .map(|code| phrases.note(*code, None))
                .collect();
            assert_eq!(said.len(), NoteCode::ALL.len());
        }
    }
}
