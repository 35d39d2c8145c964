/** Copying a range of the table: the core writes the cells, the page puts its words around them. */
import { matrixText } from '@/ipc'
import { indicatorName, measureLongWord, t, typeWord } from '@/lib'
import { benchmarkName, isOneCell, toTsv, tsvCells, withDifferences, type Rect, type Sheet } from '@/table'

/** The range as text; `null` when the comparison was made anew meanwhile. */
export async function copiedText(ticket: number, sheet: Sheet, area: Rect, headed: boolean, signs: boolean): Promise<string | null> {
  const wanted = tsvCells(sheet, area)
  const cells = wanted.sub_rows.length === 0 ? [] : await matrixText({ ticket, ...wanted, units: sheet.mode, signs, differences: withDifferences(sheet, headed) })
  if (cells === null) return null
  return toTsv(sheet, area, wanted, cells, {
    headed,
    words: {
      indicator: t('matrix.indicator'),
      measure: t('matrix.measure'),
      unit: t('matrix.unit'),
      verdict: t('matrix.verdict'),
      plan: t('matrix.plan'),
      benchmark: sheet.benchmark === null ? '' : `${t('matrix.benchmark')} ${benchmarkName(sheet.benchmark)}`,
      difference: (region) => t('matrix.copied_difference', { region }),
      percent: (region) => t('matrix.copied_percent', { region }),
      type: typeWord,
      measureName: measureLongWord,
      indicatorName: (line) => indicatorName(line.row),
      verdictText: (line) => line.sub.verdict ?? '',
    },
  })
}

/** How many cells were copied, or the text itself when it was one. */
export function copiedNotice(area: Rect, text: string): string {
  if (isOneCell(area)) return t('indicators.copied_one', { text: text === '' ? t('matrix.none') : text })
  return t('indicators.copied', { n: (area.bottom - area.top + 1) * (area.right - area.left + 1) })
}
