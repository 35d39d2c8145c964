import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useHost, type Host } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { i18n } from '@/lib/i18n'
import { useChanges, useLibrary, useView } from '@/state'
import { reviewKey } from './keys'
import ReviewQueue from './ReviewQueue.vue'
import { selectedIn } from './selection'
import { useReview } from './store'

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
afterEach(() => useHost(null))

const press = (code: string, init: KeyboardEventInit = {}) => new KeyboardEvent('keydown', { code, bubbles: true, cancelable: true, ...init })

describe('keys', () => {
  it('hold_outside_of_fields_only', () => {
    const input = document.body.appendChild(document.createElement('input'))
    const asked: (string | null)[] = []
    const listen = (event: KeyboardEvent) => asked.push(reviewKey(event))
    window.addEventListener('keydown', listen)
    input.dispatchEvent(press('KeyX'))
    document.body.dispatchEvent(press('KeyX'))
    document.body.dispatchEvent(press('KeyZ', { ctrlKey: true }))
    document.body.dispatchEvent(press('KeyZ', { shiftKey: true }))
    window.removeEventListener('keydown', listen)
    input.remove()
    expect(asked).toEqual([null, 'reject', null, 'redo'])
  })

  it('enter_on_a_button_is_the_button_s', () => {
    const button = document.body.appendChild(document.createElement('button'))
    const asked: (string | null)[] = []
    const listen = (event: KeyboardEvent) => asked.push(reviewKey(event))
    window.addEventListener('keydown', listen)
    button.dispatchEvent(press('Enter'))
    button.dispatchEvent(press('KeyN'))
    document.body.dispatchEvent(press('Enter'))
    window.removeEventListener('keydown', listen)
    button.remove()
    expect(asked).toEqual([null, 'next', 'accept'])
  })
})

describe('a selection', () => {
  it('is_counted_from_the_beginning_of_the_sentence_across_marks', () => {
    const box = document.body.appendChild(document.createElement('p'))
    const mark = document.createElement('mark')
    mark.textContent = '达到20家'
    box.append('到2018年,机构', mark, '。')
    const range = document.createRange()
    range.setStart(box.firstChild as Text, 7)
    range.setEnd(mark.firstChild as Text, 4)
    const selection = { rangeCount: 1, isCollapsed: false, getRangeAt: () => range } as unknown as Selection
    const found = selectedIn(box, selection)
    expect(found).toEqual({ start: 7, end: 13 })
    expect(box.textContent?.slice(found?.start, found?.end)).toBe('机构达到20')
    box.remove()
  })
})

