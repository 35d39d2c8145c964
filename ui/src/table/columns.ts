/** Sizes of the table. Plans share what the fixed columns leave, within what a figure with its unit needs. */

export interface Widths {
  indicator: number
  plan: number
  verdict: number
  /** Whether the verdict column has room for a reason beside its letter. */
  roomy: boolean
}

/** Widths that were pulled, by the name of their column. */
export type ColumnWidths = Readonly<Record<string, number>>

/** Heights of lines to choose from: the first as dense as a yearbook, the last with room for years and scopes. */
export const DENSITIES = [30, 36, 56, 76] as const

export const HEIGHT = { head: 68, turnedHead: 96, group: 38 } as const
export const TURNED = { name: 200, line: 132, group: 84 } as const
/** What a column can be pulled to. */
export const WIDTH = { least: 56, most: 520 } as const

const PLAN = { least: 93, enough: 116, most: 176 } as const
const INDICATOR = { narrow: 172, wide: 212, most: 340 } as const
const VERDICT = { narrow: 42, wide: 108 } as const

/** Below this width a year has no room in the line and stands in the corner of the cell. */
export const TIGHT = 116

export function planWidths(viewport: number, plans: number): Widths {
  const count = Math.max(1, plans)
  const wide = viewport >= INDICATOR.wide + VERDICT.wide + count * PLAN.least
  const verdict = wide ? VERDICT.wide : VERDICT.narrow
  const least = wide ? INDICATOR.wide : INDICATOR.narrow
  const forPlans = (viewport - least - verdict) / count
  // Figures come first; once they have what they need, the names get a share of what is over.
  const share = forPlans <= PLAN.enough ? forPlans : Math.max(PLAN.enough, forPlans * 0.92)
  const plan = Math.floor(Math.max(PLAN.least, Math.min(PLAN.most, share)))
  const rest = viewport - verdict - count * plan
  const indicator = Math.floor(Math.max(least, Math.min(INDICATOR.most, rest)))
  // What is still over goes to the reasons, so that the table always fills its page.
  const over = Math.max(0, Math.floor(viewport - indicator - count * plan - verdict))
  return { indicator, plan, verdict: verdict + over, roomy: wide }
}

/** A pulled width within what is sensible; anything else is no width. */
export function sensibleWidth(width: number): number | null {
  return Number.isFinite(width) ? Math.round(Math.max(WIDTH.least, Math.min(WIDTH.most, width))) : null
}
