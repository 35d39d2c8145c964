/**
 * What a cell prints, decided without a pixel: the same parts are drawn, read aloud and copied. Text of
 * the interface is not made here, only the document's own words and figures.
 */
import type { Cell, EmptyReason, Statement, UnitMode, Year } from '@/ipc'
import { opSign, valueText } from '@/lib'
import { differenceView, type DifferenceView } from './benchmark'

export interface StatementView {
  /** ≥ > ≈ ≤ <, or nothing when the value is simply reached. */
  sign: string
  /** Grouped digits; both ends of a range; empty for a relative target. */
  value: string
  unit: string
  /** Benchmark of a relative target. */
  relative: string | null
  /** Only when it is not the plan's main year. */
  year: string | null
  soft: boolean
  /** The factor that made the printed value from the written one; null when nothing was converted. */
  factor: string | null
  /** The plan does not state it: it was derived by an assumption of the analyst. */
  derived: boolean
  /** How far it lies from the benchmark. */
  difference: DifferenceView | null
}

export type CellView =
  | { kind: 'empty'; reason: EmptyReason }
  | {
      kind: 'stated'
      main: StatementView
      /** Further statements that differ from the first. */
      others: StatementView[]
      /** Statements for other years, put aside by the choice of a year. */
      aside: StatementView[]
      /** Places in the text that say the first statement. */
      mentions: number
    }

/** The target year, or the span of years when a start is stated; empty for none. */
export function spanOfYears(statement: { year: Year | null; year_from: Year | null }): string {
  const { year, year_from: from } = statement
  if (year === null) return from === null ? '' : `${from}–`
  return from !== null && from !== year ? `${from}–${year}` : `${year}`
}

/** Values and unit as the mode asks: harmonised only where a harmonised value exists. */
export function amount(
  statement: Statement,
  subUnit: string | null,
  mode: UnitMode,
): { value: string | null; max: string | null; unit: string; factor: string | null } {
  const { harmonised } = statement
  if (mode === 'harmonised' && harmonised !== null) {
    const factor = Number(harmonised.factor) === 1 ? null : harmonised.factor
    return { value: harmonised.value, max: harmonised.value_max, unit: subUnit ?? statement.unit ?? '', factor }
  }
  return { value: statement.value, max: statement.value_max, unit: statement.unit ?? '', factor: null }
}

export function statementView(
  statement: Statement,
  subUnit: string | null,
  mainYear: Year | null,
  mode: UnitMode,
): StatementView {
  const { value, max, unit, factor } = amount(statement, subUnit, mode)
  const year = spanOfYears(statement)
  return {
    sign: opSign(statement.op),
    value: valueText({ value, value_max: max }),
    unit: value === null ? '' : unit,
    relative: value === null ? (statement.relative_to ?? '') : null,
    year: statement.year !== mainYear && year !== '' ? year : null,
    soft: statement.firmness === 'soft',
    factor,
    derived: statement.derived !== undefined,
    difference: statement.difference === undefined ? null : differenceView(statement.difference, unit, subUnit),
  }
}

export function cellView(cell: Cell | undefined, subUnit: string | null, mainYear: Year | null, mode: UnitMode): CellView {
  if (cell === undefined || cell.kind === 'empty') {
    return { kind: 'empty', reason: cell?.reason ?? 'not_mentioned' }
  }
  const [first, ...rest] = cell.statements
  if (first === undefined) return { kind: 'empty', reason: 'not_mentioned' }
  const view = (statement: Statement): StatementView => statementView(statement, subUnit, mainYear, mode)
  return { kind: 'stated', main: view(first), others: rest.map(view), aside: (cell.set_aside ?? []).map(view), mentions: first.mentions.length }
}

/** One line of text for a statement: what a screen reader says and a chip prints. */
export function plainText(view: StatementView): string {
  if (view.relative !== null) return `${view.sign} ${view.relative}`.trim()
  return `${view.sign}${view.value}${view.unit === '' ? '' : ` ${view.unit}`}`
}
