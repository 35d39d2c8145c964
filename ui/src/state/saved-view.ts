/** The state of the view as it is saved, and how a saved one is read back without trusting it. */
import type { ChartChoice, Choices, EvidenceQuery, Filter, Language, PlanId, ReviewOrder, ReviewScope, UnitMode } from '@/ipc'
import { noChoices, readChoices } from './choices'
import { emptyFilter } from './filter'

export type Page = 'overview' | 'indicators' | 'charts' | 'intake'
/** The parts of the page for import and review. */
export type IntakePart = 'review' | 'import' | 'library' | 'synonyms' | 'history'
export type ThemeChoice = 'system' | 'light' | 'dark'

/** How the rows of the table are ordered within their groups. */
export interface Sort {
  by: 'type_order' | 'name' | 'plan_count' | 'plan_value' | 'verdict' | 'own'
  /** Whose values, when sorted by value. */
  plan: PlanId | null
  descending: boolean
}

/** How the table stands. */
export interface TableState {
  /** Plans are the rows. */
  turned: boolean
  /** Height of a line, in pixels. */
  density: number
  /** Plans and indicators that stay in sight. */
  pinned_plans: PlanId[]
  pinned_rows: string[]
  hidden_rows: string[]
  /** Indicators in the analyst's own order. */
  row_order: string[]
  /** Widths of columns as pulled: key and pixels by turns. */
  widths: (string | number)[]
  /** Copies carry the signs `≥` and the like. */
  copy_signs: boolean
  /** With a benchmark: its column, and how far each figure lies from it. */
  differences: boolean
}

/** Everything that survives a restart. */
export interface SavedView {
  page: Page
  filter: Filter
  /** What the analyst chose to assume and to measure against. */
  choices: Choices
  /** `null` follows the system. */
  language: Language | null
  theme: ThemeChoice
  unit_mode: UnitMode
  /** The filter panel is open. */
  panel_open: boolean
  /** The chart of the selected row is open. */
  chart_open: boolean
  /** What the page of charts draws. */
  chart: ChartChoice
  /** The data of the chart stand under it. */
  chart_table: boolean
  /** The evidence drawer is open. */
  drawer_open: boolean
  /** The analyst's order of plans; plans not listed follow in library order. */
  plan_order: PlanId[]
  hidden_plans: PlanId[]
  /** The cell last selected. */
  selection: EvidenceQuery | null
  sort: Sort
  table: TableState
  /** Facet groups of the panel that are folded. */
  folded_facets: string[]
  /** Type groups of the table that are folded. */
  folded_groups: string[]
  /** Which part of import and review is open. */
  intake_part: IntakePart
  /** Which targets stand in the review queue. */
  review_scope: ReviewScope
  review_order: ReviewOrder
  /** Column of the library's table by which it is sorted. */
  library_sort: { by: string; descending: boolean }
}

/** The view at the very first start. */
export function firstView(): SavedView {
  return {
    page: 'indicators',
    filter: emptyFilter(),
    choices: noChoices(),
    language: null,
    theme: 'system',
    unit_mode: 'as_written',
    panel_open: true,
    chart_open: true,
    chart: { kind: 'grouped_bar', indicators: [], measure: null, same_axis: false, share: false },
    chart_table: false,
    drawer_open: false,
    plan_order: [],
    hidden_plans: [],
    selection: null,
    sort: { by: 'type_order', plan: null, descending: false },
    table: { turned: false, density: 30, pinned_plans: [], pinned_rows: [], hidden_rows: [], row_order: [], widths: [], copy_signs: false, differences: true },
    folded_facets: ['op', 'firmness', 'status'],
    folded_groups: [],
    intake_part: 'review',
    review_scope: 'to_review',
    review_order: 'confidence',
    library_sort: { by: 'place', descending: false },
  }
}

const CHOICES = {
  page: ['overview', 'indicators', 'charts', 'intake'],
  intake_part: ['review', 'import', 'library', 'synonyms', 'history'],
  review_scope: ['to_review', 'undecided', 'all'],
  review_order: ['confidence', 'place'],
  language: ['zh-CN', 'en', null],
  theme: ['system', 'light', 'dark'],
  unit_mode: ['as_written', 'harmonised'],
} as const

const KINDS: readonly ChartChoice['kind'][] = ['grouped_bar', 'dot_plot', 'small_multiples', 'heat', 'timeline', 'composition']
const MEASURES: readonly ChartChoice['measure'][] = ['level', 'increment', 'annual', 'cumulative', 'growth', 'share', 'ratio', 'coverage', 'rank']

/** Reads a saved view; whatever is missing, unknown or of another shape keeps its first value. */
export function readView(text: string | null): SavedView {
  const view = firstView()
  if (text === null) return view
  let saved: unknown
  try {
    saved = JSON.parse(text)
  } catch {
    return view
  }
  if (!isRecord(saved)) return view
  const target = view as unknown as Record<string, unknown>
  for (const [key, first] of Object.entries(target)) {
    const value = saved[key]
    if (key in CHOICES ? (CHOICES[key as keyof typeof CHOICES] as readonly unknown[]).includes(value) : sameShape(first, value)) {
      target[key] = isRecord(first) && isRecord(value) ? mergeKnown(first, value) : value
    }
  }
  view.choices = readChoices(saved.choices)
  // The core refuses a kind or a measure that it does not know, and then nothing would be drawn at all.
  if (!KINDS.includes(view.chart.kind)) view.chart.kind = 'grouped_bar'
  if (view.chart.measure !== null && !MEASURES.includes(view.chart.measure)) view.chart.measure = null
  view.chart.indicators = view.chart.indicators.filter((name) => typeof name === 'string')
  view.selection = isSelection(saved.selection) ? saved.selection : null
  return view
}

/** What was saved where it has the first value's shape, all the way down; an older view lacks parts of a newer one. */
function mergeKnown(first: Record<string, unknown>, saved: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(first).map(([key, value]) => {
      const other = saved[key]
      if (!sameShape(value, other)) return [key, value]
      return [key, isRecord(value) && isRecord(other) ? mergeKnown(value, other) : other]
    }),
  )
}

function sameShape(first: unknown, value: unknown): boolean {
  if (first === null) return value === null || typeof value === 'string' || typeof value === 'number'
  if (Array.isArray(first)) return Array.isArray(value) && value.every((item) => item === null || ['string', 'number'].includes(typeof item))
  return typeof first === typeof value && value !== null && !Array.isArray(value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isSelection(value: unknown): value is EvidenceQuery {
  return isRecord(value) && typeof value.plan === 'number' && typeof value.indicator === 'string' && typeof value.measure === 'string'
}
