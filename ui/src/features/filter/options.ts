/** Which values of a facet the panel lists. */
import type { FacetCount } from '@/ipc'
import type { ListFacet } from '@/state'

/** A long facet shows this many before the rest is unfolded. */
export const TOP = 8

/** Facets whose values are few and known: all listed, even those that count nothing just now. */
const COMPLETE: readonly ListFacet[] = ['type', 'verdict']

export interface Options {
  list: FacetCount[]
  /** How many more there are. */
  hidden: number
}

/** The listed values. What is chosen is always listed, so that it can be taken back. */
export function optionsOf(facet: ListFacet, counts: readonly FacetCount[], chosen: readonly string[], search: string, all: boolean): Options {
  const missing = chosen.filter((word) => !counts.some((count) => count.value === word)).map((value) => ({ value, count: 0 }))
  const present = [...counts, ...missing].filter((count) => COMPLETE.includes(facet) || count.count > 0 || chosen.includes(count.value))
  const words = search.trim().toLowerCase()
  if (words !== '') {
    // A search shows at most a screenful; more letters find more exactly.
    return { list: present.filter((count) => count.value.toLowerCase().includes(words)).slice(0, 50), hidden: 0 }
  }
  if (facet !== 'unit' || all || present.length <= TOP + 1) return { list: present, hidden: 0 }
  const list = present.filter((count, at) => at < TOP || chosen.includes(count.value))
  return { list, hidden: present.length - list.length }
}
