//! Figures, empty cells, verdicts and reasons as words for the terminal.

use plan_model::{
    Decimal, Difference, EmptyReason, Firmness, Measure, Op, Reason, Statement, Verdict, Year,
};

/// One statement as it stands in a cell: sign, number, unit, and what a reader must know beside it.
pub(crate) fn figure(statement: &Statement, measure: Measure, main_year: Option<Year>) -> String {
    let mut text = String::new();
    if let Some(value) = statement.value {
        text.push_str(sign(statement.op));
        if measure == Measure::Increment {
            text.push('+');
        }
        text.push_str(&value.to_string());
        if let Some(upper) = statement.value_max {
            text.push('–');
            text.push_str(&upper.to_string());
        }
        text.push_str(statement.unit.as_deref().unwrap_or_default());
    } else if let Some(benchmark) = &statement.relative_to {
        text.push_str(if statement.op == Op::Equal {
            "="
        } else {
            sign(statement.op)
        });
        text.push_str(benchmark);
    } else {
        text.push_str("no number");
    }
    let mut beside: Vec<String> = Vec::new();
    if statement.year != main_year {
        beside.push(
            statement
                .year
                .map_or_else(|| "no year".to_owned(), |year| year.to_string()),
        );
    }
    if let Some(from) = statement.year_from {
        beside.push(format!("from {from}"));
    }
    beside.extend(statement.scope.clone());
    if statement.firmness == Firmness::Soft {
        beside.push("soft".to_owned());
    }
    if let Some(made) = &statement.derived {
        beside.push(format!("derived: {}", made.formula));
    }
    if let Some(difference) = &statement.difference {
        beside.push(difference_words(difference));
    }
    if !beside.is_empty() {
        text.push_str(&format!(" ({})", beside.join(", ")));
    }
    text
}

/// How far a figure lies from the benchmark; under a condition, with the letter C.
fn difference_words(difference: &Difference) -> String {
    let signed = |value: &Decimal| match value.is_sign_negative() {
        true => value.to_string(),
        false => format!("+{value}"),
    };
    let mut text = signed(&difference.absolute);
    if let Some(percent) = &difference.percent {
        text.push_str(&format!(", {}%", signed(percent)));
    }
    if difference.verdict == Verdict::C {
        text.push_str(", C");
    }
    format!("[{text}]")
}

fn sign(op: Op) -> &'static str {
    match op {
        Op::AtLeast => "≥",
        Op::MoreThan => ">",
        Op::Equal => "",
        Op::About => "~",
        Op::AtMost => "≤",
        Op::LessThan => "<",
    }
}

/// Why a cell is empty.
pub(crate) fn empty(reason: EmptyReason) -> &'static str {
    match reason {
        EmptyReason::NotMentioned => "not mentioned",
        EmptyReason::OtherMeasure => "other measure",
        EmptyReason::OnlyRelative => "only relative",
        EmptyReason::Rejected => "rejected",
        EmptyReason::FilteredOut => "filtered out",
        EmptyReason::Unread => "unread",
    }
}

/// A verdict with its reasons.
pub(crate) fn verdict(verdict: Option<Verdict>, reasons: &[Reason]) -> String {
    let Some(verdict) = verdict else {
        return "only one plan".to_owned();
    };
    let word = match verdict {
        Verdict::A => "A same",
        Verdict::B => "B converted",
        Verdict::C => "C conditional",
        Verdict::D => "D not comparable",
        Verdict::E => "E no number",
    };
    let reasons: Vec<String> = reasons
        .iter()
        .filter(|reason| **reason != Reason::Same)
        .map(reason_words)
        .collect();
    if reasons.is_empty() {
        word.to_owned()
    } else {
        format!("{word}: {}", reasons.join("; "))
    }
}

fn reason_words(reason: &Reason) -> String {
    fn list<T>(items: &[T], word: impl Fn(&T) -> String) -> String {
        items.iter().map(word).collect::<Vec<_>>().join(", ")
    }
    let or_none = |item: &Option<String>| item.clone().unwrap_or_else(|| "none stated".to_owned());
    match reason {
        Reason::Same => "same".to_owned(),
        Reason::Converted { from, to, factor } => format!("{from} × {factor} = {to}"),
        Reason::YearDiffers { years } => {
            format!(
                "years {}",
                list(years, |year| year.map_or_else(
                    || "none stated".to_owned(),
                    |year| year.to_string()
                ))
            )
        }
        Reason::LevelDiffers { levels } => format!("levels {}", list(levels, ToString::to_string)),
        Reason::ScopeDiffers { scopes } => format!("scopes {}", list(scopes, or_none)),
        Reason::MeasureDiffers { measures } => {
            format!("measures {}", list(measures, ToString::to_string))
        }
        Reason::UnitDiffers { units } => format!("units {}", list(units, or_none)),
        Reason::Relative { benchmarks } => format!("relative to {}", benchmarks.join(", ")),
        Reason::NoTable => "rank without a table".to_owned(),
        Reason::NoNumber => "no number".to_owned(),
        Reason::SeveralStatements { plans } => format!("several statements in {plans} plans"),
        Reason::Contradictory { plans } => format!("{plans} plans contradict themselves"),
        Reason::Assumed { derivations } => {
            format!("assumed: {}", list(derivations, ToString::to_string))
        }
    }
}
