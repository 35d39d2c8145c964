/**
 * What the chart of one sub-row says, without pixels and without words: which figures are drawn, how, and
 * which are left out and why. Two measures never meet here, because a sub-row has one measure.
 */
import type {
  EmptyReason, IndicatorRow, Measure, Op, PlanColumn, PlanId, Reason, Statement, SubRow, Verdict, Year,
} from '@/ipc'
import { charted, conditional, hasNumber, merged, reasonsAgainst } from '@/table/comparable'
import { type BarShape, ends, shapeOf } from '@/table/bars'

export interface ChartMark {
  plan: PlanId
  region: string
  colour: number
  op: Op
  shape: BarShape
  /** Ends in the common unit, for drawing only; the printed value is the decimal text. */
  low: number
  high: number
  value: string
  valueMax: string | null
  /** What the plan wrote, when a conversion made the drawn value from it. */
  stated: { value: string; valueMax: string | null; unit: string; factor: string } | null
  year: Year | null
  yearFrom: Year | null
  scope: string | null
  /** 力争: drawn lighter. */
  soft: boolean
  /** Holds a C verdict against another mark: hatched. */
  conditional: boolean
}

export type Exclusion =
  | { cause: 'empty'; reason: EmptyReason }
  | { cause: 'relative'; op: Op; benchmark: string }
  | { cause: 'apart'; reasons: Reason[] }

export interface Excluded {
  plan: PlanId
  region: string
  why: Exclusion
}

export interface ChartSpec {
  indicator: string
  indicatorEn: string | null
  measure: Measure
  /** The unit of the axis; null when the figures have none. */
  unit: string | null
  /** A place in a league table is a dot; every other quantity is a bar from zero. */
  form: 'bar' | 'dot'
  marks: ChartMark[]
  excluded: Excluded[]
  plans: number
  /** Plans with at least one mark. */
  drawn: number
  /** Weakest verdict among the plans drawn; null when one stands alone. */
  verdict: Verdict | null
  reasons: Reason[]
  /** Target years of the marks, ascending; null for none stated. */
  years: (Year | null)[]
  /** Whether marks stand in order of value. Only A and B may be ranked. */
  ranked: boolean
  /** The documents behind the marks. */
  sources: { region: string; year: Year | null; genre: string | null }[]
}

const ORDER: Record<Verdict, number> = { A: 0, B: 1, C: 2, D: 3, E: 4 }

export function chartSpec(row: IndicatorRow, sub: SubRow, plans: PlanColumn[]): ChartSpec {
  const set = charted(sub, plans)
  const hatched = conditional(sub, set)
  const marks: ChartMark[] = []
  const excluded: Excluded[] = []
  plans.forEach((plan, column) => {
    const cell = sub.cells[column]
    const leave = (why: Exclusion): void => void excluded.push({ plan: plan.plan, region: plan.region, why })
    if (cell === undefined || cell.kind === 'empty') {
      leave({ cause: 'empty', reason: cell?.reason ?? 'not_mentioned' })
      return
    }
    const inside = set.has(plan.plan)
    for (const statement of cell.statements) {
      if (inside && hasNumber(statement)) {
        const mark = toMark(statement, plan, hatched.has(plan.plan), sub.unit)
        if (mark !== null) marks.push(mark)
      }
    }
    const relative = cell.statements.find((s) => s.value === null)
    if (relative !== undefined) leave({ cause: 'relative', op: relative.op, benchmark: relative.relative_to ?? '' })
    else if (!inside) leave({ cause: 'apart', reasons: reasonsAgainst(sub, plan.plan, set) })
  })
  const { verdict, reasons } = among(sub, set)
  const onePerPlan = marks.length === set.size
  const ranked = onePerPlan && marks.length > 1 && (verdict === 'A' || verdict === 'B')
  if (ranked) marks.sort((a, b) => b.high - a.high)
  return {
    indicator: row.indicator,
    indicatorEn: row.indicator_en,
    measure: sub.measure,
    unit: sub.unit,
    form: sub.measure === 'rank' ? 'dot' : 'bar',
    marks,
    excluded,
    plans: plans.length,
    drawn: set.size,
    verdict,
    reasons,
    years: distinctYears(marks),
    ranked,
    sources: plans
      .filter((p) => set.has(p.plan))
      .map((p) => ({ region: p.region, year: p.main_year, genre: p.genre })),
  }
}

function toMark(statement: Statement, plan: PlanColumn, hatched: boolean, unit: string | null): ChartMark | null {
  const both = ends(statement)
  if (both === null || statement.harmonised === null || statement.value === null) return null
  const { harmonised } = statement
  const converted = Number(harmonised.factor) !== 1
  return {
    plan: plan.plan,
    region: plan.region,
    colour: plan.colour,
    op: statement.op,
    shape: shapeOf(statement.op, harmonised.value_max !== null),
    low: Math.min(both[0], both[1]),
    high: Math.max(both[0], both[1]),
    value: harmonised.value,
    valueMax: harmonised.value_max,
    stated: converted
      ? { value: statement.value, valueMax: statement.value_max, unit: statement.unit ?? unit ?? '', factor: harmonised.factor }
      : null,
    year: statement.year,
    yearFrom: statement.year_from,
    scope: statement.scope,
    soft: statement.firmness === 'soft',
    conditional: hatched,
  }
}

/** The weakest verdict and all reasons among the plans drawn; the sub-row's own may include plans left out. */
function among(sub: SubRow, set: ReadonlySet<PlanId>): { verdict: Verdict | null; reasons: Reason[] } {
  let verdict: Verdict | null = null
  const pairs = sub.pairs.filter((p) => set.has(p.left) && set.has(p.right))
  for (const pair of pairs) if (verdict === null || ORDER[pair.verdict] > ORDER[verdict]) verdict = pair.verdict
  // When every pair of the sub-row is drawn, its own reasons are already merged, years and scopes in one list.
  if (pairs.length === sub.pairs.length) return { verdict, reasons: sub.reasons }
  return { verdict, reasons: merged(pairs.flatMap((p) => p.reasons)) }
}

function distinctYears(marks: ChartMark[]): (Year | null)[] {
  const years = new Set(marks.map((m) => m.year))
  return [...years].sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
}

