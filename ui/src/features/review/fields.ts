/** The fields of a target as they are typed, and what was changed in them. Pure. */
import type { EditField, Field, FieldConfidence, FieldEdit, ReviewItem } from '@/ipc'

/** Fields in the order of the form. */
export const EDIT_FIELDS: readonly EditField[] = [
  'name', 'indicator', 'type', 'measure', 'op', 'value', 'value_max', 'unit', 'year', 'year_from', 'scope', 'firmness', 'comment',
]

/** What stands in the fields, as text; empty where nothing is stated. */
export type Typed = Record<EditField, string>

/** Nothing in any field. */
export function blank(): Typed {
  return Object.fromEntries(EDIT_FIELDS.map((field) => [field, ''])) as Typed
}

/** The stored fields as text. */
export function typed(item: ReviewItem): Typed {
  const { mention } = item
  return {
    name: mention.name,
    indicator: item.indicator,
    type: item.type,
    measure: item.measure,
    op: mention.op,
    value: mention.value ?? '',
    value_max: mention.value_max ?? '',
    unit: mention.unit ?? '',
    year: mention.year === null ? '' : String(mention.year),
    year_from: mention.year_from === null ? '' : String(mention.year_from),
    scope: mention.scope ?? '',
    firmness: mention.firmness,
    comment: item.comment ?? '',
  }
}

/** Fields given one by one, over nothing. */
export function typedFrom(edits: readonly FieldEdit[]): Typed {
  const fields = blank()
  for (const edit of edits) fields[edit.field] = edit.value ?? ''
  return fields
}

/** The fields that were changed, as the core takes them. */
export function editsBetween(before: Typed, after: Typed): FieldEdit[] {
  return EDIT_FIELDS.filter((field) => before[field] !== after[field].trim()).map((field) => ({ field, value: after[field].trim() || null }))
}

/** All fields that say something, for a new target. */
export function editsOf(fields: Typed): FieldEdit[] {
  return EDIT_FIELDS.filter((field) => fields[field].trim() !== '').map((field) => ({ field, value: fields[field].trim() }))
}

/** Fields of the figure itself, by which a target counts as sure or not. */
const STRICT: readonly Field[] = ['name', 'value', 'unit', 'op', 'measure', 'year']

/** All fields whose confidence is known, least sure first. */
export function bySureness(fields: readonly FieldConfidence[]): FieldConfidence[] {
  return [...fields].sort((a, b) => a.confidence - b.confidence)
}

/** The field where an edit begins: the least sure of the strict ones, else the value. */
export function firstToEdit(fields: readonly FieldConfidence[]): EditField {
  const least = bySureness(fields).find((one) => STRICT.includes(one.field))
  return least?.field ?? 'value'
}
