import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useHost } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { i18n } from '@/lib/i18n'
import App from './App.vue'

beforeEach(() => sessionStorage.clear())
afterEach(() => useHost(null))

const window_ = () => mount(App, { global: { plugins: [createPinia(), i18n] }, attachTo: document.body })

describe('the window', () => {
  it('opens_on_plans_already_compared', async () => {
    useHost(fakeHost({}))
    const wrapper = window_()
    await flushPromises()
    await vi.waitFor(() => expect(wrapper.find('[data-testid="status-line"]').text()).toContain('全部数字已落到原文'))
    expect(wrapper.findAll('[data-plan]')).toHaveLength(5)
    wrapper.unmount()
  })

  it('shows_the_progress_of_the_first_reading', async () => {
    useHost(fakeHost({ slow: 15 }))
    const wrapper = window_()
    await vi.waitFor(() => expect(wrapper.text()).toContain('首次启动，正在读入随附的方案'))
    expect(wrapper.get('progress').attributes('max')).toBe('5')
    await vi.waitFor(() => expect(wrapper.find('[data-testid="rail-overview"]').exists()).toBe(true), { timeout: 5000 })
    await flushPromises()
    wrapper.unmount()
  })

  it('a_library_that_does_not_open_is_explained_and_can_be_tried_again', async () => {
    useHost(fakeHost({ fail: { command: 'library_open', code: 'library_newer' } }))
    const wrapper = window_()
    await flushPromises()
    expect(wrapper.get('[role="alert"]').text()).toContain('请安装新版程序后再打开')
    useHost(fakeHost({}))
    await wrapper.get('[role="alert"] > .button').trigger('click')
    await flushPromises()
    expect(wrapper.find('[data-testid="rail-overview"]').exists()).toBe(true)
    wrapper.unmount()
  })

  it('switches_language_and_back_without_a_restart', async () => {
    useHost(fakeHost({}))
    const wrapper = window_()
    await flushPromises()
    const rail = () => wrapper.get('[data-testid="rail-overview"]').text()
    expect(rail()).toBe('总览')
    await wrapper.get('[data-testid="language-switch"]').trigger('click')
    expect(rail()).toBe('Overview')
    await wrapper.get('[data-testid="language-switch"]').trigger('click')
    expect(rail()).toBe('总览')
    wrapper.unmount()
  })

  it('says_where_a_report_went_and_why_one_did_not', async () => {
    useHost(fakeHost({}))
    const wrapper = window_()
    await flushPromises()
    await wrapper.get('[data-testid="rail-overview"]').trigger('click')
    await flushPromises()
    const exported = async () => {
      await wrapper.get('[data-testid="export-menu"]').trigger('click')
      await wrapper.get('[data-testid="export-xlsx"]').trigger('click')
      await flushPromises()
    }
    await exported()
    await vi.waitFor(() => expect(wrapper.get('[data-testid="notice-written"]').text()).toContain('comparison.xlsx'))
    useHost(fakeHost({ fail: { command: 'report_export', code: 'file_unwritable' } }))
    await exported()
    await vi.waitFor(() => expect(wrapper.get('[data-testid="notice-error"]').text()).toContain('导出：文件写不进去'))
    wrapper.unmount()
  })
})
