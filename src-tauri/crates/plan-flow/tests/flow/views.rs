//! Views with a name: kept, renamed, shared with another library, and never taken from a file that is none.

use crate::desk::Desk;
use plan_flow::wire::error::ErrorCode;
use plan_flow::{library, view};
use plan_model::PlanId;

const STATE: &str = r#"{"page":"indicators","filter":{"type":["知识产权"]},"hidden_plans":[2]}"#;

#[test]
fn a_view_is_kept_replaced_renamed_and_removed() {
    let desk = Desk::new();
    let library = desk.open();
    view::save(&library, &desk, " 专利比较 ", STATE).unwrap();
    view::save(&library, &desk, "另一个", "{}").unwrap();
    view::save(&library, &desk, "另一个", r#"{"page":"overview"}"#).unwrap();
    let names = || -> Vec<String> {
        let views = view::list(&library).unwrap();
        views.into_iter().map(|view| view.name).collect()
    };
    assert_eq!(names(), ["专利比较", "另一个"]);
    assert_eq!(view::list(&library).unwrap()[0].state, STATE);
    assert_eq!(
        view::list(&library).unwrap()[1].state,
        r#"{"page":"overview"}"#
    );

    let code = |answer: Result<(), plan_flow::Error>| answer.unwrap_err().code();
    assert_eq!(
        code(view::rename(&library, "另一个", "专利比较")),
        ErrorCode::NameTaken
    );
    assert_eq!(
        code(view::rename(&library, "没有的", "新名")),
        ErrorCode::NotFound
    );
    view::rename(&library, "另一个", "总览一").unwrap();
    let removed = view::remove(&library, "专利比较").unwrap();
    assert_eq!(removed.state, STATE);
    assert_eq!(names(), ["总览一"]);
    assert_eq!(
        view::remove(&library, "专利比较").unwrap_err().code(),
        ErrorCode::NotFound
    );
    view::save(&library, &desk, &removed.name, &removed.state).unwrap();
    assert_eq!(
        names(),
        ["专利比较", "总览一"],
        "what was removed can come back"
    );
}

#[test]
fn a_name_or_a_state_that_is_none_is_refused() {
    let desk = Desk::new();
    let library = desk.open();
    let long = "长".repeat(61);
    for name in ["", "  ", "a\nb", &long] {
        assert_eq!(
            view::save(&library, &desk, name, "{}").unwrap_err().code(),
            ErrorCode::UnusableName,
            "{name:?}"
        );
    }
    let huge = format!(r#"{{"a":"{}"}}"#, "x".repeat(300 << 10));
    for state in ["", "null", "[]", "{", &huge] {
        assert_eq!(
            view::save(&library, &desk, "名", state).unwrap_err().code(),
            ErrorCode::NotAView
        );
    }
    assert!(view::list(&library).unwrap().is_empty());
}

#[test]
fn a_shared_view_names_its_plans_so_that_another_library_finds_them() {
    let (from, to) = (Desk::new(), Desk::new());
    let (mine, yours) = (from.open(), to.open());
    // In the other library two plans are missing, and a further one stands there.
    let plans: Vec<PlanId> = library::state(&yours)
        .unwrap()
        .plans
        .iter()
        .map(|plan| plan.plan)
        .collect();
    plan_flow::plans::remove(&yours, &to, &plans[..2]).unwrap();
    view::save(&mine, &from, "专利比较", STATE).unwrap();
    let path = from.file("out/专利比较.planlens-view", "");
    view::share(&mine, "专利比较", &path).unwrap();
    let shared = view::receive(&yours, &path).unwrap();
    assert_eq!(
        (shared.name.as_str(), shared.state.as_str()),
        ("专利比较", STATE)
    );
    let here: Vec<Option<PlanId>> = shared.plans.iter().map(|plan| plan.here).collect();
    assert_eq!(here[..2], [None, None], "removed plans are not offered");
    assert!(here[2..].iter().all(Option::is_some), "{here:?}");
    assert!(shared.plans.iter().all(|plan| !plan.name.is_empty()));
    assert!(
        view::list(&yours).unwrap().is_empty(),
        "looking keeps nothing"
    );
}

#[test]
fn a_file_that_is_no_view_is_refused_and_a_newer_one_too() {
    let desk = Desk::new();
    let library = desk.open();
    let good = r#"{"format":"planlens-view","version":1,"name":"a","state":{},"plans":[]}"#;
    assert!(view::receive(&library, &desk.file("good.planlens-view", good)).is_ok());
    for text in [
        "",
        "\u{0}\u{1}",
        "{}",
        "[1,2]",
        &good.replace("planlens-view", "other"),
        &good.replace(":1,", ":2,"),
        &good.replace("\"a\"", "\"\""),
        &good.replace("{},", "[],"),
        &good.replace("[]", r#"[{"plan":"x"}]"#),
        &"[".repeat(100_000),
    ] {
        let path = desk.file("bad.planlens-view", text);
        let refused = view::receive(&library, &path).unwrap_err();
        assert_eq!(refused.code(), ErrorCode::NotAView, "{text:.60}");
    }
    let absent = view::receive(&library, std::path::Path::new("/no/such/file"));
    assert_eq!(absent.unwrap_err().code(), ErrorCode::FileUnreadable);
}
