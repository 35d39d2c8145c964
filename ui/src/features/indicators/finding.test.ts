import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { h, nextTick } from 'vue'
import { useHost } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { useComparison, useLibrary, useView } from '@/state'
import { useFinding } from './use-finding'

describe('finding', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    sessionStorage.clear()
    useHost(fakeHost({}))
  })
  afterEach(() => useHost(null))

  async function finding() {
    await useLibrary().open()
    useComparison()
    await flushPromises()
    let found: ReturnType<typeof useFinding> | undefined
    mount({ setup: () => ((found = useFinding()), () => h('i')) })
    return found as ReturnType<typeof useFinding>
  }

  async function look(at: ReturnType<typeof useFinding>, words: string) {
    at.open.value = true
    at.words.value = words
    await nextTick()
    await flushPromises()
  }

  it('a_folded_type_opens_for_what_is_found_in_it_and_others_stay_folded', async () => {
    const at = await finding()
    const view = useView()
    view.folded_groups = ['知识产权', '创新主体']
    await look(at, '每万人发明专利')
    expect(at.found.value.length).toBeGreaterThan(0)
    expect(view.folded_groups).toEqual(['创新主体'])
  })

  it('what_stands_in_hidden_rows_is_counted_and_shown_on_demand', async () => {
    const at = await finding()
    const view = useView()
    view.table.hidden_rows = ['每万人发明专利拥有量', '高新技术企业数']
    await look(at, '每万人发明专利')
    expect(at.hidden.value.rows).toEqual(['每万人发明专利拥有量'])
    expect(at.hidden.value.places).toBeGreaterThan(0)
    at.showHidden()
    expect(view.table.hidden_rows).toEqual(['高新技术企业数'])
    expect(at.hidden.value.places).toBe(0)
  })
})
