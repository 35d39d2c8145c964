import { describe, expect, it } from 'vitest'
import { axis, spanOf, trackAt } from './axis'
import { planWidths, sensibleWidth } from './columns'

describe('planWidths', () => {
  it.each([680, 700, 830, 1000, 1184, 1664])('fills a page of %i pixels with five plans and no rest', (viewport) => {
    const w = planWidths(viewport, 5)
    expect(w.indicator + 5 * w.plan + w.verdict).toBe(viewport)
  })

  it('scrolls sideways rather than squeezing figures', () => {
    expect(planWidths(900, 200).plan).toBe(93)
  })

  it('drops the reasons before it squeezes the plans', () => {
    expect(planWidths(680, 5).roomy).toBe(false)
    expect(planWidths(1200, 5).roomy).toBe(true)
  })
})

describe('sensibleWidth', () => {
  it('keeps a pulled column readable and within the window', () => {
    expect([10, 200.4, 5000, Number.NaN].map(sensibleWidth)).toEqual([56, 200, 520, null])
  })
})

describe('axis', () => {
  const of = axis(5, (index) => (index === 0 ? 38 : 30))

  it('finds the track at a distance', () => {
    expect([0, 37, 38, 67, 68, 9999].map((at) => trackAt(of, at))).toEqual([0, 0, 1, 1, 2, 4])
  })

  it('takes some more on either side, but nothing before what is pinned', () => {
    expect(spanOf(of, 40, 70, 1, 0)).toEqual({ from: 0, to: 4 })
    expect(spanOf(of, 40, 70, 1, 1)).toEqual({ from: 1, to: 4 })
    expect(spanOf(axis(0, () => 30), 0, 600, 4, 0)).toEqual({ from: 0, to: 0 })
  })
})
