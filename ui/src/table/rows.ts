/**
 * From the matrix as it arrives to the flat list of lines that the grid draws: a head line per indicator
 * type, then one line per indicator and measure. Sorting never crosses a type, because a type is the
 * analyst's first way of finding anything.
 */
import type { IndicatorRow, IndicatorType, Matrix, MatrixGroup, PlanId, SubRow } from '@/ipc'
import { charted, primary } from './comparable'

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
  row: IndicatorRow
  sub: SubRow
  /** The indicator's name is printed once, on its first line. */
  first: boolean
  /** A hairline closes each indicator, not each measure. */
  last: boolean
}

export type Line = GroupLine | SubLine

/** How rows are ordered within their type. */
export interface Sort {
  by: 'type_order' | 'name' | 'plan_count' | 'plan_value'
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
}

export const PLAIN: LineOptions = {
  sort: { by: 'type_order', plan: null, descending: false },
  language: 'zh-CN',
  folded: [],
}

/** The key by which a line is found again after the matrix was built anew. */
export function lineKey(indicator: string, measure: string): string {
  return `${indicator}\u0000${measure}`
}

export function flatten(matrix: Matrix, options: LineOptions = PLAIN): Line[] {
  const lines: Line[] = []
  for (const group of matrix.groups) {
    const kept = sorted(group.rows, matrix, options)
    if (kept.length === 0) continue
    lines.push({ ...groupLine(group, kept), folded: options.folded.includes(group.type) })
    if (options.folded.includes(group.type)) continue
    for (const row of kept) {
      row.sub_rows.forEach((sub, index) => {
        lines.push({
          kind: 'sub',
          key: lineKey(row.indicator, sub.measure),
          row,
          sub,
          first: index === 0,
          last: index === row.sub_rows.length - 1,
        })
      })
    }
  }
  return lines
}

function groupLine(group: MatrixGroup, rows: readonly IndicatorRow[]): Omit<GroupLine, 'folded'> {
  return {
    kind: 'group',
    key: `group\u0000${group.type}`,
    type: group.type,
    indicators: rows.length,
    targets: group.targets,
    planTargets: group.plan_targets,
  }
}

function sorted(rows: IndicatorRow[], matrix: Matrix, options: LineOptions): IndicatorRow[] {
  const { sort } = options
  switch (sort.by) {
    case 'type_order':
      return rows
    case 'name': {
      const collator = new Intl.Collator(options.language, { numeric: true })
      const english = options.language.startsWith('en')
      const name = (row: IndicatorRow): string => (english ? (row.indicator_en ?? row.indicator) : row.indicator)
      return [...rows].sort((a, b) => collator.compare(name(a), name(b)))
    }
    case 'plan_count':
      return [...rows].sort((a, b) => b.plan_count - a.plan_count)
    case 'plan_value':
      return sort.plan === null ? rows : byValue(rows, matrix, sort.plan, sort.descending)
  }
}

/**
 * Rows that the plan gives a number for come first. Figures are ordered within one unit only: 400 亿元 is
 * neither more nor less than 240 家, so the units stand one after the other, in the order they first appear.
 */
function byValue(rows: IndicatorRow[], matrix: Matrix, plan: PlanId, descending: boolean): IndicatorRow[] {
  const column = matrix.plans.findIndex((p) => p.plan === plan)
  if (column < 0) return rows
  const units = new Map<string, number>()
  const keyed = rows.map((row, index) => {
    for (const sub of row.sub_rows) {
      const statement = primary(sub.cells[column])
      const value = statement?.harmonised?.value ?? statement?.value
      if (statement === null || value === undefined || value === null) continue
      const unit = `${sub.measure}|${sub.unit ?? statement.unit ?? ''}`
      if (!units.has(unit)) units.set(unit, units.size)
      return { row, index, unit: units.get(unit) ?? 0, value: Number(value) }
    }
    return { row, index, unit: Number.POSITIVE_INFINITY, value: 0 }
  })
  keyed.sort((a, b) => {
    if (a.unit !== b.unit) return a.unit < b.unit ? -1 : 1
    const order = descending ? b.value - a.value : a.value - b.value
    return order !== 0 ? order : a.index - b.index
  })
  return keyed.map((k) => k.row)
}

/** The first line whose figures may stand side by side: what the chart shows before anything is chosen. */
export function firstCharted(lines: Line[], matrix: Matrix): SubLine | null {
  for (const line of lines) {
    if (line.kind === 'sub' && charted(line.sub, matrix.plans).size > 1) return line
  }
  return null
}
