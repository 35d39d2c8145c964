//! The nouns of PlanLens, shared by every other crate: what a plan, a span, a target, a measure and a
//! verdict are. No input or output happens here.
//!
//! Invariants: a [`Span`] is always a byte range of the frozen text; [`offsets`] is the only module that
//! turns byte ranges into code points or UTF-16 units; values are [`Decimal`], never floating point.

pub mod chain;
pub mod change;
pub mod choices;
pub mod comparison;
pub mod confidence;
pub mod context;
pub mod derivation;
pub mod filter;
pub mod ids;
pub mod matrix;
pub mod note;
pub mod offer;
pub mod offsets;
pub mod overview;
pub mod plan;
pub mod section;
pub mod sheet;
pub mod source;
pub mod span;
pub mod target;
pub mod task;
pub mod vocabulary;

pub use chain::{Chain, ChainLink, ChainRow, NoShare};
pub use change::{BatchKind, Decision, EditField, FieldFault};
pub use choices::{Benchmark, Choices, ContextVariable, Conversion, GrowthBase, GrowthRate};
pub use comparison::{PairVerdict, Reason, Standing, Verdict};
pub use confidence::{Field, FieldConfidence};
pub use context::ContextFigure;
pub use derivation::{Derivation, DerivationInput, DerivationKind, YearsStatedBy};
pub use filter::{Exclusions, Facet, FacetCount, Facets, Filter};
pub use ids::{PlanId, SectionId, TargetId};
pub use matrix::{
    BenchmarkFigure, Cell, Difference, EmptyReason, Harmonised, IndicatorRow, Matrix, MatrixGroup,
    PlanColumn, Statement, SubRow,
};
pub use note::{Note, NoteCode};
pub use offer::{ConversionOffer, Lack, OfferedFigure};
pub use offsets::{OffsetTable, Offsets};
pub use overview::{Overview, PlanOverview, TypeCount, UnitCount, YearCount};
pub use plan::{CitedDocument, FrozenPlan, Furniture, PlanMeta};
pub use rust_decimal::{Decimal, RoundingStrategy};
pub use section::{Section, SectionKind};
pub use sheet::{ColumnRole, MergedCell, SheetMapping, SheetText, TextTables};
pub use source::{SourceFormat, TextQuality};
pub use span::Span;
pub use target::{Extraction, NumberClass, OtherNumber, Status, Target};
pub use task::{Assignment, InstrumentUse, Task};
pub use vocabulary::{Firmness, IndicatorType, Measure, Op, RegionLevel, Year};
