/** The evidence in words. */
import type { Comparison, Evidence, HistoryEntry, Mention, Statement } from '@/ipc'
import { actionText, byText, dateText, fieldWord, firmnessWord, measureLongWord, opSign, reasonSentence, ruleSentence, statementText, t, valueText } from '@/lib'

/** What a mention commits to: sign, value, unit; or the benchmark. */
export function mentionValue(mention: Mention): { sign: string; value: string; unit: string } {
  if (mention.value === null) return { sign: opSign(mention.op), value: mention.relative_to ?? '', unit: '' }
  return { sign: opSign(mention.op), value: valueText(mention), unit: mention.unit ?? '' }
}

export function mentionYear(mention: Pick<Mention | Statement, 'year' | 'year_from'>): string {
  const { year, year_from: from } = mention
  if (year === null) return t('no_year')
  return from !== null && from !== year ? t('evidence.span', { from, year }) : t('evidence.until', { year })
}

/** Plan, measure, year and firmness in one line. */
export function aboutLine(evidence: Evidence, mention: Mention | undefined): string {
  const parts = [evidence.region, measureLongWord(evidence.measure)]
  if (mention !== undefined) parts.push(mentionYear(mention), firmnessWord(mention.firmness))
  return parts.join(' · ')
}

export function sectionPath(mention: Mention): string {
  if (mention.sections.length === 0) return t('evidence.no_section')
  return mention.sections.map((step) => [step.number, step.title].filter((part) => part !== '').join(' ')).join(' › ')
}

export function historyLine(entry: HistoryEntry): string {
  return [dateText(entry.at), actionText(entry.action), byText(entry.by)].filter((part) => part !== '').join(' · ')
}

/** Reasons shown for one mention. */
const REASONS = 2

/** The fields of the figure that the extractor is least sure of, each with the rule that decided it. */
export function weakest(mention: Pick<Mention, 'fields'>): string[] {
  const strict = mention.fields.filter(({ field }) => field !== 'type' && field !== 'scope' && field !== 'firmness')
  return strict
    .sort((a, b) => a.confidence - b.confidence)
    .slice(0, REASONS)
    .map(({ field, confidence, rule }) => t('confidence.because', { field: fieldWord(field), n: confidence, rule: ruleSentence(rule) }))
}

/** The sentence with its source, as it goes into a report of the analyst's own. */
export function citation(evidence: Evidence, mention: Mention): string {
  return t('evidence.quoted', { sentence: mention.sentence.trim(), citation: evidence.citation })
}

/** Measure and reasons behind a verdict against another plan. */
export function comparisonReason(comparison: Comparison, evidence: Evidence): string {
  const reasons = comparison.reasons.map(reasonSentence).join(t('and_then'))
  return reasons === '' && comparison.measure !== evidence.measure ? measureLongWord(comparison.measure) : reasons
}

export function comparisonValue(comparison: Comparison): string {
  return statementText(comparison.statement)
}
