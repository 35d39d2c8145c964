import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useHost } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { i18n } from '@/lib/i18n'
import { useLibrary, useView } from '@/state'
import PlanBar from './PlanBar.vue'
import { placeAt } from './reorder'

beforeEach(() => {
  setActivePinia(createPinia())
  sessionStorage.clear()
  useHost(fakeHost({}))
})
afterEach(() => useHost(null))

async function bar() {
  await useLibrary().open()
  const wrapper = mount(PlanBar, { global: { plugins: [i18n] }, attachTo: document.body })
  await flushPromises()
  return wrapper
}

const order = (wrapper: Awaited<ReturnType<typeof bar>>) => wrapper.findAll('[data-plan]').map((chip) => Number(chip.attributes('data-plan')))

describe('the plan bar', () => {
  it('a_plan_becomes_the_benchmark_by_its_menu_and_ceases_to_be_it', async () => {
    const wrapper = await bar()
    const open = () => wrapper.get('[data-testid="plan-chip-2"]').trigger('contextmenu')
    await open()
    await wrapper.get('[data-testid="plan-menu-benchmark"]').trigger('click')
    expect(useView().choices.benchmark).toEqual({ kind: 'plan', plan: 2 })
    await open()
    await wrapper.get('[data-testid="plan-menu-no-benchmark"]').trigger('click')
    expect(useView().choices.benchmark).toBeNull()
    wrapper.unmount()
  })

  it('a_click_hides_and_another_shows', async () => {
    const wrapper = await bar()
    const chip = wrapper.get('[data-testid="plan-chip-2"]')
    expect(chip.attributes('aria-pressed')).toBe('true')
    await chip.trigger('click')
    expect(chip.attributes('aria-pressed')).toBe('false')
    expect(useView().query.plans).toEqual([1, 3, 4, 5])
    await chip.trigger('click')
    expect(chip.attributes('aria-pressed')).toBe('true')
    wrapper.unmount()
  })

  it('names_region_year_and_state_for_those_who_listen', async () => {
    const wrapper = await bar()
    expect(wrapper.get('[data-testid="plan-chip-1"]').attributes('aria-label')).toContain('芜湖市，2022，显示中')
    wrapper.unmount()
  })

  it('the_keyboard_moves_a_plan', async () => {
    const wrapper = await bar()
    await wrapper.get('[data-testid="plan-chip-1"]').trigger('keydown', { key: 'ArrowRight', altKey: true })
    await flushPromises()
    expect(order(wrapper)).toEqual([2, 1, 3, 4, 5])
    wrapper.unmount()
  })

  it('the_menu_shows_only_one_plan_and_all_again', async () => {
    const wrapper = await bar()
    await wrapper.get('[data-testid="plan-chip-3"]').trigger('contextmenu')
    await wrapper.get('[data-testid="plan-menu-only"]').trigger('click')
    expect(useView().query.plans).toEqual([3])
    await wrapper.get('[data-testid="plan-chip-3"]').trigger('contextmenu')
    expect(wrapper.get('[data-testid="plan-menu-toggle"]').attributes('disabled')).toBeDefined()
    await wrapper.get('[data-testid="plan-menu-all"]').trigger('click')
    expect(useView().query.plans).toEqual([])
    wrapper.unmount()
  })
})

describe('dropping', () => {
  it('goes_between_the_middles_it_lies_between', () => {
    expect([5, 15, 25, 99].map((x) => placeAt(x, [10, 20, 30]))).toEqual([0, 1, 2, 3])
  })
})
