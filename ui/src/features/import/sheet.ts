/** What an analyst says of the columns of a sheet. */
import type { ColumnRole, SheetMapping } from '@/ipc'

/** What a column can hold, in the order of the choice. */
export const ROLES = ['name', 'value', 'growth', 'baseline', 'unit', 'year', 'op', 'firmness', 'responsible', 'scope', 'other'] as const satisfies readonly ColumnRole['kind'][]

const withColumn = (mapping: SheetMapping, at: number, role: ColumnRole): SheetMapping => ({
  ...mapping,
  columns: mapping.columns.map((one, place) => (place === at ? role : one)),
})

/** The mapping with another meaning of a column; one that has a year keeps it. */
export function withRole(mapping: SheetMapping, at: number, kind: ColumnRole['kind']): SheetMapping {
  const before = mapping.columns[at]
  const year = before !== undefined && 'year' in before ? before.year : null
  return withColumn(mapping, at, kind === 'value' || kind === 'growth' ? { kind, year } : { kind })
}

/** The mapping with the year of a column of values; `null` when the text is no year. Nothing typed: no year. */
export function withYear(mapping: SheetMapping, at: number, text: string): SheetMapping | null {
  const before = mapping.columns[at]
  if (before === undefined || !('year' in before)) return null
  const words = text.trim().replace(/年$/, '')
  if (words !== '' && !/^(19|20|21)\d\d$/.test(words)) return null
  return withColumn(mapping, at, { ...before, year: words === '' ? null : Number(words) })
}

/** The mapping with its values beginning below `body` lines. */
export const withBody = (mapping: SheetMapping, body: number): SheetMapping => ({ ...mapping, body })
