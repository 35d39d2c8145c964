/** Counts of the overview as rows over the plans. Pure. */
import type { IndicatorType, Overview, PlanOverview, Year } from '@/ipc'
import { TYPE_ORDER } from '@/design'

/** One row of counts: a number per plan. */
export interface CountRow<K> {
  key: K
  counts: number[]
}

const byKey = <E extends { count: number }>(entries: readonly E[], is: (entry: E) => boolean): number =>
  entries.reduce((sum, entry) => (is(entry) ? sum + entry.count : sum), 0)

/** Targets by type, types that no shown plan has left out. */
export function typeRows(plans: readonly PlanOverview[]): CountRow<IndicatorType>[] {
  return TYPE_ORDER.map((type) => ({ key: type, counts: plans.map((plan) => byKey(plan.types, (entry) => entry.type === type)) })).filter(
    (row) => row.counts.some((count) => count > 0),
  )
}

/** Targets by year, ascending; "no year stated" last. */
export function yearRows(plans: readonly PlanOverview[]): CountRow<Year | null>[] {
  const years = [...new Set(plans.flatMap((plan) => plan.years.filter((entry) => entry.count > 0).map((entry) => entry.year)))]
  years.sort((a, b) => (a ?? Infinity) - (b ?? Infinity))
  return years.map((year) => ({ key: year, counts: plans.map((plan) => byKey(plan.years, (entry) => entry.year === year)) }))
}

/** One piece of a stacked bar, in per cent of the width that the plan with most targets fills. */
export interface Segment {
  type: IndicatorType
  count: number
  width: number
}

/** The stacked bar of one plan on the scale common to all. */
export function segments(plan: PlanOverview, overview: Pick<Overview, 'plans'>): Segment[] {
  const most = Math.max(1, ...overview.plans.map((one) => one.targets))
  return TYPE_ORDER.flatMap((type) => {
    const count = byKey(plan.types, (entry) => entry.type === type)
    return count === 0 ? [] : [{ type, count, width: (count * 100) / most }]
  })
}
