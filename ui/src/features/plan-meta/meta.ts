/** Metadata as it is typed, and back. Pure. */
import type { MetaProblem, PlanMeta, RegionLevel } from '@/ipc'

/** Fields in the order of the form. */
export const META_FIELDS = ['title', 'region', 'region_level', 'parent_region', 'province', 'issuer', 'doc_no', 'issued', 'period', 'horizons', 'genre'] as const

export type MetaField = (typeof META_FIELDS)[number]

/** A field as text; empty where nothing is stated. */
export function metaText(meta: PlanMeta, field: MetaField): string {
  switch (field) {
    case 'period':
      return meta.period === null ? '' : meta.period[0] === meta.period[1] ? String(meta.period[0]) : `${meta.period[0]}–${meta.period[1]}`
    case 'horizons':
      return meta.horizons.join(', ')
    default:
      return meta[field] ?? ''
  }
}

const YEAR = /^\d{4}$/

/** The metadata with one field typed anew; `null` when the text cannot stand in it. */
export function withMeta(meta: PlanMeta, field: MetaField, text: string): PlanMeta | null {
  const words = text.trim()
  if (field === 'period') {
    if (words === '') return { ...meta, period: null }
    const years = words.split(/\s*[-–—~～至]\s*/)
    if (years.length > 2 || !years.every((year) => YEAR.test(year))) return null
    return { ...meta, period: [Number(years[0]), Number(years.at(-1))] }
  }
  if (field === 'horizons') {
    const years = words.split(/[\s,，、;；]+/).filter((year) => year !== '')
    return years.every((year) => YEAR.test(year)) ? { ...meta, horizons: years.map(Number) } : null
  }
  if (field === 'region_level') return { ...meta, region_level: words === '' ? null : (words as RegionLevel) }
  return { ...meta, [field]: words === '' ? null : words }
}

/** What is wrong with metadata before it is sent. */
export function metaProblems(meta: PlanMeta): MetaProblem[] {
  const problems: MetaProblem[] = []
  if (meta.issued !== null && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(meta.issued)) problems.push({ field: 'issued', fault: 'not_a_date' })
  if (meta.period !== null && meta.period[0] > meta.period[1]) problems.push({ field: 'period', fault: 'years_reversed' })
  return problems
}
