/** The filter as the panel, the chips and the exports see it. Pure functions over plain data. */
import type { Facet, Filter, PlanId } from '@/ipc'

/** No restriction. */
export function emptyFilter(): Filter {
  return {
    plans: [], type: [], measure: [], year: [], level: [], region: [], op: [], firmness: [], verdict: [], status: [],
    unit: [], shared: null, shared_max: null, differences: false, text: null,
  }
}

/** Facets whose values are chosen from a list. */
export type ListFacet = Exclude<Facet, 'shared'>

/** Facets in the order of the panel. */
export const LIST_FACETS: readonly ListFacet[] = ['type', 'measure', 'year', 'level', 'op', 'firmness', 'verdict', 'status', 'unit']

/** A facet's value as the panel words it; the empty word is "none stated". */
export function facetWords(filter: Filter, facet: ListFacet): string[] {
  return facet === 'year' ? filter.year.map((year) => (year === null ? '' : String(year))) : [...filter[facet]]
}

/** The filter with one value of a facet put in, or taken out if it was in. */
export function toggled(filter: Filter, facet: ListFacet, word: string): Filter {
  const words = facetWords(filter, facet)
  return withFacet(filter, facet, words.includes(word) ? words.filter((other) => other !== word) : [...words, word])
}

/** The filter with a facet's values replaced. */
export function withFacet(filter: Filter, facet: ListFacet, words: string[]): Filter {
  if (facet === 'year') return { ...filter, year: words.map((word) => (word === '' ? null : Number(word))) }
  // The words come from the core's own facet counts, so they are values of the facet's type.
  return { ...filter, [facet]: words }
}

/** How many plans must state an indicator: at least two, all of them, only one, or no matter. */
export type Sharing = 'any' | 'two' | 'all' | 'one'

/** Stands for "all shown plans" in the view's filter, however many are shown at the time. */
export const ALL_PLANS = 65535

/** What the filter says about sharing. */
export function sharing(filter: Filter): Sharing {
  if (filter.shared_max === 1) return 'one'
  if (filter.shared === null) return 'any'
  return filter.shared > 2 ? 'all' : 'two'
}

/** The filter with another word about sharing. */
export function withSharing(filter: Filter, next: Sharing): Filter {
  const shared = next === 'two' ? 2 : next === 'all' ? ALL_PLANS : null
  return { ...filter, shared, shared_max: next === 'one' ? 1 : null }
}

/** The view's filter as the core gets it, for the shown plans. */
export function asked(filter: Filter, shown: readonly PlanId[], whole_library: boolean): Filter {
  const shared = filter.shared === null ? null : Math.min(filter.shared, Math.max(2, shown.length))
  return { ...filter, shared, text: filter.text?.trim() || null, plans: whole_library ? [] : [...shown] }
}

/** Everything that restricts, one entry for each removable chip. */
export type ActivePart =
  | { kind: 'facet'; facet: ListFacet; words: string[] }
  | { kind: 'region'; words: string[] }
  | { kind: 'sharing'; sharing: Exclude<Sharing, 'any'> }
  | { kind: 'differences' }
  | { kind: 'text'; text: string }

/** The restrictions in force, in the order of the panel. Hidden plans are the plan bar's matter. */
export function activeParts(filter: Filter): ActivePart[] {
  const parts: ActivePart[] = []
  for (const facet of LIST_FACETS) {
    const words = facetWords(filter, facet)
    if (words.length > 0) parts.push({ kind: 'facet', facet, words })
  }
  if (filter.region.length > 0) parts.push({ kind: 'region', words: filter.region })
  const shares = sharing(filter)
  if (shares !== 'any') parts.push({ kind: 'sharing', sharing: shares })
  if (filter.differences) parts.push({ kind: 'differences' })
  if (filter.text !== null && filter.text.trim() !== '') parts.push({ kind: 'text', text: filter.text })
  return parts
}

/** The filter without one of its restrictions. */
export function without(filter: Filter, part: ActivePart): Filter {
  switch (part.kind) {
    case 'facet':
      return withFacet(filter, part.facet, [])
    case 'region':
      return { ...filter, region: [] }
    case 'sharing':
      return { ...filter, shared: null, shared_max: null }
    case 'differences':
      return { ...filter, differences: false }
    case 'text':
      return { ...filter, text: null }
  }
}
