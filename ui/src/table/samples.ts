/** Small matrices for the tests of table and chart, and a large one for measuring. Invented places throughout. */
import { cellsOf, frameOf } from '@/ipc/fake-matrix'
import type { Cell, CellLine, CellQuery, IndicatorRow, Matrix, MatrixGroup, PairVerdict, PlanColumn, Statement, SubRow, Verdict } from '@/ipc'

export function column(plan: number, more: Partial<PlanColumn> = {}): PlanColumn {
  return {
    plan,
    region: `甲${plan}市`,
    region_level: 'prefecture',
    parent_region: null,
    genre: '实施方案',
    main_year: 2025,
    targets: 1,
    colour: plan - 1,
    ...more,
  }
}

/** A statement of `value`; by default in 家, for 2025, plainly worded, needing no conversion. */
export function says(value: string | null, more: Partial<Statement> = {}): Statement {
  return {
    op: '=',
    value,
    value_max: null,
    unit: value === null ? null : '家',
    year: 2025,
    year_from: null,
    scope: null,
    relative_to: null,
    firmness: 'firm',
    harmonised: value === null ? null : { value, value_max: more.value_max ?? null, factor: '1' },
    mentions: [1],
    confidence: 95,
    ...more,
  }
}

export const stated = (...statements: Statement[]): Cell => ({ kind: 'stated', statements })
export const empty: Cell = { kind: 'empty', reason: 'not_mentioned' }

export function pair(left: number, right: number, verdict: Verdict): PairVerdict {
  return {
    left,
    right,
    verdict,
    reasons: verdict === 'C' ? [{ kind: 'year_differs', years: [2022, 2025] }] : verdict === 'D' ? [{ kind: 'unit_differs', units: ['家', '%'] }] : [{ kind: 'same' }],
  }
}

export function sub(cells: Cell[], pairs: PairVerdict[] = [], more: Partial<SubRow> = {}): SubRow {
  const verdicts = pairs.map((p) => p.verdict).sort()
  return {
    measure: 'level',
    unit: '家',
    cells,
    verdict: verdicts.at(-1) ?? null,
    reasons: pairs.flatMap((p) => p.reasons),
    pairs,
    ...more,
  }
}

export function row(indicator: string, subRows: SubRow[], more: Partial<IndicatorRow> = {}): IndicatorRow {
  return { indicator, indicator_en: null, definition: null, type: '创新主体', plan_count: 1, sub_rows: subRows, ...more }
}

export function matrix(plans: PlanColumn[], rows: IndicatorRow[]): Matrix {
  const group: MatrixGroup = { type: '创新主体', targets: 9, plan_targets: plans.map(() => 3), rows }
  return { plans, groups: rows.length === 0 ? [] : [group], targets_shown: 9, targets_total: 9 }
}

/** A matrix of any size, the same at every call: figures from a small fixed recurrence, no chance. */
export function large(rowCount: number, planCount: number): Matrix {
  const plans = Array.from({ length: planCount }, (_, i) => column(i + 1, { region: `地区${i + 1}`, colour: i }))
  const types = ['研发投入', '创新主体', '创新平台', '人才团队', '知识产权', '成果转化', '产业升级', '科技金融', '创新生态', '经济发展'] as const
  let seed = 7
  const next = (below: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed % below
  }
  const groups = types.map((type, g): MatrixGroup => {
    const count = Math.floor(((g + 1) * rowCount) / types.length) - Math.floor((g * rowCount) / types.length)
    const rows = Array.from({ length: count }, (_, i) => {
      const cells = plans.map((): Cell => {
        if (next(3) !== 0) return empty
        const op = (['=', '>=', '~', '>', '<='] as const)[next(5)] ?? '='
        return stated(says(String(1 + next(5000)), { op, year: 2022 + next(4), firmness: next(4) === 0 ? 'soft' : 'firm' }))
      })
      const speaking = plans.filter((_, c) => cells[c]?.kind === 'stated').map((p) => p.plan)
      const pairs = speaking.slice(1).map((plan) => pair(speaking[0] ?? 0, plan, 'C'))
      return row(`${type}指标${i + 1}`, [sub(cells, pairs)], { type, plan_count: speaking.length })
    })
    return { type, targets: count, plan_targets: plans.map(() => next(90)), rows }
  })
  return { plans, groups, targets_shown: rowCount, targets_total: rowCount }
}

/** What the table is given of a matrix: its frame, and its cells when it asks for them. */
export function windowed(whole: Matrix) {
  return {
    ticket: 1,
    frame: frameOf(whole),
    cells: (query: CellQuery): Promise<CellLine[]> => Promise.resolve(cellsOf(whole, query)),
    edge: (): Promise<number | null> => Promise.resolve(null),
    wholeRow: (row: number): Promise<IndicatorRow | null> => Promise.resolve(whole.groups.flatMap((group) => group.rows)[row] ?? null),
  }
}
