/** A text cut at the marks of its targets. The pieces, put together, are the text again. */
import type { TargetId, TextTarget } from '@/ipc'

export interface Piece {
  text: string
  /** The targets whose quotation holds this piece. */
  targets: TargetId[]
  /** The targets whose quotation begins here. */
  begins: TargetId[]
}

/** Offsets are UTF-16 code units, which is what JavaScript strings count in. Quotations may overlap. */
export function piecesOf(text: string, targets: readonly TextTarget[]): Piece[] {
  const marks = targets
    .map(({ target, quote }) => ({ target, start: Math.max(0, Math.min(quote.start, text.length)), end: Math.min(quote.end, text.length) }))
    .filter((mark) => mark.end > mark.start)
    .sort((one, other) => one.start - other.start)
  const cuts = [...new Set([0, ...marks.flatMap((mark) => [mark.start, mark.end]), text.length])].sort((one, other) => one - other)
  const pieces: Piece[] = []
  let next = 0
  let open: typeof marks = []
  for (const [at, start] of cuts.entries()) {
    const end = cuts[at + 1]
    if (end === undefined) break
    open = open.filter((mark) => mark.end > start)
    const begins: typeof marks = []
    for (let mark = marks[next]; mark !== undefined && mark.start === start; mark = marks[++next]) begins.push(mark)
    open.push(...begins)
    pieces.push({ text: text.slice(start, end), targets: open.map((mark) => mark.target), begins: begins.map((mark) => mark.target) })
  }
  return pieces
}
