/** The filter as the panel, the chips and the exports see it. Pure functions over plain data. */
import type { Exclusions, Facet, Filter, PlanId } from '@/ipc'

/** No restriction. */
export function emptyFilter(): Filter {
  return {
    plans: [], type: [], measure: [], year: [], level: [], region: [], op: [], firmness: [], verdict: [], status: [],
    unit: [], shared: null, shared_max: null, differences: false, text: null, exclude: emptyExclude(),
  }
}

/** Nothing is kept out. */
function emptyExclude(): Exclusions {
  return { type: [], measure: [], year: [], level: [], region: [], op: [], firmness: [], verdict: [], status: [], unit: [] }
}

/** Facets whose values are chosen from a list. */
export type ListFacet = Exclude<Facet, 'shared'>

/** Facets in the order of the panel. */
export const LIST_FACETS: readonly ListFacet[] = ['type', 'measure', 'year', 'level', 'op', 'firmness', 'verdict', 'status', 'unit']

/** A facet's values are asked for, or kept out. */
export type Side = 'include' | 'exclude'

/** A facet's values as the panel words them; the empty word is "none stated". */
export function facetWords(filter: Filter, facet: ListFacet, side: Side = 'include'): string[] {
  const lists = side === 'include' ? filter : filter.exclude
  return facet === 'year' ? lists.year.map((year) => (year === null ? '' : String(year))) : [...lists[facet]]
}

/** The filter with one value of a facet put in, or taken out if it was in. A value is asked for or kept out, never both. */
export function toggled(filter: Filter, facet: ListFacet, word: string, side: Side = 'include'): Filter {
  const words = facetWords(filter, facet, side)
  if (words.includes(word)) return withFacet(filter, facet, words.filter((other) => other !== word), side)
  const other: Side = side === 'include' ? 'exclude' : 'include'
  const cleared = withFacet(filter, facet, facetWords(filter, facet, other).filter((one) => one !== word), other)
  return withFacet(cleared, facet, [...words, word], side)
}

/** The filter with a facet's values replaced. */
export function withFacet(filter: Filter, facet: ListFacet, words: string[], side: Side = 'include'): Filter {
  // The words come from the core's own facet counts, so they are values of the facet's type.
  const list = { [facet]: facet === 'year' ? words.map((word) => (word === '' ? null : Number(word))) : words }
  return side === 'include' ? { ...filter, ...list } : { ...filter, exclude: { ...filter.exclude, ...list } }
}

/** The filter without any word about a facet. */
export function withoutFacet(filter: Filter, facet: ListFacet): Filter {
  return withFacet(withFacet(filter, facet, []), facet, [], 'exclude')
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
  | { kind: 'facet'; facet: ListFacet; side: Side; words: string[] }
  | { kind: 'region'; side: Side; words: string[] }
  | { kind: 'sharing'; sharing: Exclude<Sharing, 'any'> }
  | { kind: 'differences' }
  | { kind: 'text'; text: string }

/** The restrictions in force, in the order of the panel. Hidden plans are the plan bar's matter. */
export function activeParts(filter: Filter): ActivePart[] {
  const parts: ActivePart[] = []
  for (const facet of LIST_FACETS) {
    for (const side of ['include', 'exclude'] as const) {
      const words = facetWords(filter, facet, side)
      if (words.length > 0) parts.push({ kind: 'facet', facet, side, words })
    }
  }
  if (filter.region.length > 0) parts.push({ kind: 'region', side: 'include', words: filter.region })
  if (filter.exclude.region.length > 0) parts.push({ kind: 'region', side: 'exclude', words: filter.exclude.region })
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
      return withFacet(filter, part.facet, [], part.side)
    case 'region':
      return part.side === 'include' ? { ...filter, region: [] } : { ...filter, exclude: { ...filter.exclude, region: [] } }
    case 'sharing':
      return { ...filter, shared: null, shared_max: null }
    case 'differences':
      return { ...filter, differences: false }
    case 'text':
      return { ...filter, text: null }
  }
}
