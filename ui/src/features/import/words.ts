/** A proposal in words. */
import type { ImportDecision, ImportProposal, KnownAs, PlanMeta, TextQuality } from '@/ipc'
import { dateText, genreWord, levelWord, periodText, t } from '@/lib'

/** What the library has of it already. */
export function knownText(known: KnownAs): string {
  switch (known.kind) {
    case 'same_bytes':
      return t('import.known.same_bytes', { name: known.plan_name })
    case 'removed':
      return t('import.known.removed', { name: known.plan_name })
    case 'near_text':
      return t('import.known.near_text', { name: known.plan_name, n: known.likeness })
    case 'same_document':
      return t('import.known.same_document', { name: known.plan_name, n: known.likeness })
    case 'earlier_file':
      return t('import.known.earlier_file', { name: known.name })
  }
}

/** What can be decided about a file, the core's own proposal among it. */
export function choices({ known, decision }: ImportProposal): { decision: ImportDecision; text: string }[] {
  const list: { decision: ImportDecision; text: string }[] = []
  if (known?.kind === 'removed') list.push({ decision: { kind: 'bring_back' }, text: t('import.bring_back', { name: known.plan_name }) })
  else if (known?.kind !== 'same_bytes' && known?.kind !== 'earlier_file') list.push({ decision: { kind: 'as_new' }, text: t('import.as_new') })
  if (known?.kind === 'near_text' || known?.kind === 'same_document') {
    const of = decision.kind === 'as_version' ? decision.of : known.plan
    list.push({ decision: { kind: 'as_version', of }, text: t('import.as_version', { name: known.plan_name }) })
  }
  return [...list, { decision: { kind: 'skip' }, text: t('import.skip') }]
}

const PARTS = ['not_text', 'missing_spaces', 'stray_spaces', 'broken_lines'] as const

/** Above one in a hundred a person should look at the original. */
const POOR = 100

/** How well the text came out: every fault with its share, or that there is none. */
export function qualityText(quality: TextQuality): string {
  const faults = PARTS.filter((part) => quality[part] > 0).map((part) => t(`import.quality.${part}`, { n: String(quality[part] / 100) }))
  return faults.length === 0 ? t('import.quality_good') : faults.join(t('and'))
}

/** Spaces and lines that stand oddly hardly mislead the extraction; lost ones and strange characters do. */
export const isPoor = (quality: TextQuality) => quality.not_text >= POOR || quality.missing_spaces >= POOR

/** Region, level, period, issuer and date in one line, as far as they are known. */
export function metaLine(meta: PlanMeta): string {
  const parts = [
    meta.region, meta.region_level && levelWord(meta.region_level), meta.period && periodText(meta.period), meta.issuer, meta.doc_no,
    meta.issued && dateText(meta.issued), genreWord(meta.genre),
  ]
  return parts.filter((part) => part !== null && part !== '').join(' · ')
}

/** Size of a file. */
export function sizeText(bytes: number): string {
  const kb = bytes / 1024
  return kb < 1000 ? t('library.bytes.kb', { n: String(Math.max(1, Math.round(kb))) }) : t('library.bytes.mb', { n: (kb / 1024).toFixed(1) })
}
