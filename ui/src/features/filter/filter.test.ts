import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useHost } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { i18n } from '@/lib/i18n'
import { useComparison, useLibrary, useView } from '@/state'
import FilterChips from './FilterChips.vue'
import FilterPanel from './FilterPanel.vue'
import { optionsOf, TOP } from './options'

describe('values listed', () => {
  const units = Array.from({ length: 30 }, (_, at) => ({ value: `单位${at}`, count: 30 - at }))

  it('a_long_facet_shows_the_most_frequent_and_counts_the_rest', () => {
    const { list, hidden } = optionsOf('unit', units, [], '', false)
    expect([list.length, hidden]).toEqual([TOP, 30 - TOP])
    expect(optionsOf('unit', units, [], '', true)).toEqual({ list: units, hidden: 0 })
  })

  it('what_is_chosen_is_always_listed_even_when_it_counts_nothing', () => {
    const { list } = optionsOf('unit', units, ['单位29', '别处'], '', false)
    expect(list.map((one) => one.value)).toContain('单位29')
    expect(list.at(-1)).toEqual({ value: '别处', count: 0 })
  })

  it('search_looks_beyond_the_listed', () => {
    expect(optionsOf('unit', units, [], '单位29', false).list.map((one) => one.value)).toEqual(['单位29'])
  })

  it('types_are_listed_even_when_empty_other_values_are_not', () => {
    expect(optionsOf('type', [{ value: '知识产权', count: 0 }], [], '', false).list).toHaveLength(1)
    expect(optionsOf('op', [{ value: '<', count: 0 }], [], '', false).list).toHaveLength(0)
  })
})

describe('panel and chips', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    sessionStorage.clear()
    useHost(fakeHost({}))
  })
  afterEach(() => useHost(null))

  async function mounted() {
    await useLibrary().open()
    useComparison()
    const global = { plugins: [i18n] }
    const panel = mount(FilterPanel, { global })
    const chips = mount(FilterChips, { global })
    await flushPromises()
    return { panel, chips, view: useView() }
  }

  it('a_choice_stands_as_a_chip_and_the_chip_takes_it_back', async () => {
    const { panel, chips, view } = await mounted()
    expect(chips.text()).toBe('未筛选')
    await panel.get('[data-testid="facet-type-知识产权"] input').setValue(true)
    expect(view.filter.type).toEqual(['知识产权'])
    expect(chips.get('.chip').text()).toBe('指标类型：知识产权')
    await chips.get('.chip-remove').trigger('click')
    expect(view.filter.type).toEqual([])
  })

  it('a_value_kept_out_stands_as_a_chip_of_its_own_and_the_key_takes_it_back', async () => {
    const { panel, chips, view } = await mounted()
    await panel.get('[data-testid="facet-type-知识产权-exclude"]').trigger('click')
    expect([view.filter.type, view.filter.exclude.type]).toEqual([[], ['知识产权']])
    expect(chips.get('.chip').text()).toBe('不含：指标类型：知识产权')
    const box = panel.get<HTMLInputElement>('[data-testid="facet-type-知识产权"] input')
    expect(box.element.indeterminate).toBe(true)
    await box.trigger('keydown', { key: '-' })
    expect(view.filter.exclude.type).toEqual([])
  })

  it('clear_all_lifts_everything_but_the_choice_of_plans', async () => {
    const { panel, chips, view } = await mounted()
    view.togglePlan(2)
    await panel.get('[data-testid="facet-shared-two"] input').setValue(true)
    await panel.get('[data-testid="filter-text"]').setValue('企业')
    expect(chips.findAll('.chip')).toHaveLength(2)
    await chips.get('[data-testid="filter-clear"]').trigger('click')
    expect([view.filter.shared, view.filter.text, view.query.plans]).toEqual([null, null, [1, 3, 4, 5]])
  })

  it('shows_the_counts_of_the_core', async () => {
    const { panel } = await mounted()
    const said = useComparison().facets?.type.find((one) => one.value === '创新主体')?.count
    expect(panel.get('.option:has([data-testid="facet-type-创新主体"]) .option-count').text()).toBe(String(said))
  })

  it('a_group_can_be_folded_and_the_fold_is_remembered', async () => {
    const { panel, view } = await mounted()
    await panel.get('[data-testid="facet-type"] .facet-fold').trigger('click')
    expect(panel.find('[data-testid="facet-type-知识产权"]').exists()).toBe(false)
    expect(view.folded_facets).toContain('type')
  })
})
