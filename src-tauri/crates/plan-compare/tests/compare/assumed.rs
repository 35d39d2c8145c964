//! What the analyst's choices do: conversions with an assumption, the closest year, the benchmark.

use crate::plans::{FIRMS, PATENTS, Says, city, plan, row, shown, statements, sub_row};
use plan_compare::{Assumptions, BaseNumber, ComparedPlan, compare, compare_assuming};
use plan_lexicon::Lexicon;
use plan_model::{
    Benchmark, Cell, Choices, ContextFigure, ContextVariable, Conversion, Decimal, DerivationKind,
    Filter, GrowthBase, GrowthRate, Matrix, Measure, PlanId, Reason, RegionLevel, Statement,
    TargetId, Verdict, Year,
};

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

fn people(region: &str, year: i32, value: &str) -> ContextFigure {
    ContextFigure {
        region: region.to_owned(),
        variable: ContextVariable::Population,
        year: Year(year),
        value: decimal(value),
        unit: "万人".to_owned(),
        source: "统计公报".to_owned(),
        note: None,
    }
}

fn money(region: &str, year: i32, value: &str) -> ContextFigure {
    ContextFigure {
        variable: ContextVariable::Gdp,
        unit: "亿元".to_owned(),
        ..people(region, year, value)
    }
}

fn assuming(
    plans: &[ComparedPlan],
    choices: &Choices,
    context: &[ContextFigure],
    numbers: &[BaseNumber],
) -> Matrix {
    let ground = Assumptions {
        choices,
        context,
        numbers,
    };
    compare_assuming(plans, &Filter::default(), &ground, Lexicon::builtin()).0
}

fn converting(conversions: Vec<Conversion>) -> Choices {
    Choices {
        conversions,
        ..Choices::default()
    }
}

fn yearly(indicator: &str) -> Conversion {
    Conversion::AnnualToIncrement {
        indicator: indicator.to_owned(),
    }
}

fn per(indicator: &str, variable: ContextVariable, into: &str) -> Conversion {
    Conversion::LevelPerContext {
        indicator: indicator.to_owned(),
        variable,
        into: into.to_owned(),
    }
}

fn only(cell: &Cell) -> &Statement {
    match statements(cell) {
        [one] => one,
        other => panic!("{} statements", other.len()),
    }
}

fn formula(statement: &Statement) -> &str {
    &statement.derived.as_ref().expect("derived").formula
}

#[test]
fn a_yearly_figure_times_the_stated_years_is_a_conditional_increment() {
    let plans = [
        city(1, "甲市")
            .over(2021, 2025)
            .says(FIRMS, Measure::Increment, "= 240 家 @2025"),
        city(2, "乙市")
            .over(2021, 2025)
            .says(FIRMS, Measure::Annual, ">= 50 家"),
        city(3, "丙市").says(FIRMS, Measure::Annual, "= 10 家 @2025 from:2024"),
        city(4, "丁市").says(FIRMS, Measure::Annual, "= 10 家 @2025"),
    ];
    let without = compare(&plans, &Filter::default(), Lexicon::builtin()).0;
    let choices = converting(vec![yearly(FIRMS)]);
    let matrix = assuming(&plans, &choices, &[], &[]);
    let found = sub_row(&matrix, FIRMS, Measure::Increment);
    let said = only(&found.cells[1]);
    assert_eq!(
        (said.value, said.year),
        (Some(decimal("250")), Some(Year(2025)))
    );
    assert_eq!(formula(said), "50家/年 × 5年（2021—2025） = 250家");
    assert_eq!(
        said.mentions,
        [TargetId(2000)],
        "its evidence is the yearly figure"
    );
    assert_eq!(
        formula(only(&found.cells[2])),
        "10家/年 × 2年（2024—2025） = 20家"
    );
    assert_eq!(
        shown(&found.cells[3]),
        "OtherMeasure",
        "no years stated, nothing assumed"
    );
    assert_eq!(found.verdict, Some(Verdict::C));
    let assumed = Reason::Assumed {
        derivations: vec![DerivationKind::AnnualToIncrement],
    };
    assert!(found.reasons.contains(&assumed), "{:?}", found.reasons);
    assert_eq!(
        (matrix.targets_shown, row(&matrix, FIRMS).plan_count),
        (without.targets_shown, row(&without, FIRMS).plan_count),
        "an assumption is no statement of a plan"
    );
    assert_eq!(
        sub_row(&matrix, FIRMS, Measure::Annual).cells.len(),
        sub_row(&without, FIRMS, Measure::Annual).cells.len()
    );
}

