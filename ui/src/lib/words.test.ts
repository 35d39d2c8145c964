import { afterEach, expect, it } from 'vitest'
import type { PlanMeta, Statement } from '@/ipc'
import { setLanguage } from './i18n'
import { bareWording, indicatorName, levelWord, planName, planYear, reasonSentence, statementText } from './words'

afterEach(() => setLanguage('zh-CN'))

const META: PlanMeta = {
  region: null, region_level: null, province: null, parent_region: null, title: null, doc_no: null, issuer: null, issued: null, period: null, horizons: [], genre: null,
}

const STATEMENT: Statement = {
  op: '>=', value: '2.1', value_max: null, unit: '%', year: 2022, year_from: null, scope: null, relative_to: null, firmness: 'firm', harmonised: null, mentions: [1], confidence: 90,
}

it('a_plan_without_region_goes_by_title_then_by_file', () => {
  expect(planName({ meta: { ...META, region: '某市', title: '题' }, source_name: 'a.txt' })).toBe('某市')
  expect(planName({ meta: { ...META, title: '题' }, source_name: 'a.txt' })).toBe('题')
  expect(planName({ meta: META, source_name: 'a.txt' })).toBe('a.txt')
})

it('a_plan_is_known_by_the_last_year_of_its_period_else_by_its_first_goal', () => {
  expect(planYear({ ...META, period: [2020, 2022], horizons: [2025] })).toBe(2022)
  expect(planYear({ ...META, horizons: [2018, 2035] })).toBe(2018)
  expect(planYear(META)).toBeNull()
})

it('missing_levels_and_years_are_said', () => {
  expect(levelWord(null)).toBe('未说明')
  expect(reasonSentence({ kind: 'year_differs', years: [2018, null] })).toBe('年份不同：2018、未说明年份')
})

it('a_relative_statement_shows_its_benchmark', () => {
  expect(statementText(STATEMENT)).toBe('≥ 2.1 %')
  expect(statementText({ ...STATEMENT, op: '>', value: null, unit: null, relative_to: '全省平均水平' })).toBe('> 全省平均水平')
})

it('an_unknown_indicator_keeps_its_own_wording_in_english', () => {
  setLanguage('en')
  expect(indicatorName({ indicator: '瞪羚企业数', indicator_en: null })).toBe('瞪羚企业数')
  expect(indicatorName({ indicator: '高新技术企业数', indicator_en: 'High-tech enterprises' })).toBe('High-tech enterprises')
})

it('a_wording_that_brings_its_quotation_marks_gets_no_second_pair', () => {
  expect(['“科技情报员”', '专精特新“小巨人”', '“双高”协同“四化”'].map(bareWording)).toEqual(['科技情报员', '专精特新“小巨人”', '“双高”协同“四化”'])
})

it('reasons_follow_the_language', () => {
  const reason = { kind: 'converted', from: '万元', to: '亿元', factor: '0.0001' } as const
  expect(reasonSentence(reason)).toBe('万元 换算为 亿元，× 0.0001')
  setLanguage('en')
  expect(reasonSentence({ kind: 'several_statements', plans: 1 })).toBe('1 plan states it more than once')
})
