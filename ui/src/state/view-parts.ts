/**
 * The part of the view that answers "what is compared, and how is it laid out": what a name keeps, what a file shares,
 * what Back and Forward go through. The rest is the analyst's comfort at this desk.
 */
import type { PlanId } from '@/ipc'
import { readView, type SavedView } from './saved-view'

/** What stays as it is when another view is put up. */
const OF_THE_DESK = [
  'language', 'theme', 'panel_open', 'drawer_open', 'selection', 'folded_facets', 'intake_part', 'review_scope', 'review_order', 'library_sort',
] as const satisfies readonly (keyof SavedView)[]

type OfTheDesk = (typeof OF_THE_DESK)[number]

/** The view without what belongs to the desk. */
export type ViewParts = Omit<SavedView, OfTheDesk>

/** The parts of a view, as data of their own. */
export function partsOf(view: SavedView): ViewParts {
  const parts = Object.entries(view).filter(([key]) => !(OF_THE_DESK as readonly string[]).includes(key))
  return JSON.parse(JSON.stringify(Object.fromEntries(parts))) as ViewParts
}

/** The parts in a saved text, read without trusting it. */
export function readParts(state: string): ViewParts {
  return partsOf(readView(state))
}

/** Parts as text; equal parts give equal texts. */
export function textOf(parts: ViewParts): string {
  return JSON.stringify(sortedByKey(parts))
}

function sortedByKey(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedByKey)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, sortedByKey(one)]))
}

/** Keys under which a number, or a list of numbers, names plans. */
const ONE_PLAN = 'plan'
const PLANS = /(^|_)plans$|^plan_order$/

/** A state from another library with its plans numbered as here; plans that this library lacks fall out. */
export function renumbered(state: string, here: ReadonlyMap<PlanId, PlanId | null>): string {
  const of = (plan: unknown) => (typeof plan === 'number' ? (here.get(plan) ?? null) : plan)
  return JSON.stringify(JSON.parse(state), (key, value: unknown) => {
    if (key === ONE_PLAN) return of(value)
    if (PLANS.test(key) && Array.isArray(value)) return value.map(of).filter((plan) => plan !== null)
    return value
  })
}

/** Every plan that a state names. */
export function plansIn(state: string): Set<PlanId> {
  const found = new Set<PlanId>()
  JSON.parse(state, (key, value: unknown) => {
    if (key === ONE_PLAN && typeof value === 'number') found.add(value)
    if (PLANS.test(key) && Array.isArray(value)) for (const plan of value) if (typeof plan === 'number') found.add(plan)
    return value
  })
  return found
}
