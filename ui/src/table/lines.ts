/**
 * From the frame of the comparison to the flat list of lines that the table draws: first the rows that are pinned,
 * then a head line per indicator type with one line per indicator and measure. Sorting never crosses a type,
 * because a type is the analyst's first way of finding anything.
 */
import type { FrameGroup, FrameRow, FrameSubRow, IndicatorType, MatrixFrame, PlanId, Verdict } from '@/ipc'

export interface GroupLine {
  kind: 'group'
  key: string
  type: IndicatorType
  indicators: number
  targets: number
  planTargets: number[]
  folded: boolean
}

export interface SubLine {
  kind: 'sub'
  key: string
  row: FrameRow
  sub: FrameSubRow
  /** The indicator's name is printed once, on its first line. */
  first: boolean
  /** A hairline closes each indicator, not each measure. */
  last: boolean
}

export type Line = GroupLine | SubLine

/** How rows are ordered within their type. */
export interface Sort {
  by: 'type_order' | 'name' | 'plan_count' | 'plan_value' | 'verdict' | 'own'
  /** Whose values, when sorted by value. */
  plan: PlanId | null
  descending: boolean
}

export interface LineOptions {
  sort: Sort
  /** Names are sorted as the language sorts them: by pinyin in Chinese. */
  language: string
  /** Types whose rows are folded away under their head line. */
  folded: readonly string[]
  /** Indicators that are hidden. */
  hidden: readonly string[]
  /** Indicators that stand first and stay in sight, in this order. */
  pinned: readonly string[]
  /** Indicators in the analyst's own order; the others of their type follow. */
  own: readonly string[]
  /** Numbers of rows by the values of a plan, once the core has said so. */
  by_value: readonly number[] | null
}

export const PLAIN: LineOptions = {
  sort: { by: 'type_order', plan: null, descending: false },
  language: 'zh-CN',
  folded: [],
  hidden: [],
  pinned: [],
  own: [],
  by_value: null,
}

/** The lines, of which the first `pinned` stay in sight. */
export interface Lines {
  lines: Line[]
  pinned: number
  /** Rows of the comparison that are hidden. */
  hidden: number
}

/** The key by which a line is found again after the comparison was built anew. */
export function lineKey(indicator: string, measure: string): string {
  return `${indicator}\u0000${measure}`
}

export function flatten(frame: MatrixFrame, options: LineOptions = PLAIN): Lines {
  const hidden = new Set(options.hidden)
  const pinned = new Map(options.pinned.map((name, place) => [name, place]))
  const places = options.by_value === null ? null : new Map(options.by_value.map((row, place) => [row, place]))
  const own = new Map(options.own.map((name, place) => [name, place]))
  const first: FrameRow[] = []
  const rest: Line[] = []
  let hiddenRows = 0
  for (const group of frame.groups) {
    const kept = group.rows.filter((row) => {
      if (hidden.has(row.indicator)) hiddenRows += 1
      else if (!pinned.has(row.indicator)) return true
      else first.push(row)
      return false
    })
    if (kept.length === 0) continue
    const folded = options.folded.includes(group.type)
    rest.push(groupLine(group, kept.length, folded))
    if (!folded) for (const row of sorted(kept, options, places, own)) push(rest, row)
  }
  const lines: Line[] = []
  first.sort((a, b) => (pinned.get(a.indicator) ?? 0) - (pinned.get(b.indicator) ?? 0))
  for (const row of first) push(lines, row)
  const count = lines.length
  for (const line of rest) lines.push(line)
  return { lines, pinned: count, hidden: hiddenRows }
}

function push(lines: Line[], row: FrameRow): void {
  row.sub_rows.forEach((sub, index) => {
    lines.push({ kind: 'sub', key: lineKey(row.indicator, sub.measure), row, sub, first: index === 0, last: index === row.sub_rows.length - 1 })
  })
}

function groupLine(group: FrameGroup, indicators: number, folded: boolean): GroupLine {
  return { kind: 'group', key: `group\u0000${group.type}`, type: group.type, indicators, targets: group.targets, planTargets: group.plan_targets, folded }
}

/** Rows with nothing to compare come last. */
const WEIGHT: Record<Verdict, number> = { A: 0, B: 1, C: 2, D: 3, E: 4 }
const best = (row: FrameRow): number => Math.min(...row.sub_rows.map((sub) => (sub.verdict === null ? 5 : WEIGHT[sub.verdict])))

function sorted(rows: FrameRow[], options: LineOptions, places: Map<number, number> | null, own: Map<string, number>): FrameRow[] {
  const { by, descending } = options.sort
  const turn = descending ? -1 : 1
  const ordered = (weigh: (row: FrameRow) => number): FrameRow[] => {
    const weights = new Map(rows.map((row) => [row, weigh(row)]))
    return [...rows].sort((a, b) => ((weights.get(a) ?? 0) - (weights.get(b) ?? 0)) * turn || a.row - b.row)
  }
  switch (by) {
    case 'type_order':
      return rows
    case 'name': {
      const collator = new Intl.Collator(options.language, { numeric: true })
      const english = options.language.startsWith('en')
      const name = (row: FrameRow): string => (english ? (row.indicator_en ?? row.indicator) : row.indicator)
      return [...rows].sort((a, b) => collator.compare(name(a), name(b)) * turn)
    }
    case 'plan_count':
      return ordered((row) => row.plan_count)
    case 'verdict':
      return ordered(best)
    case 'plan_value':
      // The core has looked at the direction already.
      return places === null ? rows : [...rows].sort((a, b) => (places.get(a.row) ?? 0) - (places.get(b.row) ?? 0))
    case 'own':
      return [...rows].sort((a, b) => (own.get(a.indicator) ?? Infinity) - (own.get(b.indicator) ?? Infinity) || a.row - b.row)
  }
}

/** The first line whose figures may stand side by side: what the chart shows before anything is chosen. */
export function firstCharted(lines: readonly Line[]): SubLine | null {
  for (const line of lines) if (line.kind === 'sub' && line.sub.charted) return line
  return null
}
