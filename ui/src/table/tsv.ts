/**
 * A range of the grid as tab-separated text. A cell with one number is that number and nothing else, so
 * that a spreadsheet takes it as a number; an empty cell stays empty, never 0.
 */
import type { Cell, IndicatorType, Matrix, Measure, Statement, SubRow, UnitMode } from '@/ipc'
import { opSign } from '@/lib'
import { amount } from './cell'
import type { Rect } from './navigation'
import type { Line } from './rows'

/** The words of the interface that a copied range may need. */
export interface TsvWords {
  indicator: string
  measure: string
  unit: string
  verdict: string
  type: (type: IndicatorType) => string
  measureName: (measure: Measure) => string
  indicatorName: (line: Line & { kind: 'sub' }) => string
  verdictText: (sub: SubRow) => string
}

export interface TsvOptions {
  mode: UnitMode
  words: TsvWords
  /** Adds a head line and the columns indicator, measure and unit, whatever the range. */
  headed: boolean
}

/** Text that a spreadsheet could take for a formula is written with a leading apostrophe. */
function safe(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ')
  return /^[=+\-@]/.test(flat) && !/^-?\d+(\.\d+)?$/.test(flat) ? `'${flat}` : flat
}

function statementText(statement: Statement, subUnit: string | null, mode: UnitMode, alone: boolean): string {
  const { value, max, unit } = amount(statement, subUnit, mode)
  if (value === null) return `${opSign(statement.op)} ${statement.relative_to ?? ''}`.trim()
  if (max !== null) return `${value}–${max}`
  if (alone) return value
  const year = statement.year === null ? '' : ` (${statement.year})`
  return `${opSign(statement.op)}${value}${unit === '' ? '' : ` ${unit}`}${year}`
}

export function cellText(cell: Cell | undefined, subUnit: string | null, mode: UnitMode): string {
  if (cell?.kind !== 'stated') return ''
  const alone = cell.statements.length === 1
  return cell.statements.map((s) => statementText(s, subUnit, mode, alone)).join('; ')
}

/** The unit of a line as printed; several, when the plans write several. */
function lineUnit(sub: SubRow, mode: UnitMode): string {
  const units = new Set<string>()
  for (const cell of sub.cells) {
    if (cell.kind !== 'stated') continue
    for (const statement of cell.statements) {
      const { value, unit } = amount(statement, sub.unit, mode)
      if (value !== null && unit !== '') units.add(unit)
    }
  }
  return [...units].join('; ')
}

export function toTsv(lines: Line[], matrix: Matrix, area: Rect, options: TsvOptions): string {
  const { words, mode, headed } = options
  const plans = matrix.plans
  const lastColumn = plans.length + 1
  const left = headed ? Math.max(1, area.left) : area.left
  const columns: number[] = []
  for (let column = left; column <= Math.min(area.right, lastColumn); column += 1) columns.push(column)
  const rows: string[][] = []

  const withLead = headed || area.left === 0
  const lead = (indicator: string, measure: string, unit: string): string[] =>
    headed ? [indicator, measure, unit] : withLead ? [indicator, measure] : []
  const body = columns.filter((column) => column > 0)

  if (headed || area.top < 0) {
    const heads = body.map((column) => (column === lastColumn ? words.verdict : (plans[column - 1]?.region ?? '')))
    rows.push([...lead(words.indicator, words.measure, words.unit), ...heads])
  }
  for (let at = Math.max(0, area.top); at <= area.bottom; at += 1) {
    const line = lines[at]
    if (line === undefined) continue
    if (line.kind === 'group') {
      const totals = body.map((column) => (column === lastColumn ? '' : String(line.planTargets[column - 1] ?? 0)))
      rows.push([...lead(words.type(line.type), '', ''), ...totals])
    } else {
      const cells = body.map((column) =>
        column === lastColumn ? words.verdictText(line.sub) : cellText(line.sub.cells[column - 1], line.sub.unit, mode),
      )
      const heads = lead(words.indicatorName(line), words.measureName(line.sub.measure), lineUnit(line.sub, mode))
      rows.push([...heads, ...cells])
    }
  }
  return rows.map((row) => row.map(safe).join('\t')).join('\n')
}
