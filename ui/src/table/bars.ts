/**
 * The faint bar of a cell: where it begins and ends within the cell, and how its end is drawn. Lengths are
 * the one place where a decimal becomes a floating number, because they end as pixels.
 */
import type { Op, PlanColumn, PlanId, Statement, SubRow } from '@/ipc'
import { charted, primary } from './comparable'

/** solid: exactly; open: at least; closed: at most; hollow: about; range: from one to the other. */
export type BarShape = 'solid' | 'open' | 'closed' | 'hollow' | 'range'

export interface Bar {
  /** Shares of the cell's width, 0 to 1. */
  from: number
  to: number
  shape: BarShape
  soft: boolean
}

export function shapeOf(op: Op, isRange: boolean): BarShape {
  if (isRange) return 'range'
  switch (op) {
    case '>=':
    case '>':
      return 'open'
    case '<=':
    case '<':
      return 'closed'
    case '~':
      return 'hollow'
    case '=':
      return 'solid'
  }
}

/** Both ends of a statement in the common unit. */
export function ends(statement: Statement): [number, number] | null {
  if (statement.harmonised === null) return null
  const low = Number(statement.harmonised.value)
  const high = statement.harmonised.value_max === null ? low : Number(statement.harmonised.value_max)
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null
}

/**
 * Bars of a sub-row, by plan. Zero is always on the scale, so that half as long means half as much. One
 * figure alone gets no bar: there is nothing it could be compared with.
 */
export function bars(sub: SubRow, plans: PlanColumn[]): Map<PlanId, Bar> {
  const known = drawn.get(sub)
  if (known !== undefined && known.plans === plans) return known.bars
  const made = makeBars(sub, plans)
  drawn.set(sub, { plans, bars: made })
  return made
}

/** A line comes and goes with scrolling; with 200 plans it has some 20,000 pairs, which are looked at once. */
const drawn = new WeakMap<SubRow, { plans: PlanColumn[]; bars: Map<PlanId, Bar> }>()

function makeBars(sub: SubRow, plans: PlanColumn[]): Map<PlanId, Bar> {
  const result = new Map<PlanId, Bar>()
  const set = charted(sub, plans)
  if (set.size < 2) return result
  const spans: { plan: PlanId; low: number; high: number; statement: Statement }[] = []
  plans.forEach((plan, column) => {
    const statement = primary(sub.cells[column])
    if (statement === null || !set.has(plan.plan)) return
    const both = ends(statement)
    if (both !== null) spans.push({ plan: plan.plan, low: both[0], high: both[1], statement })
  })
  const top = Math.max(0, ...spans.map((s) => s.high))
  const bottom = Math.min(0, ...spans.map((s) => s.low))
  const width = top - bottom
  if (width === 0) return result
  const place = (value: number): number => (value - bottom) / width
  for (const { plan, low, high, statement } of spans) {
    const isRange = high !== low
    const from = isRange ? low : Math.min(0, low)
    const to = isRange ? high : Math.max(0, low)
    result.set(plan, {
      from: place(from),
      to: place(to),
      shape: shapeOf(statement.op, isRange),
      soft: statement.firmness === 'soft',
    })
  }
  return result
}