#[test]
fn no_choice_changes_nothing_and_a_choice_taken_back_leaves_nothing() {
    let plans = [
        city(1, "甲市")
            .over(2021, 2025)
            .says(FIRMS, Measure::Annual, "= 50 家"),
        city(2, "乙市").says(FIRMS, Measure::Level, "= 300 家 @2025"),
    ];
    let none = Choices::default();
    assert_eq!(
        assuming(&plans, &none, &[people("甲市", 2023, "100")], &[]),
        compare(&plans, &Filter::default(), Lexicon::builtin()).0
    );
}

#[test]
fn the_word_of_the_plan_comes_before_a_derived_figure() {
    let plans = [city(1, "甲市")
        .over(2021, 2025)
        .says(FIRMS, Measure::Annual, "= 50 家")
        .says(FIRMS, Measure::Increment, "= 200 家 @2025")];
    let matrix = assuming(&plans, &converting(vec![yearly(FIRMS)]), &[], &[]);
    let said = only(&sub_row(&matrix, FIRMS, Measure::Increment).cells[0]);
    assert_eq!((said.value, &said.derived), (Some(decimal("200")), &None));
}

fn growth(base: GrowthBase, rate: GrowthRate) -> Choices {
    converting(vec![Conversion::GrowthToLevel {
        indicator: FIRMS.to_owned(),
        target: TargetId(1000),
        base,
        rate,
    }])
}

fn number(words: &str, value: &str) -> BaseNumber {
    BaseNumber {
        plan: PlanId(1),
        ordinal: 4,
        words: words.to_owned(),
        sentence: format!("2022年，高新技术企业达到{words}。"),
        value: decimal(value),
        unit: Some("家".to_owned()),
    }
}

#[test]
fn growth_on_a_picked_base_is_a_conditional_level() {
    let plans = [
        city(1, "甲市").says(FIRMS, Measure::Growth, "= 10 % @2025"),
        city(2, "乙市").says(FIRMS, Measure::Level, "= 300 家 @2025"),
    ];
    let base = |year| GrowthBase::Number {
        ordinal: 4,
        words: "200家".to_owned(),
        year,
    };
    let numbers = [number("200家", "200")];
    for (year, rate, expected) in [
        (
            Some(2022),
            GrowthRate::Yearly,
            Some("200家 × (1 + 10%)^3 = 266.2家"),
        ),
        (
            Some(2022),
            GrowthRate::Whole,
            Some("200家 × (1 + 10%) = 220家"),
        ),
        (None, GrowthRate::Whole, Some("200家 × (1 + 10%) = 220家")),
        (None, GrowthRate::Yearly, None),
        (Some(2025), GrowthRate::Whole, None),
    ] {
        let choices = growth(base(year.map(Year)), rate);
        let matrix = assuming(&plans, &choices, &[], &numbers);
        let found = sub_row(&matrix, FIRMS, Measure::Level);
        let made = statements(&found.cells[0]).first().map(formula);
        assert_eq!(made, expected, "{year:?} {rate}");
        assert_eq!(found.verdict, expected.map(|_| Verdict::C));
    }
    // The text has changed since: whatever stands there now is not what the analyst picked.
    let changed = [number("210家", "210")];
    let choices = growth(base(Some(Year(2022))), GrowthRate::Yearly);
    let matrix = assuming(&plans, &choices, &[], &changed);
    assert_eq!(sub_row(&matrix, FIRMS, Measure::Level).verdict, None);
}

#[test]
fn growth_starts_from_a_level_of_the_same_plan_too() {
    let plans = [city(1, "甲市")
        .says(FIRMS, Measure::Growth, "= 15 % @2025")
        .says("研发人员数", Measure::Level, "= 100 人 @2023")];
    let base = GrowthBase::Target {
        target: TargetId(1001),
    };
    let matrix = assuming(&plans, &growth(base, GrowthRate::Yearly), &[], &[]);
    let said = only(&sub_row(&matrix, FIRMS, Measure::Level).cells[0]);
    assert_eq!(formula(said), "100人 × (1 + 15%)^2 = 132.25人");
    assert_eq!(said.mentions, [TargetId(1000)]);
}

