import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { useHost } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { emptyFilter } from './filter'
import { useLibrary } from './library'
import { useNamedViews } from './named-views'
import { useNotices } from './notices'
import { useView } from './view'
import { useViewHistory } from './view-history'
import { plansIn, renumbered } from './view-parts'

beforeEach(async () => {
  setActivePinia(createPinia())
  sessionStorage.clear()
  useHost(fakeHost({}))
  await useLibrary().open()
})
afterEach(() => {
  useHost(null)
  vi.useRealTimers()
})

describe('a view with a name', () => {
  it('comes_back_whole_and_leaves_the_desk_alone', async () => {
    const view = useView()
    const views = useNamedViews()
    view.toggleFacet('type', '知识产权')
    view.togglePlan(2)
    view.movePlan(5, 0)
    expect(await views.save('专利')).toBe(true)
    expect(views.current?.name).toBe('专利')
    view.clearFilter()
    view.showAllPlans()
    view.movePlan(5, 4)
    view.language = 'en'
    expect(views.current).toBeNull()
    const kept = views.list[0]
    if (!kept) throw new Error('no view')
    views.put(kept)
    expect([view.filter.type, view.hidden_plans, view.ordered_plans[0]?.plan, view.language]).toEqual([['知识产权'], [2], 5, 'en'])
  })

  it('that_was_removed_can_be_brought_back', async () => {
    const views = useNamedViews()
    await views.save('一')
    await views.remove('一')
    expect(views.list).toEqual([])
    const notice = useNotices().list[0]
    if (notice?.kind !== 'told') throw new Error('not told')
    notice.way?.run()
    await vi.waitFor(() => expect(views.list.map((one) => one.name)).toEqual(['一']))
  })
})

describe('a view from another library', () => {
  const state = JSON.stringify({ plan_order: [7, 8, 9], hidden_plans: [9], sort: { by: 'plan_value', plan: 8, descending: true }, filter: { shared: 2 } })

  it('names_the_plans_of_this_one', () => {
    const here = new Map([[7, 1], [8, 3], [9, null]])
    expect(JSON.parse(renumbered(state, here))).toEqual({ plan_order: [1, 3], hidden_plans: [], sort: { by: 'plan_value', plan: 3, descending: true }, filter: { shared: 2 } })
    expect([...plansIn(state)].sort()).toEqual([7, 8, 9])
  })
})

describe('back and forward', () => {
  it('go_through_the_views_and_not_through_the_data', async () => {
    vi.useFakeTimers()
    const view = useView()
    const history = useViewHistory()
    history.begin()
    const step = async (change: () => void) => {
      vi.advanceTimersByTime(5000)
      change()
      await nextTick()
    }
    await step(() => view.toggleFacet('type', '知识产权'))
    await step(() => view.goTo('overview'))
    expect([history.can_back, history.can_forward]).toEqual([true, false])
    history.back()
    await nextTick()
    expect([view.page, view.filter.type]).toEqual(['indicators', ['知识产权']])
    history.back()
    await nextTick()
    expect([view.filter, history.can_back]).toEqual([emptyFilter(), false])
    history.forward()
    await nextTick()
    expect(view.filter.type).toEqual(['知识产权'])
    await step(() => view.clearFilter())
    expect(history.can_forward, 'a new step forgets what lay ahead').toBe(false)
  })

  it('quick_changes_are_one_step', async () => {
    vi.useFakeTimers()
    const view = useView()
    const history = useViewHistory()
    history.begin()
    vi.advanceTimersByTime(5000)
    for (const text of ['专', '专利', '专利数']) {
      view.setFilter({ ...view.filter, text })
      await nextTick()
      vi.advanceTimersByTime(100)
    }
    history.back()
    await nextTick()
    expect([view.filter.text, history.can_back]).toEqual([null, false])
  })
})
