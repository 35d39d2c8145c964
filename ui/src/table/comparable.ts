/**
 * Which cells of a sub-row may be drawn on one axis. The rule is the domain's: only figures whose pairs are
 * A, B or C, in the sub-row's common unit. Everything that draws (in-cell bars, charts) asks here.
 */
import type { Cell, PlanColumn, PlanId, Reason, Statement, SubRow, Verdict } from '@/ipc'

/** The statement that stands for the cell: the one of the plan's main year, which arrives first. */
export function primary(cell: Cell | undefined): Statement | null {
  return cell?.kind === 'stated' ? (cell.statements[0] ?? null) : null
}

/** A statement with a number in the common unit. */
export function hasNumber(statement: Statement): boolean {
  return statement.harmonised !== null
}

const CHARTED: ReadonlySet<Verdict> = new Set(['A', 'B', 'C'])

/**
 * Plans whose figures may stand on one axis: the largest set held together by A, B and C pairs. A single
 * plan with a number is a set of one. Of two sets of equal size the one that begins further left wins.
 */
export function charted(sub: SubRow, plans: PlanColumn[]): Set<PlanId> {
  const numbered: PlanId[] = []
  plans.forEach((plan, column) => {
    const cell = sub.cells[column]
    if (cell?.kind === 'stated' && cell.statements.some(hasNumber)) numbered.push(plan.plan)
  })
  const parent = new Map<PlanId, PlanId>(numbered.map((plan) => [plan, plan]))
  const root = (plan: PlanId): PlanId => {
    let at = plan
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  for (const pair of sub.pairs) {
    if (!CHARTED.has(pair.verdict) || !parent.has(pair.left) || !parent.has(pair.right)) continue
    parent.set(root(pair.right), root(pair.left))
  }
  const sets = new Map<PlanId, Set<PlanId>>()
  for (const plan of numbered) {
    const key = root(plan)
    const set = sets.get(key) ?? new Set<PlanId>()
    set.add(plan)
    sets.set(key, set)
  }
  let best = new Set<PlanId>()
  for (const set of sets.values()) if (set.size > best.size) best = set
  return best
}

/** The reasons that keep `plan` away from the plans of `others`, merged and without repeats. */
export function reasonsAgainst(sub: SubRow, plan: PlanId, others: ReadonlySet<PlanId>): Reason[] {
  const found: Reason[] = []
  for (const pair of sub.pairs) {
    const other = pair.left === plan ? pair.right : pair.right === plan ? pair.left : null
    if (other !== null && others.has(other) && !CHARTED.has(pair.verdict)) found.push(...pair.reasons)
  }
  return merged(found)
}

const union = <T>(left: T[], right: T[]): T[] => [...new Set([...left, ...right])]

/** One reason of each kind, with the lists of all: "2022, 2024" and "2024, 2025" make "2022, 2024, 2025". */
export function merged(reasons: Reason[]): Reason[] {
  const found = new Map<string, Reason>()
  for (const reason of reasons) {
    const key = reason.kind === 'converted' ? `converted ${reason.from} ${reason.to} ${reason.factor}` : reason.kind
    const known = found.get(key)
    found.set(key, known === undefined ? reason : joined(known, reason))
  }
  const all = [...found.values()]
  return all.length > 1 ? all.filter((reason) => reason.kind !== 'same') : all
}

function joined(left: Reason, right: Reason): Reason {
  if (left.kind === 'year_differs' && right.kind === 'year_differs') {
    const years = union(left.years, right.years).sort((a, b) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
    return { kind: 'year_differs', years }
  }
  if (left.kind === 'level_differs' && right.kind === 'level_differs') return { kind: left.kind, levels: union(left.levels, right.levels) }
  if (left.kind === 'scope_differs' && right.kind === 'scope_differs') return { kind: left.kind, scopes: union(left.scopes, right.scopes) }
  if (left.kind === 'measure_differs' && right.kind === 'measure_differs') return { kind: left.kind, measures: union(left.measures, right.measures) }
  if (left.kind === 'unit_differs' && right.kind === 'unit_differs') return { kind: left.kind, units: union(left.units, right.units) }
  if (left.kind === 'relative' && right.kind === 'relative') return { kind: left.kind, benchmarks: union(left.benchmarks, right.benchmarks) }
  if (left.kind === 'several_statements' && right.kind === 'several_statements') return { kind: left.kind, plans: Math.max(left.plans, right.plans) }
  if (left.kind === 'contradictory' && right.kind === 'contradictory') return { kind: left.kind, plans: Math.max(left.plans, right.plans) }
  if (left.kind === 'assumed' && right.kind === 'assumed') return { kind: left.kind, derivations: union(left.derivations, right.derivations) }
  return left
}

/** Plans that hold a condition against at least one other of `set`. */
export function conditional(sub: SubRow, set: ReadonlySet<PlanId>): Set<PlanId> {
  const found = new Set<PlanId>()
  for (const pair of sub.pairs) {
    if (pair.verdict !== 'C' || !set.has(pair.left) || !set.has(pair.right)) continue
    found.add(pair.left)
    found.add(pair.right)
  }
  return found
}
