use plan_compare::{CitingPlan, LinkKind, citation_links};
use plan_model::{CitedDocument, PlanId, PlanMeta, Span};

type Named = (Option<&'static str>, Option<&'static str>);

fn named((title, doc_no): Named) -> CitedDocument {
    CitedDocument {
        title: title.map(str::to_owned),
        doc_no: doc_no.map(str::to_owned),
        span: Span::new(0, 3),
    }
}

/// Links as left, right and kind, between plans each given as its own name and what it cites.
fn links(plans: &[(Named, &[Named])]) -> Vec<(i64, i64, LinkKind)> {
    let made: Vec<(PlanMeta, Vec<CitedDocument>)> = plans
        .iter()
        .map(|&((title, doc_no), cited)| {
            let meta = PlanMeta {
                title: title.map(str::to_owned),
                doc_no: doc_no.map(str::to_owned),
                ..PlanMeta::default()
            };
            (meta, cited.iter().copied().map(named).collect())
        })
        .collect();
    let citing: Vec<CitingPlan<'_>> = (1..)
        .zip(&made)
        .map(|(id, (meta, cited))| CitingPlan {
            plan: PlanId(id),
            meta,
            cited,
        })
        .collect();
    citation_links(&citing)
        .into_iter()
        .map(|link| (link.left.0, link.right.0, link.kind))
        .collect()
}

#[test]
fn plans_are_linked_by_number_or_title() {
    use LinkKind::{Cites, SharedGround};
    let parent: Named = (Some("某省科技创新规划"), Some("某政〔2021〕7号"));
    let city: Named = (Some("某市科技创新要点"), None);
    for (plans, expected) in [
        // The number is enough, whatever its brackets; so is the title.
        (
            vec![
                (city, &[(None, Some("某政[2021]7号"))][..]),
                (parent, &[][..]),
            ],
            vec![(1, 2, Cites)],
        ),
        (
            vec![
                (parent, &[][..]),
                (city, &[(Some("某省 科技创新规划"), None)][..]),
            ],
            vec![(2, 1, Cites)],
        ),
        // Two that cite the same document are linked once.
        (
            vec![(city, &[parent][..]), ((None, None), &[parent][..])],
            vec![(1, 2, SharedGround)],
        ),
        // One title under two numbers is two documents; different ones link nothing.
        (
            vec![
                (
                    city,
                    &[(Some("某省科技创新规划"), Some("某政〔2016〕1号"))][..],
                ),
                (parent, &[][..]),
            ],
            vec![],
        ),
        (vec![(city, &[][..]), (parent, &[][..])], vec![]),
        // A plan is not linked with itself.
        (vec![(parent, &[parent][..])], vec![]),
    ] {
        assert_eq!(links(&plans), expected, "{plans:?}");
    }
}
