import { describe, expect, it } from 'vitest'
import { bars, shapeOf } from './bars'
import { charted, conditional, merged, reasonsAgainst } from './comparable'
import { column, empty, pair, says, stated, sub } from './samples'

const plans = [column(1), column(2), column(3)]

describe('charted', () => {
  it('leaves out the plan that is not comparable with the rest', () => {
    const line = sub(
      [stated(says('10')), stated(says('20')), stated(says('30', { unit: '%', harmonised: null }))],
      [pair(1, 2, 'C'), pair(1, 3, 'D'), pair(2, 3, 'D')],
    )
    expect([...charted(line, plans)]).toEqual([1, 2])
    expect(reasonsAgainst(line, 3, new Set([1, 2]))).toEqual([{ kind: 'unit_differs', units: ['家', '%'] }])
  })

  it('keeps two dimensions apart and takes the larger set', () => {
    const line = sub([stated(says('10')), stated(says('20')), stated(says('30'))], [pair(1, 2, 'D'), pair(1, 3, 'D'), pair(2, 3, 'A')])
    expect([...charted(line, plans)]).toEqual([2, 3])
  })

  it('has no place for a target without a number', () => {
    const line = sub([stated(says(null, { relative_to: '全省平均水平' })), stated(says('5')), empty], [pair(1, 2, 'E')])
    expect([...charted(line, plans)]).toEqual([2])
  })

  it('names the plans that hold a condition', () => {
    const line = sub([stated(says('1')), stated(says('2')), stated(says('3'))], [pair(1, 2, 'A'), pair(1, 3, 'C'), pair(2, 3, 'A')])
    expect([...conditional(line, new Set([1, 2, 3]))]).toEqual([1, 3])
  })
})

describe('bars', () => {
  it('always has zero on the scale', () => {
    const drawn = bars(sub([stated(says('50')), stated(says('200')), empty], [pair(1, 2, 'A')]), plans)
    expect(drawn.get(1)).toMatchObject({ from: 0, to: 0.25 })
    expect(drawn.get(2)).toMatchObject({ from: 0, to: 1 })
    expect(drawn.has(3)).toBe(false)
  })

  it('draws nothing beside a single figure', () => {
    expect(bars(sub([stated(says('50')), empty, empty]), plans).size).toBe(0)
  })

  it('draws a range as a segment', () => {
    const range = says('1', { value_max: '2', harmonised: { value: '1', value_max: '2', factor: '1' } })
    const drawn = bars(sub([stated(range), stated(says('4')), empty], [pair(1, 2, 'A')]), plans)
    expect(drawn.get(1)).toEqual({ from: 0.25, to: 0.5, shape: 'range', soft: false })
  })

  it('starts bars at zero when a figure is negative', () => {
    const drawn = bars(sub([stated(says('-1')), stated(says('3')), empty], [pair(1, 2, 'A')]), plans)
    expect(drawn.get(1)).toMatchObject({ from: 0, to: 0.25 })
    expect(drawn.get(2)).toMatchObject({ from: 0.25, to: 1 })
  })

  it('compares in the common unit, not in the written one', () => {
    const written = says('30000', { unit: '万元', harmonised: { value: '3', value_max: null, factor: '0.0001' } })
    const drawn = bars(sub([stated(written), stated(says('6')), empty], [pair(1, 2, 'B')], { unit: '亿元' }), plans)
    expect(drawn.get(1)).toMatchObject({ to: 0.5 })
  })
})

describe('shapeOf', () => {
  it('gives every sign its own end', () => {
    expect((['>=', '>', '<=', '<', '~', '='] as const).map((op) => shapeOf(op, false))).toEqual(['open', 'open', 'closed', 'closed', 'hollow', 'solid'])
    expect(shapeOf('~', true)).toBe('range')
  })
})

describe('merged', () => {
  it('makes one reason of each kind with the lists of all', () => {
    expect(
      merged([
        { kind: 'same' },
        { kind: 'year_differs', years: [2024, 2025] },
        { kind: 'year_differs', years: [2022, 2024, null] },
        { kind: 'converted', from: '万元', to: '亿元', factor: '0.0001' },
        { kind: 'converted', from: '万元', to: '亿元', factor: '0.0001' },
      ]),
    ).toEqual([
      { kind: 'year_differs', years: [2022, 2024, 2025, null] },
      { kind: 'converted', from: '万元', to: '亿元', factor: '0.0001' },
    ])
    expect(merged([{ kind: 'same' }, { kind: 'same' }])).toEqual([{ kind: 'same' }])
  })
})
