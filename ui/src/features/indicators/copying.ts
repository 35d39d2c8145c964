/** Copying a range of the table: which words go into it. */
import type { Matrix, UnitMode } from '@/ipc'
import { indicatorName, measureLongWord, t, typeWord } from '@/lib'
import { isOneCell, toTsv, type Line, type Rect } from '@/table'

export function copiedText(lines: Line[], matrix: Matrix, area: Rect, headed: boolean, mode: UnitMode): string {
  return toTsv(lines, matrix, area, {
    mode,
    headed,
    words: {
      indicator: t('matrix.indicator'),
      measure: t('matrix.measure'),
      unit: t('matrix.unit'),
      verdict: t('matrix.verdict'),
      type: typeWord,
      measureName: measureLongWord,
      indicatorName: (line) => indicatorName(line.row),
      verdictText: (sub) => sub.verdict ?? '',
    },
  })
}

/** How many cells were copied, or the text itself when it was one. */
export function copiedNotice(area: Rect, text: string): string {
  if (isOneCell(area)) return t('indicators.copied_one', { text: text === '' ? t('matrix.none') : text })
  return t('indicators.copied', { n: (area.bottom - area.top + 1) * (area.right - area.left + 1) })
}
