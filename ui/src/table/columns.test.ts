import { describe, expect, it } from 'vitest'
import { widths } from './columns'
import { withKept } from './use-grid'

describe('widths', () => {
  it.each([680, 700, 830, 1000, 1184, 1664])('fills a page of %i pixels with five plans and no rest', (viewport) => {
    const w = widths(viewport, 5)
    expect(w.indicator + 5 * w.plan + w.verdict).toBe(viewport)
  })

  it('scrolls sideways rather than squeezing figures', () => {
    expect(widths(900, 200).plan).toBe(93)
  })

  it('drops the reasons before it squeezes the plans', () => {
    expect(widths(680, 5).roomy).toBe(false)
    expect(widths(1200, 5).roomy).toBe(true)
  })
})

describe('withKept', () => {
  it('adds what must not vanish, in order and once', () => {
    expect(withKept([5, 6, 7], [2, 6, 40])).toEqual([2, 5, 6, 7, 40])
    expect(withKept([5, 6], [-1, -1])).toEqual([5, 6])
  })
})
