/** The way of a jump through the table: the cells with data in one direction, without heads and totals. */
import type { EdgeQuery } from '@/ipc'
import type { Place } from './navigation'
import { lineAt, planAt, type Sheet } from './sheet'

export interface Way {
  /** Where each cell of the way is. */
  places: Place[]
  query: Omit<EdgeQuery, 'ticket'>
}

const STEPS: Record<string, Place> = {
  ArrowUp: { line: -1, column: 0 },
  ArrowDown: { line: 1, column: 0 },
  ArrowLeft: { line: 0, column: -1 },
  ArrowRight: { line: 0, column: 1 },
}

/** The way from a place; `null` where there are no data ahead. */
export function wayFrom(of: Sheet, from: Place, key: string): Way | null {
  const step = STEPS[key]
  if (step === undefined) return null
  const places: Place[] = []
  const sub_rows = new Set<number>()
  const columns = new Set<number>()
  for (let at = { ...from }; at.line < of.rows.count && at.column <= of.columns.count + 1 && at.line >= -1 && at.column >= 0; at = { line: at.line + step.line, column: at.column + step.column }) {
    if (at.line < 0 || at.column === 0) continue
    const line = lineAt(of, at)
    const track = planAt(of, at)
    if (line?.kind !== 'sub' || track === null) continue
    places.push(at)
    sub_rows.add(line.sub.sub_row)
    columns.add(track.column)
  }
  const [first] = places
  if (first === undefined) return null
  return { places, query: { sub_rows: [...sub_rows], columns: [...columns], inside: first.line === from.line && first.column === from.column } }
}

/** Where the jump leads; `null` when it would stay, so that the end of the table is next. */
export function placeOn(way: Way, steps: number): Place | null {
  return way.query.inside && steps === 0 ? null : (way.places[steps] ?? null)
}
