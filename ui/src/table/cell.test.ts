import { describe, expect, it } from 'vitest'
import { cellView, plainText, spanOfYears } from './cell'
import { empty, says, stated } from './samples'

describe('cellView', () => {
  it('prints the year only when it is not the main one', () => {
    expect(cellView(stated(says('5')), '家', 2025, 'as_written')).toMatchObject({ main: { year: null } })
    expect(cellView(stated(says('5')), '家', 2022, 'as_written')).toMatchObject({ main: { year: '2025' } })
    expect(cellView(stated(says('5', { year: null })), '家', 2022, 'as_written')).toMatchObject({ main: { year: null } })
  })

  it('says why a cell is empty', () => {
    expect(cellView(empty, '家', 2025, 'as_written')).toEqual({ kind: 'empty', reason: 'not_mentioned' })
    expect(cellView({ kind: 'empty', reason: 'only_relative' }, '家', 2025, 'as_written')).toEqual({ kind: 'empty', reason: 'only_relative' })
  })

  it('counts mentions of the first statement and keeps the others', () => {
    const view = cellView(stated(says('5', { mentions: [1, 2] }), says('6', { year: 2030 })), '家', 2025, 'as_written')
    expect(view).toMatchObject({ mentions: 2, others: [{ value: '6', year: '2030' }] })
  })

  it('shows the factor where it converts', () => {
    const written = says('30000', { unit: '万元', harmonised: { value: '3', value_max: null, factor: '0.0001' } })
    expect(cellView(stated(written), '亿元', 2025, 'harmonised')).toMatchObject({ main: { value: '3', unit: '亿元', factor: '0.0001' } })
    expect(cellView(stated(written), '亿元', 2025, 'as_written')).toMatchObject({ main: { unit: '万元', factor: null } })
  })

  it('keeps every digit of a decimal', () => {
    const view = cellView(stated(says('0.1891')), '家', 2025, 'as_written')
    expect(view.kind === 'stated' && plainText(view.main)).toBe('0.1891 家')
  })

  it('prints a relative target without inventing a number', () => {
    const view = cellView(stated(says(null, { op: '>', relative_to: '全省平均水平' })), null, 2025, 'as_written')
    expect(view.kind === 'stated' && [view.main.value, plainText(view.main)]).toEqual(['', '> 全省平均水平'])
  })
})

describe('spanOfYears', () => {
  it('names a stated start', () => {
    expect(spanOfYears({ year: 2022, year_from: 2020 })).toBe('2020–2022')
    expect(spanOfYears({ year: 2022, year_from: 2022 })).toBe('2022')
    expect(spanOfYears({ year: null, year_from: null })).toBe('')
  })
})
