/**
 * The horizon axis: years run downwards, so that columns stand on one shared scale and a year is one line across
 * the page. Pure layout in pixels.
 */
import type { Year } from '@/ipc'

/** Room for one printed year. */
const LABEL = 15
const TALLEST = 260
const PER_YEAR_MOST = 12

export interface Axis {
  first: Year
  last: Year
  height: number
  /** Years with a printed line: both ends, and round years between. */
  ticks: { year: Year; y: number }[]
}

/** A mark of a plan at its place, with the place of its printed year, moved down where two would touch. */
export interface GoalMark {
  year: Year
  y: number
  label: number
}

export interface PlanLine {
  period: { from: Year; to: Year; top: number; height: number } | null
  goals: GoalMark[]
}

/** The axis for a span of years; `null` when no plan names a year. */
export function axis(first: Year | null, last: Year | null): Axis | null {
  if (first === null || last === null) return null
  const years = last - first
  const height = Math.max(3 * LABEL, Math.min(TALLEST, years * PER_YEAR_MOST)) + LABEL
  const at = place(first, last, height)
  const step = [1, 2, 5, 10, 20, 50].find((size) => (size / Math.max(years, 1)) * (height - LABEL) >= LABEL + 2) ?? 100
  const inner = Array.from({ length: years }, (_, index) => first + index).filter((year) => year % step === 0 && year !== first)
  const apart = (year: Year) => Math.abs(at(year) - at(first)) >= LABEL && Math.abs(at(year) - at(last)) >= LABEL
  const ticks = [...new Set([first, ...inner.filter(apart), last])].map((year) => ({ year, y: at(year) }))
  return { first, last, height, ticks }
}

function place(first: Year, last: Year, height: number): (year: Year) => number {
  const scale = last === first ? 0 : (height - LABEL) / (last - first)
  return (year) => LABEL / 2 + (year - first) * scale
}

/** One plan on the axis. */
export function planLine(shared: Axis, period: readonly [Year, Year] | null, horizons: readonly Year[]): PlanLine {
  const at = place(shared.first, shared.last, shared.height)
  let free = 0
  const goals = [...horizons]
    .sort((a, b) => a - b)
    .map((year) => {
      const y = at(year)
      const label = Math.max(y, free)
      free = label + LABEL - 2
      return { year, y, label }
    })
  return { period: period && bar(period, at), goals }
}

function bar([from, to]: readonly [Year, Year], at: (year: Year) => number): PlanLine['period'] {
  // A year lasts from its line to the next; a plan of one year is a short bar, not a point.
  const half = 4
  return { from, to, top: at(from) - half, height: at(to) - at(from) + 2 * half }
}
