//! The colours of plans, the same as in the window's light theme: told apart by colour-blind readers, and never
//! the only mark of a plan.

const PLANS: [u32; 12] = [
    0x00_72b2, 0x56_b4e9, 0x00_9e73, 0xe6_9f00, 0xcc_79a7, 0xd5_5e00, 0x33_2288, 0x99_9933,
    0x88_2255, 0x44_aa99, 0x6b_6b6b, 0x8c_564b,
];

/// Hairlines between rows.
pub(crate) const HAIRLINE: u32 = 0xd9_d6cf;
/// Heavier lines under heads.
pub(crate) const RULE: u32 = 0x4a_4a4a;
/// Words that matter less: empty cells, units, notes.
pub(crate) const MUTED: u32 = 0x8a_8a86;
/// Ground of group rows.
pub(crate) const BAND: u32 = 0xf3_f1ec;
/// The house colour, used for the title only.
pub(crate) const ACCENT: u32 = 0xa3_2a1c;

/// The colour of the plan at this place of the library.
pub(crate) fn plan(colour: u32) -> u32 {
    PLANS[colour as usize % PLANS.len()]
}
