import { describe, expect, it } from 'vitest'
import type { PlanOverview } from '@/ipc'
import { segments, typeRows, yearRows } from './rows'
import { axis, planLine } from './timeline'

function plan(targets: number, types: PlanOverview['types'], years: PlanOverview['years']): PlanOverview {
  return {
    plan: 1, colour: 0, source_name: 'a.txt', characters: 100, targets, types, years, tasks: 0, quantified_tasks: 0, incentives: 0, safeguards: 0,
    units: [], other_numbers: 0, unexplained_numbers: 0,
    meta: { region: null, region_level: null, province: null, parent_region: null, title: null, doc_no: null, issuer: null, issued: null, period: null, horizons: [], genre: null },
  }
}

const LARGE = plan(10, [{ type: '知识产权', count: 4 }, { type: '研发投入', count: 6 }], [{ year: 2035, count: 3 }, { year: null, count: 7 }])
const SMALL = plan(5, [{ type: '知识产权', count: 5 }], [{ year: 2022, count: 5 }])

describe('counts over plans', () => {
  it('types_stand_in_the_domain_order_and_empty_ones_are_left_out', () => {
    expect(typeRows([LARGE, SMALL])).toEqual([
      { key: '研发投入', counts: [6, 0] },
      { key: '知识产权', counts: [4, 5] },
    ])
  })

  it('years_ascend_and_unstated_comes_last', () => {
    expect(yearRows([LARGE, SMALL]).map((row) => row.key)).toEqual([2022, 2035, null])
  })

  it('all_bars_have_one_scale', () => {
    const both = { plans: [LARGE, SMALL] }
    const width = (one: PlanOverview) => segments(one, both).reduce((sum, piece) => sum + piece.width, 0)
    expect(width(LARGE)).toBe(100)
    expect(width(SMALL)).toBe(50)
    expect(segments(plan(0, [], []), both)).toEqual([])
  })
})

describe('the axis of years', () => {
  it('there_is_none_without_years', () => {
    expect(axis(null, null)).toBeNull()
  })

  it('one_year_alone_has_a_place', () => {
    const one = axis(2022, 2022)
    if (!one) throw new Error('no axis')
    expect(one.ticks.map((tick) => tick.year)).toEqual([2022])
    expect(planLine(one, [2022, 2022], [2022]).goals[0]?.y).toBe(one.ticks[0]?.y)
  })

  it('equal_distances_are_equal_numbers_of_years', () => {
    const shared = axis(2018, 2035)
    if (!shared) throw new Error('no axis')
    const [a, b, c] = planLine(shared, null, [2018, 2020, 2022]).goals.map((goal) => goal.y)
    expect((b ?? 0) - (a ?? 0)).toBeCloseTo((c ?? 0) - (b ?? 0))
  })

  it('printed_years_never_touch', () => {
    const shared = axis(1950, 2060)
    if (!shared) throw new Error('no axis')
    const gaps = (places: number[]) => places.slice(1).map((place, at) => place - (places[at] ?? 0))
    expect(Math.min(...gaps(planLine(shared, null, [2024, 2025, 2026]).goals.map((goal) => goal.label)))).toBeGreaterThanOrEqual(13)
    expect(Math.min(...gaps(shared.ticks.map((tick) => tick.y)))).toBeGreaterThanOrEqual(14)
  })

  it('a_period_reaches_from_its_first_to_its_last_year', () => {
    const shared = axis(2018, 2035)
    if (!shared) throw new Error('no axis')
    const { period, goals } = planLine(shared, [2020, 2022], [2020, 2022])
    if (!period) throw new Error('no period')
    expect(period.top).toBeLessThan(goals[0]?.y ?? 0)
    expect(period.top + period.height).toBeGreaterThan(goals[1]?.y ?? Infinity)
  })
})
