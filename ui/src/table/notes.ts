/** What hovering over a part of the table tells: full reasons, definitions, the statements behind "+1". */
import type { PlanColumn, SubRow } from '@/ipc'
import {
  genreWord,
  countText, decimalText, emptySentence, indicatorName, language, levelWord, measureLongWord, reasonSentence, t, verdictWord,
} from '@/lib'
import { benchmarkLines, benchmarkName, differenceSentences } from './benchmark'
import { plainText, type StatementView } from './cell'
import type { StoredCell } from './cell-store'
import type { Line, SubLine } from './lines'
import { asideText, isOutside, viewOf } from './paint-cell'
import type { PlanTrack, Sheet } from './sheet'

export interface Note {
  title: string
  lines: { badge?: string; text: string }[]
}

/** Pairs listed one by one before the rest is only counted. */
const PAIRS = 10

export function verdictNote(sub: SubRow, plans: PlanColumn[]): Note {
  if (sub.verdict === null) return { title: t('matrix.one_plan'), lines: [] }
  const names = new Map(plans.map((p) => [p.plan, p.region]))
  const lines: Note['lines'] = sub.reasons.map((reason) => ({ text: reasonSentence(reason) }))
  // Pairs are worth a line each only when they do not all share the verdict of the row.
  if (sub.pairs.some((pair) => pair.verdict !== sub.verdict)) {
    for (const pair of sub.pairs.slice(0, PAIRS)) {
      lines.push({
        badge: pair.verdict,
        text: t('matrix.pair', { left: names.get(pair.left) ?? '', right: names.get(pair.right) ?? '' }),
      })
    }
    if (sub.pairs.length > PAIRS) lines.push({ text: t('matrix.pairs_more', { n: sub.pairs.length - PAIRS }) })
  }
  return { title: `${sub.verdict} ${verdictWord(sub.verdict)}`, lines }
}

function indicatorNote(line: SubLine): Note {
  const { row } = line
  const lines: Note['lines'] = [{ text: t('matrix.all_measures', { n: row.plan_count }) }]
  // Definitions are Chinese; an English page shows none rather than a foreign sentence.
  if (row.definition !== null && language() !== 'en') lines.push({ text: row.definition })
  const other = language() === 'en' ? row.indicator : row.indicator_en
  if (other !== null) lines.push({ text: other })
  return { title: `${indicatorName(row)} · ${measureLongWord(line.sub.measure)}`, lines }
}

function statementLine(view: StatementView): string {
  return [plainText(view), view.year === null ? '' : t('matrix.year', { year: view.year }), view.soft ? t('matrix.soft') : '']
    .filter((part) => part !== '')
    .join(' · ')
}

/** A cell has a note only when it says more than it can print. */
function cellNote(line: SubLine, track: PlanTrack, cell: StoredCell, sheet: Sheet): Note | null {
  const view = viewOf(cell, line, track, sheet)
  const { region } = track.plan
  if (view.kind === 'empty') return { title: region, lines: [{ text: emptySentence(view.reason) }] }
  const lines: Note['lines'] = []
  if (view.others.length > 0) lines.push(...[view.main, ...view.others].map((one) => ({ text: statementLine(one) })))
  const scope = typeof cell === 'string' ? null : (cell.statements[0]?.scope ?? null)
  if (scope !== null) lines.push({ text: `${t('evidence.scope')} ${scope}` })
  if (view.main.factor !== null) lines.push({ text: t('matrix.factor', { factor: decimalText(view.main.factor) }) })
  if (view.main.derived) lines.push({ text: t('matrix.derived') })
  if (isOutside(cell)) lines.push({ text: t('matrix.outside') })
  if (view.mentions > 1) lines.push({ text: t('matrix.mentions', { n: view.mentions }) })
  const first = typeof cell === 'string' ? undefined : cell.statements[0]
  if (sheet.benchmark !== null && first?.difference !== undefined) {
    const { verdict } = first.difference
    lines.push(...differenceSentences(first.difference, line.sub.unit, sheet.benchmark).map((text, at) => (at === 0 ? { badge: verdict, text } : { text })))
  }
  if (view.aside.length > 0) {
    lines.push({ text: asideText(view.aside.length, sheet) })
    lines.push(...view.aside.map((one) => ({ text: statementLine(one) })))
  }
  return lines.length === 0 ? null : { title: `${region} · ${statementLine(view.main)}`, lines }
}

function headNote(plan: PlanColumn): Note {
  const about = [levelWord(plan.region_level), plan.parent_region, plan.main_year === null ? null : String(plan.main_year), genreWord(plan.genre)]
  return {
    title: t('matrix.colours', { region: plan.region, n: plan.targets }),
    lines: [
      { text: about.filter((part) => part !== null).join(' · ') },
      { text: t('matrix.sort_by_plan', { region: plan.region }) },
    ],
  }
}

/** The note of a place; null where the place itself says everything. */
export function noteOf(line: Line | null, track: PlanTrack | null, cell: StoredCell | undefined, sheet: Sheet): Note | null {
  if (line === null) return track === null ? null : headNote(track.plan)
  if (line.kind === 'group') return null
  if (track === null) return indicatorNote(line)
  return cell === undefined ? null : cellNote(line, track, cell, sheet)
}

/** Level and region above of a plan, in the least words. */
export function planAbout(plan: PlanColumn): string {
  const level = plan.region_level === null ? t('not_stated') : t(`matrix.level_short.${plan.region_level}`)
  return plan.parent_region === null ? level : `${level} · ${plan.parent_region}`
}

/** Year and kind of a plan. */
export function planPeriod(plan: PlanColumn): string {
  return [plan.main_year, genreWord(plan.genre)].filter((part) => part !== null).join(' ')
}

/** The head line of a type: how much stands under it. */
export function groupSummary(indicators: number, targets: number, roomy: boolean): string {
  if (!roomy) return t('matrix.summary_short', { indicators: countText(indicators) })
  return t('matrix.summary', { indicators: countText(indicators), targets: countText(targets) })
}

/** The note of the benchmark's column. */
export function benchmarkNote(line: Line | null, of: Sheet): Note | null {
  const { benchmark } = of
  if (benchmark === null || line?.kind === 'group') return null
  if (line === null) return { title: `${t('matrix.benchmark')}: ${benchmarkName(benchmark)}`, lines: [{ text: t(benchmark.kind === 'median' ? 'matrix.median_means' : 'matrix.benchmark_means') }] }
  return { title: `${t('matrix.benchmark')}: ${benchmarkName(benchmark)}`, lines: benchmarkLines(line, benchmark).map((text) => ({ text })) }
}
