import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useHost, type Host, type LibraryPulse, type PlanSummary } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { i18n } from '@/lib/i18n'
import { useChanges, useJobs, useLibrary, useShared, useView } from '@/state'
import { piecesOf } from './pieces'
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
    expect(useJobs().ended.map((job) => job.kind)).toContain('merge')
    wrapper.unmount()
  })

  it('a_copy_is_handed_over_only_after_saying_what_goes_into_it', async () => {
    const wrapper = await desk()
    await wrapper.get('[data-testid="library-copy"]').trigger('click')
    expect(wrapper.get('[data-testid="hand-over-dialog"]').text()).toContain('不能撤销你的改动')
    expect(calls.some((call) => call.command === 'library_copy')).toBe(false)
    await wrapper.get('[data-testid="hand-over-in_use"]').setValue(true)
    await wrapper.get('[data-testid="hand-over-dialog"] form').trigger('submit')
    await flushPromises()
    expect(calls.find((call) => call.command === 'library_copy')?.args.what).toBe('in_use')
    expect(wrapper.find('[data-testid="hand-over-dialog"]').exists()).toBe(false)
    wrapper.unmount()
  })
})

describe('a plan in detail', () => {
  it('says_how_well_its_text_came_out_and_what_is_not_known', async () => {
    const wrapper = await desk()
    const library = useLibrary()
    const faults = { not_text: 240, missing_spaces: 0, stray_spaces: 0, broken_lines: 310 }
    library.put({ ...library.state!, plans: library.plans.map((plan) => ({ ...plan, ...(plan.plan === 2 ? { format: 'pdf' as const, quality: faults } : plan.plan === 3 ? { format: null, quality: null } : {}) })) })
    await flushPromises()
    expect(wrapper.get('[data-testid="library-row-1"]').text()).toContain('完好')
    expect(wrapper.get('[data-testid="library-row-2"]').text()).toContain('需核对')
    expect(wrapper.get('[data-testid="library-row-3"]').text()).toContain('未测量')
    await wrapper.get('[data-testid="library-row-2"]').trigger('click')
    await flushPromises()
    const words = wrapper.get('[data-testid="plan-quality"]').text()
    expect(words.indexOf('3.1% 的行在句子中间断开')).toBeGreaterThan(-1)
    expect(words.indexOf('2.4% 的字符不是文字')).toBeGreaterThan(words.indexOf('3.1%'))
    expect(shownPlans(library.plans, '', null, { by: 'quality', descending: true })[0]?.plan).toBe(2)
    expect(shownPlans(library.plans, '', null, { by: 'quality', descending: false })[0]?.plan).toBe(3)
    wrapper.unmount()
  })

  it('opens_an_earlier_version_with_what_became_of_its_targets', async () => {
    const wrapper = await desk()
    const library = useLibrary()
    library.put({ ...library.state!, plans: library.plans.map((plan) => (plan.plan === 1 ? { ...plan, earlier_versions: 1 } : plan)) })
    await wrapper.get('[data-testid="library-row-1"]').trigger('click')
    await flushPromises()
    await wrapper.get('[data-testid="version-91"]').trigger('click')
    await flushPromises()
    expect(wrapper.get('[data-testid="version-text"]').text()).toBe('一、主要目标\n新增高企100家，引进人才20名。')
    expect(wrapper.get('[data-testid="version-text"] mark.differs').text()).toBe('新增高企100家')
    const told = wrapper.get('[data-testid="version-differences"]').text()
    expect(told).toContain('数值：100 → 120')
    expect(told).toContain('现行版本新增')
    await wrapper.get('[data-testid="version-open"]').trigger('click')
    expect(calls.at(-1)).toEqual({ command: 'plan_open', args: { plan: 91 } })
    await wrapper.get('[data-testid="version-reader"]').trigger('keydown', { key: 'Escape' })
    await flushPromises()
    expect(wrapper.find('[data-testid="library-table"]').exists()).toBe(true)
    wrapper.unmount()
  })
})

describe('a text cut at its marks', () => {
  const mark = (target: number, start: number, end: number) => ({ target, indicator: '', status: 'extracted' as const, quote: { start, end }, value: null })

  it('is_whole_again_however_quotations_overlap', () => {
    const text = '新增高企100家，引进人才20名。'
    const pieces = piecesOf(text, [mark(1, 0, 8), mark(2, 4, 12), mark(3, 4, 6), mark(4, 14, 99)])
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.find((piece) => piece.begins.includes(3))?.targets).toEqual([1, 2, 3])
    expect(pieces.at(-1)?.targets).toEqual([4])
    expect(piecesOf(text, [])).toEqual([{ text, targets: [], begins: [] }])
    expect(piecesOf('', [mark(1, 0, 3)])).toEqual([])
  })
})

describe('a library that others share', () => {
  let pulse: LibraryPulse

  async function shared() {
    const inner = fakeHost({})
    useHost({ listener: inner.listener, call: (command, args) => (command === 'library_watch' ? Promise.resolve({ ...pulse }) : inner.call(command, args)) })
    pulse = { others: 0, generation: 4, elsewhere: 9 }
    await useLibrary().open()
    const one = useShared()
    await one.look()
    return one
  }

  it('is_read_again_when_another_program_changed_it_and_only_then', async () => {
    const one = await shared()
    const before = useChanges().revision
    pulse.generation = 5
    await one.look()
    expect(one.news, 'a change of its own').toBe(0)
    pulse.elsewhere = 10
    await one.look()
    expect(one.news, 'a view that another window keeps').toBe(0)
    pulse.elsewhere = null
    pulse.generation = 6
    await one.look()
    pulse.elsewhere = 11
    await one.look()
    expect(one.news).toBe(1)
    expect(useChanges().revision).toBe(before + 1)
  })

  it('says_how_many_they_are_and_restores_nothing_while_they_are_there', async () => {
    const one = await shared()
    const wrapper = mount(LibraryDesk, { global: { plugins: [i18n] }, attachTo: document.body })
    await flushPromises()
    expect(wrapper.find('[data-testid="library-others"]').exists()).toBe(false)
    pulse.others = 2
    await one.look()
    expect(wrapper.get('[data-testid="library-others"]').text()).toContain('另有 2 个程序')
    await wrapper.get('[data-testid="restore-library-2026-11-22.planlens"]').trigger('click')
    expect(wrapper.get('[data-testid="restore-others"]').text()).toContain('请先关闭')
    expect(wrapper.get('[data-testid="restore-do"]').attributes('disabled')).toBeDefined()
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
