import { describe, expect, it } from 'vitest'
import { shapeOf } from './bars'
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
