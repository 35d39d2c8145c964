import { afterEach, describe, expect, it } from 'vitest'
import { dateText, decimalText, GROUP, opSign, periodText, shareText, valueText, yearText } from './format'
import { setLanguage } from './i18n'

afterEach(() => setLanguage('zh-CN'))

describe('decimal text', () => {
  it('keeps_every_digit_as_written', () => {
    expect(decimalText('0.1891')).toBe('0.1891')
    expect(decimalText('299.80')).toBe('299.80')
    // One more digit than a floating point value holds.
    expect(decimalText('12345678901234567.123456789')).toBe(['12', '345', '678', '901', '234', '567.123456789'].join(GROUP))
  })

  it('groups_from_five_digits_on', () => {
    expect(decimalText('1000')).toBe('1000')
    expect(decimalText('10000')).toBe(`10${GROUP}000`)
    expect(decimalText('1234567')).toBe(`1${GROUP}234${GROUP}567`)
  })

  it('never_groups_behind_the_point', () => {
    expect(decimalText('1.234567')).toBe('1.234567')
  })

  it('shows_a_true_minus_sign', () => {
    expect(decimalText('-2.5')).toBe('−2.5')
  })

  it('leaves_what_is_no_number_alone', () => {
    expect(decimalText('1e8')).toBe('1e8')
  })
})

describe('statements', () => {
  it('equality_has_no_sign', () => {
    expect(opSign('=')).toBe('')
    expect((['>=', '>', '~', '<=', '<'] as const).map(opSign)).toEqual(['≥', '>', '≈', '≤', '<'])
  })

  it('range_keeps_both_ends', () => {
    expect(valueText({ value: '1', value_max: '2' })).toBe('1–2')
    expect(valueText({ value: null, value_max: null })).toBe('')
  })
})

describe('dates and years', () => {
  it('dates_are_as_exact_as_they_are_known', () => {
    expect(dateText('2024-08-12')).toBe('2024年8月12日')
    expect(dateText('2024-08')).toBe('2024年8月')
    expect(dateText('2024')).toBe('2024年')
    setLanguage('en')
    expect(dateText('2024-08-12')).toBe('12 Aug 2024')
    expect(dateText('2024-08')).toBe('Aug 2024')
    expect(dateText('2024')).toBe('2024')
  })

  it('a_time_of_day_is_left_out_of_a_date', () => {
    expect(dateText('2026-11-22T09:00:00Z')).toBe('2026年11月22日')
  })

  it('a_missing_year_is_said_not_guessed', () => {
    expect(yearText(null, '未说明')).toBe('未说明')
    expect(yearText(2022, '未说明')).toBe('2022')
  })

  it('a_period_of_one_year_is_one_year', () => {
    expect(periodText([2022, 2022])).toBe('2022')
    expect(periodText([2020, 2022])).toBe('2020–2022')
  })
})

describe('shares', () => {
  it('nothing_of_nothing_is_no_share', () => {
    expect(shareText(0, 0)).toBe('–')
    expect(shareText(0, 8)).toBe('0%')
    expect(shareText(4, 16)).toBe('25%')
  })
})
