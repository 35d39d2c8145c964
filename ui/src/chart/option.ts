/**
 * ChartSpec + words + theme + width → ECharts option. A pure function: the same option draws the screen and,
 * later, the report. Every rule of drawing is here and nowhere else.
 */
import type { EChartsCoreOption } from 'echarts/core'
import { planHex, planShape } from '@/design'
import { FONT, layout, PAD, SIZE, type ChartLayout } from './layout'
import type { ChartMark, ChartSpec } from './spec'
import type { ChartTexts } from './texts'

export interface ChartTheme {
  dark: boolean
  ground: string
  ink: string
  ink2: string
  ink3: string
  line: string
}

/** Paper and light screens. */
export const LIGHT: ChartTheme = { dark: false, ground: '#ffffff', ink: '#1c1c1a', ink2: '#55554f', ink3: '#6e6e67', line: '#e3e1da' }
export const DARK: ChartTheme = { dark: true, ground: '#161615', ink: '#eceae4', ink2: '#b9b7af', ink3: '#98968e', line: '#31312e' }

export interface DrawnChart {
  option: EChartsCoreOption
  height: number
}

/** 力争 is drawn at this share of full strength. */
const SOFT = 0.5

/** Arrow heads as open strokes: `>` for a bound that may be passed, `<` for one that may not. */
const OUTWARDS = 'path://M0 0L6 6L0 12L1.6 12L7.6 6L1.6 0Z'
const INWARDS = 'path://M7.6 0L1.6 6L7.6 12L6 12L0 6L6 0Z'

export function chartOption(spec: ChartSpec, texts: ChartTexts, theme: ChartTheme, width: number): DrawnChart {
  const labels = texts.marks.map((m) => [m.value, m.unit, m.condition].filter((part) => part !== '').join('  '))
  const place = layout(
    { title: texts.title, subtitle: texts.subtitle, notes: texts.notes, names: texts.marks.map((m) => m.name), labels },
    width,
  )
  const colours = spec.marks.map((m) => planHex(m.colour, theme.dark))
  return {
    height: place.height,
    option: {
      animation: false,
      backgroundColor: theme.ground,
      textStyle: { fontFamily: FONT, fontSize: SIZE.text, color: theme.ink },
      // The table behind the chart says everything; the generated sentence would be in one language only.
      aria: { enabled: true, label: { enabled: false }, decal: { show: false } },
      title: titles(place, theme),
      grid: { left: place.plot.left, right: place.plot.right, top: place.plot.top, height: place.plot.height },
      xAxis: valueAxis(spec, theme),
      yAxis: nameAxis(spec, texts, theme, place.plot.left),
      series: spec.marks.length === 0 ? [] : series(spec, texts, theme, colours, place),
    },
  }
}

function titles(place: ChartLayout, theme: ChartTheme): object[] {
  const title = (lines: string[], left: number, top: number, size: number, colour: string, weight: string): object => ({
    text: lines.join('\n'),
    left,
    top,
    padding: 0,
    textStyle: { fontFamily: FONT, fontSize: size, lineHeight: size * 1.5, fontWeight: weight, color: colour },
  })
  return [
    title(place.titleLines, PAD, place.titleTop, SIZE.title, theme.ink, 'bold'),
    title(place.subtitleLines, PAD, place.subtitleTop, SIZE.text, theme.ink2, 'normal'),
    ...place.notes.map((note) => title(note.lines, place.notesLeft, note.top, SIZE.note, theme.ink3, 'normal')),
  ]
}

function valueAxis(spec: ChartSpec, theme: ChartTheme): object {
  return {
    type: 'value',
    show: spec.marks.length > 0,
    // A bar's length is its value only from zero; a place in a table has no zero.
    scale: spec.form === 'dot',
    inverse: spec.form === 'dot',
    minInterval: spec.form === 'dot' ? 1 : undefined,
    splitNumber: 4,
    axisLabel: { fontFamily: FONT, fontSize: SIZE.note, color: theme.ink3, formatter: axisNumber, hideOverlap: true },
    splitLine: { lineStyle: { color: theme.line } },
    axisLine: { show: false },
    axisTick: { show: false },
  }
}

/** Axis figures come from the axis, not from the documents, so rounding away binary dust is safe. */
export function axisNumber(value: number): string {
  const text = String(Number(value.toPrecision(12)))
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.replace('-', '').length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u202f') : whole
  return (fraction === undefined ? grouped : `${grouped}.${fraction}`).replace('-', '−')
}

function nameAxis(spec: ChartSpec, texts: ChartTexts, theme: ChartTheme, left: number): object {
  return {
    type: 'category',
    inverse: true,
    show: spec.marks.length > 0,
    data: spec.marks.map((_, index) => String(index)),
    axisLabel: {
      interval: 0,
      fontFamily: FONT,
      fontSize: SIZE.text,
      // Names stay in the ink: small coloured text would fail the contrast rule.
      color: theme.ink,
      width: left - 20,
      overflow: 'truncate',
      formatter: (index: string) => texts.marks[Number(index)]?.name ?? '',
    },
    axisLine: { show: true, lineStyle: { color: theme.ink3 } },
    axisTick: { show: false },
  }
}

