/** How the filter is worded in the panel and in the chips. */
import type { Firmness, IndicatorType, Measure, Op, RegionLevel, Status, Verdict } from '@/ipc'
import { firmnessWord, levelWord, measureLongWord, opSign, opWord, statusWord, t, typeWord, verdictWord } from '@/lib'
import type { ActivePart, ListFacet, Sharing, Side } from '@/state'

/** A value of a facet in words. The words are the core's own, so each is a value of the facet's type. */
export function valueText(facet: ListFacet, word: string): string {
  switch (facet) {
    case 'type':
      return typeWord(word as IndicatorType)
    case 'measure':
      return measureLongWord(word as Measure)
    case 'level':
      return word === '' ? t('not_stated') : levelWord(word as RegionLevel)
    case 'op':
      return `${opSign(word as Op) || '='} ${opWord(word as Op)}`
    case 'firmness':
      return firmnessWord(word as Firmness)
    case 'verdict':
      return `${word} ${verdictWord(word as Verdict)}`
    case 'status':
      return statusWord(word as Status)
    case 'year':
      return word === '' ? t('no_year') : word
    case 'unit':
      return word === '' ? t('not_stated') : word
  }
}

/** The word for sharing among a number of shown plans. */
export function sharingText(sharing: Exclude<Sharing, 'any'>, plans: number): string {
  if (sharing === 'two') return t('filter.shared_2')
  return sharing === 'all' ? t('filter.shared_all', { n: plans }) : t('filter.shared_1')
}

/** A facet's name, saying when its values are kept out. */
const sideText = (side: Side, name: string) => (side === 'include' ? name : t('filter.not', { name }))

/** What tells one restriction from another. */
export function partKey(part: ActivePart): string {
  return 'side' in part ? `${part.kind === 'facet' ? part.facet : part.kind}-${part.side}` : part.kind
}

/** One restriction in one line. */
export function partText(part: ActivePart, plans: number): string {
  const colon = t('filter.colon')
  switch (part.kind) {
    case 'facet':
      return sideText(part.side, t(`filter.${part.facet}`)) + colon + part.words.map((word) => valueText(part.facet, word)).join(t('and'))
    case 'region':
      return sideText(part.side, t('overview.region')) + colon + part.words.join(t('and'))
    case 'sharing':
      return t('filter.shared') + colon + sharingText(part.sharing, plans)
    case 'differences':
      return t('indicators.only_differences')
    case 'text':
      return t('filter.text') + colon + part.text
  }
}
