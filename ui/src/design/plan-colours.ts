/**
 * A plan keeps its colour and its mark shape everywhere. Twelve of each, and the two lists have different
 * lengths on purpose: the pair repeats only after 132 plans, and colour never stands alone.
 */

/** Hexadecimal colours for drawing outside CSS; the same values as `--plan-N` in tokens.css. */
const LIGHT = [
  '#0072b2', '#56b4e9', '#009e73', '#e69f00', '#cc79a7', '#d55e00',
  '#332288', '#999933', '#882255', '#44aa99', '#6b6b6b', '#8c564b',
] as const

const DARK = [
  '#3b9bd9', '#8ccbf2', '#2dbd92', '#f0b432', '#dd98bd', '#ee7f2d',
  '#9a8ce0', '#bcbc4d', '#cf6a9d', '#6fcabb', '#a3a3a3', '#b98a7e',
] as const

/** Mark shapes as SVG paths in a box from 0 to 12. */
const SHAPES = [
  { name: 'circle', path: 'M6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 1 1 0-9.6z' },
  { name: 'square', path: 'M1.8 1.8h8.4v8.4h-8.4z' },
  { name: 'triangle', path: 'M6 1l5.4 9.8h-10.8z' },
  { name: 'diamond', path: 'M6 .4l5.6 5.6l-5.6 5.6l-5.6-5.6z' },
  { name: 'triangle-down', path: 'M6 11l-5.4-9.8h10.8z' },
  { name: 'plus', path: 'M4.2 1h3.6v3.2h3.2v3.6h-3.2v3.2h-3.6v-3.2h-3.2v-3.6h3.2z' },
  { name: 'hexagon', path: 'M3.2 1.2h5.6l2.8 4.8l-2.8 4.8h-5.6l-2.8-4.8z' },
  { name: 'triangle-right', path: 'M11 6l-9.8 5.4v-10.8z' },
  { name: 'star', path: 'M6 .6l1.6 3.6l3.9.4l-2.9 2.6l.8 3.9l-3.4-2l-3.4 2l.8-3.9l-2.9-2.6l3.9-.4z' },
  { name: 'triangle-left', path: 'M1 6l9.8-5.4v10.8z' },
  { name: 'bar', path: 'M.8 4h10.4v4h-10.4z' },
] as const

export type ShapeName = (typeof SHAPES)[number]['name']

const at = <T>(list: readonly T[], index: number): T => list[((index % list.length) + list.length) % list.length] as T

/** The CSS colour of the plan at this place of the library; follows the theme by itself. */
export function planColour(colour: number): string {
  const count = LIGHT.length
  return `var(--plan-${((colour % count) + count) % count})`
}

/** The same as a fixed hexadecimal value, for canvases and exported pictures. */
export function planHex(colour: number, dark = false): string {
  return at<string>(dark ? DARK : LIGHT, colour)
}

/** The plan's mark shape. */
export function planShape(colour: number): { name: ShapeName; path: string } {
  return at<{ name: ShapeName; path: string }>(SHAPES, colour)
}
