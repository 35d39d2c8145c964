/** The words of one chart in the current language: everything the picture says besides its figures. */
import type { PlanColumn } from '@/ipc'
import {
  genreWord,
  decimalText, indicatorName, measureLongWord, opSign, reasonSentence, t, valueText, verdictWord,
} from '@/lib'
import type { ChartMark, ChartSpec, Excluded } from './spec'

export interface MarkTexts {
  name: string
  /** Sign and value. */
  value: string
  unit: string
  /** Year, scope, endeavour, conversion: the conditions of the figure. */
  condition: string
}

export interface ChartTexts {
  title: string
  subtitle: string
  notes: string[]
  marks: MarkTexts[]
}

/** Names printed for one reason before the rest is only counted. */
const NAMES = 8

export function chartTexts(spec: ChartSpec): ChartTexts {
  const title = t('chart.heading', {
    indicator: indicatorName({ indicator: spec.indicator, indicator_en: spec.indicatorEn }),
    measure: measureLongWord(spec.measure),
  })
  const notes = [verdictNote(spec), leftOut(spec), leftOutAlso(spec), legend(spec), source(spec)]
  return {
    title,
    subtitle: [unitText(spec), yearNote(spec)].filter((part) => part !== '').join('　'),
    notes: notes.filter((note) => note !== ''),
    marks: spec.marks.map((mark) => markTexts(mark, spec)),
  }
}

function unitText(spec: ChartSpec): string {
  if (spec.marks.length === 0) return ''
  return t('chart.unit', { unit: spec.unit ?? t('chart.no_unit') })
}

export function markYear(mark: Pick<ChartMark, 'year' | 'yearFrom'>): string {
  if (mark.year === null) return t('chart.no_year')
  const span = mark.yearFrom !== null && mark.yearFrom !== mark.year ? `${mark.yearFrom}–${mark.year}` : String(mark.year)
  return t('chart.year', { year: span })
}

function yearNote(spec: ChartSpec): string {
  if (spec.marks.length === 0) return ''
  if (spec.years.length > 1) return t('chart.year_many')
  const only = spec.years[0]
  return only === null || only === undefined ? t('chart.year_none') : t('chart.year_one', { year: only })
}

function markTexts(mark: ChartMark, spec: ChartSpec): MarkTexts {
  const scopes = new Set(spec.marks.map((m) => m.scope))
  const conditions = [
    spec.years.length > 1 ? markYear(mark) : '',
    mark.scope !== null && scopes.size > 1 ? mark.scope : '',
    mark.soft ? t('chart.soft') : '',
    mark.stated === null
      ? ''
      : t('chart.stated', {
          value: `${valueText({ value: mark.stated.value, value_max: mark.stated.valueMax })} ${mark.stated.unit}`.trim(),
          factor: decimalText(mark.stated.factor),
        }),
  ]
  return {
    name: mark.region,
    value: `${opSign(mark.op)}${valueText({ value: mark.value, value_max: mark.valueMax })}`,
    unit: spec.unit ?? '',
    condition: conditions.filter((c) => c !== '').join(' · '),
  }
}

function verdictNote(spec: ChartSpec): string {
  if (spec.marks.length === 0) return t('chart.none')
  if (spec.verdict === null) return spec.drawn === 1 ? t('chart.verdict_alone') : ''
  const reasons = spec.reasons.map(reasonSentence).join(t('chart.and_then'))
  const verdict = t('chart.verdict', { letter: spec.verdict, name: verdictWord(spec.verdict), reasons })
  return verdict + space() + t(spec.ranked ? 'chart.by_value' : 'chart.by_plan')
}

/** English sentences need a blank between them; Chinese ones carry it in the full stop. */
function space(): string {
  return t('chart.sentence_space')
}

export function exclusionText(excluded: Excluded): string {
  const { why } = excluded
  switch (why.cause) {
    case 'empty':
      return t(`matrix.empty.${why.reason}`)
    case 'relative':
      return t('chart.relative', { text: `${opSign(why.op)} ${why.benchmark}`.trim() })
    case 'apart':
      return why.reasons.length === 0
        ? t('chart.apart_plain')
        : t('chart.apart', { reasons: why.reasons.map(reasonSentence).join(t('chart.and_then')) })
  }
}

/** One entry per reason with the regions it holds for, so that 195 plans that say nothing take one line. */
function grouped(excluded: Excluded[]): string {
  const byReason = new Map<string, string[]>()
  for (const one of excluded) {
    const reason = exclusionText(one)
    byReason.set(reason, [...(byReason.get(reason) ?? []), one.region])
  }
  return [...byReason]
    .map(([reason, regions]) => {
      const named = regions.slice(0, NAMES).join(t('and'))
      const plans = regions.length > NAMES ? t('chart.and_more', { list: named, n: regions.length }) : named
      return t('chart.left_out_item', { plans, reason })
    })
    .join(t('chart.and_then'))
}

function leftOut(spec: ChartSpec): string {
  const drawn = new Set(spec.marks.map((m) => m.plan))
  const out = spec.excluded.filter((e) => !drawn.has(e.plan))
  if (out.length === 0) return ''
  return t('chart.left_out', { total: spec.plans, n: spec.plans - spec.drawn, list: grouped(out) })
}

/** A plan may be drawn with one statement and have another that has no number. */
function leftOutAlso(spec: ChartSpec): string {
  const drawn = new Set(spec.marks.map((m) => m.plan))
  const also = spec.excluded.filter((e) => drawn.has(e.plan))
  return also.length === 0 ? '' : t('chart.left_out_also', { list: grouped(also) })
}

/** Only the signs that this picture uses are explained. */
function legend(spec: ChartSpec): string {
  const items: string[] = []
  const has = (test: (mark: ChartMark) => boolean): boolean => spec.marks.some(test)
  if (has((m) => m.shape === 'open')) items.push(t('chart.legend_open'))
  if (has((m) => m.shape === 'closed')) items.push(t('chart.legend_closed'))
  if (has((m) => m.shape === 'hollow')) items.push(t('chart.legend_hollow'))
  if (has((m) => m.shape === 'range')) items.push(t('chart.legend_range'))
  if (has((m) => m.soft)) items.push(t('chart.legend_soft'))
  if (has((m) => m.conditional)) items.push(t('chart.legend_hatched'))
  return items.length === 0 ? '' : t('chart.legend', { list: items.join(t('chart.and_then')) })
}

function source(spec: ChartSpec): string {
  if (spec.sources.length === 0) return ''
  const named = spec.sources.slice(0, NAMES).map(sourceText).join(t('chart.and_then'))
  const all = spec.sources.length > NAMES ? t('chart.and_more', { list: named, n: spec.sources.length }) : named
  return t('chart.source', { list: all })
}

function sourceText(source: { region: string; year: PlanColumn['main_year']; genre: string | null }): string {
  return [source.region, source.year === null ? null : String(source.year), genreWord(source.genre)].filter((p) => p !== null).join(' ')
}
