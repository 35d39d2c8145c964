//! Changes that a person made, or a rule on a person's word: what they are called, and which fields they touch.

use crate::vocabulary::words;
use serde::{Deserialize, Serialize};

words!(
    /// What one undoable step did.
    BatchKind {
        /// Fields of targets were corrected.
        TargetsEdited = "targets_edited",
        /// Targets were confirmed.
        TargetsAccepted = "targets_accepted",
        /// Targets were rejected.
        TargetsRejected = "targets_rejected",
        /// Targets were put back to what the extractor found.
        TargetsReopened = "targets_reopened",
        /// A target was added by selecting its words.
        TargetAdded = "target_added",
        /// Targets got another canonical indicator.
        IndicatorRenamed = "indicator_renamed",
        /// A wording became a synonym, and the targets that are worded so follow it.
        SynonymAdded = "synonym_added",
        /// A synonym was taken back.
        SynonymRemoved = "synonym_removed",
        /// What a plan says about itself was corrected.
        PlanEdited = "plan_edited",
        /// Plans got or lost tags.
        PlansTagged = "plans_tagged",
        /// Plans were removed.
        PlansRemoved = "plans_removed",
        /// Removed plans were brought back.
        PlansRestored = "plans_restored",
        /// Documents were imported.
        PlansImported = "plans_imported",
        /// Plans were read anew with newer rules.
        PlansReextracted = "plans_reextracted",
        /// A figure came into the context table, or was corrected there.
        ContextSet = "context_set",
        /// Figures were taken out of the context table.
        ContextRemoved = "context_removed",
        /// Figures were imported into the context table.
        ContextImported = "context_imported",
        /// Another library was merged in.
        LibraryMerged = "library_merged",
    }
);

words!(
    /// A field of a target that a person can correct.
    EditField {
        /// The indicator as the text words it.
        Name = "name",
        /// Canonical indicator.
        Indicator = "indicator",
        /// What the indicator is about.
        Type = "type",
        /// What kind of quantity it is.
        Measure = "measure",
        /// How the value bounds the commitment.
        Op = "op",
        /// The number.
        Value = "value",
        /// Upper end of a range.
        ValueMax = "value_max",
        /// The unit.
        Unit = "unit",
        /// The year by which.
        Year = "year",
        /// First year.
        YearFrom = "year_from",
        /// Words that narrow the population.
        Scope = "scope",
        /// Whether the words bind or aim.
        Firmness = "firmness",
        /// The analyst's own remark.
        Comment = "comment",
    }
);

words!(
    /// Why a value cannot stand in a field.
    FieldFault {
        /// The field must not be empty.
        Missing = "missing",
        /// The words are too long.
        TooLong = "too_long",
        /// No number.
        NotANumber = "not_a_number",
        /// No year, or one outside 1900 to 2200.
        NotAYear = "not_a_year",
        /// No word of the closed vocabulary.
        UnknownWord = "unknown_word",
        /// No date of the form 2024, 2024-08 or 2024-08-12.
        NotADate = "not_a_date",
        /// The upper end lies below the lower one, or there is no lower one.
        RangeReversed = "range_reversed",
        /// The first year lies behind the last one.
        YearsReversed = "years_reversed",
        /// The text does not say this number at the target's place, nor in its sentence.
        NotInText = "not_in_text",
        /// The place is no place in the text, or holds nothing.
        NoPlace = "no_place",
    }
);

words!(
    /// What a person decides about a target as a whole.
    Decision {
        /// It is right.
        Accept = "accept",
        /// It is no target.
        Reject = "reject",
        /// Back to what the extractor found.
        Reopen = "reopen",
    }
);
