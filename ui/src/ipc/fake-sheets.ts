/** A workbook of the stand-in: enough for its columns to be mapped. No part of the product. */
import type { SheetMapping, SheetProposal, SheetTarget } from './types'

const ROWS = [
  ['序号', '指标', '单位', '2020年', '2025年', '属性'],
  ['1', '高新技术企业数', '家', '80', '≥120', '预期性'],
  ['2', '研发经费投入强度', '%', '2.1', '2.6', '约束性'],
  ['3', '创新氛围', '', '', '显著提升', '预期性'],
]
const SUGGESTED: SheetMapping = {
  sheet: '主要指标', body: 1,
  columns: [{ kind: 'other' }, { kind: 'name' }, { kind: 'unit' }, { kind: 'baseline' }, { kind: 'value', year: 2025 }, { kind: 'firmness' }],
}
const EMPTY: SheetMapping = { sheet: '填表说明', body: 1, columns: [{ kind: 'other' }, { kind: 'other' }] }

/** The sheets as they would be read with these mappings. */
export function fakeSheets(mapped: SheetMapping[] = [SUGGESTED]): SheetProposal[] {
  return [SUGGESTED, EMPTY].map((first) => {
    const mapping = mapped.find((one) => one.sheet === first.sheet)
    const rows = first === SUGGESTED ? ROWS : [['说明', '内容'], ['口径', '全社会']]
    const at = (kind: string) => (mapping ?? first).columns.findIndex((one) => one.kind === kind)
    const targets = rows.flatMap((row, line): SheetTarget[] => {
      const value = /[\d.]+/.exec(row[at('value')] ?? '')?.[0]
      if (mapping === undefined || line < mapping.body || value === undefined || at('name') < 0) return []
      const role = mapping.columns[at('value')]
      return [{ line, indicator: row[at('name')] ?? '', op: row[at('value')]?.startsWith('≥') ? '>=' : '=', value, value_max: null, unit: row[at('unit')] ?? null, year: role !== undefined && 'year' in role ? role.year : null, firmness: 'firm', responsible: [] }]
    })
    const unread = mapping === undefined ? [] : rows.flatMap((cells, line) => (line < mapping.body || targets.some((one) => one.line === line) ? [] : [{ line, cells, fault: 'no_value' as const }]))
    return { mapping: mapping ?? first, taken: mapping !== undefined, rows, lines: rows.length, targets, found: targets.length, unread, unread_count: unread.length }
  })
}
