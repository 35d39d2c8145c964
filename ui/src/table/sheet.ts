/**
 * What the table shows, direction by direction: plain data that is made anew when anything but the scroll position
 * changes. Turned round, plans are the rows and lines are the columns; nothing else in the table knows the difference.
 */
import type { PlanColumn, UnitMode, Year } from '@/ipc'
import { axis, type Axis } from './axis'
import type { BenchmarkTrack } from './benchmark'
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
  /** `null` stands for the benchmark, which comes first and stays in sight. */
  plans: readonly (PlanTrack | null)[]
  /** What the figures are measured against; `null` when nothing is, or when it is not to be seen. */
  benchmark: BenchmarkTrack | null
  /** Of several years of one plan, only the one closest to this is compared. */
  closestYear: Year | null
  turned: boolean
  mode: UnitMode
  /** Height of a line, in pixels. */
  density: number
  /** A line has room for what its figures are about. */
  tall: boolean
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
  benchmark: BenchmarkTrack | null
  closestYear: Year | null
  viewport: number
  /** Plans that stay in sight, in this order. */
  pinnedPlans: readonly number[]
  /** Widths as the analyst pulled them. */
  widths: ColumnWidths
}

/** The plans in the order of the table: those that stay in sight first, before them the benchmark. */
export function planTracks(plans: readonly PlanColumn[], pinned: readonly number[], measured: boolean): { tracks: (PlanTrack | null)[]; pinned: number } {
  const all = plans.map((plan, column) => ({ plan, column }))
  const first = pinned.flatMap((id) => all.filter((track) => track.plan.plan === id))
  const before = measured ? [null] : []
  return { tracks: [...before, ...first, ...all.filter((track) => !first.includes(track))], pinned: before.length + first.length }
}

/** A line of this height has room for years and scopes under its figures. */
const TALL = 56
/** What a line grows by, to say how far its figures lie from the benchmark. */
const DIFFERENCE = 16

/** The name by which a width is kept. */
export const planKey = (plan: number): string => `plan ${plan}`
export const NAME_KEY = 'name'
export const BENCHMARK_KEY = 'benchmark'
/** The same of a column. */
export const trackKey = (track: PlanTrack | null): string => (track === null ? BENCHMARK_KEY : planKey(track.plan.plan))
export const TURNED_NAME_KEY = 'turned name'

export function sheet(from: Lines, plans: readonly PlanColumn[], options: SheetOptions): Sheet {
  const { turned, mode, viewport, widths, benchmark, closestYear } = options
  const { tracks, pinned } = planTracks(plans, options.pinnedPlans, benchmark !== null)
  const { lines } = from
  const tall = options.density >= TALL
  const density = options.density + (benchmark === null ? 0 : DIFFERENCE)
  if (turned) {
    const name = widths[TURNED_NAME_KEY] ?? TURNED.name
    return {
      lines, plans: tracks, benchmark, closestYear, turned, mode, density, tall,
      rows: axis(tracks.length, () => density),
      columns: axis(lines.length, (index) => {
        const line = lines[index] as Line
        return line.kind === 'group' ? TURNED.group : (widths[line.key] ?? TURNED.line)
      }),
      pinnedRows: pinned, pinnedColumns: from.pinned, name, trail: 0, roomy: false, head: HEIGHT.turnedHead,
    }
  }
  const sizes = planWidths(viewport, tracks.length)
  const columns = axis(tracks.length, (index) => widths[trackKey(tracks[index] ?? null)] ?? sizes.plan)
  return {
    lines, plans: tracks, benchmark, closestYear, turned, mode, density, tall,
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

/** The plan at a place; nothing among the names, the verdicts, the benchmark's figures and, turned, in the heads. */
export function planAt(of: Sheet, place: Place): PlanTrack | null {
  return (of.turned ? of.plans[place.line] : of.plans[place.column - 1]) ?? null
}

/** Whether a place is among the benchmark's figures, or their head. */
export const isBenchmark = (of: Sheet, place: Place): boolean => (of.turned ? of.plans[place.line] : of.plans[place.column - 1]) === null

/** The place of a line and a plan. Without a line: the head of the plan, and the other way round. */
export function placeOfCell(of: Sheet, line: number, plan: number): Place {
  return of.turned ? { line: plan, column: line + 1 } : { line, column: plan + 1 }
}
