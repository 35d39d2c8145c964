/** From the comparison on screen to the one that follows it when single figures changed. */
import type { FrameAnswer, FrameChange } from '@/ipc'

/** What a comparison keeps of the one before it: all cells but those of these sub-rows. */
export interface Carried {
  from: number
  changed: ReadonlySet<number>
}

export interface FrameShown extends FrameAnswer {
  carried: Carried | null
}

/** The comparison with the change put upon it; the same comparison when nothing in it changed. */
export function changedFrame(before: FrameShown, change: FrameChange): FrameShown {
  if (change.ticket === before.ticket) return before
  const rows = new Map(change.rows.map((row) => [row.row, row]))
  const { matrix } = before
  return {
    ticket: change.ticket,
    facets: change.facets,
    matrix: {
      targets_shown: change.targets_shown,
      targets_total: change.targets_total,
      plans: matrix.plans.map((plan, at) => ({ ...plan, targets: change.plan_targets[at] ?? plan.targets })),
      groups: matrix.groups.map((group, at) => ({
        ...group,
        ...change.groups[at],
        rows: group.rows.some((row) => rows.has(row.row)) ? group.rows.map((row) => rows.get(row.row) ?? row) : group.rows,
      })),
    },
    carried: { from: before.ticket, changed: new Set(change.rows.flatMap((row) => row.sub_rows.map((sub) => sub.sub_row))) },
  }
}
