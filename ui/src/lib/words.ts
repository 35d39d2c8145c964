/** The domain's words in the current language. */
import type {
  EmptyReason, Firmness, IndicatorType, Measure, NoteCode, Op, PlanMeta, Reason, RegionLevel, Statement, Status, Verdict,
} from '@/ipc'
import { decimalText, opSign, valueText } from './format'
import { genreIn } from './genres'
import { language, t } from './i18n'
import { confidenceZh } from './messages/confidence'

export const typeWord = (type: IndicatorType) => t(`type.${type}`)
/** Short, for the chip of a row. */
export const measureWord = (measure: Measure) => t(`measure.${measure}`)
/** In full, for sentences and filters. */
export const measureLongWord = (measure: Measure) => t(`measure_long.${measure}`)
export const levelWord = (level: RegionLevel | null) => (level === null ? t('not_stated') : t(`level.${level}`))
export const firmnessWord = (firmness: Firmness) => t(`firmness.${firmness}`)
export const verdictWord = (verdict: Verdict) => t(`verdict.${verdict}`)
export const statusWord = (status: Status) => t(`status.${status}`)
/** A sentence, for the tooltip. */
export const emptySentence = (reason: EmptyReason) => t(`empty_long.${reason}`)
/** Kind of document; `null` where the plan names none. */
export const genreWord = (genre: string | null) => (genre === null ? null : genreIn(language(), genre))
export const noteSentence = (code: NoteCode) => t(`note.${code}`)

const OP_KEYS = { '>=': 'ge', '>': 'gt', '=': 'eq', '~': 'approx', '<=': 'le', '<': 'lt' } as const

/** The sign in words, for screen readers and the filter. */
export const opWord = (op: Op) => t(`op.${OP_KEYS[op]}`)

/** A wording without quotation marks around the whole of it: it is about to stand in others. */
export const bareWording = (wording: string) => /^[“「]([^“”「」]+)[”」]$/.exec(wording)?.[1] ?? wording

/** Canonical name in the current language; Chinese where the lexicon has no English. */
export function indicatorName(row: { indicator: string; indicator_en: string | null }): string {
  return language() === 'en' ? (row.indicator_en ?? row.indicator) : row.indicator
}

/** The name by which a plan goes where one word must do. */
export function planName(plan: { meta: PlanMeta; source_name: string }): string {
  return plan.meta.region ?? plan.meta.title ?? plan.source_name
}

/** The year that a plan is known by: the last of its period, else its first goal year. */
export function planYear(meta: PlanMeta): number | null {
  return meta.period?.[1] ?? meta.horizons[0] ?? null
}

/** What a statement says, in one line: `≥ 2.1 %`, `> 全省平均水平`. */
export function statementText(statement: Statement): string {
  const sign = opSign(statement.op)
  const said = statement.value === null ? (statement.relative_to ?? '') : `${valueText(statement)} ${statement.unit ?? ''}`
  return `${sign} ${said}`.trim()
}

const RULES = Object.keys(confidenceZh.confidence.rule) as (keyof typeof confidenceZh.confidence.rule)[]

/** What a rule of the extractor went by. A library of another version may hold rules that have no words here. */
export function ruleSentence(rule: string): string {
  const known = RULES.find((word) => word === rule)
  return known === undefined ? rule : t(`confidence.rule.${known}`)
}

const list = (parts: string[]) => parts.join(t('and'))

/** Why a verdict is what it is, as a sentence. */
export function reasonSentence(reason: Reason): string {
  switch (reason.kind) {
    case 'same':
      return t('reason.same')
    case 'converted':
      return t('reason.converted', { from: reason.from, to: reason.to, factor: decimalText(reason.factor) })
    case 'year_differs':
      return t('reason.year_differs', { list: list(reason.years.map((year) => (year === null ? t('no_year') : String(year)))) })
    case 'level_differs':
      return t('reason.level_differs', { list: list(reason.levels.map(levelWord)) })
    case 'scope_differs':
      return t('reason.scope_differs', { list: list(reason.scopes.map((scope) => scope ?? t('no_scope'))) })
    case 'measure_differs':
      return t('reason.measure_differs', { list: list(reason.measures.map(measureLongWord)) })
    case 'unit_differs':
      return t('reason.unit_differs', { list: list(reason.units.map((unit) => unit ?? t('no_unit'))) })
    case 'relative':
      return t('reason.relative', { list: list(reason.benchmarks) })
    case 'no_table':
      return t('reason.no_table')
    case 'no_number':
      return t('reason.no_number')
    case 'contradictory':
      return t('reason.contradictory', { n: reason.plans })
    case 'assumed':
      return t('reason.assumed', { list: list(reason.derivations.map((kind) => t(`derivation.${kind}`))) })
    case 'several_statements':
      return t('reason.several_statements', { n: reason.plans })
  }
}

/** The same in a word or two, for the narrow column. */
export const reasonWord = (reason: Reason) => t(`reason_short.${reason.kind}`)
