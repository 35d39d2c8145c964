//! What a plan says about itself: title, region, issuer, number, dates, period and kind of document. Whatever
//! the text does not say stays absent.

pub(crate) mod cited;
mod dates;
mod docno;
mod front;
mod genre;
mod issuer;
mod period;
mod region;
mod title;

use front::Front;
use plan_lexicon::Lexicon;
use plan_model::{FrozenPlan, PlanMeta};

/// Reads title, region, issuer, dates, period and genre from the text.
#[must_use]
pub fn plan_meta(plan: &FrozenPlan, lexicon: &Lexicon) -> PlanMeta {
    let front = Front::of(plan);
    let shell = title::shell(&front);
    let title = title::title(&front, shell.as_ref());
    let doc_no = docno::doc_no(&front);
    let signature = dates::signature(plan, &front);
    let named = issuer::named(shell.as_ref(), title.as_deref(), signature.as_ref());
    let place = region::place(
        plan,
        lexicon,
        &region::Clues {
            issuer: named.as_deref(),
            title: title.as_deref(),
            front: &front.lines,
        },
    );
    let issuer = named.or_else(|| {
        issuer::derived(
            title.as_deref(),
            shell.as_ref(),
            doc_no.as_deref(),
            place.as_ref(),
        )
    });
    let period = period::period(plan, title.as_deref());
    let issued = signature.map(|signature| signature.date);
    let horizons = period::horizons(plan, period, issued.as_deref());
    let genre = genre::genre(plan, &front, title.as_deref());
    let (region, region_level, province, parent_region) = match place {
        Some(place) => (
            Some(place.name),
            Some(place.level),
            Some(place.province),
            place.parent,
        ),
        None => (None, None, None, None),
    };
    PlanMeta {
        region,
        region_level,
        province,
        parent_region,
        title,
        doc_no,
        issuer,
        issued,
        period,
        horizons,
        genre,
    }
}

#[cfg(test)]
mod tests;
