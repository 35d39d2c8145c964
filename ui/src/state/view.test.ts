import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { useHost, type Host } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { useComparison } from './comparison'
import { emptyFilter } from './filter'
import { useLibrary } from './library'
import { useNotices } from './notices'
import { readView } from './saved-view'
import { useView } from './view'

let host: Host
let calls: { command: string; args: Record<string, unknown> }[]

beforeEach(() => {
  setActivePinia(createPinia())
  sessionStorage.clear()
  calls = []
  const inner = fakeHost({})
  host = {
    listener: inner.listener,
    call(command, args) {
      calls.push({ command, args })
      return inner.call(command, args)
    },
  }
  useHost(host)
})
afterEach(() => {
  useHost(null)
  vi.useRealTimers()
})

async function opened() {
  const library = useLibrary()
  expect(await library.open()).toBe(true)
  return { library, view: useView(), comparison: useComparison() }
}

describe('plans shown', () => {
  it('a_library_shown_whole_asks_for_no_plans_by_name', async () => {
    const { view } = await opened()
    expect(view.query.plans).toEqual([])
  })

  it('hiding_a_plan_asks_for_the_others_and_showing_it_takes_that_back', async () => {
    const { view } = await opened()
    view.togglePlan(2)
    expect(view.query.plans).toEqual([1, 3, 4, 5])
    view.togglePlan(2)
    expect(view.query.plans).toEqual([])
  })

  it('the_last_plan_stays', async () => {
    const { view } = await opened()
    view.onlyPlan(3)
    expect(view.query.plans).toEqual([3])
    view.togglePlan(3)
    expect(view.shown_plans.map((plan) => plan.plan)).toEqual([3])
    view.showAllPlans()
    expect(view.query.plans).toEqual([])
  })

  it('the_order_of_the_bar_is_the_order_asked_for', async () => {
    const { view } = await opened()
    view.movePlan(5, 0)
    expect(view.query.plans).toEqual([5, 1, 2, 3, 4])
    view.movePlan(5, 99)
    expect(view.query.plans).toEqual([])
  })

  it('plans_hidden_in_another_library_do_not_empty_this_one', async () => {
    const { view } = await opened()
    view.hidden_plans = [1, 2, 3, 4, 5]
    expect(view.shown_plans).toHaveLength(5)
  })
})

describe('saving', () => {
  it('a_burst_of_changes_is_saved_once_and_comes_back', async () => {
    const { view } = await opened()
    await view.load()
    vi.useFakeTimers()
    view.toggleFacet('type', '知识产权')
    await nextTick()
    view.goTo('overview')
    await nextTick()
    await vi.advanceTimersByTimeAsync(1000)
    const saves = calls.filter((call) => call.command === 'view_set')
    expect(saves).toHaveLength(1)
    const saved = readView(saves[0]?.args.state as string)
    expect([saved.page, saved.filter.type]).toEqual(['overview', ['知识产权']])
  })

  it('a_window_that_closes_at_once_still_saves', async () => {
    const { view } = await opened()
    view.followSystem()
    await view.load()
    window.dispatchEvent(new Event('pagehide'))
    expect(calls.some((call) => call.command === 'view_set')).toBe(false)
    view.goTo('overview')
    await nextTick()
    window.dispatchEvent(new Event('pagehide'))
    await vi.waitFor(() => expect(calls.filter((call) => call.command === 'view_set')).toHaveLength(1))
  })

  it('nothing_is_saved_before_the_saved_view_was_read', async () => {
    const { view } = await opened()
    vi.useFakeTimers()
    view.goTo('overview')
    await nextTick()
    await vi.advanceTimersByTimeAsync(1000)
    expect(calls.some((call) => call.command === 'view_set')).toBe(false)
  })

  it('a_view_that_cannot_be_read_is_said_and_does_not_stop_the_window', async () => {
    const { view } = await opened()
    useHost(fakeHost({ fail: { command: 'view_get', code: 'library_busy' } }))
    await view.load()
    expect(view.loaded).toBe(true)
    expect(useNotices().list[0]).toMatchObject({ kind: 'error', during: 'save_view' })
  })
})

describe('appearance', () => {
  it('theme_and_language_mark_the_page', async () => {
    const { view } = await opened()
    view.theme = 'dark'
    view.language = 'en'
    await nextTick()
    expect(document.documentElement.dataset.theme).toBe('dark')
    expect(document.documentElement.lang).toBe('en')
    view.theme = 'light'
    view.language = 'zh-CN'
    await nextTick()
    expect(document.documentElement.dataset.theme).toBe('light')
  })
})

describe('the comparison', () => {
  it('follows_the_filter', async () => {
    const { view, comparison } = await opened()
    await vi.waitFor(() => expect(comparison.matrix?.groups.length).toBeGreaterThan(5))
    const total = comparison.matrix?.targets_total
    view.toggleFacet('type', '知识产权')
    await vi.waitFor(() => expect(comparison.matrix?.groups.map((group) => group.type)).toEqual(['知识产权']))
    expect(comparison.matrix?.targets_total).toBe(total)
    view.clearFilter()
    await vi.waitFor(() => expect(comparison.matrix?.targets_shown).toBe(total))
  })

  it('an_answer_that_comes_too_late_is_dropped', async () => {
    const { view, comparison } = await opened()
    await vi.waitFor(() => expect(comparison.matrix).not.toBeNull())
    const held: (() => void)[] = []
    const inner = fakeHost({})
    useHost({
      listener: inner.listener,
      call: (command, args) => new Promise((done, fail) => held.push(() => void inner.call(command, args).then(done, fail))),
    })
    view.setFilter({ ...emptyFilter(), type: ['研发投入'] })
    await nextTick()
    view.setFilter({ ...emptyFilter(), type: ['人才团队'] })
    await vi.waitFor(() => expect(held).toHaveLength(2))
    held[1]?.()
    await vi.waitFor(() => expect(comparison.matrix?.groups[0]?.type).toBe('人才团队'))
    held[0]?.()
    await new Promise((done) => setTimeout(done, 20))
    expect(comparison.matrix?.groups[0]?.type).toBe('人才团队')
  })

  it('a_failure_is_kept_until_an_answer_comes', async () => {
    const { comparison } = await opened()
    await vi.waitFor(() => expect(comparison.matrix).not.toBeNull())
    useHost(fakeHost({ fail: { command: 'matrix_build', code: 'library_busy' } }))
    await comparison.rebuild()
    expect(comparison.failure?.code).toBe('library_busy')
    expect(comparison.matrix).not.toBeNull()
    useHost(host)
    await comparison.rebuild()
    expect(comparison.failure).toBeNull()
  })
})
