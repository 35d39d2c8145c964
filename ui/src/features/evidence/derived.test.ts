import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Conversion, Derivation, Evidence } from '@/ipc'
import { i18n } from '@/lib/i18n'
import { useView } from '@/state'
import EvidenceDerived from './EvidenceDerived.vue'

const yearly: Derivation = {
  kind: 'annual_to_increment',
  formula: '50家/年 × 3年（2023—2025） = 150家',
  rounded: false,
  inputs: [
    { kind: 'target', target: 7, measure: 'annual', value: '50', unit: '家', year: 2025 },
    { kind: 'years', first: 2023, last: 2025, count: 3, stated_by: 'period' },
  ],
}
const quotient: Derivation = {
  kind: 'level_per_context',
  formula: '1000件 ÷ 373万人 = 2.68件/万人',
  rounded: true,
  inputs: [{ kind: 'context', figure: { region: '芜湖市', variable: 'population', year: 2022, value: '373', unit: '万人', source: '统计公报', note: '年末数' } }],
}
const evidence = { indicator: '高新技术企业数', mentions: [{ target: 7, sentence: '每年新增高新技术企业50家。' }] } as unknown as Evidence

describe('a derived figure', () => {
  beforeEach(() => setActivePinia(createPinia()))

  const shown = (derivation: Derivation, conversions: Conversion[]) => {
    useView().choices = { conversions, closest_year: null, benchmark: null }
    return mount(EvidenceDerived, { props: { evidence, derivation }, global: { plugins: [i18n] } })
  }

  it('shows_its_formula_and_every_input_with_its_own_sentence_or_source', () => {
    const text = shown(yearly, []).text()
    for (const words of ['50家/年 × 3年（2023—2025） = 150家', '每年新增高新技术企业50家。', '2023—2025，共 3 年', '年份取自方案期限']) expect(text).toContain(words)
    const other = shown(quotient, []).text()
    for (const words of ['芜湖市 · 常住人口', '373 万人 · 2022 年', '来源：统计公报；年末数', '四舍五入']) expect(other).toContain(words)
  })

  it('takes_its_own_choice_back_and_leaves_the_others', async () => {
    const own: Conversion = { kind: 'annual_to_increment', indicator: '高新技术企业数' }
    const other: Conversion = { kind: 'annual_to_increment', indicator: '专利' }
    const drawer = shown(yearly, [own, other])
    await drawer.get('[data-testid="evidence-derived-undo"]').trigger('click')
    expect(useView().choices.conversions).toEqual([other])
    expect(drawer.find('[data-testid="evidence-derived-undo"]').exists()).toBe(false)
  })
})
