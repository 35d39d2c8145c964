//! The first start, and filtering.

use crate::stage::Stage;

#[test]
fn an_empty_data_directory_becomes_five_plan_columns() {
    let stage = Stage::open();
    assert_eq!(stage.ids("plan-chip-").len(), 5);
    stage.indicators();
    let heads = stage.texts("[data-testid^=\"plan-head-\"]");
    stage.page.picture("first-start");
    assert_eq!(heads.len(), 5, "{heads:?}");
    for region in ["芜湖", "无为", "亳州", "南通", "许昌"] {
        assert!(
            heads.iter().any(|head| head.contains(region)),
            "{region} is no column: {heads:?}"
        );
    }
    assert!(
        stage.data().join("library.planlens").is_file(),
        "the library is on disk"
    );
}

#[test]
fn filtering_by_type_leaves_only_its_rows() {
    let stage = Stage::open();
    stage.indicators();
    assert!(stage.ids("group-").len() > 1, "more than one type before");
    stage.filter("facet-type-知识产权");
    stage.page.wait_for("one group", || {
        Some(()).filter(|()| stage.ids("group-") == ["group-知识产权"])
    });
    stage.page.picture("filter");

    let cell = |region: &str| {
        let id = format!("cell-{}-每万人发明专利拥有量-ratio", stage.plan(region));
        stage.page.text(&stage.page.id(&id))
    };
    for (region, value) in [("芜湖", "58"), ("无为", "20"), ("南通", "18")] {
        assert!(cell(region).contains(value), "{region}: {}", cell(region));
    }
    for region in ["亳州", "许昌"] {
        assert!(
            !cell(region).chars().any(|ch| ch.is_ascii_digit()),
            "{region}: {}",
            cell(region)
        );
        assert!(!cell(region).is_empty(), "an empty cell says why");
    }
    let verdict = stage.page.id("verdict-每万人发明专利拥有量-ratio");
    assert!(
        stage.page.text(&verdict).starts_with('C'),
        "the years differ"
    );

    stage.page.click("filter-clear");
    stage.page.wait_for("all groups", || {
        Some(()).filter(|()| stage.ids("group-").len() > 1)
    });
}
