/**
 * Figures, years and dates as text. Values arrive as decimal text and leave as decimal text: no number of the
 * documents ever passes through a floating point value on its way to the screen.
 */
import type { Harmonised, Op, Statement, Year } from '@/ipc'
import { language } from './i18n'

/** U+2009 thin space is too wide in CJK fonts at small sizes and may break; U+202F is narrow and never breaks. */
export const GROUP = '\u202f'

const SIGNS: Record<Op, string> = { '>=': '≥', '>': '>', '=': '', '~': '≈', '<=': '≤', '<': '<' }

/** The sign before a value; nothing for plain equality. */
export function opSign(op: Op): string {
  return SIGNS[op]
}

/** Decimal text with the whole part in groups of three from five digits on: `10 000`, but `1000` and `0.1891`. */
export function decimalText(value: string): string {
  const match = /^([+-]?)(\d+)(\.\d+)?$/.exec(value.trim())
  if (!match) return value
  const [, sign = '', whole = '', fraction = ''] = match
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, GROUP) : whole
  return (sign === '-' ? '−' : '') + grouped + fraction
}

/** A count of things, grouped like every other figure. */
export function countText(count: number): string {
  return decimalText(String(count))
}

/** A value or a range, without sign and unit. */
export function valueText(statement: Pick<Statement | Harmonised, 'value' | 'value_max'>): string {
  if (statement.value === null) return ''
  const low = decimalText(statement.value)
  return statement.value_max === null ? low : `${low}–${decimalText(statement.value_max)}`
}

/** A year, or the honest lack of one. */
export function yearText(year: Year | null, missing: string): string {
  return year === null ? missing : String(year)
}

/** A period of years: `2020–2022`, or one year when both ends agree. */
export function periodText(period: readonly [Year, Year]): string {
  return period[0] === period[1] ? String(period[0]) : `${period[0]}–${period[1]}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date as exactly as it is known: `2024-08-12`, `2024-08` or `2024`; a time of day behind it is left out. */
export function dateText(date: string): string {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$/.exec(date)
  if (!match) return date
  const year = Number(match[1])
  const month = match[2] === undefined ? null : Number(match[2])
  const day = match[3] === undefined ? null : Number(match[3])
  if (language() === 'en') {
    const word = month === null ? null : MONTHS[month - 1]
    return [day, word, year].filter((part) => part !== null && part !== undefined).join(' ')
  }
  return `${year}年` + (month === null ? '' : `${month}月`) + (day === null ? '' : `${day}日`)
}

/** A share of counts as whole per cent; nothing out of nothing is no share. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((part * 100) / whole)}%`
}

const two = (part: number) => String(part).padStart(2, '0')

/** Day and time of a moment on the clock of this computer; `null` when it is none. */
function moment(at: string): { day: string; time: string } | null {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return null
  return { day: dateText(`${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`), time: `${two(date.getHours())}:${two(date.getMinutes())}` }
}

/** A moment of the history on the clock of this computer: `2026年11月22日 18:27`. */
export function momentText(at: string): string {
  const found = moment(at)
  return found === null ? at : `${found.day} ${found.time}`
}

/** The day of a moment on the clock of this computer. */
export const dayText = (at: string) => moment(at)?.day ?? at

/** The time of day of a moment on the clock of this computer: `18:27`. */
export const clockText = (at: string) => moment(at)?.time ?? ''
