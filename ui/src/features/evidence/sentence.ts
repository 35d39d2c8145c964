/** A sentence cut at its marks. The pieces, put together, are the sentence again, character by character. */
import type { Mark, Mention } from '@/ipc'

export interface Pieces {
  before: string
  /** The quotation, cut again around the value. */
  quoteBefore: string
  value: string
  quoteAfter: string
  after: string
}

/** Offsets are UTF-16 code units, which is what JavaScript strings count in. */
export function pieces(mention: Pick<Mention, 'sentence' | 'quote' | 'value_mark'>): Pieces {
  const { sentence } = mention
  const quote = within(mention.quote, 0, sentence.length)
  const value = mention.value_mark === null ? { start: quote.start, end: quote.start } : within(mention.value_mark, 0, sentence.length)
  // A value may stand outside its quotation, for instance in the next cell of a table: the mark then holds both.
  const start = Math.min(quote.start, value.start)
  const end = Math.max(quote.end, value.end)
  return {
    before: sentence.slice(0, start),
    quoteBefore: sentence.slice(start, value.start),
    value: sentence.slice(value.start, value.end),
    quoteAfter: sentence.slice(value.end, end),
    after: sentence.slice(end),
  }
}

function within(mark: Mark, low: number, high: number): Mark {
  const start = Math.max(low, Math.min(mark.start, high))
  return { start, end: Math.max(start, Math.min(mark.end, high)) }
}
