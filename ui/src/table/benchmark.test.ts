import { afterEach, describe, expect, it } from 'vitest'
import { setLanguage } from '@/lib/i18n'
import { benchmarkLines, differenceSentences, differenceText, differenceView, signed, type BenchmarkTrack } from './benchmark'
import { flatten, type SubLine } from './lines'
import { frameOf } from '@/ipc/fake-matrix'
import { column, empty, matrix, row, says, stated, sub } from './samples'

afterEach(() => setLanguage('zh-CN'))

const median: BenchmarkTrack = { kind: 'median', plan: null, name: '', hidden: false }

describe('the benchmark', () => {
  it('a_difference_carries_its_sign_and_keeps_every_digit', () => {
    expect(['12', '-3.5', '0', '0.0', '12345', '-0.1891'].map(signed)).toEqual(['+12', '−3.5', '±0', '±0', '+12\u202f345', '−0.1891'])
  })

  it('a_unit_is_printed_only_where_the_cell_prints_another', () => {
    const found = { absolute: '-45', percent: '-22.5', verdict: 'A' as const, reasons: [] }
    expect(differenceText(differenceView(found, '家', '家'))).toBe('−45 (−22.5%)')
    expect(differenceText(differenceView(found, '户', '家'))).toBe('−45家 (−22.5%)')
  })

  it('shares_differ_by_points_and_never_by_per_cent_of_per_cent', () => {
    const found = { absolute: '0.7', percent: null, verdict: 'A' as const, reasons: [] }
    expect(differenceText(differenceView(found, '%', '%'))).toBe('+0.7个百分点')
    setLanguage('en')
    expect(differenceText(differenceView(found, '%', '%'))).toBe('+0.7 points')
  })

  it('a_condition_is_told_with_its_reasons', () => {
    const found = { absolute: '5', percent: '10', verdict: 'C' as const, reasons: [{ kind: 'year_differs' as const, years: [2022, 2025] }] }
    expect(differenceSentences(found, '家', median)).toEqual(['较基准（中位数）+5家 (+10%)', '有条件可比: 年份不同：2022、2025'])
  })

  it('a_line_without_a_benchmark_says_why', () => {
    const figure = { value: '200', unit: '家', year: 2025, plans: [1, 2, 3] }
    const frame = frameOf(matrix([column(1)], [row('甲', [sub([stated(says('200'))], [], { benchmark: figure }), sub([empty], [], { measure: 'growth' })])]))
    const [, one, none] = flatten(frame).lines as [unknown, SubLine, SubLine]
    expect(benchmarkLines(one, median)).toEqual(['200 家 · 2025 年', '取自 3 个方案'])
    expect(benchmarkLines(none, median)[0]).toContain('不足两个')
    expect(benchmarkLines(none, { kind: 'plan', plan: 4, name: '丁市', hidden: true })[0]).toContain('已隐藏')
    expect(benchmarkLines(none, { kind: 'plan', plan: 4, name: '丁市', hidden: false })[0]).toContain('没有单一数值')
  })
})
