import { describe, expect, it } from 'vitest'
import { frameOf } from '@/ipc/fake-matrix'
import { flatten } from './lines'
import { column, empty, matrix, row, says, stated, sub } from './samples'
import { sheet } from './sheet'
import { placeOn, wayFrom } from './way'

const cells = () => [stated(says('1')), empty, stated(says('3'))]
const frame = frameOf(matrix([column(1), column(2), column(3)], [row('甲', [sub(cells())]), row('乙', [sub(cells()), sub(cells(), [], { measure: 'growth' })])]))
const on = (turned: boolean, benchmark: Parameters<typeof sheet>[2]['benchmark'] = null) =>
  sheet(flatten(frame), frame.plans, { mode: 'as_written', turned, density: 30, viewport: 1000, pinnedPlans: [], widths: {}, benchmark, closestYear: null })
const median = { kind: 'median', plan: null, name: '', hidden: false } as const

describe('the way of a jump', () => {
  it('leads_over_figures_only_and_begins_where_one_stands', () => {
    expect(wayFrom(on(false), { line: 1, column: 1 }, 'ArrowRight')?.query).toEqual({ sub_rows: [0], columns: [0, 1, 2], inside: true })
    expect(wayFrom(on(false), { line: 3, column: 2 }, 'ArrowUp')?.query).toEqual({ sub_rows: [2, 1, 0], columns: [1], inside: true })
  })

  it('from_a_name_or_a_head_it_begins_at_the_first_figure', () => {
    expect(wayFrom(on(false), { line: 2, column: 0 }, 'ArrowRight')?.query).toEqual({ sub_rows: [1], columns: [0, 1, 2], inside: false })
    expect(wayFrom(on(false), { line: -1, column: 3 }, 'ArrowDown')?.query).toEqual({ sub_rows: [0, 1, 2], columns: [2], inside: false })
    expect(wayFrom(on(false), { line: 1, column: 4 }, 'ArrowLeft')?.query).toEqual({ sub_rows: [0], columns: [2, 1, 0], inside: false })
  })

  it('the_benchmark_is_no_figure_of_a_plan', () => {
    expect(wayFrom(on(false, median), { line: 1, column: 2 }, 'ArrowLeft')?.query.columns).toEqual([0])
    expect(wayFrom(on(false, median), { line: 1, column: 1 }, 'ArrowDown')).toBeNull()
  })

  it('turns_with_the_table', () => {
    expect(wayFrom(on(true), { line: 0, column: 2 }, 'ArrowRight')?.query).toEqual({ sub_rows: [0, 1, 2], columns: [0], inside: true })
    expect(wayFrom(on(true), { line: 0, column: 2 }, 'ArrowDown')?.query).toEqual({ sub_rows: [0], columns: [0, 1, 2], inside: true })
  })

  it('who_would_stay_goes_on_to_the_end', () => {
    const way = wayFrom(on(false), { line: 1, column: 3 }, 'ArrowRight')
    expect(way === null ? undefined : placeOn(way, 0)).toBeNull()
    const on_way = wayFrom(on(false), { line: 1, column: 1 }, 'ArrowRight')
    expect(on_way === null ? undefined : placeOn(on_way, 2)).toEqual({ line: 1, column: 3 })
  })
})
