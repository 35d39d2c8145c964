/** How well a text came out of its document, in the words of somebody who has to rely on it. */
import type { TextQuality } from '@/ipc'
import { isPoor } from '@/features/import'
import { t } from '@/lib'

const PARTS = ['not_text', 'missing_spaces', 'stray_spaces', 'broken_lines'] as const

export type QualityState = 'unknown' | 'good' | 'fair' | 'poor'

/** The figures in one word. */
export function qualityState(quality: TextQuality | null): QualityState {
  if (quality === null) return 'unknown'
  if (isPoor(quality)) return 'poor'
  return PARTS.some((part) => quality[part] > 0) ? 'fair' : 'good'
}

/** Every fault with its share, the worst first. */
export function faultTexts(quality: TextQuality): string[] {
  const found = PARTS.filter((part) => quality[part] > 0).sort((one, other) => quality[other] - quality[one])
  return found.map((part) => t(`quality.fault.${part}`, { n: String(quality[part] / 100) }))
}

/** What stands behind the word. */
export function qualityTitle(quality: TextQuality | null): string {
  if (quality === null) return t('quality.unknown_lead')
  const faults = faultTexts(quality)
  return faults.length === 0 ? t('quality.good_lead') : faults.join(t('and'))
}

/** A number to sort by: what a person should look at first comes last. */
export function qualityRank(quality: TextQuality | null): number {
  if (quality === null) return -1
  const worst = Math.max(quality.not_text, quality.missing_spaces)
  return worst * 10_001 + Math.max(quality.stray_spaces, quality.broken_lines)
}
