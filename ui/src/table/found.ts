/** Something that was found in the table. */
export interface FoundPlace {
  /** `null`: in the head of a plan. */
  sub_row: number | null
  /** Column of the comparison; `null`: in the name of an indicator. */
  column: number | null
}
