//! A plan as a reference after GB/T 7714: 责任者. 题名: 文号[Z]. 日期. What the text does not say is left out, and
//! nothing is put in its place.

use plan_model::PlanMeta;

/// The reference of a plan; its file name stands for a missing title.
pub(crate) fn citation(meta: &PlanMeta, source_name: &str) -> String {
    let mut words = String::new();
    if let Some(issuer) = &meta.issuer {
        words.push_str(issuer);
        words.push_str(". ");
    }
    words.push_str(meta.title.as_deref().unwrap_or(source_name));
    if let Some(number) = &meta.doc_no {
        words.push_str(": ");
        words.push_str(number);
    }
    // Z stands for a document of no other kind, the code in use for government documents.
    words.push_str("[Z].");
    if let Some(issued) = &meta.issued {
        words.push(' ');
        words.push_str(issued);
        words.push('.');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_parts_only() {
        let mut meta = PlanMeta {
            title: Some("科技创新行动计划".to_owned()),
            issuer: Some("某市人民政府".to_owned()),
            doc_no: Some("某政〔2022〕64号".to_owned()),
            issued: Some("2022-08".to_owned()),
            ..PlanMeta::default()
        };
        assert_eq!(
            citation(&meta, "a.txt"),
            "某市人民政府. 科技创新行动计划: 某政〔2022〕64号[Z]. 2022-08."
        );
        meta.doc_no = None;
        meta.issued = None;
        assert_eq!(
            citation(&meta, "a.txt"),
            "某市人民政府. 科技创新行动计划[Z]."
        );
        assert_eq!(citation(&PlanMeta::default(), "a.txt"), "a.txt[Z].");
    }
}
