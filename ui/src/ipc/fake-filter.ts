/**
 * Filtering of the recorded comparison, for development in a plain browser only. The rules are the core's; this
 * is a small likeness of them that is good enough to try the page, and no part of the product.
 */
import type {
  Cell, Facet, FacetCount, Facets, Filter, IndicatorRow, Matrix, PairVerdict, Reason, Statement, SubRow, TargetId, Verdict,
} from './types'

/** Which responsible units each recorded target has. */
export type UnitsOf = ReadonlyMap<TargetId, readonly string[]>

const chosen = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value)

function keeps(statement: Statement, filter: Filter, units: UnitsOf): boolean {
  return (
    chosen(filter.year, statement.year) &&
    chosen(filter.op, statement.op) &&
    chosen(filter.firmness, statement.firmness) &&
    chosen(filter.status, 'extracted') &&
    (filter.unit.length === 0 || statement.mentions.some((id) => filter.unit.some((unit) => units.get(id)?.includes(unit))))
  )
}

function filteredCell(cell: Cell, filter: Filter, units: UnitsOf): Cell {
  if (cell.kind === 'empty') return cell
  const statements = cell.statements.filter((statement) => keeps(statement, filter, units))
  return statements.length > 0 ? { kind: 'stated', statements } : { kind: 'empty', reason: 'filtered_out' }
}

function weakest(pairs: PairVerdict[]): Verdict | null {
  const numeric = pairs.map((pair) => pair.verdict).filter((verdict) => verdict !== 'E')
  return numeric.sort().at(-1) ?? (pairs.length > 0 ? 'E' : null)
}

function mergedReasons(pairs: PairVerdict[]): Reason[] {
  const seen = new Map<string, Reason>()
  for (const reason of pairs.flatMap((pair) => pair.reasons)) {
    const known = seen.get(reason.kind)
    if (known?.kind === 'year_differs' && reason.kind === 'year_differs') {
      const years = [...new Set([...known.years, ...reason.years])].sort((a, b) => (a ?? 0) - (b ?? 0))
      seen.set(reason.kind, { kind: 'year_differs', years })
    } else if (!known) seen.set(reason.kind, reason)
  }
  return [...seen.values()]
}

function filteredSubRow(row: SubRow, columns: number[], ids: number[], filter: Filter, units: UnitsOf): SubRow | null {
  const cells = columns.map((at) => filteredCell(row.cells[at] as Cell, filter, units))
  const speaking = new Set(ids.filter((_, index) => cells[index]?.kind === 'stated'))
  if (speaking.size === 0) return null
  const pairs = row.pairs.filter((pair) => speaking.has(pair.left) && speaking.has(pair.right))
  const verdict = weakest(pairs)
  if (filter.verdict.length > 0 && !pairs.some((pair) => filter.verdict.includes(pair.verdict))) return null
  return { ...row, cells, pairs, verdict, reasons: mergedReasons(pairs) }
}

const countIn = (rows: IndicatorRow[], at: number) =>
  rows.flatMap((row) => row.sub_rows).reduce((sum, sub) => {
    const cell = sub.cells[at]
    return sum + (cell?.kind === 'stated' ? cell.statements.reduce((n, statement) => n + statement.mentions.length, 0) : 0)
  }, 0)

/** Whether two plans that speak commit to different things; the year alone is no difference. */
function differs(sub: SubRow): boolean {
  const said = new Set<string>()
  for (const cell of sub.cells) {
    if (cell.kind === 'stated') {
      said.add(cell.statements.map(({ op, harmonised, value, value_max, unit, relative_to, scope }) => JSON.stringify([op, harmonised?.value ?? [value, value_max, unit], harmonised?.value_max, relative_to, scope])).sort().join('&'))
    }
  }
  return said.size > 1
}

