import { describe, expect, it } from 'vitest'
import { frameOf } from '@/ipc/fake-matrix'
import type { Matrix, TextLine } from '@/ipc'
import type { BenchmarkTrack } from './benchmark'
import { flatten } from './lines'
import type { Rect } from './navigation'
import { column, empty, matrix, pair, row, says, stated, sub } from './samples'
import { sheet, type Sheet } from './sheet'
import { toTsv, tsvCells } from './tsv'

const words = {
  indicator: '指标',
  measure: '量',
  unit: '单位',
  verdict: '可比性',
  plan: '方案',
  benchmark: '基准',
  difference: (region: string) => `${region} 差`,
  percent: (region: string) => `${region} 差%`,
  type: (type: string) => type,
  measureName: () => '水平值',
  indicatorName: (line: { row: { indicator: string } }) => line.row.indicator,
  verdictText: (line: { sub: { verdict: string | null } }) => line.sub.verdict ?? '',
}

const plans = [column(1), column(2), column(3)]
const whole = matrix(plans, [row('高新技术企业数', [sub([stated(says('10000', { op: '>=' })), empty, stated(says('0.1891'))], [pair(1, 3, 'C')])])])

function on(from: Matrix, turned = false, pinnedPlans: number[] = [], benchmark: BenchmarkTrack | null = null): Sheet {
  const frame = frameOf(from)
  return sheet(flatten(frame), frame.plans, { mode: 'as_written', turned, density: 30, benchmark, closestYear: null, viewport: 1000, pinnedPlans, widths: {} })
}

/** What the core would answer: the values as they are. */
function copied(of: Sheet, from: Matrix, area: Rect, headed = false): string {
  const wanted = tsvCells(of, area)
  const subs = from.groups.flatMap((group) => group.rows).flatMap((one) => one.sub_rows)
  const answer = wanted.sub_rows.map((at): TextLine => ({
    cells: wanted.columns.map((one) => {
      const cell = subs[at]?.cells[one]
      return cell?.kind === 'stated' ? (cell.statements[0]?.value ?? '') : ''
    }),
    unit: '家',
    differences: wanted.columns.map((one): [string, string] => {
      const cell = subs[at]?.cells[one]
      const found = cell?.kind === 'stated' ? cell.statements[0]?.difference : undefined
      return [found?.absolute ?? '', found?.percent ?? '']
    }),
  }))
  return toTsv(of, area, wanted, answer, { words, headed })
}

describe('toTsv', () => {
  it('gives numbers as plain numbers and an empty cell as nothing', () => {
    expect(copied(on(whole), whole, { top: 1, bottom: 1, left: 1, right: 3 })).toBe('10000\t\t0.1891')
  })

  it('is just the number when one cell is copied', () => {
    expect(copied(on(whole), whole, { top: 1, bottom: 1, left: 1, right: 1 })).toBe('10000')
  })

  it('takes the row heads along when the range begins with them', () => {
    expect(copied(on(whole), whole, { top: -1, bottom: 1, left: 0, right: 4 })).toBe(
      '指标\t量\t甲1市\t甲2市\t甲3市\t可比性\n创新主体\t\t3\t3\t3\t\n高新技术企业数\t水平值\t10000\t\t0.1891\tC',
    )
  })

  it('adds heads and units on demand', () => {
    expect(copied(on(whole), whole, { top: 1, bottom: 1, left: 3, right: 3 }, true)).toBe('指标\t量\t单位\t甲3市\n高新技术企业数\t水平值\t家\t0.1891')
  })

  it('copies what is seen when plans are pinned: their columns come first', () => {
    expect(copied(on(whole, false, [3]), whole, { top: -1, bottom: 1, left: 1, right: 2 })).toBe('甲3市\t甲1市\n3\t3\n0.1891\t10000')
  })

  it('turns with the table', () => {
    expect(copied(on(whole, true), whole, { top: -1, bottom: 2, left: 0, right: 2 }, true)).toBe(
      '方案\t创新主体\t高新技术企业数\n量\t\t水平值\n单位\t\t家\n甲1市\t3\t10000\n甲2市\t3\t\n甲3市\t3\t0.1891',
    )
    expect(copied(on(whole, true), whole, { top: 2, bottom: 2, left: 2, right: 2 })).toBe('0.1891')
  })

  it('says with heads how far figures lie from the benchmark, and without them gives the figures alone', () => {
    const difference = { absolute: '-45', percent: '-22.5', verdict: 'A' as const, reasons: [] }
    const measured = matrix(plans, [
      row('高新技术企业数', [sub([stated(says('200')), empty, stated(says('155', { difference }))], [pair(1, 3, 'A')], { benchmark: { value: '200', unit: '家', year: 2025, plans: [1] } })]),
    ])
    const benchmark: BenchmarkTrack = { kind: 'plan', plan: 1, name: '甲1市', hidden: false }
    const now = on(measured, false, [], benchmark)
    expect(copied(now, measured, { top: 1, bottom: 1, left: 1, right: 4 })).toBe('200\t200\t\t155')
    expect(copied(now, measured, { top: 1, bottom: 1, left: 1, right: 4 }, true)).toBe(
      '指标\t量\t单位\t基准\t甲1市\t甲1市 差\t甲1市 差%\t甲2市\t甲2市 差\t甲2市 差%\t甲3市\t甲3市 差\t甲3市 差%\n高新技术企业数\t水平值\t家\t200\t200\t\t\t\t\t\t155\t-45\t-22.5',
    )
    expect(copied(on(measured, true, [], benchmark), measured, { top: 2, bottom: 3, left: 2, right: 2 }, true).split('\n').slice(3)).toEqual([
      '甲2市\t', '甲2市 差\t', '甲2市 差%\t', '甲3市\t155', '甲3市 差\t-45', '甲3市 差%\t-22.5',
    ])
  })

  it('never lets text become a formula', () => {
    const evil = matrix([column(1, { region: '=HYPERLINK("x")' })], [row('-甲\t乙', [sub([stated(says('-3'))])])])
    expect(copied(on(evil), evil, { top: -1, bottom: 1, left: 0, right: 1 }).split('\n')).toEqual([
      "指标\t量\t'=HYPERLINK(\"x\")",
      '创新主体\t\t3',
      "'-甲 乙\t水平值\t-3",
    ])
  })
})
