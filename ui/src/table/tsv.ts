/**
 * A range of the table as tab-separated text. The core writes the cells: one figure is that figure and nothing else,
 * so that a spreadsheet takes it as a number; an empty cell stays empty, never 0. Heads are put around them here.
 */
import type { IndicatorType, Measure, TextLine } from '@/ipc'
import type { Rect } from './navigation'
import type { SubLine } from './lines'
import { columnCount, lineAt, planAt, type Sheet } from './sheet'

/** The words of the interface that a copied range may need. */
export interface TsvWords {
  indicator: string
  measure: string
  unit: string
  verdict: string
  plan: string
  type: (type: IndicatorType) => string
  measureName: (measure: Measure) => string
  indicatorName: (line: SubLine) => string
  verdictText: (line: SubLine) => string
}

export interface TsvOptions {
  words: TsvWords
  /** Adds heads and units, whatever the range. */
  headed: boolean
}

/** Which cells a range needs. */
export interface TsvCells {
  sub_rows: number[]
  columns: number[]
}

/** Text that a spreadsheet could take for a formula is written with a leading apostrophe. */
function safe(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ')
  return /^[=+\-@]/.test(flat) && !/^-?\d+(\.\d+)?$/.test(flat) ? `'${flat}` : flat
}

/** Tracks of a range in one direction, heads left out. */
function tracks(from: number, to: number, count: number): number[] {
  const list: number[] = []
  for (let at = Math.max(0, from); at <= Math.min(to, count - 1); at += 1) list.push(at)
  return list
}

const rowsOf = (of: Sheet, area: Rect): number[] => tracks(area.top, area.bottom, of.rows.count)
/** Columns of the sheet, without names and verdicts. */
const columnsOf = (of: Sheet, area: Rect): number[] => tracks(area.left - 1, area.right - 1, of.columns.count)

export function tsvCells(of: Sheet, area: Rect): TsvCells {
  const [lines, plans] = of.turned ? [columnsOf(of, area), rowsOf(of, area)] : [rowsOf(of, area), columnsOf(of, area)]
  return {
    sub_rows: lines.flatMap((at) => {
      const line = of.lines[at]
      return line?.kind === 'sub' ? [line.sub.sub_row] : []
    }),
    columns: plans.flatMap((at) => of.plans[at]?.column ?? []),
  }
}

export function toTsv(of: Sheet, area: Rect, wanted: TsvCells, answer: readonly TextLine[], options: TsvOptions): string {
  const { words, headed } = options
  const texts = new Map(wanted.sub_rows.map((sub_row, index) => [sub_row, answer[index]]))
  const places = new Map(wanted.columns.map((column, index) => [column, index]))
  const named = headed || area.left === 0
  const withHead = headed || area.top < 0
  const verdicts = of.trail > 0 && area.right >= columnCount(of) - 1
  const unit = (line: SubLine): string => texts.get(line.sub.sub_row)?.unit ?? ''
  const columns = columnsOf(of, area)

  function cell(row: number, column: number): string {
    const place = { line: row, column: column + 1 }
    const line = lineAt(of, place)
    const track = planAt(of, place)
    if (line === null || track === null) return ''
    if (line.kind === 'group') return String(line.planTargets[track.column] ?? 0)
    return texts.get(line.sub.sub_row)?.cells[places.get(track.column) ?? -1] ?? ''
  }

  const rows: string[][] = []
  if (of.turned) {
    const heads = columns.map((column) => of.lines[column])
    const over = (lead: string, text: (line: SubLine) => string, group: (type: IndicatorType) => string): string[] => [
      ...(named ? [lead] : []),
      ...heads.map((line) => (line === undefined ? '' : line.kind === 'group' ? group(line.type) : text(line))),
    ]
    if (withHead) {
      rows.push(over(words.plan, words.indicatorName, words.type))
      rows.push(over(words.measure, (line) => words.measureName(line.sub.measure), () => ''))
      if (headed) rows.push(over(words.unit, unit, () => ''))
    }
    for (const row of rowsOf(of, area)) rows.push([...(named ? [of.plans[row]?.plan.region ?? ''] : []), ...columns.map((column) => cell(row, column))])
  } else {
    const lead = (indicator: string, measure: string, unitText: string): string[] => (headed ? [indicator, measure, unitText] : named ? [indicator, measure] : [])
    if (withHead) {
      const regions = columns.map((column) => of.plans[column]?.plan.region ?? '')
      rows.push([...lead(words.indicator, words.measure, words.unit), ...regions, ...(verdicts ? [words.verdict] : [])])
    }
    for (const row of rowsOf(of, area)) {
      const line = of.lines[row]
      if (line === undefined) continue
      const heads = line.kind === 'group' ? lead(words.type(line.type), '', '') : lead(words.indicatorName(line), words.measureName(line.sub.measure), unit(line))
      const verdict = verdicts ? [line.kind === 'group' ? '' : words.verdictText(line)] : []
      rows.push([...heads, ...columns.map((column) => cell(row, column)), ...verdict])
    }
  }
  return rows.map((row) => row.map(safe).join('\t')).join('\n')
}
