import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { i18n, language, setLanguage, systemLanguage, t, type MessageKey } from './i18n'
import { en } from './messages/en'
import { chartsZh } from './messages/charts'
import { errorsZh } from './messages/errors'
import { filterZh } from './messages/filter'
import { frameZh } from './messages/frame'
import { importZh } from './messages/import'
import { indicatorsZh } from './messages/indicators'
import { overviewZh } from './messages/overview'
import { changesZh } from './messages/changes'
import { confidenceZh } from './messages/confidence'
import { reviewZh } from './messages/review'
import { wordsZh } from './messages/words'
import { zh } from './messages/zh'

type Tree = { [key: string]: string | Tree }

function flat(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`)))
}

const placeholders = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort()

afterEach(() => setLanguage('zh-CN'))

describe('texts', () => {
  const chinese = new Map(flat(zh))
  const english = new Map(flat(en))

  it('both_languages_have_the_same_keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    expect(chinese.size).toBeGreaterThan(200)
  })

  it('no_part_hides_the_words_of_another', () => {
    const keys = [frameZh, wordsZh, errorsZh, filterZh, overviewZh, indicatorsZh, chartsZh, confidenceZh, reviewZh, changesZh, importZh].flatMap((part) => Object.keys(part))
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  })

  it('no_text_is_empty_and_english_has_no_chinese', () => {
    // Spaces between sentences are texts too, and Chinese has none.
    expect([...chinese, ...english].filter(([key, text]) => text.trim() === '' && !key.endsWith('_space'))).toEqual([])
    const mixed = [...english].filter(([key, text]) => /\p{Script=Han}/u.test(text) && !key.startsWith('language.'))
    expect(mixed).toEqual([])
  })

  it('both_languages_use_the_same_values', () => {
    const differing = [...chinese].filter(([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join())
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('every_text_can_be_said', () => {
    for (const [locale, texts] of [['zh-CN', chinese], ['en', english]] as const) {
      setLanguage(locale)
      for (const [key, text] of texts) {
        const named = Object.fromEntries(placeholders(text).map((name) => [name as string, name === 'n' ? 2 : `<${name}>`]))
        const said = t(key as MessageKey, named)
        expect(said, key).not.toBe(key)
        expect(said, key).not.toMatch(/[{}]/)
      }
    }
  })

  it('english_knows_one_from_many', () => {
    setLanguage('en')
    expect(t('line.plans', { n: 1 })).toBe('1 plan')
    expect(t('line.plans', { n: 5 })).toBe('5 plans')
  })

  it('no_chinese_stands_in_the_components_themselves', () => {
    const root = resolve(import.meta.dirname, '..')
    const vue = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.vue'))
    const wordy = vue.filter((path) => /\p{Script=Han}/u.test(readFileSync(join(root, path), 'utf8')))
    expect(wordy).toEqual([])
  })
})

describe('language', () => {
  it('switches_at_once_and_marks_the_page', () => {
    setLanguage('en')
    expect(language()).toBe('en')
    expect(i18n.global.locale.value).toBe('en')
    expect(document.documentElement.lang).toBe('en')
    expect(t('rail.overview')).toBe('Overview')
    setLanguage('zh-CN')
    expect(t('rail.overview')).toBe('总览')
  })

  it('follows_the_system_at_first', () => {
    expect(systemLanguage(['zh-TW', 'en'])).toBe('zh-CN')
    expect(systemLanguage(['zh'])).toBe('zh-CN')
    expect(systemLanguage(['en-GB', 'zh-CN'])).toBe('en')
    expect(systemLanguage([])).toBe('zh-CN')
  })
})
