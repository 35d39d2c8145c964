/**
 * A range of the table as tab-separated text. The core writes the cells: one figure is that figure and nothing else,
 * so that a spreadsheet takes it as a number; an empty cell stays empty, never 0. Heads are put around them here.
 */
import type { IndicatorType, Measure, TextLine } from '@/ipc'
import type { Rect } from './navigation'
import type { SubLine } from './lines'
import { columnCount, lineAt, planAt, type PlanTrack, type Sheet } from './sheet'

/** The words of the interface that a copied range may need. */
export interface TsvWords {
  indicator: string
  measure: string
  unit: string
  verdict: string
  plan: string
  benchmark: string
  /** Over the differences of a plan: its region, less the benchmark. */
  difference: (region: string) => string
  percent: (region: string) => string
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

/** Whether a copy carries how far its figures lie from the benchmark: with heads, which say so, and only then. */
export const withDifferences = (of: Sheet, headed: boolean): boolean => headed && of.benchmark !== null

export function toTsv(of: Sheet, area: Rect, wanted: TsvCells, answer: readonly TextLine[], options: TsvOptions): string {
  const { words, headed } = options
  const more = withDifferences(of, headed)
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
    if (line === null) return ''
    if (track === null) return line.kind === 'sub' ? (line.sub.benchmark?.value ?? '') : ''
    if (line.kind === 'group') return String(line.planTargets[track.column] ?? 0)
    return texts.get(line.sub.sub_row)?.cells[places.get(track.column) ?? -1] ?? ''
  }

  /** How far a cell lies from the benchmark: in its unit, or in per cent. */
  function difference(row: number, column: number, which: 0 | 1): string {
    const place = { line: row, column: column + 1 }
    const line = lineAt(of, place)
    const track = planAt(of, place)
    return line?.kind !== 'sub' || track === null ? '' : (texts.get(line.sub.sub_row)?.differences[places.get(track.column) ?? -1]?.[which] ?? '')
  }

  const region = (track: PlanTrack | null | undefined): string => (track === undefined ? '' : track === null ? words.benchmark : track.plan.region)
  /** What stands beside a plan, and with the differences what is added to it. */
  const beside = (track: PlanTrack | null | undefined, figure: string, absolute: string, percent: string): string[] => (more && track !== null && track !== undefined ? [figure, absolute, percent] : [figure])

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
    for (const row of rowsOf(of, area)) {
      const track = of.plans[row]
      const name = region(track)
      rows.push([...(named ? [name] : []), ...columns.map((column) => cell(row, column))])
      if (!more || track === null) continue
      rows.push([words.difference(name), ...columns.map((column) => difference(row, column, 0))])
      rows.push([words.percent(name), ...columns.map((column) => difference(row, column, 1))])
    }
  } else {
    const lead = (indicator: string, measure: string, unitText: string): string[] => (headed ? [indicator, measure, unitText] : named ? [indicator, measure] : [])
    if (withHead) {
      const regions = columns.flatMap((column) => {
        const name = region(of.plans[column])
        return beside(of.plans[column], name, words.difference(name), words.percent(name))
      })
      rows.push([...lead(words.indicator, words.measure, words.unit), ...regions, ...(verdicts ? [words.verdict] : [])])
    }
    for (const row of rowsOf(of, area)) {
      const line = of.lines[row]
      if (line === undefined) continue
      const heads = line.kind === 'group' ? lead(words.type(line.type), '', '') : lead(words.indicatorName(line), words.measureName(line.sub.measure), unit(line))
      const verdict = verdicts ? [line.kind === 'group' ? '' : words.verdictText(line)] : []
      const cells = columns.flatMap((column) => beside(of.plans[column], cell(row, column), difference(row, column, 0), difference(row, column, 1)))
      rows.push([...heads, ...cells, ...verdict])
    }
  }
  return rows.map((row) => row.map(safe).join('\t')).join('\n')
}
