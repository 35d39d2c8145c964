/** Changes of how the table stands: pinned, hidden and moved rows and plans, widths, density. All of it is saved. */
import type { FrameRow, MatrixFrame, PlanId } from '@/ipc'
import type { TableState } from '@/state'
import { DENSITIES, sensibleWidth } from '@/table'

/** The list without a value that was in it, or with one that was not. */
export function flipped<T>(list: readonly T[], value: T): T[] {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value]
}

/** Widths by their key; what was saved wrongly is no width. */
export function readWidths(list: TableState['widths']): Record<string, number> {
  const found: Record<string, number> = {}
  for (let at = 0; at + 1 < list.length; at += 2) {
    const width = sensibleWidth(Number(list[at + 1]))
    if (width !== null) found[String(list[at])] = width
  }
  return found
}

/** The widths with one more; `null` goes back to the width that suits the window. */
export function withWidth(list: TableState['widths'], key: string, width: number | null): TableState['widths'] {
  const widths = readWidths(list)
  if (width === null) Reflect.deleteProperty(widths, key)
  else widths[key] = width
  return Object.entries(widths).flat()
}

/** A density that there is; anything else is the densest. */
export function readDensity(density: number): number {
  return DENSITIES.find((one) => one === density) ?? DENSITIES[0]
}

/** The next density up or down; 0 goes back to the densest. */
export function nextDensity(density: number, by: number): number {
  if (by === 0) return DENSITIES[0]
  const at = DENSITIES.findIndex((one) => one === readDensity(density))
  return DENSITIES[Math.max(0, Math.min(DENSITIES.length - 1, at + by))] ?? DENSITIES[0]
}

/** A pinned list with one entry moved by a place. */
export function movedIn<T>(list: readonly T[], value: T, by: number): T[] {
  const at = list.indexOf(value)
  const to = at + by
  if (at < 0 || to < 0 || to >= list.length) return [...list]
  const next = list.filter((one) => one !== value)
  next.splice(to, 0, value)
  return next
}

/**
 * The analyst's own order after a row has moved by a place within its type. `rows` are the rows of the type as they
 * stand now: the first move takes the present order for its own.
 */
export function movedRow(own: readonly string[], rows: readonly string[], indicator: string, by: number): string[] {
  return [...own.filter((name) => !rows.includes(name)), ...movedIn(rows, indicator, by)]
}

/** The row of an indicator. */
export function rowOf(frame: MatrixFrame, indicator: string): FrameRow | null {
  for (const group of frame.groups) for (const row of group.rows) if (row.indicator === indicator) return row
  return null
}

/** The plan that stands `by` places further among those shown. */
export function neighbour(shown: readonly PlanId[], plan: PlanId, by: number): PlanId | null {
  return shown[shown.indexOf(plan) + by] ?? null
}
