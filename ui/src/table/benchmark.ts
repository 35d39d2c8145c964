/** What stands in the column of the benchmark, and how far a figure lies from it. */
import type { Difference, PlanId } from '@/ipc'
import { countText, decimalText, language, reasonSentence, t, verdictWord } from '@/lib'
import type { SubLine } from './lines'

/** What the figures are measured against. */
export interface BenchmarkTrack {
  kind: 'plan' | 'median'
  /** `null` for the median. */
  plan: PlanId | null
  /** The name of the plan; empty for the median. */
  name: string
  /** Its plan is hidden, so that nothing can be measured against it. */
  hidden: boolean
}

/** The same unit as the cell prints needs no second printing; of shares the difference is in points. */
export interface DifferenceView {
  /** With its sign: `+12`, `−3.5`, `±0`. */
  absolute: string
  /** With its sign and the sign of per cent; `null` where per cent would say nothing. */
  percent: string | null
  unit: string
  verdict: Difference['verdict']
}

/** A figure with its sign. */
export function signed(value: string): string {
  if (/^[+-]?0+(\.0+)?$/.test(value)) return '±0'
  return value.startsWith('-') ? decimalText(value) : `+${decimalText(value.replace(/^\+/, ''))}`
}

/** `printed` is the unit that the cell prints, `common` the one of the sub-row, in which a difference is. */
export function differenceView(found: Difference, printed: string, common: string | null): DifferenceView {
  const parts = common === '%' || common === '‰'
  return {
    absolute: signed(found.absolute),
    percent: found.percent === null ? null : `${signed(found.percent)}%`,
    unit: parts ? t(common === '%' ? 'matrix.points' : 'matrix.points_mille') : printed === (common ?? '') ? '' : (common ?? ''),
    verdict: found.verdict,
  }
}

/** `+12家 (+5.2%)` in one line; of no difference there is nothing to tell in per cent. */
export function differenceText(view: DifferenceView): string {
  const { absolute, unit, percent } = view
  const gap = language() === 'en' && unit !== '' ? ' ' : ''
  return `${absolute}${gap}${unit}${percent === null || absolute === '±0' ? '' : ` (${percent})`}`
}

/** The whole of a difference as sentences: for a note, and for those who listen. */
export function differenceSentences(found: Difference, common: string | null, benchmark: BenchmarkTrack): string[] {
  const view = differenceView(found, '', common)
  const said = t('matrix.difference', { benchmark: benchmarkName(benchmark), difference: differenceText(view) })
  return found.verdict === 'A' ? [said] : [said, `${verdictWord(found.verdict)}: ${found.reasons.map(reasonSentence).join(t('and_then'))}`]
}

/** The benchmark by its name. */
export const benchmarkName = (of: BenchmarkTrack): string => (of.kind === 'median' ? t('matrix.median') : of.name)

/** Why a sub-row has nothing to measure against. */
export function noBenchmark(of: BenchmarkTrack): string {
  if (of.hidden) return t('matrix.benchmark_hidden', { plan: of.name })
  return of.kind === 'median' ? t('matrix.no_median') : t('matrix.no_benchmark', { plan: of.name })
}

/** The benchmark's figure of a line in words; `null` where it has none. */
export function benchmarkText(line: SubLine): { value: string; unit: string; year: string | null; plans: number } | null {
  const { benchmark } = line.sub
  if (benchmark === undefined) return null
  return {
    value: decimalText(benchmark.value),
    unit: benchmark.unit ?? '',
    year: benchmark.year === null ? null : String(benchmark.year),
    plans: benchmark.plans.length,
  }
}

/** What the note of the benchmark's column tells about a line. */
export function benchmarkLines(line: SubLine, of: BenchmarkTrack): string[] {
  const found = benchmarkText(line)
  if (found === null) return [noBenchmark(of)]
  const lines = [`${found.value} ${found.unit}`.trim() + (found.year === null ? '' : ` · ${t('matrix.year', { year: found.year })}`)]
  if (of.kind === 'median') lines.push(t('matrix.median_of', { n: countText(found.plans) }))
  return lines
}