function series(spec: ChartSpec, texts: ChartTexts, theme: ChartTheme, colours: string[], place: ChartLayout): object[] {
  const labelled = spec.marks.map((mark, i) => label(mark, texts.marks[i], theme))
  if (spec.form === 'dot') return [dots(spec, theme, colours, labelled)]
  const style = (mark: ChartMark, i: number): object => fill(mark, colours[i] ?? theme.ink, theme)
  const shared = { type: 'bar', stack: 'value', barWidth: place.bar, cursor: 'pointer', emphasis: { disabled: true } }
  const hidden = { color: 'transparent', borderWidth: 0 }
  return [
    {
      ...shared,
      name: 'base',
      silent: true,
      data: spec.marks.map((mark) => ({ value: pieces(mark).base, itemStyle: hidden })),
    },
    {
      ...shared,
      name: 'above',
      data: spec.marks.map((mark, i) => ({
        value: pieces(mark).above,
        itemStyle: style(mark, i),
        label: pieces(mark).above === 0 && pieces(mark).below !== 0 ? { show: false } : labelled[i],
      })),
    },
    {
      ...shared,
      name: 'below',
      data: spec.marks.map((mark, i) => ({
        value: pieces(mark).below,
        itemStyle: style(mark, i),
        label: pieces(mark).above === 0 && pieces(mark).below !== 0 ? { ...labelled[i], position: 'left' } : { show: false },
      })),
    },
    heads(spec, theme, colours),
    caps(spec, theme, colours, place),
  ]
}

/** A bar from zero, or a range from end to end, as an unseen base and what stands on it. */
export function pieces(mark: Pick<ChartMark, 'low' | 'high' | 'shape'>): { base: number; above: number; below: number } {
  const { low, high } = mark
  if (mark.shape !== 'range') return high >= 0 ? { base: 0, above: high, below: 0 } : { base: 0, above: 0, below: low }
  if (low >= 0) return { base: low, above: high - low, below: 0 }
  if (high <= 0) return { base: high, above: 0, below: low - high }
  return { base: 0, above: high, below: low }
}

function fill(mark: ChartMark, colour: string, theme: ChartTheme): object {
  const hollow = mark.shape === 'hollow'
  const stripes = hollow ? colour : theme.ground
  return {
    color: hollow ? theme.ground : colour,
    borderColor: colour,
    borderWidth: hollow ? 1.5 : 0,
    opacity: mark.soft ? SOFT : 1,
    decal: mark.conditional
      ? { symbol: 'rect', symbolSize: 1, color: stripes, dashArrayX: [1, 0], dashArrayY: [1.2, 5.8], rotation: -Math.PI / 4 }
      : { symbol: 'none' },
  }
}

function label(mark: ChartMark, texts: ChartTexts['marks'][number] | undefined, theme: ChartTheme): object {
  const { value = '', unit = '', condition = '' } = texts ?? {}
  const parts = [`{v|${value}}`, unit === '' ? '' : `{u|${unit}}`, condition === '' ? '' : `{c|${condition}}`]
  return {
    show: true,
    position: 'right',
    // A pale bar must not make its figures pale.
    opacity: 1,
    // The arrow head stands between the bar and its value.
    distance: mark.shape === 'open' ? 12 : 5,
    formatter: parts.filter((part) => part !== '').join(' '),
    // Grid lines must not run through the figures.
    backgroundColor: theme.ground,
    padding: [1, 2],
    rich: {
      v: { fontFamily: FONT, fontSize: SIZE.text, color: theme.ink },
      u: { fontFamily: FONT, fontSize: SIZE.note, color: theme.ink3 },
      c: { fontFamily: FONT, fontSize: SIZE.note, color: theme.ink2, padding: [0, 0, 0, 6] },
    },
  }
}

function heads(spec: ChartSpec, theme: ChartTheme, colours: string[]): object {
  const data = spec.marks.flatMap((mark, i) => {
    if (mark.shape !== 'open' && mark.shape !== 'closed') return []
    const outwards = (mark.shape === 'open') === (mark.high >= 0)
    return [
      {
        value: [mark.high, String(i)],
        symbol: outwards ? OUTWARDS : INWARDS,
        symbolSize: [8, 15],
        // Outwards the head stands beyond the bar's end, inwards within it.
        symbolOffset: [(mark.shape === 'open' ? 6 : -5) * (mark.high >= 0 ? 1 : -1), 0],
        itemStyle: {
          color: mark.shape === 'open' ? (colours[i] ?? theme.ink) : theme.ground,
          opacity: mark.soft ? SOFT : 1,
        },
      },
    ]
  })
  return { type: 'scatter', name: 'heads', data, silent: true, z: 4 }
}

/** Lines at both ends of a range. */
function caps(spec: ChartSpec, theme: ChartTheme, colours: string[], place: ChartLayout): object {
  const data = spec.marks.flatMap((mark, i) => {
    if (mark.shape !== 'range') return []
    return [mark.low, mark.high].map((value) => ({
      value: [value, String(i)],
      symbol: 'rect',
      symbolSize: [2, place.bar + 6],
      itemStyle: { color: colours[i] ?? theme.ink, opacity: mark.soft ? SOFT : 1 },
    }))
  })
  return { type: 'scatter', name: 'caps', data, silent: true, z: 4 }
}

function dots(spec: ChartSpec, theme: ChartTheme, colours: string[], labelled: object[]): object {
  return {
    type: 'scatter',
    name: 'above',
    cursor: 'pointer',
    data: spec.marks.map((mark, i) => ({
      value: [mark.high, String(i)],
      symbol: `path://${planShape(mark.colour).path}`,
      symbolSize: 12,
      itemStyle: fill(mark, colours[i] ?? theme.ink, theme),
      label: { ...labelled[i], position: 'right' },
    })),
  }
}
