import { describe, expect, it } from 'vitest'
import type { PlanText } from '@/ipc'
import { clauseAround, cut, linesOf, unexplained } from './text-lines'

const TEXT = '标题\n\n到2026年，高企达到77家；孵化器33个左右。\n'
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length })
const MARKS: Pick<PlanText, 'targets' | 'numbers'> = {
  targets: [
    { target: 1, indicator: '高新技术企业数', status: 'extracted', quote: at('高企达到77家'), value: at('77家') },
    { target: 2, indicator: '年', status: 'rejected', quote: at('到2026年'), value: null },
  ],
  numbers: [{ place: at('2026年'), class: 'date' }, { place: at('33个'), class: 'other' }],
}

describe('the text of a plan', () => {
  it('is_lines_that_begin_where_they_stand', () => {
    const lines = linesOf(TEXT)
    expect(lines.map((line) => line.text)).toEqual(['标题', '到2026年，高企达到77家；孵化器33个左右。'])
    for (const line of lines) expect(TEXT.slice(line.start, line.start + line.text.length)).toBe(line.text)
  })

  it('is_cut_at_targets_and_unexplained_numbers_and_nothing_is_lost', () => {
    const line = linesOf(TEXT)[1]
    if (!line) throw new Error('two lines')
    const pieces = cut(line, MARKS, unexplained(MARKS))
    expect(pieces.map((piece) => piece.text).join('')).toBe(line.text)
    expect(pieces.filter((piece) => piece.target).map((piece) => piece.text)).toEqual(['高企达到77家'])
    expect(pieces.filter((piece) => piece.unknown).map((piece) => piece.text)).toEqual(['33个'])
  })

  it('asks_no_more_about_a_number_that_became_a_target', () => {
    const added = { target: 3, indicator: '孵化器', status: 'accepted', quote: at('孵化器33个'), value: at('33个') } as const
    expect(unexplained({ ...MARKS, targets: [...MARKS.targets, added] })).toEqual([])
  })

  it('gives_the_clause_around_a_number', () => {
    const { start, end } = clauseAround(TEXT, at('33个'))
    expect(TEXT.slice(start, end)).toBe('孵化器33个左右')
  })
})
