import { afterEach, describe, expect, it } from 'vitest'
import { setLanguage } from '@/lib/i18n'
import { column, empty, pair, row, says, stated, sub } from '@/table/samples'
import { layout, textWidth, wrap } from './layout'
import { axisNumber, chartOption, DARK, LIGHT, pieces } from './option'
import { chartSpec } from './spec'
import { chartTexts } from './texts'

const plans = [column(1), column(2), column(3), column(4)]

/** 155 in 2024, more than 100 in 2025, about 500 as an aim, nothing. */
const firms = sub(
  [stated(says('155', { year: 2024 })), stated(says('100', { op: '>' })), stated(says('500', { op: '~', firmness: 'soft', scope: '全市' })), empty],
  [pair(1, 2, 'C'), pair(1, 3, 'C'), pair(2, 3, 'C')],
)
const spec = () => chartSpec(row('高新技术企业数', [firms], { indicator_en: 'High-tech enterprises' }), firms, plans)

interface Drawn {
  series: { type: string; name: string; data: { value: unknown; itemStyle: Record<string, unknown>; label?: { formatter?: string } }[] }[]
  title: { text: string; textStyle: { fontFamily: string } }[]
  xAxis: { scale: boolean }
}

function draw(one = spec(), width = 800, theme = LIGHT): Drawn {
  return chartOption(one, chartTexts(one), theme, width).option as unknown as Drawn
}

const series = (drawn: Drawn, name: string) => drawn.series.find((s) => s.name === name)?.data ?? []

afterEach(() => setLanguage('zh-CN'))

describe('chartSpec', () => {
  it('draws what is comparable and counts the rest with reasons', () => {
    const one = spec()
    expect(one.marks.map((m) => [m.region, m.low, m.shape, m.soft, m.conditional])).toEqual([
      ['甲1市', 155, 'solid', false, true],
      ['甲2市', 100, 'open', false, true],
      ['甲3市', 500, 'hollow', true, true],
    ])
    expect(one.excluded).toEqual([{ plan: 4, region: '甲4市', why: { cause: 'empty', reason: 'not_mentioned' } }])
    expect(one).toMatchObject({ plans: 4, drawn: 3, verdict: 'C', years: [2024, 2025], ranked: false })
  })

  it('ranks only A and B', () => {
    const same = sub([stated(says('1')), stated(says('3')), stated(says('2')), empty], [pair(1, 2, 'A'), pair(1, 3, 'B'), pair(2, 3, 'A')])
    const one = chartSpec(row('甲', [same]), same, plans)
    expect(one.ranked).toBe(true)
    expect(one.marks.map((m) => m.value)).toEqual(['3', '2', '1'])
  })

  it('leaves out a plan in another dimension, with the reason', () => {
    const mixed = sub(
      [stated(says('1')), stated(says('3')), stated(says('9', { unit: '%', harmonised: null })), stated(says(null, { op: '>', relative_to: '全省平均水平' }))],
      [pair(1, 2, 'A'), pair(1, 3, 'D'), pair(2, 3, 'D')],
    )
    const one = chartSpec(row('甲', [mixed]), mixed, plans)
    expect(one.drawn).toBe(2)
    expect(one.verdict).toBe('A')
    expect(one.excluded.map((e) => e.why)).toEqual([
      { cause: 'apart', reasons: [{ kind: 'unit_differs', units: ['家', '%'] }] },
      { cause: 'relative', op: '>', benchmark: '全省平均水平' },
    ])
    expect(chartTexts(one).notes.join()).toContain('4 个方案中 2 个未画出')
  })

  it('draws every differing statement of a plan with its year', () => {
    const two = sub([stated(says('2'), says('3', { year: 2030 })), stated(says('4')), empty, empty], [pair(1, 2, 'C')])
    const one = chartSpec(row('甲', [two]), two, plans)
    expect(one.marks.map((m) => [m.plan, m.year])).toEqual([[1, 2025], [1, 2030], [2, 2025]])
    expect(chartTexts(one).marks.map((m) => m.condition)).toEqual(['2025 年', '2030 年', '2025 年'])
  })

  it('notes what the plan wrote when a conversion made the figure', () => {
    const written = says('30000', { unit: '万元', harmonised: { value: '3', value_max: null, factor: '0.0001' } })
    const money = sub([stated(written), stated(says('4', { unit: '亿元' })), empty, empty], [pair(1, 2, 'B')], { unit: '亿元' })
    const one = chartSpec(row('甲', [money]), money, plans)
    const mark = one.marks.findIndex((m) => m.plan === 1)
    expect(one.marks[mark]).toMatchObject({ low: 3, value: '3' })
    expect(chartTexts(one).marks[mark]?.condition).toBe('原文 30\u202f000 万元，× 0.0001')
  })
})

