import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { reviewList, synonymAdd, synonymList, useHost } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { i18n } from '@/lib/i18n'
import { emptyFilter, useChanges, useLibrary } from '@/state'
import SynonymPage from './SynonymPage.vue'

beforeEach(async () => {
  setActivePinia(createPinia())
  sessionStorage.clear()
  useHost(fakeHost({}))
  await useLibrary().open()
})
afterEach(() => useHost(null))

const page = async () => {
  const wrapper = mount(SynonymPage, { global: { plugins: [i18n] }, attachTo: document.body })
  await flushPromises()
  return wrapper
}
const first = async () => {
  const { items } = await reviewList({ filter: emptyFilter(), scope: 'undecided', order: 'place', offset: 0, limit: 1 })
  if (!items[0]) throw new Error('a target')
  return items[0]
}

it('an_empty_list_teaches', async () => {
  const wrapper = await page()
  expect(wrapper.get('[data-testid="synonyms-empty"]').text()).toContain('还没有记入同义词')
  wrapper.unmount()
})

it('forgetting_shows_its_effect_first_and_can_be_cancelled', async () => {
  const { mention } = await first()
  await synonymAdd({ wording: mention.name, indicator: '考核总分' })
  const wrapper = await page()
  expect(wrapper.get('[data-testid="synonym-row"]').text()).toContain('考核总分')
  await wrapper.get('[data-testid="synonym-forget"]').trigger('click')
  await flushPromises()
  expect(wrapper.get('[data-testid="effect"]').text()).toContain(`考核总分 → ${mention.name}`)
  expect(await synonymList()).toHaveLength(1)
  await wrapper.get('[data-testid="forget-dialog"] form').trigger('submit')
  await flushPromises()
  expect(await synonymList()).toEqual([])
  expect(wrapper.find('[data-testid="synonym-row"]').exists()).toBe(false)
  expect(useChanges().state.undo?.kind).toBe('synonym_removed')
  wrapper.unmount()
})
