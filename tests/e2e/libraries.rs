//! Several libraries: made, opened, handed over, merged; a newer one, one that may not be written, one that others
//! have open; plans corrected, tagged, removed; earlier versions read.

use crate::stage::Stage;
use plan_flow::{SystemHost, library as libraries, plans};
use plan_tests::cli;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

const PLAN: &str = "临江市科技创新工作方案\n\n临江市人民政府 2024年3月1日\n\n一、主要目标\n\n到2026年，\
高新技术企业达到77家，技术合同成交额达到9亿元。\n\n二、重点任务\n\n加快建设创新平台，完善科技服务体系，组织成果对接活动。\
支持企业建立研发机构，落实研发费用加计扣除政策。引导高校院所面向产业需求开展科研。\n";

/// The library page.
fn library(stage: &Stage) {
    stage.page.click("rail-intake");
    stage.page.click("intake-library");
    stage.page.text_when("care-good", |words| !words.is_empty());
}

/// Another library, with a plan that is in no other.
fn another(folder: &Path) -> PathBuf {
    let document = folder.join("临江.txt");
    std::fs::write(&document, PLAN).expect("a document");
    let answer = cli::call(folder, &[OsStr::new("import"), document.as_os_str()]);
    assert_eq!(answer.code, Some(0), "{}", answer.err);
    folder.join("library.planlens")
}

#[test]
fn another_library_is_merged_in_after_a_preview_and_taken_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let other = another(folder.path());
    let stage = Stage::with(&[("PLANLENS_OPEN_FROM", &other)]);
    stage.chinese();
    library(&stage);
    let page = &stage.page;
    page.click("library-merge");
    let lines = page.text_when("merge-lines", |words| words.contains("新增"));
    assert!(
        lines.contains("新增 1 个方案") && lines.contains("双方都有 5 个方案"),
        "{lines}"
    );
    assert_eq!(
        stage.ids("plan-chip-").len(),
        5,
        "a preview changes nothing"
    );
    page.picture("library-merge");
    page.click("merge-do");
    let _ = page.id("plan-chip-6");
    page.wait_for("the dialog to go", || {
        Some(()).filter(|()| !page.has("merge-dialog"))
    });
    page.picture("library-merged");
    page.press_with_control('z');
    page.wait_for("the merge taken back", || {
        Some(()).filter(|()| stage.ids("plan-chip-").len() == 5)
    });
}

#[test]
fn a_copy_is_handed_over_and_opened_and_the_first_library_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("交接.planlens");
    let stage = Stage::with(&[("PLANLENS_SAVE_TO", &copy), ("PLANLENS_OPEN_FROM", &copy)]);
    stage.chinese();
    library(&stage);
    let page = &stage.page;
    page.click("library-row-1");
    page.click("plan-remove");
    page.wait_for("a library without it", || {
        Some(()).filter(|()| stage.ids("plan-chip-").len() == 4)
    });
    page.click("library-copy");
    let _ = page.id("hand-over-dialog");
    page.picture("library-hand-over");
    page.click("hand-over-in_use");
    page.click("hand-over-do");
    let _ = page.id("notice-written");
    assert!(copy.is_file());

    page.click("library-choose");
    let _ = page.id("library-recent");
    page.text_when("care-pane", |words| words.contains("交接"));
    assert_eq!(stage.ids("plan-chip-").len(), 4);
    assert!(
        !page.has("library-removed"),
        "the removed plan was left out"
    );
    page.press_with_control('z');
    page.painted();
    assert_eq!(
        stage.ids("plan-chip-").len(),
        4,
        "there is no history to undo"
    );
    page.text_when("care-good", |words| !words.is_empty());
    page.picture("library-handed-over");
    page.click_at("[data-testid=\"library-recent\"] .link");
    let _ = page.id("library-removed");
    page.click("library-removed");
    page.click("bring-back-1");
    page.wait_for("the plan again", || {
        Some(()).filter(|()| stage.ids("plan-chip-").len() == 5)
    });
}

#[test]
fn a_new_library_begins_empty() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("我的.planlens");
    let stage = Stage::with(&[("PLANLENS_SAVE_TO", &place)]);
    stage.chinese();
    library(&stage);
    let page = &stage.page;
    page.click("library-create");
    page.wait_for("an empty library", || {
        Some(()).filter(|()| stage.ids("plan-chip-").is_empty())
    });
    page.text_when("care-pane", |words| words.contains("我的"));
    page.text_when("care-good", |words| !words.is_empty());
    page.picture("library-empty");
}

#[test]
fn metadata_and_tags_are_corrected_and_seen_in_the_plan_bar() {
    let stage = Stage::open();
    stage.chinese();
    library(&stage);
    let page = &stage.page;
    page.click("library-row-2");
    page.text_when("plan-quality", |words| words.contains("完好"));
    let region = page.id("meta-region");
    let _ = page.run("document.querySelector('[data-testid=\"meta-region\"]').select()");
    page.type_into(&region, "无为（更正）");
    page.click("plan-save");
    page.text_when("plan-chip-2", |words| words.contains("无为（更正）"));
    page.type_into(&page.id("plan-tag"), "试点，皖南");
    page.press_keys("\n");
    page.text_when("library-row-2", |words| {
        words.contains("试点") && words.contains("皖南")
    });
    page.picture("library-plan");
    // The tag, then the region: the buttons, because in a field the keys take back what was typed there.
    page.click("undo");
    page.text_when("library-row-2", |words| !words.contains("试点"));
    page.click("undo");
    page.text_when("plan-chip-2", |words| !words.contains("更正"));
    page.click("language-switch");
    page.text_when("plan-quality", |words| words.contains("nearly clean"));
    page.click("theme-switch");
    page.click("theme-dark");
    page.picture("library-plan-en-dark");
}

