import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useHost } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { i18n } from '@/lib/i18n'
import { useLibrary, useView } from '@/state'
import OverviewPage from './OverviewPage.vue'

beforeEach(() => {
  setActivePinia(createPinia())
  sessionStorage.clear()
  useHost(fakeHost({}))
})
afterEach(() => useHost(null))

async function page() {
  await useLibrary().open()
  const wrapper = mount(OverviewPage, { global: { plugins: [i18n] }, attachTo: document.body })
  await flushPromises()
  return wrapper
}

describe('the overview page', () => {
  it('has_a_column_head_for_every_plan', async () => {
    const wrapper = await page()
    const heads = wrapper.findAll('thead th[scope="col"]').map((head) => head.text())
    expect(heads).toHaveLength(5)
    expect(heads[0]).toContain('芜湖市')
    expect(heads[1]).toContain('县级 · 芜湖市 · 安徽省')
    wrapper.unmount()
  })

  it('says_what_is_not_stated_and_dates_in_words', async () => {
    const wrapper = await page()
    const row = (name: string) => wrapper.findAll('tbody tr').find((one) => one.find('th').text() === name)?.findAll('td').map((cell) => cell.text())
    expect(row('文号')?.filter((text) => text === '未说明').length).toBeGreaterThan(0)
    expect(row('印发日期')).toContain('2024年8月12日')
    wrapper.unmount()
  })

  it('follows_the_language', async () => {
    const wrapper = await page()
    useView().language = 'en'
    await flushPromises()
    expect(wrapper.text()).toContain('12 Aug 2024')
    expect(wrapper.text()).toContain('not stated')
    expect(wrapper.text()).not.toContain('未说明')
    useView().language = 'zh-CN'
    await flushPromises()
    wrapper.unmount()
  })

  it('a_count_leads_to_its_targets', async () => {
    const wrapper = await page()
    const view = useView()
    await wrapper.get('[data-testid="overview-type-知识产权-4"]').trigger('click')
    expect([view.page, view.filter.type, view.query.plans]).toEqual(['indicators', ['知识产权'], [4]])
    wrapper.unmount()
  })

  it('an_error_says_what_is_safe_and_offers_another_try', async () => {
    useHost(fakeHost({ fail: { command: 'overview_build', code: 'span_mismatch' } }))
    const wrapper = await page()
    expect(wrapper.get('[data-testid="error-text"]').text()).toContain('保存的引文与原文对不上')
    useHost(fakeHost({}))
    await wrapper.get('.overview-failure > button').trigger('click')
    await flushPromises()
    expect(wrapper.find('[data-testid="error-text"]').exists()).toBe(false)
    expect(wrapper.find('[data-testid="overview-table"]').exists()).toBe(true)
    wrapper.unmount()
  })
})
