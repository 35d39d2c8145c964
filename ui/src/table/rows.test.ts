import { describe, expect, it } from 'vitest'
import { firstCharted, flatten, PLAIN } from './rows'
import { column, empty, matrix, pair, row, says, stated, sub } from './samples'

const plans = [column(1), column(2)]

function names(lines: ReturnType<typeof flatten>): string[] {
  return lines.flatMap((line) => (line.kind === 'sub' && line.first ? [line.row.indicator] : []))
}

describe('flatten', () => {
  it('puts a head line before the rows of a type and one line per measure', () => {
    const two = row('甲', [sub([stated(says('1')), empty]), sub([empty, stated(says('2'))], [], { measure: 'increment' })])
    const lines = flatten(matrix(plans, [two]))
    expect(lines.map((line) => line.kind)).toEqual(['group', 'sub', 'sub'])
    expect(lines.map((line) => (line.kind === 'sub' ? [line.first, line.last] : null))).toEqual([null, [true, false], [false, true]])
    expect(new Set(lines.map((line) => line.key)).size).toBe(3)
  })

  it('keeps the head of a folded type and hides its rows', () => {
    const lines = flatten(matrix(plans, [row('甲', [sub([empty, empty])])]), { ...PLAIN, folded: ['创新主体'] })
    expect(lines).toMatchObject([{ kind: 'group', folded: true, indicators: 1, targets: 9 }])
  })

  it('sorts names by pinyin in Chinese', () => {
    const rows = ['专利', '高企', '人才'].map((name) => row(name, [sub([empty, empty])]))
    expect(names(flatten(matrix(plans, rows), { ...PLAIN, sort: { by: 'name', plan: null, descending: false } }))).toEqual(['高企', '人才', '专利'])
  })

  it('sorts by number of plans, most first', () => {
    const rows = [row('一', [sub([])], { plan_count: 1 }), row('三', [sub([])], { plan_count: 3 }), row('二', [sub([])], { plan_count: 2 })]
    expect(names(flatten(matrix(plans, rows), { ...PLAIN, sort: { by: 'plan_count', plan: null, descending: true } }))).toEqual(['三', '二', '一'])
  })

  it('never mixes units when it sorts by the values of a plan', () => {
    const yuan = (v: string) => says(v, { unit: '亿元' })
    const rows = [
      row('家小', [sub([stated(says('3')), empty])]),
      row('元小', [sub([stated(yuan('2')), empty], [], { unit: '亿元' })]),
      row('无', [sub([empty, stated(says('99'))])]),
      row('家大', [sub([stated(says('10')), empty])]),
      row('元大', [sub([stated(yuan('400')), empty], [], { unit: '亿元' })]),
    ]
    const sort = { by: 'plan_value', plan: 1, descending: true } as const
    expect(names(flatten(matrix(plans, rows), { ...PLAIN, sort }))).toEqual(['家大', '家小', '元大', '元小', '无'])
    expect(names(flatten(matrix(plans, rows), { ...PLAIN, sort: { ...sort, descending: false } }))).toEqual(['家小', '家大', '元小', '元大', '无'])
  })
})

describe('firstCharted', () => {
  it('finds the first line with two comparable figures', () => {
    const lone = row('独', [sub([stated(says('1')), empty])])
    const shared = row('共', [sub([stated(says('1')), stated(says('2'))], [pair(1, 2, 'C')])])
    const whole = matrix(plans, [lone, shared])
    expect(firstCharted(flatten(whole), whole)?.row.indicator).toBe('共')
    expect(firstCharted(flatten(matrix(plans, [lone])), matrix(plans, [lone]))).toBeNull()
  })
})
