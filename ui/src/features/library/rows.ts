/** The plans of the library as a table: search, tags, order. Pure. */
import type { PlanSummary } from '@/ipc'
import { planName } from '@/lib'
import { qualityRank } from './quality'

/** Columns by which the table can be sorted. */
export const COLUMNS = ['region', 'title', 'quality', 'period', 'issued', 'targets', 'review', 'imported'] as const

export type Column = (typeof COLUMNS)[number]

/** Every tag with its number of plans, in order. */
export function tagCounts(plans: readonly PlanSummary[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const tag of plans.flatMap((plan) => plan.tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a.localeCompare(b, 'zh'))
}

function matches(plan: PlanSummary, words: readonly string[]): boolean {
  const { meta } = plan
  const text = [meta.region, meta.title, meta.issuer, meta.doc_no, meta.province, meta.parent_region, plan.source_name, ...plan.tags].join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}

function key(plan: PlanSummary, by: string): string | number {
  switch (by) {
    case 'region':
      return planName(plan)
    case 'title':
      return plan.meta.title ?? ''
    case 'quality':
      return qualityRank(plan.quality)
    case 'period':
      return plan.meta.period?.[1] ?? plan.meta.horizons[0] ?? 0
    case 'issued':
      return plan.meta.issued ?? ''
    case 'targets':
      return plan.targets
    case 'review':
      return plan.to_review
    case 'imported':
      return plan.imported_at
    default:
      return plan.colour
  }
}

/** The plans that are searched for, in the order asked for; equal ones stay as in the library. */
export function shownPlans(plans: readonly PlanSummary[], search: string, tag: string | null, sort: { by: string; descending: boolean }): PlanSummary[] {
  const words = search.trim().toLowerCase().split(/\s+/).filter((word) => word !== '')
  const found = plans.filter((plan) => (tag === null || plan.tags.includes(tag)) && matches(plan, words))
  const way = sort.descending ? -1 : 1
  return found.sort((a, b) => {
    const [left, right] = [key(a, sort.by), key(b, sort.by)]
    const order = typeof left === 'number' && typeof right === 'number' ? left - right : String(left).localeCompare(String(right), 'zh')
    return order * way || a.colour - b.colour
  })
}

/** A list of words as it was typed. */
export const wordsOf = (text: string) => [...new Set(text.split(/[,，、;；]/).map((word) => word.trim()).filter((word) => word !== ''))]
