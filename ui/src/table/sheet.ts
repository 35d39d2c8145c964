/**
 * What the table shows, direction by direction: plain data that is made anew when anything but the scroll position
 * changes. Turned round, plans are the rows and lines are the columns; nothing else in the table knows the difference.
 */
import type { PlanColumn, UnitMode } from '@/ipc'
import { axis, type Axis } from './axis'
import { HEIGHT, planWidths, TURNED, type ColumnWidths } from './columns'
import type { Line, Lines } from './lines'
import type { Place } from './navigation'

/** A plan with its column in the comparison. */
export interface PlanTrack {
  plan: PlanColumn
  column: number
}

export interface Sheet {
  lines: readonly Line[]
  plans: readonly PlanTrack[]
  turned: boolean
  mode: UnitMode
  /** Height of a line, in pixels. */
  density: number
  rows: Axis
  columns: Axis
  /** Rows and columns that stay in sight. */
  pinnedRows: number
  pinnedColumns: number
  /** Width of the names. */
  name: number
  /** Width of the verdicts; 0 when they stand in the heads. */
  trail: number
  /** The verdicts have room for a reason. */
  roomy: boolean
  /** Height of the heads of the columns, without pinned rows. */
  head: number
}

export interface SheetOptions {
  mode: UnitMode
  turned: boolean
  density: number
  viewport: number
  /** Plans that stay in sight, in this order. */
  pinnedPlans: readonly number[]
  /** Widths as the analyst pulled them. */
  widths: ColumnWidths
}

/** The plans in the order of the table: those that stay in sight first. */
export function planTracks(plans: readonly PlanColumn[], pinned: readonly number[]): { tracks: PlanTrack[]; pinned: number } {
  const all = plans.map((plan, column) => ({ plan, column }))
  const first = pinned.flatMap((id) => all.filter((track) => track.plan.plan === id))
  return { tracks: [...first, ...all.filter((track) => !first.includes(track))], pinned: first.length }
}

/** The name by which a width is kept. */
export const planKey = (plan: number): string => `plan ${plan}`
export const NAME_KEY = 'name'
export const TURNED_NAME_KEY = 'turned name'

export function sheet(from: Lines, plans: readonly PlanColumn[], options: SheetOptions): Sheet {
  const { tracks, pinned } = planTracks(plans, options.pinnedPlans)
  const { lines } = from
  const { turned, density, mode, viewport, widths } = options
  if (turned) {
    const name = widths[TURNED_NAME_KEY] ?? TURNED.name
    return {
      lines, plans: tracks, turned, mode, density,
      rows: axis(tracks.length, () => density),
      columns: axis(lines.length, (index) => {
        const line = lines[index] as Line
        return line.kind === 'group' ? TURNED.group : (widths[line.key] ?? TURNED.line)
      }),
      pinnedRows: pinned, pinnedColumns: from.pinned, name, trail: 0, roomy: false, head: HEIGHT.turnedHead,
    }
  }
  const sizes = planWidths(viewport, tracks.length)
  const columns = axis(tracks.length, (index) => widths[planKey((tracks[index] as PlanTrack).plan.plan)] ?? sizes.plan)
  return {
    lines, plans: tracks, turned, mode, density,
    rows: axis(lines.length, (index) => (lines[index]?.kind === 'group' ? HEIGHT.group : density)),
    columns, pinnedRows: from.pinned, pinnedColumns: pinned,
    name: widths[NAME_KEY] ?? sizes.indicator, trail: sizes.verdict, roomy: sizes.roomy, head: HEIGHT.head,
  }
}

/** How many columns the keyboard knows: names, tracks, verdicts. */
export const columnCount = (of: Sheet): number => of.columns.count + (of.trail > 0 ? 2 : 1)

/** The line at a place; nothing in the heads and among the names of turned tables. */
export function lineAt(of: Sheet, place: Place): Line | null {
  return (of.turned ? of.lines[place.column - 1] : of.lines[place.line]) ?? null
}

/** The plan at a place; nothing among the names, the verdicts and, turned, in the heads. */
export function planAt(of: Sheet, place: Place): PlanTrack | null {
  return (of.turned ? of.plans[place.line] : of.plans[place.column - 1]) ?? null
}

/** The place of a line and a plan. Without a line: the head of the plan, and the other way round. */
export function placeOfCell(of: Sheet, line: number, plan: number): Place {
  return of.turned ? { line: plan, column: line + 1 } : { line, column: plan + 1 }
}
