import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useHost, type Host, type PlanSummary } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { i18n } from '@/lib/i18n'
import { useChanges, useLibrary, useView } from '@/state'
import LibraryDesk from './LibraryDesk.vue'
import RestoreScreen from './RestoreScreen.vue'
import { shownPlans, tagCounts, wordsOf } from './rows'

// The test's page has no layout, so every row is drawn.
vi.mock('@tanstack/vue-virtual', async () => {
  const { computed } = await import('vue')
  return {
    useVirtualizer: (options: { value: { count: number } }) =>
      computed(() => ({
        getVirtualItems: () => Array.from({ length: options.value.count }, (_, index) => ({ index, start: index * 42 })),
        getTotalSize: () => options.value.count * 42,
        scrollToIndex: () => undefined,
      })),
  }
})

let calls: { command: string; args: Record<string, unknown> }[]

beforeEach(() => {
  setActivePinia(createPinia())
  sessionStorage.clear()
  calls = []
  const inner = fakeHost({})
  const host: Host = {
    listener: inner.listener,
    call(command, args) {
      calls.push({ command, args })
      return inner.call(command, args)
    },
  }
  useHost(host)
})
afterEach(() => useHost(null))

async function desk() {
  await useLibrary().open()
  const wrapper = mount(LibraryDesk, { global: { plugins: [i18n] }, attachTo: document.body })
  await flushPromises()
  return wrapper
}

describe('the table of plans', () => {
  async function plans(): Promise<PlanSummary[]> {
    await useLibrary().open()
    return useLibrary().plans.map((plan, at) => ({ ...plan, tags: at % 2 === 0 ? ['试点'] : ['试点', '高新区'], to_review: at }))
  }

  it('is_searched_by_words_that_may_stand_apart', async () => {
    const all = await plans()
    const [first] = all
    expect(shownPlans(all, `${first?.source_name ?? ''} 试点`, null, { by: 'place', descending: false }).map((one) => one.plan)).toEqual([first?.plan])
    expect(shownPlans(all, 'nothing like it', null, { by: 'place', descending: false })).toEqual([])
  })

  it('is_sorted_both_ways_and_by_tag', async () => {
    const all = await plans()
    const order = (descending: boolean) => shownPlans(all, '', null, { by: 'review', descending }).map((one) => one.to_review)
    expect(order(false)).toEqual([0, 1, 2, 3, 4])
    expect(order(true)).toEqual([4, 3, 2, 1, 0])
    expect(shownPlans(all, '', '高新区', { by: 'place', descending: false })).toHaveLength(2)
    expect(tagCounts(all)).toEqual(expect.arrayContaining([['试点', 5], ['高新区', 2]]))
  })

  it('takes_commas_of_both_scripts', () => {
    expect(wordsOf(' 试点，高新区, 试点;a ')).toEqual(['试点', '高新区', 'a'])
  })
})

