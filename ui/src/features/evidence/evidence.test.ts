import { afterEach, describe, expect, it } from 'vitest'
import type { Evidence, Mention } from '@/ipc'
import { setLanguage } from '@/lib/i18n'
import { pieces } from './sentence'
import { aboutLine, citation, historyLine, mentionYear, sectionPath, weakest } from './words'

const sentence = '到2022年，新增高新技术企业240家，招引高层次人才团队60个。'

function mention(more: Partial<Mention> = {}): Mention {
  return {
    target: 1, name: '高新技术企业', op: '=', value: '240', value_max: null, unit: '家', year: 2022, year_from: null, scope: null,
    relative_to: null, firmness: 'firm', status: 'extracted', confidence: 97, fields: [], needs_review: false, rule: 'verb_value', sentence,
    quote: { start: 7, end: 19 }, value_mark: { start: 15, end: 19 },
    sections: [{ number: '二', title: '主要目标' }], responsible: [], history: [], ...more,
  }
}

const evidence: Evidence = {
  plan: 1, region: '芜湖市', indicator: '高新技术企业数', indicator_en: null, definition: null, type: '创新主体', measure: 'increment',
  mentions: [], comparisons: [], citation: '芜湖市：《工作要点》，2022年',
}

afterEach(() => setLanguage('zh-CN'))

describe('pieces', () => {
  it('marks the quotation and the value inside it', () => {
    expect(pieces(mention())).toEqual({ before: '到2022年，', quoteBefore: '新增高新技术企业', value: '240家', quoteAfter: '', after: '，招引高层次人才团队60个。' })
  })

  it('counts UTF-16 code units, so that a character outside the base plane takes two', () => {
    const shifted = `𠮷${sentence}`
    const cut = pieces({ sentence: shifted, quote: { start: 9, end: 21 }, value_mark: { start: 17, end: 21 } })
    expect(cut.value).toBe('240家')
    expect(Object.values(cut).join('')).toBe(shifted)
  })

  it.each([
    ['no value', { quote: { start: 7, end: 15 }, value_mark: null }],
    ['a value after the quotation', { quote: { start: 7, end: 15 }, value_mark: { start: 15, end: 19 } }],
    ['marks beyond the sentence', { quote: { start: 30, end: 900 }, value_mark: { start: 800, end: 900 } }],
    ['a reversed mark', { quote: { start: 12, end: 3 }, value_mark: null }],
  ])('puts the sentence together again with %s', (_, marks) => {
    expect(Object.values(pieces({ sentence, ...marks })).join('')).toBe(sentence)
  })
})

describe('words', () => {
  it('describes the mention in one line', () => {
    expect(aboutLine(evidence, mention())).toBe('芜湖市 · 新增量 · 到 2022 年 · 确定表述')
    expect(aboutLine(evidence, undefined)).toBe('芜湖市 · 新增量')
  })

  it('names a span of years only when a start is stated', () => {
    expect(mentionYear({ year: 2022, year_from: 2020 })).toBe('2020–2022 年')
    expect(mentionYear({ year: null, year_from: null })).toBe('未说明年份')
    setLanguage('en')
    expect(mentionYear({ year: 2022, year_from: null })).toBe('by 2022')
  })

  it('cites the sentence with its source', () => {
    expect(citation(evidence, mention({ sentence: '  新增240家。\n' }))).toBe('“新增240家。”——芜湖市：《工作要点》，2022年')
  })

  it('walks the section path and says when there is none', () => {
    expect(sectionPath(mention({ sections: [{ number: '二', title: '目标' }, { number: '(一)', title: '' }] }))).toBe('二 目标 › (一)')
    expect(sectionPath(mention({ sections: [] }))).toBe('文首，章节之前')
  })

  it('names the two least sure fields of the figure with their reasons', () => {
    const fields: Mention['fields'] = [
      { field: 'name', confidence: 91, rule: 'name_known' },
      { field: 'year', confidence: 72, rule: 'year_of_plan' },
      { field: 'measure', confidence: 85, rule: 'a_rule_of_tomorrow' },
      { field: 'scope', confidence: 40, rule: 'scope_none' },
    ]
    expect(weakest(mention({ fields }))).toEqual(['目标年份 72%：取自整个方案的期限', '量的性质 85%：a_rule_of_tomorrow'])
    setLanguage('en')
    expect(weakest(mention({ fields }))[0]).toBe('target year 72%: the period of the whole plan')
    expect(weakest(mention())).toEqual([])
  })

  it('shows an action it does not know as it is', () => {
    expect(historyLine({ at: '2026-11-22T10:00:00Z', action: 'extracted', by: 'extractor 5, lexicon 1.2-ab+cd' })).toBe('2026年11月22日 · 自动提取 · 规则 5 · 词表 1.2')
    expect(historyLine({ at: '2026-11-22T10:00:00Z', action: 'targets_accepted', by: 'hand' })).toBe('2026年11月22日 · 确认目标 · 人工')
    expect(historyLine({ at: '2026-11-22T10:00:00Z', action: 'merged', by: '' })).toBe('2026年11月22日 · merged')
  })
})
