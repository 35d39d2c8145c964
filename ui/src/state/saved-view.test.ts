import { describe, expect, it } from 'vitest'
import { emptyFilter } from './filter'
import { firstView, readView } from './saved-view'

describe('a saved view', () => {
  it('brings_back_the_page_of_charts_and_what_it_drew', () => {
    const chart = { kind: 'heat', indicators: ['高新技术企业数'], measure: null, same_axis: true, share: true }
    const view = readView(JSON.stringify({ page: 'charts', chart, chart_table: true }))
    expect(view).toMatchObject({ page: 'charts', chart, chart_table: true })
    expect(readView(JSON.stringify({ chart: { ...chart, kind: 'pie', measure: 'stock' } })).chart).toMatchObject({ kind: 'grouped_bar', measure: null })
  })

  it('comes_back_as_it_was', () => {
    const view = {
      ...firstView(), page: 'overview' as const, language: 'en' as const, theme: 'dark' as const, hidden_plans: [2], plan_order: [3, 1],
      filter: { ...emptyFilter(), type: ['知识产权' as const], year: [2022, null], shared: 2, text: '专利' },
      selection: { plan: 1, indicator: '高新技术企业数', measure: 'increment' as const },
      sort: { by: 'plan_value' as const, plan: 3, descending: true },
    }
    expect(readView(JSON.stringify(view))).toEqual(view)
  })

  it('missing_or_broken_text_gives_the_first_view', () => {
    for (const text of [null, '', 'not json', '[]', '7', 'null', '{"page":']) expect(readView(text)).toEqual(firstView())
  })

  it('unknown_values_keep_their_first_value', () => {
    const read = readView(JSON.stringify({ page: 'moon', theme: 4, language: 'fr', filter: { type: 'x', op: ['>='] }, hidden_plans: [{}], selection: { plan: 'a' }, extra: 1 }))
    expect(read).toEqual({ ...firstView(), filter: { ...emptyFilter(), op: ['>='] } })
  })

  it('a_view_of_an_older_version_gains_the_new_fields', () => {
    expect(readView('{"page":"overview"}')).toEqual({ ...firstView(), page: 'overview' })
    const older: Record<string, unknown> = { ...emptyFilter(), exclude: { type: ['知识产权'] } }
    expect(readView(JSON.stringify({ filter: older })).filter).toEqual({ ...emptyFilter(), exclude: { ...emptyFilter().exclude, type: ['知识产权'] } })
    delete older.exclude
    expect(readView(JSON.stringify({ filter: older })).filter).toEqual(emptyFilter())
  })
})
