import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ChangeStep } from '@/ipc'
import { reviewList, targetDecide, targetUpdate, useHost } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { i18n } from '@/lib/i18n'
import { emptyFilter, useChanges, useLibrary, useView, useWanted } from '@/state'
import { byDay } from './days'
import HistoryPage from './HistoryPage.vue'

beforeEach(() => {
  setActivePinia(createPinia())
  sessionStorage.clear()
  useHost(fakeHost({}))
})
afterEach(() => useHost(null))

async function worked() {
  await useLibrary().open()
  const { queue, items } = await reviewList({ filter: emptyFilter(), scope: 'undecided', order: 'place', offset: 0, limit: 100 })
  const [one] = items
  if (!one) throw new Error('a target')
  await targetUpdate(one.target, [{ field: 'scope', value: '全市' }])
  await targetDecide(queue.slice(1, 6), 'accept')
  const wrapper = mount(HistoryPage, { global: { plugins: [i18n] }, attachTo: document.body })
  await flushPromises()
  return { wrapper, one, items }
}

it('tells_every_step_from_what_to_what_newest_first', async () => {
  const { wrapper, one } = await worked()
  const rows = wrapper.findAll('tr.step')
  expect(rows).toHaveLength(2)
  expect(rows[0]?.text()).toContain('确认目标')
  expect(rows[0]?.text()).toContain('5 项')
  expect(rows[1]?.text()).toContain(one.plan_name)
  expect(rows[1]?.text()).toContain('口径：空 → 全市')
  expect(rows[1]?.text()).toContain('人工')
  wrapper.unmount()
})

it('unfolds_a_step_and_leads_to_the_target', async () => {
  const { wrapper, items } = await worked()
  await wrapper.get('[data-testid^="history-unfold-"]').trigger('click')
  await flushPromises()
  expect(wrapper.findAll('tr.thing')).toHaveLength(5)
  const second = items[1]?.target ?? 0
  await wrapper.get(`[data-testid="to-target-${second}"]`).trigger('click')
  expect([useView().page, useView().intake_part, useWanted().takeTarget()]).toEqual(['intake', 'review', second])
  wrapper.unmount()
})

it('shows_one_plan_alone_and_follows_undo', async () => {
  const { wrapper, one } = await worked()
  const before = wrapper.findAll('tr.step').length
  await wrapper.get('[data-testid="history-plan"]').trigger('click')
  const other = useLibrary().plans.find((plan) => plan.plan !== one.plan)?.plan ?? 0
  await wrapper.get(`[data-testid="history-plan-${other}"]`).trigger('click')
  await flushPromises()
  expect(wrapper.findAll('tr.step').length).toBeLessThan(before)
  await wrapper.get('[data-testid="history-plan"]').trigger('click')
  await wrapper.get('[data-testid="history-all"]').trigger('click')
  await useChanges().undo()
  await flushPromises()
  expect(wrapper.findAll('tr.step')).toHaveLength(before - 1)
  wrapper.unmount()
})

it('days_are_those_of_this_computer', () => {
  const step = (at: string): ChangeStep => ({ batch: { batch: 1, at, kind: 'plan_edited', subject: null, count: 1 }, by: 'hand', things: [], count: 0 })
  const days = byDay([step('2026-11-22T12:00:00Z'), step('2026-11-22T11:00:00Z'), step('2026-11-19T12:00:00Z')])
  expect(days.map((day) => day.steps.length)).toEqual([2, 1])
})
