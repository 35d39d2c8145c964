import { describe, expect, it } from 'vitest'
import { flatten } from './rows'
import { column, empty, matrix, pair, row, says, stated, sub } from './samples'
import { cellText, toTsv, type TsvOptions } from './tsv'

const plans = [column(1), column(2), column(3)]
const options: TsvOptions = {
  mode: 'as_written',
  headed: false,
  words: {
    indicator: '指标',
    measure: '量',
    unit: '单位',
    verdict: '可比性',
    type: (type) => type,
    measureName: () => '水平值',
    indicatorName: (line) => line.row.indicator,
    verdictText: (line) => line.verdict ?? '',
  },
}

const whole = matrix(plans, [
  row('高新技术企业数', [sub([stated(says('10000', { op: '>=' })), empty, stated(says('0.1891'))], [pair(1, 3, 'C')])]),
])
const lines = flatten(whole)

describe('toTsv', () => {
  it('gives numbers as plain numbers and an empty cell as nothing', () => {
    expect(toTsv(lines, whole, { top: 1, bottom: 1, left: 1, right: 3 }, options)).toBe('10000\t\t0.1891')
  })

  it('is just the number when one cell is copied', () => {
    expect(toTsv(lines, whole, { top: 1, bottom: 1, left: 1, right: 1 }, options)).toBe('10000')
  })

  it('takes the row heads along when the range begins with them', () => {
    expect(toTsv(lines, whole, { top: -1, bottom: 1, left: 0, right: 4 }, options)).toBe(
      '指标\t量\t甲1市\t甲2市\t甲3市\t可比性\n创新主体\t\t3\t3\t3\t\n高新技术企业数\t水平值\t10000\t\t0.1891\tC',
    )
  })

  it('adds heads and units on demand', () => {
    expect(toTsv(lines, whole, { top: 1, bottom: 1, left: 3, right: 3 }, { ...options, headed: true })).toBe(
      '指标\t量\t单位\t甲3市\n高新技术企业数\t水平值\t家\t0.1891',
    )
  })

  it('never lets text become a formula', () => {
    const evil = matrix([column(1, { region: '=HYPERLINK("x")' })], [row('-甲\t乙', [sub([stated(says('-3'))])])])
    expect(toTsv(flatten(evil), evil, { top: -1, bottom: 1, left: 0, right: 1 }, options).split('\n')).toEqual([
      "指标\t量\t'=HYPERLINK(\"x\")",
      '创新主体\t\t3',
      "'-甲 乙\t水平值\t-3",
    ])
  })
})

describe('cellText', () => {
  it('writes both ends of a range', () => {
    expect(cellText(stated(says('1', { value_max: '2' })), '个', 'as_written')).toBe('1–2')
  })

  it('writes the benchmark of a relative target', () => {
    expect(cellText(stated(says(null, { op: '>', relative_to: '全省平均水平' })), null, 'as_written')).toBe('> 全省平均水平')
  })

  it('tells several statements apart by sign, unit and year', () => {
    expect(cellText(stated(says('2.5', { unit: '%', year: 2020 }), says('3', { op: '>=', unit: '%' })), '%', 'as_written')).toBe('2.5 % (2020); ≥3 % (2025)')
  })

  it('converts when units are harmonised', () => {
    const written = says('30000', { unit: '万元', harmonised: { value: '3', value_max: null, factor: '0.0001' } })
    expect(cellText(stated(written), '亿元', 'harmonised')).toBe('3')
    expect(cellText(stated(written), '亿元', 'as_written')).toBe('30000')
  })
})