describe('chartTexts', () => {
  it('puts title, unit, year note, verdict, exclusions and source into the picture', () => {
    const texts = chartTexts(spec())
    expect(texts.title).toBe('高新技术企业数（水平值）')
    expect(texts.subtitle).toContain('单位：家')
    expect(texts.subtitle).toContain('目标年份不同')
    const notes = texts.notes.join('\n')
    expect(notes).toContain('可比性 C')
    expect(notes).toContain('不作排名')
    expect(notes).toContain('4 个方案中 1 个未画出：甲4市（未提及）')
    expect(notes).toContain('来源：甲1市 2025 实施方案')
    expect(texts.marks.map((m) => m.condition)).toEqual(['2024 年', '2025 年', '2025 年 · 全市 · 力争'])
  })

  it('speaks English throughout when English is chosen', () => {
    setLanguage('en')
    const one = { ...spec(), sources: [] }
    const texts = chartTexts({ ...one, marks: one.marks.map((m) => ({ ...m, region: 'X', scope: null })), excluded: one.excluded.map((e) => ({ ...e, region: 'Y' })) })
    expect([texts.title, texts.subtitle, ...texts.notes].join(' ').replaceAll('家', '')).not.toMatch(/[\u4e00-\u9fff]/)
  })

  it('names a few regions and counts the rest', () => {
    const many = Array.from({ length: 200 }, (_, i) => column(i + 1))
    const wide = sub(many.map((_, i) => (i === 0 ? stated(says('1')) : empty)))
    const texts = chartTexts(chartSpec(row('甲', [wide]), wide, many))
    expect(texts.notes.join('')).toContain('等 199 个')
    expect(texts.notes.join('').length).toBeLessThan(200)
  })
})

