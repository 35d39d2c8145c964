/** A plan's text as lines cut at what is marked in them. The pieces, put together, are the line again. Pure. */
import type { Mark, PlanText } from '@/ipc'

/** A stretch of a line that is marked in one way throughout. */
export interface Piece {
  text: string
  /** Within the words of a target that is not rejected. */
  target: boolean
  /** Part of a number whose meaning nobody knows. */
  unknown: boolean
}

/** One line of the text, without its end. */
export interface Line {
  /** Where it begins, in UTF-16 units of the text. */
  start: number
  text: string
}

/** The lines that say something. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ start, text: line })
    start += line.length + 1
  }
  return lines
}

const meets = (mark: Mark, start: number, end: number) => mark.start < end && mark.end > start

/** The numbers that nobody explained: no rule knows what they are, and no person made a target of them. */
export function unexplained({ targets, numbers }: Pick<PlanText, 'targets' | 'numbers'>): Mark[] {
  const known = targets.filter((one) => one.status !== 'rejected').map((one) => one.quote)
  return numbers.filter((one) => one.class === 'other' && !known.some((quote) => meets(quote, one.place.start, one.place.end))).map((one) => one.place)
}

/** A line cut at the targets of the plan and at the numbers that are open. */
export function cut(line: Line, { targets }: Pick<PlanText, 'targets'>, open: readonly Mark[]): Piece[] {
  const end = line.start + line.text.length
  const quotes = targets.filter((one) => one.status !== 'rejected' && meets(one.quote, line.start, end)).map((one) => one.quote)
  const unknown = open.filter((place) => meets(place, line.start, end))
  const places = new Set([line.start, end])
  for (const mark of [...quotes, ...unknown]) {
    for (const place of [mark.start, mark.end]) if (place > line.start && place < end) places.add(place)
  }
  const edges = [...places].sort((a, b) => a - b)
  return edges.slice(0, -1).map((from, at) => {
    const to = edges[at + 1] ?? end
    return { text: line.text.slice(from - line.start, to - line.start), target: quotes.some((mark) => meets(mark, from, to)), unknown: unknown.some((mark) => meets(mark, from, to)) }
  })
}

const ENDS = /[，。；、！？,;!?\n]/

/** The clause around a place: from the stop before it to the stop behind it. */
export function clauseAround(text: string, place: Mark): Mark {
  let { start, end } = place
  while (start > 0 && !ENDS.test(text[start - 1] ?? '\n')) start--
  while (end < text.length && !ENDS.test(text[end] ?? '\n')) end++
  while (start < place.start && (text[start] ?? '').trim() === '') start++
  return { start, end }
}