#[test]
fn an_earlier_version_is_read_beside_what_became_of_its_targets() {
    let folder = tempfile::tempdir().expect("a folder");
    let stage = Stage::with(&[("PLANLENS_OPEN_FROM", folder.path())]);
    stage.chinese();
    let page = &stage.page;
    let import = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("a document");
        page.click("rail-intake");
        page.click("intake-import");
        page.click("import-folder");
        page.click("import-take");
        page.text_when("import-result", |words| words.contains('1'));
        std::fs::remove_file(folder.path().join(name)).expect("gone again");
    };
    import("征求意见稿.txt", PLAN);
    import("正式稿.txt", &PLAN.replace("77家", "88家"));
    library(&stage);
    page.click_at("[data-testid^=\"library-row-\"]:last-child");
    page.text_when("plan-details", |words| words.contains("征求意见稿"));
    page.click_at("[data-testid=\"plan-details\"] .version .link");
    let told = page.text_when("version-differences", |words| words.contains("77"));
    assert!(told.contains("77 → 88"), "{told}");
    let text = page.text(&page.id("version-text"));
    assert!(text.contains("77家") && !text.contains("88家"), "{text}");
    page.click_at("[data-testid=\"version-differences\"] .link");
    page.picture("library-version");
    page.click("language-switch");
    page.click("theme-switch");
    page.click("theme-dark");
    page.picture("library-version-en-dark");
    page.click("version-back");
    let _ = page.id("library-table");
}

#[test]
fn who_shares_the_library_is_said_and_what_they_change_is_seen() {
    let stage = Stage::open();
    stage.chinese();
    library(&stage);
    let page = &stage.page;
    assert!(!page.has("library-others"));
    let path = stage.data().join("library.planlens");
    let host = SystemHost::new(stage.data());
    let shared = libraries::open_existing(&path, &host).expect("a library that can be shared");
    page.text_when("library-others", |words| words.contains('1'));
    let plan = libraries::plans(&shared).expect("plans")[0].plan;
    plans::tag(&shared, &host, &[plan], &["别处".to_owned()], &[]).expect("a tag");
    page.text_when("library-row-1", |words| words.contains("别处"));
    page.click("backup-make");
    page.click_at("[data-testid=\"backup-list\"] .link");
    page.text_when("restore-others", |words| words.contains("请先关闭"));
    page.picture("library-shared");
    drop(shared);
    page.wait_for("the others to go", || {
        Some(()).filter(|()| !page.has("restore-others"))
    });
    page.click("restore-do");
    page.wait_for("the dialog to go", || {
        Some(()).filter(|()| !page.has("restore-dialog"))
    });
    page.text_when("care-pane", |words| words.contains("已恢复"));
    page.picture("library-restored");
}

#[test]
fn a_library_newer_than_the_program_is_left_alone() {
    let stage = Stage::open().meanwhile("restore-screen", |data| {
        // Opened and closed in good order, so that everything is in the one file.
        assert_eq!(cli::call(data, &["list"]).code, Some(0));
        // The number of the tables' last change stands at byte 60.
        let path = data.join("library.planlens");
        let mut bytes = std::fs::read(&path).expect("the library");
        bytes[60..64].copy_from_slice(&9999u32.to_be_bytes());
        std::fs::write(&path, bytes).expect("a newer library");
    });
    let read = || std::fs::read(stage.data().join("library.planlens")).expect("the library");
    let before = read();
    stage
        .page
        .text_when("restore-screen", |words| !words.is_empty());
    stage.page.picture("library-newer");
    assert!(before == read(), "a newer file is not touched");
}

/// A file that nobody may write to as long as this lives.
struct Locked(PathBuf);

impl Locked {
    /// `None` where that cannot be had: the superuser writes everywhere, unless the file system itself is told.
    fn on(path: PathBuf) -> Option<Self> {
        let locked = Self(path);
        locked.set(true);
        std::fs::File::options()
            .append(true)
            .open(&locked.0)
            .is_err()
            .then_some(locked)
    }

    fn set(&self, locked: bool) {
        let mut rights = std::fs::metadata(&self.0).expect("a file").permissions();
        rights.set_readonly(locked);
        let _ = std::fs::set_permissions(&self.0, rights);
        let flag = if locked { "+i" } else { "-i" };
        let _ = Command::new("chattr").arg(flag).arg(&self.0).output();
    }
}

impl Drop for Locked {
    fn drop(&mut self) {
        self.set(false);
    }
}

#[test]
fn a_library_that_may_not_be_written_is_shown_and_says_why_nothing_changes() {
    let probe = tempfile::NamedTempFile::new().expect("a file");
    if Locked::on(probe.path().to_owned()).is_none() {
        eprintln!("no file can be locked here, so no locked library can be seen");
        return;
    }
    let mut locked = None;
    let stage = Stage::open().meanwhile("plan-chip-5", |data| {
        // Opened and closed in good order, so that everything is in the one file.
        assert_eq!(cli::call(data, &["list"]).code, Some(0));
        locked = Locked::on(data.join("library.planlens"));
    });
    let page = &stage.page;
    stage.chinese();
    library(&stage);
    page.click("library-row-1");
    page.type_into(&page.id("plan-tag"), "试点");
    page.press_keys("\n");
    let refused = |words: &str| words.contains("只能读") && words.contains("可以写入的文件夹");
    page.text_when("notice-error", refused);
    page.picture("library-read-only");
    assert!(!page.text(&page.id("library-row-1")).contains("试点"));
    drop(locked);
}
