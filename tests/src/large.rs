//! A large library for measuring: plans of invented places with invented figures, the same at every call. The texts
//! are real texts: they go in by the same import as an analyst's own, so that every span is checked.

use plan_flow::wire::job::{JobEvent, JobId, JobSummary};
use plan_flow::wire::review::{ReviewOrder, ReviewQuery, ReviewScope};
use plan_flow::{Cancel, Host, Job, SystemHost, import, library, review};
use plan_model::{Decision, Filter};
use std::fmt::Write;
use std::path::Path;

/// How large.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Number of plans.
    pub plans: u32,
    /// Number of different indicators.
    pub indicators: u32,
    /// How many of them each plan states.
    pub stated: u32,
}

/// Where the figures come from: a small recurrence with no chance in it.
struct Figures(u64);

impl Figures {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

const FIELDS: [&str; 50] = [
    "量子信息",
    "深海装备",
    "低空经济",
    "智能网联汽车",
    "工业母机",
    "光伏组件",
    "储能电池",
    "氢能装备",
    "生物育种",
    "合成生物",
    "脑机接口",
    "商业航天",
    "卫星互联网",
    "先进陶瓷",
    "碳纤维",
    "稀土永磁",
    "高温合金",
    "集成电路",
    "新型显示",
    "智能传感",
    "工业软件",
    "开源软件",
    "数据标注",
    "云计算",
    "边缘计算",
    "区块链",
    "网络安全",
    "智慧农业",
    "冷链物流",
    "港口机械",
    "轨道交通",
    "船舶配套",
    "通用航空",
    "医疗器械",
    "创新药",
    "中药现代化",
    "康复辅具",
    "体育装备",
    "食品加工",
    "纺织印染",
    "绿色建材",
    "装配式建筑",
    "环保装备",
    "再生资源",
    "海水淡化",
    "地热利用",
    "文物保护",
    "数字出版",
    "动漫游戏",
    "现代种业",
];

/// What is counted, with its unit.
const COUNTED: [(&str, &str); 20] = [
    ("企业数", "家"),
    ("研发机构数", "家"),
    ("技术创新中心数", "个"),
    ("重点实验室数", "个"),
    ("孵化器数", "家"),
    ("领军人才数", "人"),
    ("创新团队数", "个"),
    ("发明专利授权量", "件"),
    ("标准制定数", "项"),
    ("成果转化项目数", "项"),
    ("技术合同成交额", "亿元"),
    ("产业增加值", "亿元"),
    ("固定资产投资额", "亿元"),
    ("产业基金规模", "亿元"),
    ("示范应用场景数", "个"),
    ("产值", "亿元"),
    ("出口额", "万元"),
    ("公共服务平台数", "个"),
    ("培训人次", "人次"),
    ("新产品数", "个"),
];

const VERBS: [&str; 5] = ["达到", "超过", "力争达到", "达到约", "不低于"];

/// The text of one plan.
#[must_use]
pub fn text(plan: u32, size: Size) -> String {
    let mut figures = Figures(u64::from(plan) * 7919 + 17);
    let year = 2024 + figures.below(5);
    let mut text = format!("第{plan:03}市产业创新发展行动计划（2024—{year}年）\n");
    let per_field = size.indicators.div_ceil(50).max(1);
    for (number, field) in FIELDS.iter().enumerate() {
        let _ = writeln!(text, "\n第{}条 {field}领域。", number + 1);
        for at in 0..per_field {
            // The first indicators of a field are stated by many plans, the later ones by few, as in life.
            let share = u64::from(size.stated) * 1000 / u64::from(size.indicators);
            let wanted = if at < per_field / 10 {
                share * 4
            } else {
                share * 2 / 3
            };
            if figures.below(1000) >= wanted {
                continue;
            }
            let (counted, unit) = COUNTED[at as usize % COUNTED.len()];
            let series = at as usize / COUNTED.len() + 1;
            let verb = VERBS[usize::try_from(figures.below(5)).unwrap_or(0)];
            let year = 2024 + figures.below(5);
            let value = 1 + figures.below(if unit == "亿元" { 900 } else { 4000 });
            let _ = writeln!(
                text,
                "到{year}年，{field}{}类{counted}{verb}{value}{unit}。",
                letter(series)
            );
        }
    }
    text
}

/// A letter tells indicators of one field and kind apart.
fn letter(series: usize) -> char {
    char::from(b'A' + u8::try_from(series.saturating_sub(1) % 26).unwrap_or(0))
}

/// Fills the library of `data` with plans of this size, besides those that come with the program.
///
/// # Panics
/// When a document is refused: a library that lacks plans is measured for nothing.
pub fn fill(data: &Path, size: Size) -> JobSummary {
    let folder = data.join("in");
    std::fs::create_dir_all(&folder).expect("a folder");
    for plan in 1..=size.plans {
        std::fs::write(folder.join(format!("{plan:04}.txt")), text(plan, size)).expect("a file");
    }
    let host = SystemHost::new(data);
    let mut sink = |_: JobEvent| {};
    let mut job = Job::new(JobId(1), Cancel::default(), &mut sink);
    let library = library::create(&host.library_path(), &host).expect("a new library");
    let summary = import::paths(&library, &host, std::slice::from_ref(&folder), &mut job)
        .expect("the import goes on");
    assert_eq!(
        summary.imported, size.plans,
        "every document is taken: {summary:?}"
    );
    // Something to take back and do again.
    let query = ReviewQuery {
        scope: ReviewScope::All,
        order: ReviewOrder::Place,
        filter: Filter::default(),
        offset: 0,
        limit: 1,
    };
    let first = review::list(&library, &query).expect("the queue");
    let ids: Vec<_> = first.items.iter().map(|item| item.target).collect();
    review::decide(&library, &host, &ids, Decision::Reject).expect("a rejection");
    summary
}
