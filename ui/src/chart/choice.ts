/** What can be chosen to draw. */
import type { ChartChoice, ChartKind, Measure } from '@/ipc'

/** Every kind, in the order of the page. */
export const KINDS: readonly ChartKind[] = ['grouped_bar', 'dot_plot', 'small_multiples', 'heat', 'timeline', 'composition']

/** Whether a kind draws the figures of indicators; the others count targets. */
export const drawsFigures = (kind: ChartKind): boolean => kind === 'grouped_bar' || kind === 'dot_plot' || kind === 'small_multiples'

/** The choice at the very first start: the core picks the indicator that most plans can be compared in. */
export const firstChoice = (): ChartChoice => ({ kind: 'grouped_bar', indicators: [], measure: null, same_axis: false, share: false })

/** The chart of one line of the table. */
export const chartOf = (row: { indicator: string }, sub: { measure: Measure }): ChartChoice => ({
  ...firstChoice(),
  indicators: [row.indicator],
  measure: sub.measure,
})
