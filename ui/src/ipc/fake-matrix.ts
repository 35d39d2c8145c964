/** The windows of the recorded comparison, for development in a plain browser only: a small likeness of the core's. */
import { packFrame } from './frame'
import { answer, type UnitsOf } from './fake-filter'
import type {
  Cell, CellLine, CellQuery, EdgeQuery, Filter, FindAnswer, FindQuery, IndicatorRow, Matrix, MatrixFrame, OrderQuery, PackedFrame, Statement, SubRow,
  TextLine, TextQuery, UnitMode,
} from './types'

const statements = (cell: Cell | undefined): Statement[] => (cell?.kind === 'stated' ? cell.statements : [])
const rowsOf = (matrix: Matrix): IndicatorRow[] => matrix.groups.flatMap((group) => group.rows)
const subRowsOf = (matrix: Matrix): SubRow[] => rowsOf(matrix).flatMap((row) => row.sub_rows)
const drawn = (sub: SubRow): boolean => sub.pairs.some((pair) => pair.verdict <= 'C')

/** A matrix without its cells. */
export function frameOf(matrix: Matrix): MatrixFrame {
  let row = 0
  let sub_row = 0
  return {
    ...matrix,
    groups: matrix.groups.map((group) => ({
      ...group,
      rows: group.rows.map(({ sub_rows, ...rest }) => ({
        ...rest,
        row: row++,
        sub_rows: sub_rows.map((sub) => ({ sub_row: sub_row++, measure: sub.measure, unit: sub.unit, verdict: sub.verdict, reasons: sub.reasons, charted: drawn(sub), benchmark: sub.benchmark })),
      })),
    })),
  }
}

/** Lengths of the bars: every figure in the common unit, as long as two of them compare. */
function barOf(sub: SubRow, said: Statement | undefined): { from: number; to: number } | null {
  if (!drawn(sub) || !said?.harmonised) return null
  const most = Math.max(...sub.cells.map((cell) => Number(statements(cell)[0]?.harmonised?.value ?? 0)))
  return most > 0 ? { from: 0, to: Math.round((1000 * Number(said.harmonised.value)) / most) } : null
}

export function cellsOf(matrix: Matrix, query: Pick<CellQuery, 'sub_rows' | 'first' | 'end'>): CellLine[] {
  const subs = subRowsOf(matrix)
  return query.sub_rows.flatMap((sub_row) => {
    const sub = subs[sub_row]
    if (sub === undefined) return []
    const line: CellLine = { sub_row, stated: [], silent: [] }
    sub.cells.forEach((cell, column) => {
      if (column < query.first || column >= query.end) return
      if (cell.kind === 'stated') line.stated.push({ column, statements: cell.statements, set_aside: cell.set_aside, bar: barOf(sub, cell.statements[0]) })
      else if (cell.reason !== 'not_mentioned') line.silent.push({ column, reason: cell.reason })
    })
    return [line]
  })
}

function textOf(cell: Cell | undefined, units: UnitMode): string {
  return statements(cell).map((said) => (units === 'harmonised' ? said.harmonised?.value : null) ?? said.value ?? said.relative_to ?? '').join('; ')
}

/** The commands of the comparison over a recorded matrix. */
export function fakeMatrix(whole: Matrix, unitsOf: UnitsOf): Record<string, (args: Record<string, unknown>) => unknown> {
  let ticket = 0
  const kept = new Map<number, Matrix>()
  const of = <T>(number: number, work: (matrix: Matrix) => T): T | null => {
    const matrix = kept.get(number)
    return matrix === undefined ? null : work(matrix)
  }
  return {
    matrix_build(args): PackedFrame {
      const { matrix, facets } = answer(whole, args.filter as Filter, unitsOf)
      kept.set(++ticket, matrix)
      return packFrame({ ticket, matrix: frameOf(matrix), facets })
    },
    // What changed is not worked out here: the page asks for the whole.
    matrix_follow: () => null,
    matrix_cells: (args) => of((args.query as CellQuery).ticket, (matrix) => cellsOf(matrix, args.query as CellQuery)),
    matrix_row: (args) => of(args.ticket as number, (matrix) => rowsOf(matrix)[args.row as number] ?? null),
    matrix_order(args) {
      const { ticket: number, plan, descending } = args.query as OrderQuery
      return of(number, (matrix) => {
        const column = matrix.plans.findIndex((one) => one.plan === plan)
        const value = (row: IndicatorRow) => Number(row.sub_rows.map((sub) => statements(sub.cells[column])[0]?.value).find((one) => one != null) ?? Number.NaN)
        const keyed = rowsOf(matrix).map((row, index) => ({ index, value: value(row) }))
        keyed.sort((a, b) => (Number.isNaN(a.value) ? 1 : 0) - (Number.isNaN(b.value) ? 1 : 0) || (descending ? b.value - a.value : a.value - b.value))
        return keyed.map((one) => one.index)
      })
    },
    matrix_find(args) {
      const query = args.query as FindQuery
      return of(query.ticket, (matrix): FindAnswer => {
        const hits: [number, number][] = []
        let sub_row = 0
        for (const row of rowsOf(matrix)) {
          if (`${row.indicator}\n${row.indicator_en ?? ''}`.toLowerCase().includes(query.text.toLowerCase())) hits.push([sub_row, 0])
          for (const sub of row.sub_rows) {
            sub.cells.forEach((cell, column) => textOf(cell, query.units).includes(query.text) && hits.push([sub_row, column + 1]))
            sub_row += 1
          }
        }
        return { hits, cut: false }
      })
    },
    matrix_edge(args) {
      const { ticket: number, sub_rows, columns, inside } = args.query as EdgeQuery
      return of(number, (matrix) => {
        const subs = subRowsOf(matrix)
        const way = sub_rows.flatMap((sub_row) => columns.map((column) => subs[sub_row]?.cells[column]?.kind === 'stated'))
        if (inside && way[0] === true && way[1] === true) return (way.includes(false) ? way.indexOf(false) : way.length) - 1
        const next = way.indexOf(true, inside ? 1 : 0)
        return next < 0 ? way.length - 1 : next
      })
    },
    matrix_text(args) {
      const query = args.query as TextQuery
      return of(query.ticket, (matrix): TextLine[] => {
        const subs = subRowsOf(matrix)
        return query.sub_rows.map((sub_row) => ({ cells: query.columns.map((column) => textOf(subs[sub_row]?.cells[column], query.units)), unit: subs[sub_row]?.unit ?? '', differences: [] }))
      })
    },
  }
}
