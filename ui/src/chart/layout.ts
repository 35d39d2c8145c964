/** Places of the chart's parts, from its texts and its width. Pure arithmetic: the same on screen and on paper. */

export const FONT = 'PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif'
export const SIZE = { title: 14, text: 12, note: 11 } as const

const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/

/** An estimate on the generous side: full-width characters are square, others a little over half. */
export function textWidth(text: string, size: number): number {
  let units = 0
  for (const char of text) units += WIDE.test(char) ? 1 : 0.55
  return units * size
}

/** Breaks text to a width: between any two full-width characters, but never before closing punctuation. */
export function wrap(text: string, size: number, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text)) {
    const next = line + piece
    if (line !== '' && textWidth(next.trimEnd(), size) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else {
      line = next
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

function pieces(text: string): string[] {
  const found: string[] = []
  for (const char of text) {
    const before = found[found.length - 1]
    const lastChar = before?.slice(-1) ?? ''
    const closing = /[，。；：、）」』”’％%,.;:)]/.test(char)
    const glued = before !== undefined && (closing || (!WIDE.test(char) && char !== ' ' && !WIDE.test(lastChar) && lastChar !== ' '))
    if (glued) found[found.length - 1] = before + char
    else found.push(char)
  }
  return found
}

export interface ChartLayout {
  width: number
  height: number
  titleLines: string[]
  subtitleLines: string[]
  notes: { lines: string[]; top: number }[]
  plot: { left: number; right: number; top: number; height: number }
  bar: number
  titleTop: number
  subtitleTop: number
  notesLeft: number
}

const LINE = 1.5
/** Margin of the picture. */
export const PAD = 12
/** From this width on the notes stand beside the plot: a low, wide panel wastes no height. */
const SPLIT = 680
const NOTES_WIDTH = 272
const GUTTER = 24
const NOTE_GAP = 4

export interface LayoutTexts {
  title: string
  subtitle: string
  notes: string[]
  /** Names at the left of the marks. */
  names: string[]
  /** Texts at the ends of the marks. */
  labels: string[]
}

export function layout(texts: LayoutTexts, width: number): ChartLayout {
  const whole = Math.max(120, width - 2 * PAD)
  const split = width >= SPLIT && texts.names.length > 0
  const inner = split ? whole - NOTES_WIDTH - GUTTER : whole
  const titleLines = wrap(texts.title, SIZE.title, inner)
  const subtitleLines = wrap(texts.subtitle, SIZE.text, inner)
  const titleTop = PAD - 4
  const subtitleTop = titleTop + titleLines.length * SIZE.title * LINE + 2
  const plotTop = subtitleTop + subtitleLines.length * SIZE.text * LINE + 8
  const marks = texts.names.length
  const slot = marks > 40 ? 20 : 26
  const plotHeight = marks === 0 ? 0 : marks * slot
  // The axis with its figures needs a line of its own under the marks.
  const plotEnd = plotTop + plotHeight + (marks === 0 ? 0 : 24)
  const names = Math.max(0, ...texts.names.map((n) => textWidth(n, SIZE.text)))
  const labels = Math.max(0, ...texts.labels.map((l) => textWidth(l, SIZE.text)))
  let notesEnd = split ? titleTop + 3 : plotEnd + 6
  const notes = texts.notes.map((note) => {
    const block = { lines: wrap(note, SIZE.note, split ? NOTES_WIDTH : inner), top: notesEnd }
    notesEnd += block.lines.length * SIZE.note * LINE + NOTE_GAP
    return block
  })
  return {
    width,
    height: Math.ceil(Math.max(plotEnd, notesEnd) + PAD - 4),
    titleLines,
    subtitleLines,
    notes,
    plot: {
      left: PAD + Math.min(names, inner * 0.3) + 10,
      right: width - PAD - inner + Math.min(labels + 22, inner * 0.45),
      top: plotTop,
      height: plotHeight,
    },
    bar: Math.round(slot * 0.5),
    titleTop,
    subtitleTop,
    notesLeft: split ? PAD + inner + GUTTER : PAD,
  }
}
