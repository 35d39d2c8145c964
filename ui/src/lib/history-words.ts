/** Changes in words: what a step did, and every field from what to what. */
import type { ChangeBatch, FieldChange, Firmness, HistoryStep, IndicatorType, Measure, Op, RegionLevel, Status } from '@/ipc'
import { dateText, decimalText, momentText, opSign } from './format'
import { t } from './i18n'
import { changesZh } from './messages/changes'
import { firmnessWord, levelWord, measureLongWord, opWord, statusWord, typeWord } from './words'

const { kind: KINDS, action: ACTIONS, field: FIELDS } = changesZh.changes

const known = <T extends object>(words: T, word: string): word is keyof T & string => Object.hasOwn(words, word)

/** What a step did, with what it was about. */
export function batchText(batch: Pick<ChangeBatch, 'kind' | 'subject' | 'count'>): string {
  const what = t(`changes.kind.${batch.kind}`)
  if (batch.subject !== null) return t('changes.about', { what, subject: batch.subject })
  return batch.count > 1 ? t('changes.many', { what, n: batch.count }) : what
}

/** The action of one step of a history. A library of another version may hold actions that have no words here. */
export function actionText(action: string): string {
  if (known(KINDS, action)) return t(`changes.kind.${action}`)
  return known(ACTIONS, action) ? t(`changes.action.${action}`) : action
}

/** Name of a field of a target or of a plan. */
export function fieldWord(field: string): string {
  return known(FIELDS, field) ? t(`changes.field.${field}`) : field
}

/** A value of a field as a person reads it. */
export function fieldValue(field: string, value: string | null): string {
  if (value === null || value === '') return t('changes.nothing')
  switch (field) {
    case 'type':
      return typeWord(value as IndicatorType)
    case 'measure':
      return measureLongWord(value as Measure)
    case 'op':
      return `${opSign(value as Op) || '='} ${opWord(value as Op)}`
    case 'firmness':
      return firmnessWord(value as Firmness)
    case 'status':
      return statusWord(value as Status)
    case 'region_level':
      return levelWord(value as RegionLevel)
    case 'value':
    case 'value_max':
      return decimalText(value)
    case 'issued':
      return dateText(value)
    case 'horizons':
      return value.split(' ').join(t('and'))
    default:
      return value
  }
}

/** A person, or the rule that did it. What is stored of a rule is no language; versions alone are kept of it. */
export function byText(by: string): string {
  if (by === 'hand') return t('changes.by_hand')
  const [, wording] = /^synonym (.+)$/.exec(by) ?? []
  if (wording !== undefined) return t('changes.by_synonym', { wording })
  const [, rules, lexicon] = /^extractor (\d+), lexicon ([^+-]+)/.exec(by) ?? []
  return rules !== undefined && lexicon !== undefined ? t('changes.by_rules', { rules, lexicon }) : by
}

/** When, what and by whom, in one line. */
export function stepText(step: HistoryStep): string {
  const where = step.library === null ? '' : t('merge_job.in_library', { name: step.library })
  return [momentText(step.at), actionText(step.action), byText(step.by), where].filter((part) => part !== '').join(' · ')
}

/** One field from what to what. */
export function fieldChangeText(change: FieldChange): string {
  return t('changes.from_to', {
    field: fieldWord(change.field),
    before: fieldValue(change.field, change.before),
    after: fieldValue(change.field, change.after),
  })
}
