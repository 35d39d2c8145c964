import { describe, expect, it } from 'vitest'
import { activeParts, ALL_PLANS, asked, emptyFilter, facetWords, sharing, toggled, withFacet, without, withSharing } from './filter'

describe('choosing values', () => {
  it('a_second_click_takes_the_value_back', () => {
    const once = toggled(emptyFilter(), 'type', '知识产权')
    expect(once.type).toEqual(['知识产权'])
    expect(toggled(once, 'type', '知识产权')).toEqual(emptyFilter())
  })

  it('several_values_of_a_facet_stand_together', () => {
    expect(toggled(toggled(emptyFilter(), 'measure', 'level'), 'measure', 'share').measure).toEqual(['level', 'share'])
  })

  it('no_year_stated_is_a_year_of_its_own', () => {
    const filter = toggled(toggled(emptyFilter(), 'year', '2022'), 'year', '')
    expect(filter.year).toEqual([2022, null])
    expect(facetWords(filter, 'year')).toEqual(['2022', ''])
  })

  it('a_value_is_asked_for_or_kept_out_never_both', () => {
    const out = toggled(toggled(emptyFilter(), 'type', '知识产权'), 'type', '知识产权', 'exclude')
    expect([out.type, out.exclude.type]).toEqual([[], ['知识产权']])
    expect(toggled(out, 'type', '知识产权')).toEqual(toggled(emptyFilter(), 'type', '知识产权'))
    expect(facetWords(toggled(emptyFilter(), 'year', '', 'exclude'), 'year', 'exclude')).toEqual([''])
  })

  it('leaves_the_filter_given_untouched', () => {
    const filter = emptyFilter()
    toggled(filter, 'op', '>=')
    expect(filter).toEqual(emptyFilter())
  })
})

describe('sharing', () => {
  it('says_back_what_was_chosen', () => {
    for (const choice of ['any', 'two', 'all', 'one'] as const) expect(sharing(withSharing(emptyFilter(), choice))).toBe(choice)
  })

  it('choices_exclude_one_another', () => {
    const one = withSharing(withSharing(emptyFilter(), 'two'), 'one')
    expect([one.shared, one.shared_max]).toEqual([null, 1])
  })

  it('all_means_all_shown_plans_however_many', () => {
    const filter = withSharing(emptyFilter(), 'all')
    expect(filter.shared).toBe(ALL_PLANS)
    expect(asked(filter, [1, 2, 3, 4, 5], true).shared).toBe(5)
    expect(asked(filter, [1, 2, 3], false).shared).toBe(3)
    expect(asked(withSharing(emptyFilter(), 'two'), [1, 2, 3], false).shared).toBe(2)
  })
})

describe('what the core is asked', () => {
  it('names_no_plans_when_the_library_is_shown_whole', () => {
    expect(asked(emptyFilter(), [1, 2], true).plans).toEqual([])
    expect(asked(emptyFilter(), [2, 1], false).plans).toEqual([2, 1])
  })

  it('blank_text_restricts_nothing', () => {
    expect(asked({ ...emptyFilter(), text: '  ' }, [1], true).text).toBeNull()
    expect(asked({ ...emptyFilter(), text: ' 专利 ' }, [1], true).text).toBe('专利')
  })
})

describe('chips', () => {
  const filter = { ...withSharing(withFacet(withFacet(emptyFilter(), 'type', ['知识产权']), 'unit', ['市科技局']), 'two'), text: '专利', region: ['芜湖市'], differences: true }

  it('there_is_one_for_every_restriction', () => {
    expect(activeParts(filter).map((part) => (part.kind === 'facet' ? part.facet : part.kind))).toEqual(['type', 'unit', 'region', 'sharing', 'differences', 'text'])
    expect(activeParts(emptyFilter())).toEqual([])
    const out = toggled(filter, 'type', '研发投入', 'exclude')
    expect(activeParts(out).slice(0, 2).map((part) => 'side' in part && part.side)).toEqual(['include', 'exclude'])
    expect(activeParts(out).reduce(without, out)).toEqual(emptyFilter())
  })

  it('removing_all_of_them_leaves_nothing', () => {
    expect(activeParts(filter).reduce(without, filter)).toEqual(emptyFilter())
  })

  it('removing_one_keeps_the_others', () => {
    const [first] = activeParts(filter)
    if (!first) throw new Error('no part')
    const rest = without(filter, first)
    expect(rest.type).toEqual([])
    expect([rest.unit, rest.text, rest.shared]).toEqual([['市科技局'], '专利', 2])
  })
})
