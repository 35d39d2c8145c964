//! Identifiers as types of their own, so that a plan's number is never taken for a target's.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
        pub struct $name(
            #[cfg_attr(feature = "ts", ts(type = "number"))]
            /// The bare number, as stored.
            pub $inner,
        );
    };
}

id!(
    /// A plan in a library: the row id of its document.
    PlanId(i64)
);
id!(
    /// A target in a library: the row id of one mention.
    TargetId(i64)
);
id!(
    /// A section of one frozen text: its position in document order, from 0.
    SectionId(u32)
);
