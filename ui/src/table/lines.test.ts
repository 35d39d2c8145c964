import { describe, expect, it } from 'vitest'
import { frameOf } from '@/ipc/fake-matrix'
import { firstCharted, flatten as flattened, PLAIN, type Line } from './lines'
import { column, empty, matrix, pair, row, says, stated, sub } from './samples'

const plans = [column(1), column(2)]

const flatten = (whole: ReturnType<typeof matrix>, options = PLAIN): Line[] => flattened(frameOf(whole), options).lines

function names(lines: readonly Line[]): string[] {
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

  it('takes the order by value from the core, and never across types', () => {
    const rows = ['甲', '乙', '丙'].map((name) => row(name, [sub([stated(says('1')), empty])]))
    const sort = { by: 'plan_value', plan: 1, descending: true } as const
    expect(names(flatten(matrix(plans, rows), { ...PLAIN, sort, by_value: [2, 0, 1] }))).toEqual(['丙', '甲', '乙'])
    expect(names(flatten(matrix(plans, rows), { ...PLAIN, sort }))).toEqual(['甲', '乙', '丙'])
  })

  it('sorts by verdict, what compares best first and what stands alone last', () => {
    const compared = (name: string, verdict: 'A' | 'C' | 'D') => row(name, [sub([stated(says('1')), stated(says('2'))], [pair(1, 2, verdict)])])
    const rows = [row('独', [sub([stated(says('1')), empty])]), compared('异', 'D'), compared('同', 'A'), compared('条件', 'C')]
    expect(names(flatten(matrix(plans, rows), { ...PLAIN, sort: { by: 'verdict', plan: null, descending: false } }))).toEqual(['同', '条件', '异', '独'])
  })

  it('follows the own order, and what has no place in it comes after', () => {
    const rows = ['甲', '乙', '丙'].map((name) => row(name, [sub([empty, empty])]))
    expect(names(flatten(matrix(plans, rows), { ...PLAIN, sort: { by: 'own', plan: null, descending: false }, own: ['丙', '甲'] }))).toEqual(['丙', '甲', '乙'])
  })

  it('puts pinned rows before all types and counts hidden ones', () => {
    const rows = ['甲', '乙', '丙'].map((name) => row(name, [sub([empty, empty]), sub([empty, empty], [], { measure: 'growth' })]))
    const found = flattened(frameOf(matrix(plans, rows)), { ...PLAIN, pinned: ['丙'], hidden: ['甲', '没有'] })
    expect(names(found.lines)).toEqual(['丙', '乙'])
    expect([found.pinned, found.hidden, found.lines[2]?.kind]).toEqual([2, 1, 'group'])
  })
})

describe('firstCharted', () => {
  it('finds the first line with two comparable figures', () => {
    const lone = row('独', [sub([stated(says('1')), empty])])
    const shared = row('共', [sub([stated(says('1')), stated(says('2'))], [pair(1, 2, 'C')])])
    const whole = matrix(plans, [lone, shared])
    expect(firstCharted(flatten(whole))?.row.indicator).toBe('共')
    expect(firstCharted(flatten(matrix(plans, [lone])))).toBeNull()
  })
})