#[test]
fn a_level_over_a_context_figure_stands_with_the_ratios_of_others() {
    let patents = "发明专利拥有量";
    let plans = [
        city(1, "甲市").says(PATENTS, Measure::Ratio, "= 20 件/万人 @2025"),
        city(2, "乙市").says(patents, Measure::Level, "= 1000 件 @2025"),
        city(3, "丙市").says(patents, Measure::Level, "= 500 件 @2025"),
    ];
    let choices = converting(vec![per(patents, ContextVariable::Population, PATENTS)]);
    let context = [
        people("乙市", 2020, "90"),
        people("乙市", 2023, "80"),
        people("乙市", 2030, "70"),
    ];
    let matrix = assuming(&plans, &choices, &context, &[]);
    let found = sub_row(&matrix, PATENTS, Measure::Ratio);
    let said = only(&found.cells[1]);
    assert_eq!(formula(said), "1000件 ÷ 80万人（2023） = 12.5件/万人");
    assert_eq!(shown(&found.cells[2]), "NotMentioned", "no figure for 丙市");
    assert_eq!(found.verdict, Some(Verdict::C));
    assert_eq!(
        only(&sub_row(&matrix, patents, Measure::Level).cells[1]).derived,
        None
    );
}

#[test]
fn money_by_output_is_a_share_and_by_heads_is_told_in_yuan() {
    let rd = "全社会研发经费投入";
    let plans = [city(1, "甲市").says(rd, Measure::Level, "= 90000 万元 @2025")];
    let context = [money("甲市", 2025, "300"), people("甲市", 2025, "70")];
    let gdp = per(rd, ContextVariable::Gdp, "研发经费投入强度");
    let matrix = assuming(&plans, &converting(vec![gdp]), &context, &[]);
    let said = only(&sub_row(&matrix, "研发经费投入强度", Measure::Share).cells[0]);
    assert_eq!(formula(said), "90000万元 ÷ 300亿元（2025） = 3%");
    let heads = per(rd, ContextVariable::Population, rd);
    let matrix = assuming(&plans, &converting(vec![heads]), &context, &[]);
    let said = only(&sub_row(&matrix, rd, Measure::Ratio).cells[0]);
    assert_eq!(formula(said), "90000万元 ÷ 70万人（2025） ≈ 1285.7143元/人");
    let share = per("研发经费投入强度", ContextVariable::Population, "x");
    let plans = [city(1, "甲市").says("研发经费投入强度", Measure::Level, "= 3 % @2025")];
    let matrix = assuming(&plans, &converting(vec![share]), &context, &[]);
    assert_eq!(matrix.groups.len(), 1, "a share is not divided once more");
}

#[test]
fn the_closest_year_stands_and_the_others_are_set_aside() {
    let plans = [
        city(1, "甲市")
            .says(FIRMS, Measure::Level, "= 100 家 @2022")
            .says(FIRMS, Measure::Level, "= 150 家 @2026")
            .says(FIRMS, Measure::Level, "= 130 家 @2024")
            .says(FIRMS, Measure::Level, "= 9 家 @2022 #省级"),
        city(2, "乙市").says(FIRMS, Measure::Level, "= 90 家 @2026"),
    ];
    let choices = Choices {
        closest_year: Some(Year(2025)),
        ..Choices::default()
    };
    let matrix = assuming(&plans, &choices, &[], &[]);
    let found = sub_row(&matrix, FIRMS, Measure::Level);
    let Cell::Stated {
        statements,
        set_aside,
    } = &found.cells[0]
    else {
        panic!("an empty cell");
    };
    let years = |list: &[Statement]| {
        list.iter()
            .map(|said| said.year.unwrap().0)
            .collect::<Vec<_>>()
    };
    assert_eq!(
        years(statements),
        [2022, 2026],
        "of two near years the later; 省级 is another matter"
    );
    assert_eq!(years(set_aside), [2022, 2024]);
    assert_eq!(found.verdict, Some(Verdict::A));
    assert_eq!(matrix.targets_shown, 5, "what is set aside is still shown");
}

fn against(benchmark: Benchmark) -> Choices {
    Choices {
        benchmark: Some(benchmark),
        ..Choices::default()
    }
}

/// The differences of a sub-row: absolute, per cent, verdict.
fn differences(matrix: &Matrix, measure: Measure) -> Vec<String> {
    let cells = &sub_row(matrix, FIRMS, measure).cells;
    let word = |cell: &Cell| match statements(cell)
        .first()
        .and_then(|said| said.difference.clone())
    {
        None => "–".to_owned(),
        Some(found) => format!(
            "{} {} {}",
            found.absolute,
            found
                .percent
                .map_or("-".to_owned(), |percent| percent.to_string()),
            found.verdict.word()
        ),
    };
    cells.iter().map(word).collect()
}