/** The recorded matrix as the filter lets it through. */
export function filteredMatrix(whole: Matrix, filter: Filter, units: UnitsOf): Matrix {
  const wanted = filter.plans.length > 0 ? filter.plans : whole.plans.map((plan) => plan.plan)
  const columns = wanted
    .map((id) => whole.plans.findIndex((plan) => plan.plan === id))
    .filter((at) => at >= 0 && (filter.level.length === 0 || filter.level.some((level) => whole.plans[at]?.region_level === level)))
  const ids = columns.map((at) => whole.plans[at]?.plan ?? 0)
  const groups = whole.groups
    .filter((group) => chosen(filter.type, group.type))
    .map((group) => {
      const rows = group.rows.flatMap((row) => {
        if (filter.text !== null && !`${row.indicator} ${row.indicator_en ?? ''}`.toLowerCase().includes(filter.text.toLowerCase())) return []
        const plan_count = columns.filter((at) => row.sub_rows.some((sub) => sub.cells[at]?.kind === 'stated')).length
        if (plan_count < (filter.shared ?? 0) || plan_count > (filter.shared_max ?? Infinity)) return []
        const sub_rows = row.sub_rows
          .flatMap((sub) => (chosen(filter.measure, sub.measure) ? (filteredSubRow(sub, columns, ids, filter, units) ?? []) : []))
          .filter((sub) => !filter.differences || differs(sub))
        return sub_rows.length > 0 ? [{ ...row, plan_count, sub_rows }] : []
      })
      const plan_targets = columns.map((_, at) => countIn(rows, at))
      return { ...group, rows, plan_targets, targets: plan_targets.reduce((a, b) => a + b, 0) }
    })
    .filter((group) => group.rows.length > 0)
  const plans = columns.map((at, index) => ({
    ...(whole.plans[at] as Matrix['plans'][number]),
    targets: groups.reduce((sum, group) => sum + (group.plan_targets[index] ?? 0), 0),
  }))
  const targets_total = columns.reduce((sum, at) => sum + whole.groups.reduce((n, group) => n + (group.plan_targets[at] ?? 0), 0), 0)
  return { plans, groups, targets_shown: plans.reduce((sum, plan) => sum + plan.targets, 0), targets_total }
}

function tally(entries: Iterable<[string, number]>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word, count] of entries) counts.set(word, (counts.get(word) ?? 0) + count)
  return counts
}

function entriesOf(matrix: Matrix, facet: Facet, units: UnitsOf): [string, number][] {
  const out: [string, number][] = []
  for (const row of matrix.groups.flatMap((group) => group.rows)) {
    if (facet === 'shared') out.push([String(row.plan_count), 1])
    for (const sub of row.sub_rows) {
      if (facet === 'verdict') for (const verdict of new Set(sub.pairs.map((pair) => pair.verdict))) out.push([verdict, 1])
      sub.cells.forEach((cell, at) => {
        if (cell.kind === 'empty') return
        for (const statement of cell.statements) {
          const count = statement.mentions.length
          if (facet === 'unit') {
            for (const id of statement.mentions) for (const unit of units.get(id) ?? []) out.push([unit, 1])
          } else {
            const words: Partial<Record<Facet, string>> = {
              type: row.type, measure: sub.measure, year: String(statement.year ?? ''), level: matrix.plans[at]?.region_level ?? '',
              op: statement.op, firmness: statement.firmness, status: 'extracted',
            }
            const word = words[facet]
            if (word !== undefined) out.push([word, count])
          }
        }
      })
    }
  }
  return out
}

const DOMAIN_ORDER: Partial<Record<Facet, readonly string[]>> = {
  type: ['研发投入', '创新主体', '创新平台', '人才团队', '知识产权', '成果转化', '产业升级', '科技金融', '创新生态', '经济发展', '绿色民生'],
  measure: ['level', 'increment', 'annual', 'cumulative', 'growth', 'share', 'ratio', 'coverage', 'rank'],
  level: ['province', 'prefecture', 'county', 'zone'],
  op: ['>=', '>', '=', '~', '<=', '<'],
  firmness: ['firm', 'soft'],
  verdict: ['A', 'B', 'C', 'D', 'E'],
  status: ['extracted', 'accepted', 'edited', 'rejected'],
}

/** The matrix and the facets of one filter. Each facet is counted with all other filters applied. */
export function answer(whole: Matrix, filter: Filter, units: UnitsOf): { matrix: Matrix; facets: Facets } {
  const count = (facet: Facet): FacetCount[] => {
    const open = facet === 'shared' ? { ...filter, shared: null, shared_max: null } : { ...filter, [facet]: [] }
    const counts = tally(entriesOf(filteredMatrix(whole, open, units), facet, units))
    const order = DOMAIN_ORDER[facet]
    const words = order ?? [...counts.keys()].sort(facet === 'unit' ? (a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) : (a, b) => Number(a || Infinity) - Number(b || Infinity))
    return words.map((value) => ({ value, count: counts.get(value) ?? 0 }))
  }
  const facets: Facets = {
    type: count('type'), measure: count('measure'), year: count('year'), level: count('level'), op: count('op'), firmness: count('firmness'),
    verdict: count('verdict'), shared: count('shared'), status: count('status'), unit: count('unit'),
  }
  return { matrix: filteredMatrix(whole, filter, units), facets }
}
