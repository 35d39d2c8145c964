import { describe, expect, it } from 'vitest'
import type { Conversion } from '@/ipc'
import { choiceCount, noChoices, readChoices, withConversion, withoutConversion } from './choices'
import { readView } from './saved-view'

const yearly: Conversion = { kind: 'annual_to_increment', indicator: '高新技术企业数' }
const grown = (rate: 'whole' | 'yearly'): Conversion => ({
  kind: 'growth_to_level', indicator: '研发人员数', target: 7, base: { kind: 'number', ordinal: 3, words: '120人', year: 2023 }, rate,
})
const perHead: Conversion = { kind: 'level_per_context', indicator: '发明专利拥有量', variable: 'population', into: '每万人发明专利拥有量' }

describe('choices', () => {
  it('are put in and taken back one by one', () => {
    const two = withConversion(withConversion(noChoices(), yearly), grown('whole'))
    expect(withConversion(two, grown('yearly')).conversions).toEqual([yearly, grown('yearly')])
    expect(withoutConversion(two, yearly).conversions).toEqual([grown('whole')])
    expect(choiceCount({ ...two, closest_year: 2025, benchmark: { kind: 'median' } })).toBe(4)
  })

  it('survive a restart', () => {
    const choices = { conversions: [yearly, grown('yearly'), perHead], closest_year: 2025, benchmark: { kind: 'plan', plan: 2 } as const }
    expect(readView(JSON.stringify({ choices })).choices).toEqual(choices)
  })

  it('of another shape are left out', () => {
    const saved = {
      conversions: [yearly, { kind: 'growth_to_level', indicator: 'x', target: '7' }, { kind: 'unheard_of', indicator: 'x' }, 3, { ...perHead, variable: 'area' }],
      closest_year: '2025',
      benchmark: { kind: 'plan' },
    }
    expect(readChoices(saved)).toEqual({ conversions: [yearly], closest_year: null, benchmark: null })
    expect(readChoices('none')).toEqual(noChoices())
  })
})