#[test]
fn a_plan_is_a_benchmark_for_what_compares_with_it() {
    let plans = [
        city(1, "甲市").says(FIRMS, Measure::Level, "= 200 家 @2025"),
        city(2, "乙市").says(FIRMS, Measure::Level, ">= 150 家 @2025"),
        city(3, "丙市").says(FIRMS, Measure::Level, "= 300 家 @2022"),
        city(4, "丁市").says(FIRMS, Measure::Level, "= 3 亿元 @2025"),
        city(5, "戊市").says(FIRMS, Measure::Level, "= 100~200 家 @2025"),
        city(6, "己市").says(FIRMS, Measure::Level, "= 500 户 @2025"),
    ];
    let choices = against(Benchmark::Plan { plan: PlanId(1) });
    let matrix = assuming(&plans, &choices, &[], &[]);
    assert_eq!(
        differences(&matrix, Measure::Level),
        ["–", "-50 -25 A", "100 50 C", "–", "–", "300 150 B"]
    );
    let figure = sub_row(&matrix, FIRMS, Measure::Level)
        .benchmark
        .clone()
        .unwrap();
    assert_eq!(
        (figure.value, figure.plans),
        (decimal("200"), vec![PlanId(1)])
    );
    let absent = assuming(
        &plans,
        &against(Benchmark::Plan { plan: PlanId(9) }),
        &[],
        &[],
    );
    assert_eq!(sub_row(&absent, FIRMS, Measure::Level).benchmark, None);
}

#[test]
fn a_median_is_of_figures_that_compare_with_one_another_only() {
    let figure =
        |id: i64, figure: &str| city(id, &format!("{id}市")).says(FIRMS, Measure::Level, figure);
    let plans = [
        figure(1, "= 100 家 @2025"),
        figure(2, "= 300 户 @2025"),
        figure(3, "= 900 家 @2022"),
        figure(4, "= 200 家 @2025"),
        figure(5, "= 800 家 @2022"),
        plan(6, "6县", Some(RegionLevel::County)).says(FIRMS, Measure::Level, "= 7 家 @2025"),
        figure(7, "= 210 家 @2025"),
        figure(8, "= 70 家"),
    ];
    let matrix = assuming(&plans, &against(Benchmark::Median), &[], &[]);
    let found = sub_row(&matrix, FIRMS, Measure::Level);
    let benchmark = found.benchmark.clone().unwrap();
    assert_eq!(
        (benchmark.value, benchmark.year),
        (decimal("205"), Some(Year(2025)))
    );
    assert_eq!(benchmark.plans, [1, 2, 4, 7].map(PlanId));
    assert_eq!(differences(&matrix, Measure::Level)[2], "695 339.02 C");
    let one = assuming(&plans[..1], &against(Benchmark::Median), &[], &[]);
    assert_eq!(
        sub_row(&one, FIRMS, Measure::Level).benchmark,
        None,
        "one figure has no middle"
    );
    // What is assumed never enters a mean.
    let assumed = [
        city(1, "甲市")
            .over(2025, 2025)
            .says(FIRMS, Measure::Annual, "= 50 家 @2025"),
        city(2, "乙市")
            .over(2025, 2025)
            .says(FIRMS, Measure::Increment, "= 70 家 @2025"),
    ];
    let choices = Choices {
        conversions: vec![yearly(FIRMS)],
        ..against(Benchmark::Median)
    };
    let matrix = assuming(&assumed, &choices, &[], &[]);
    assert_eq!(sub_row(&matrix, FIRMS, Measure::Increment).benchmark, None);
}

#[test]
fn of_shares_and_rates_only_the_points_between_two_are_told() {
    let share =
        |id: i64, region: &str, figure: &str| city(id, region).says(FIRMS, Measure::Share, figure);
    let plans = [
        share(1, "甲市", "= 2.5 % @2025"),
        share(2, "乙市", ">= 3.2 % @2025"),
    ];
    let choices = against(Benchmark::Plan { plan: PlanId(1) });
    let matrix = assuming(&plans, &choices, &[], &[]);
    assert_eq!(differences(&matrix, Measure::Share), ["–", "0.7 - A"]);
}
