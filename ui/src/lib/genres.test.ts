import { expect, it } from 'vitest'
import { genreIn } from './genres'

it('names a kind of document by the longest ending it knows', () => {
  expect(genreIn('en', '工作要点')).toBe('Work priorities')
  expect(genreIn('en', '三年行动计划')).toBe('Action plan')
  expect(genreIn('en', '实施意见')).toBe('Implementation opinions')
})

it('keeps the plan’s own word in Chinese and where it knows no English', () => {
  expect(genreIn('zh-CN', '工作要点')).toBe('工作要点')
  expect(genreIn('en', '宣言')).toBe('宣言')
})