describe('the library', () => {
  it('changes_what_a_plan_says_about_itself', async () => {
    const wrapper = await desk()
    await wrapper.get('[data-testid="library-row-2"]').trigger('click')
    await flushPromises()
    await wrapper.get('[data-testid="meta-issuer"]').setValue('市科技局')
    await wrapper.get('[data-testid="plan-details"] form').trigger('submit')
    await flushPromises()
    await vi.waitFor(() => expect(useLibrary().by_id.get(2)?.meta.issuer).toBe('市科技局'))
    expect(useChanges().state.undo?.kind).toBe('plan_edited')
    wrapper.unmount()
  })

  it('a_date_that_is_none_cannot_be_saved', async () => {
    const wrapper = await desk()
    await wrapper.get('[data-testid="library-row-2"]').trigger('click')
    await flushPromises()
    await wrapper.get('[data-testid="meta-issued"]').setValue('昨天')
    expect(wrapper.get('.fault').text()).toContain('请写成')
    expect(wrapper.get('[data-testid="plan-save"]').attributes('disabled')).toBeDefined()
    wrapper.unmount()
  })

  it('tags_and_removes_the_chosen_and_brings_them_back', async () => {
    const wrapper = await desk()
    await wrapper.get('[data-testid="library-choose-1"]').setValue(true)
    await wrapper.get('[data-testid="library-choose-3"]').setValue(true)
    await wrapper.get('[data-testid="library-tag"]').trigger('click')
    await wrapper.get('[data-testid="tag-words"]').setValue('重点')
    await wrapper.get('[data-testid="tag-dialog"] form').trigger('submit')
    await flushPromises()
    expect(useLibrary().plans.filter((plan) => plan.tags.includes('重点')).map((plan) => plan.plan)).toEqual([1, 3])
    await wrapper.get('[data-testid="library-remove"]').trigger('click')
    await flushPromises()
    expect(useLibrary().plans.map((plan) => plan.plan)).toEqual([2, 4, 5])
    await wrapper.get('[data-testid="library-removed"]').trigger('click')
    await wrapper.get('[data-testid="bring-back-3"]').trigger('click')
    await flushPromises()
    expect(useLibrary().plans.map((plan) => plan.plan)).toEqual([2, 3, 4, 5])
    wrapper.unmount()
  })

  it('is_worked_by_keyboard', async () => {
    const wrapper = await desk()
    const body = wrapper.get('[data-testid="library-table"]')
    await body.trigger('keydown', { key: 'ArrowDown' })
    await body.trigger('keydown', { key: ' ' })
    await body.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(wrapper.find('[data-testid="plan-details"]').exists()).toBe(true)
    expect((wrapper.get('[data-testid="library-choose-2"]').element as HTMLInputElement).checked).toBe(true)
    wrapper.unmount()
  })

  it('sorting_is_kept_in_the_view', async () => {
    const wrapper = await desk()
    await wrapper.get('[data-testid="library-sort-targets"]').trigger('click')
    await wrapper.get('[data-testid="library-sort-targets"]').trigger('click')
    expect(useView().library_sort).toEqual({ by: 'targets', descending: true })
    await wrapper.get('[data-testid="library-sort-targets"]').trigger('click')
    expect(useView().library_sort.by).toBe('place')
    wrapper.unmount()
  })

  it('says_that_it_is_whole_and_keeps_backups', async () => {
    const wrapper = await desk()
    expect(wrapper.get('[data-testid="care-good"]').text()).toContain('没有发现问题')
    expect(wrapper.get('[data-testid="backup-list"]').text()).toContain('不能用来恢复')
    await wrapper.get('[data-testid="backup-make"]').trigger('click')
    await flushPromises()
    expect(wrapper.findAll('[data-testid="backup-list"] li')).toHaveLength(3)
    wrapper.unmount()
  })

  it('a_merge_says_first_what_it_would_do', async () => {
    const wrapper = await desk()
    await wrapper.get('[data-testid="library-merge"]').trigger('click')
    await flushPromises()
    expect(wrapper.get('[data-testid="merge-lines"]').text()).toContain('1 项双方决定不同')
    expect(calls.some((call) => call.command === 'merge_apply')).toBe(false)
    await wrapper.get('[data-testid="merge-theirs"]').setValue(true)
    await wrapper.get('[data-testid="merge-dialog"] form').trigger('submit')
    await flushPromises()
    expect(calls.find((call) => call.command === 'merge_apply')?.args.prefer).toBe('theirs')
    wrapper.unmount()
  })
})

describe('a library that does not open', () => {
  it('offers_backups_for_a_damaged_one_and_restores_after_saying_what_happens', async () => {
    const wrapper = mount(RestoreScreen, { props: { code: 'library_damaged' }, global: { plugins: [i18n] }, attachTo: document.body })
    await flushPromises()
    await wrapper.get('[data-testid="restore-library-2026-11-22.planlens"]').trigger('click')
    expect(wrapper.get('[data-testid="restore-dialog"]').text()).toContain('现在的文件会另存一份')
    expect(calls.some((call) => call.command === 'backup_restore')).toBe(false)
    await wrapper.get('[data-testid="restore-do"]').trigger('click')
    await flushPromises()
    expect(calls.find((call) => call.command === 'backup_restore')?.args.name).toBe('library-2026-11-22.planlens')
    expect(useLibrary().plans).toHaveLength(5)
    wrapper.unmount()
  })

  it('offers_no_backup_where_only_another_program_is_in_the_way', async () => {
    const wrapper = mount(RestoreScreen, { props: { code: 'library_busy' }, global: { plugins: [i18n] } })
    await flushPromises()
    expect(wrapper.find('[data-testid="backup-list"]').exists()).toBe(false)
    expect(wrapper.find('[data-testid="restore-other"]').exists()).toBe(true)
    wrapper.unmount()
  })
})
