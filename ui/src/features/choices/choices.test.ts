import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useHost } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { i18n } from '@/lib/i18n'
import { useComparison, useLibrary, useView } from '@/state'
import ChoicesDialog from './ChoicesDialog.vue'

describe('choices', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    sessionStorage.clear()
    useHost(fakeHost({}))
    HTMLDialogElement.prototype.showModal ??= () => undefined
  })
  afterEach(() => useHost(null))

  async function mounted() {
    await useLibrary().open()
    useComparison()
    const dialog = mount(ChoicesDialog, { global: { plugins: [i18n] } })
    await flushPromises()
    return { dialog, view: useView() }
  }

  it('a_conversion_is_put_in_with_its_formula_shown_and_taken_back', async () => {
    const { dialog, view } = await mounted()
    const offer = dialog.get('[data-testid="choice-offer"]')
    expect(offer.text()).toContain('200家/年 × 3年（2020—2022） = 600家')
    await offer.get('input').setValue(true)
    expect(view.choices.conversions).toEqual([{ kind: 'annual_to_increment', indicator: '科技型中小企业数' }])
    await dialog.get('[data-testid="choices-clear"]').trigger('click')
    expect(view.choices).toEqual({ conversions: [], closest_year: null, benchmark: null })
  })

  it('a_benchmark_and_a_year_are_chosen_and_lifted', async () => {
    const { dialog, view } = await mounted()
    await dialog.get('[data-testid="choice-benchmark"]').setValue('median')
    await dialog.get('[data-testid="choice-year"]').setValue('2025')
    expect([view.choices.benchmark, view.choices.closest_year]).toEqual([{ kind: 'median' }, 2025])
    await dialog.get('[data-testid="choice-benchmark"]').setValue('')
    await dialog.get('[data-testid="choice-year"]').setValue('')
    expect([view.choices.benchmark, view.choices.closest_year]).toEqual([null, null])
  })

  it('a_context_figure_needs_its_source_and_pasted_rows_are_looked_at_first', async () => {
    const { dialog } = await mounted()
    const set = (field: string, value: string) => dialog.get(`[data-testid="context-${field}"]`).setValue(value)
    await set('region', '南通市')
    await set('year', '2018')
    await set('value', '731')
    await dialog.get('form').trigger('submit')
    await flushPromises()
    expect(dialog.get('[data-testid="context-source"]').attributes('aria-invalid')).toBe('true')
    await set('source', '统计公报')
    await dialog.get('form').trigger('submit')
    await flushPromises()
    expect(dialog.findAll('[data-testid="context-row"]')).toHaveLength(1)
    await set('paste', '芜湖市\t常住人口\t2022\t373\t万人\t统计公报\n不是一行')
    await dialog.get('[data-testid="context-look"]').trigger('click')
    await flushPromises()
    expect(dialog.get('[data-testid="context-preview"]').text()).toContain('第 2 行（来源）')
    expect(dialog.findAll('[data-testid="context-row"]')).toHaveLength(1)
    await dialog.get('[data-testid="context-take"]').trigger('click')
    await flushPromises()
    expect(dialog.findAll('[data-testid="context-row"]')).toHaveLength(2)
  })
})