describe('the queue', () => {
  async function opened(): Promise<{ wrapper: VueWrapper; review: ReturnType<typeof useReview>; key: (code: string, init?: KeyboardEventInit) => Promise<void> }> {
    await useLibrary().open()
    const wrapper = mount(ReviewQueue, { global: { plugins: [i18n] }, attachTo: document.body })
    await flushPromises()
    const key = async (code: string, init: KeyboardEventInit = {}) => {
      document.body.dispatchEvent(press(code, init))
      await flushPromises()
    }
    return { wrapper, review: useReview(), key }
  }
  const statuses = (review: ReturnType<typeof useReview>) => review.ids.map((id) => review.items.get(id)?.mention.status)

  it('begins_with_the_least_sure', async () => {
    const { wrapper, review } = await opened()
    const sure = review.ids.map((id) => review.items.get(id)?.mention.confidence ?? 0)
    expect(sure).toEqual([...sure].sort((a, b) => a - b))
    expect(wrapper.get('[data-testid="review-detail"]').attributes('data-target')).toBe(String(review.ids[0]))
    wrapper.unmount()
  })

  it('accepts_rejects_and_goes_on_by_key_and_takes_everything_back', async () => {
    const { wrapper, review, key } = await opened()
    const before = statuses(review)
    await key('Enter')
    await key('KeyX')
    await key('Enter')
    expect(statuses(review).slice(0, 4)).toEqual(['accepted', 'rejected', 'accepted', 'extracted'])
    expect(review.at).toBe(3)
    expect(calls.filter((call) => call.command === 'target_decide').map((call) => call.args.decision)).toEqual(['accept', 'reject', 'accept'])
    for (const _ of [1, 2, 3]) await key('KeyZ')
    expect(statuses(review)).toEqual(before)
    expect(review.at).toBe(0)
    expect(useChanges().state.undo).toBeNull()
    await key('KeyZ', { shiftKey: true })
    expect(review.items.get(review.ids[0] as number)?.mention.status).toBe('accepted')
    wrapper.unmount()
  })

  it('what_is_decided_keeps_its_place_until_the_list_is_asked_for_again', async () => {
    const { wrapper, review, key } = await opened()
    const ids = review.ids
    await key('Enter')
    expect(review.ids).toEqual(ids)
    await wrapper.get('[data-testid="review-refresh"]').trigger('click')
    await flushPromises()
    expect(review.ids).toEqual(ids.slice(1))
    wrapper.unmount()
  })

  it('counts_agree_with_the_decisions', async () => {
    const { wrapper, review, key } = await opened()
    const { to_review = 0, undecided = 0 } = review.counts ?? {}
    await key('Enter')
    await key('Enter')
    await vi.waitFor(() => expect(review.counts?.undecided).toBe(undecided - 2))
    expect(review.counts?.to_review).toBe(to_review - 2)
    expect(review.counts?.status.find((one) => one.value === 'accepted')?.count).toBe(2)
    wrapper.unmount()
  })

  it('an_edit_is_saved_by_enter_and_goes_on', async () => {
    const { wrapper, review, key } = await opened()
    const [target] = review.ids
    await key('KeyE')
    const unit = wrapper.get('[data-testid="field-unit"]')
    await unit.setValue('个')
    await unit.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    const stored = review.items.get(target as number)
    expect([stored?.mention.status, stored?.mention.unit]).toEqual(['edited', '个'])
    expect(calls.find((call) => call.command === 'target_update')?.args.edits).toEqual([{ field: 'unit', value: '个' }])
    expect(review.at).toBe(1)
    wrapper.unmount()
  })

  it('a_value_the_text_does_not_say_is_not_saved_and_said', async () => {
    const { wrapper, review } = await opened()
    const value = wrapper.get('[data-testid="field-value"]')
    await value.setValue('98765')
    await value.trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(wrapper.get('.fault').text()).toBe('原文这一句里没有这个数')
    expect(review.at).toBe(0)
    expect(statuses(review)[0]).toBe('extracted')
    await wrapper.get('[data-testid="field-value"]').trigger('keydown', { key: 'Escape' })
    await flushPromises()
    expect(wrapper.find('.fault').exists()).toBe(false)
    wrapper.unmount()
  })

  it('what_was_typed_is_kept_when_one_goes_on', async () => {
    const { wrapper, review, key } = await opened()
    const [target] = review.ids
    await wrapper.get('[data-testid="field-scope"]').setValue('全市')
    await key('KeyN')
    expect(review.items.get(target as number)?.mention.scope).toBe('全市')
    expect(review.at).toBe(1)
    wrapper.unmount()
  })

  it('goes_back_to_what_was_extracted', async () => {
    const { wrapper, review, key } = await opened()
    const [target] = review.ids
    const first = review.items.get(target as number)
    await wrapper.get('[data-testid="field-scope"]').setValue('全市')
    await wrapper.get('[data-testid="review-save"]').trigger('click')
    await flushPromises()
    await key('KeyP')
    await key('KeyB')
    expect(review.items.get(target as number)).toEqual(first)
    wrapper.unmount()
  })

  it('bulk_accepts_no_more_than_it_said', async () => {
    const { wrapper, review } = await opened()
    useView().toggleFacet('type', '知识产权')
    useView().review_scope = 'undecided'
    await flushPromises()
    const shown = [...review.ids].sort((a, b) => a - b)
    await wrapper.get('[data-testid="review-bulk"]').trigger('click')
    await flushPromises()
    expect(wrapper.get('[data-testid="bulk-lead"]').text()).toContain(`将确认 ${shown.length} 项`)
    await wrapper.get('[data-testid="bulk-accept"] form').trigger('submit')
    await flushPromises()
    const sent = calls.find((call) => call.command === 'target_decide')?.args.targets as number[]
    expect([...sent].sort((a, b) => a - b)).toEqual(shown)
    expect(useChanges().state.undo?.count).toBe(shown.length)
    wrapper.unmount()
  })

  it('a_failed_decision_does_not_keep_its_mark', async () => {
    const { wrapper, review, key } = await opened()
    useHost(fakeHost({ fail: { command: 'target_decide', code: 'library_read_only' } }))
    await key('Enter')
    expect(statuses(review)[0]).toBe('extracted')
    wrapper.unmount()
  })
})