describe('chartOption', () => {
  it('starts every bar at zero', () => {
    expect(draw().xAxis.scale).toBe(false)
    expect(series(draw(), 'base').map((d) => d.value)).toEqual([0, 0, 0])
    expect(series(draw(), 'above').map((d) => d.value)).toEqual([155, 100, 500])
  })

  it('draws about hollow, an aim pale, a condition hatched', () => {
    const [solid, , about] = series(draw(), 'above')
    expect(solid?.itemStyle).toMatchObject({ color: '#0072b2', opacity: 1, decal: { symbol: 'rect' } })
    expect(about?.itemStyle).toMatchObject({ color: LIGHT.ground, borderColor: '#009e73', opacity: 0.5 })
  })

  it('puts an open arrow at a lower bound and a closed one at an upper bound', () => {
    const bounds = sub([stated(says('5', { op: '>=' })), stated(says('6', { op: '<=' })), empty, empty], [pair(1, 2, 'A')])
    const one = chartSpec(row('甲', [bounds]), bounds, plans)
    const heads = series(draw(one), 'heads') as unknown as { value: unknown; symbol: string; symbolOffset: number[] }[]
    expect(heads).toHaveLength(2)
    const outward = heads.find((h) => (h.value as unknown[])[0] === 5)
    const inward = heads.find((h) => (h.value as unknown[])[0] === 6)
    expect(outward?.symbol).not.toBe(inward?.symbol)
    expect(outward?.symbolOffset[0]).toBeGreaterThan(0)
    expect(inward?.symbolOffset[0]).toBeLessThan(0)
  })

  it('draws a range from low to high with both ends marked', () => {
    const range = sub([stated(says('1', { value_max: '2', harmonised: { value: '1', value_max: '2', factor: '1' } })), stated(says('4')), empty, empty], [pair(1, 2, 'C')])
    const one = chartSpec(row('甲', [range]), range, plans)
    expect(series(draw(one), 'base').map((d) => d.value)).toEqual([1, 0])
    expect(series(draw(one), 'above').map((d) => d.value)).toEqual([1, 4])
    expect(series(draw(one), 'caps')).toHaveLength(2)
    expect(chartTexts(one).marks[0]?.value).toBe('1–2')
  })

  it('draws a place in a table as a dot without a zero', () => {
    const rank = sub([stated(says('50')), stated(says('30')), empty, empty], [pair(1, 2, 'A')], { measure: 'rank', unit: null })
    const drawn = draw(chartSpec(row('甲', [rank]), rank, plans))
    expect(drawn.series.map((s) => s.type)).toEqual(['scatter'])
    expect(drawn.xAxis.scale).toBe(true)
  })

  it('prints year and conditions at the mark', () => {
    expect(series(draw(), 'above').map((d) => d.label?.formatter)).toEqual([
      '{v|155} {u|家} {c|2024 年}',
      '{v|>100} {u|家} {c|2025 年}',
      '{v|≈500} {u|家} {c|2025 年 · 全市 · 力争}',
    ])
  })

  it('draws nothing but words when no figure may be drawn', () => {
    const none = sub([stated(says(null, { op: '>', relative_to: '全省平均水平' })), empty, empty, empty])
    const drawn = draw(chartSpec(row('甲', [none]), none, plans))
    expect(drawn.series).toEqual([])
    expect(drawn.title.map((t) => t.text).join('\n')).toContain('没有可画的数值')
  })

  it('names fonts without quotation marks, which would break the exported picture', () => {
    for (const theme of [LIGHT, DARK]) expect(JSON.stringify(draw(spec(), 800, theme))).not.toMatch(/fontFamily":"[^"]*\\"/)
  })

  it('is the same for the same input', () => {
    expect(JSON.stringify(draw())).toBe(JSON.stringify(draw()))
  })
})

describe('pieces', () => {
  it.each([
    [{ low: 5, high: 5, shape: 'solid' as const }, { base: 0, above: 5, below: 0 }],
    [{ low: -5, high: -5, shape: 'solid' as const }, { base: 0, above: 0, below: -5 }],
    [{ low: 1, high: 3, shape: 'range' as const }, { base: 1, above: 2, below: 0 }],
    [{ low: -3, high: -1, shape: 'range' as const }, { base: -1, above: 0, below: -2 }],
    [{ low: -1, high: 2, shape: 'range' as const }, { base: 0, above: 2, below: -1 }],
  ])('%o becomes %o', (mark, expected) => {
    expect(pieces(mark)).toEqual(expected)
  })
})

describe('layout', () => {
  const texts = { title: '题', subtitle: '副题', notes: ['注'.repeat(60)], names: ['甲市', '乙市'], labels: ['1 家', '2 家'] }

  it('puts notes beside the plot when wide and under it when narrow', () => {
    const wide = layout(texts, 800)
    const narrow = layout(texts, 460)
    expect(wide.notesLeft).toBeGreaterThan(400)
    expect(narrow.notesLeft).toBe(12)
    expect(narrow.notes[0]?.top).toBeGreaterThan(narrow.plot.top + narrow.plot.height)
  })

  it('breaks no line wider than it may be', () => {
    for (const line of wrap('可比性 C（有条件可比）：年份不同：2018、2022、2024、2025；地区层级不同。'.repeat(3), 11, 200)) {
      expect(textWidth(line, 11)).toBeLessThanOrEqual(211)
    }
  })

  it('never begins a line with closing punctuation and keeps numbers whole', () => {
    const lines = wrap('一二三四五六七八九，2018、2022、2024。', 10, 95)
    expect(lines.every((line) => !/^[，、。]/.test(line))).toBe(true)
    expect(lines.join('')).toBe('一二三四五六七八九，2018、2022、2024。')
    expect(lines.some((line) => line.includes('2018'))).toBe(true)
  })
})

describe('axisNumber', () => {
  it('groups from five digits on and never uses an exponent', () => {
    expect([1000, 10000, 100000000, 0.1 + 0.2, -2].map(axisNumber)).toEqual(['1000', '10\u202f000', '100\u202f000\u202f000', '0.3', '−2'])
  })
})
