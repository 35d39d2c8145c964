/** The comparison on screen: always the answer to the view's present filter, never to an earlier one. */
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { FrameAnswer, IndicatorRow, MatrixFrame, Overview } from '@/ipc'
import { matrixBuild, matrixOrder, matrixRow, overviewBuild, WireError } from '@/ipc'
import { asked } from './asked'
import { useLibrary } from './library'
import { useNotices } from './notices'
import { useView } from './view'

export const useComparison = defineStore('comparison', () => {
  const view = useView()
  const library = useLibrary()
  const { answer, waiting, failure, ask } = asked<FrameAnswer>()

  const matrix = computed(() => answer.value?.matrix ?? null)
  const ticket = computed(() => answer.value?.ticket ?? 0)
  const facets = computed(() => answer.value?.facets ?? null)
  const rebuild = () => ask(() => matrixBuild(view.query, view.choices))

  /** Rebuilds on every change of the filter or the plans, once the library is open. */
  watch([() => JSON.stringify([view.query, view.choices]), () => library.state], () => library.state && void rebuild(), { immediate: true })

  /** What was asked of an earlier comparison: an answer of `null` says that it must be made anew. */
  async function of<T>(question: (ticket: number) => Promise<T | null>): Promise<T | null> {
    try {
      const found = await question(ticket.value)
      if (found === null) void rebuild()
      return found
    } catch (thrown) {
      useNotices().fail('compare', WireError.from(thrown))
      return null
    }
  }

  let last: { frame: MatrixFrame; row: number; whole: Promise<IndicatorRow | null> } | null = null

  /** One indicator with all its cells. The one asked for last is kept: chart, evidence and notes mostly want the same. */
  function wholeRow(row: number): Promise<IndicatorRow | null> {
    const frame = matrix.value
    if (frame === null) return Promise.resolve(null)
    if (last?.frame !== frame || last.row !== row) last = { frame, row, whole: of((ticket) => matrixRow(ticket, row)) }
    return last.whole
  }

  /** Rows by the values of a plan, for the comparison on screen. */
  const by_value = shallowRef<readonly number[] | null>(null)
  watch([answer, () => view.sort], async () => {
    const { by, plan, descending } = view.sort
    if (answer.value === null || by !== 'plan_value' || plan === null) {
      by_value.value = null
      return
    }
    const asked = answer.value
    const found = await of((ticket) => matrixOrder({ ticket, plan, descending }))
    if (asked === answer.value && found !== null && view.sort.plan === plan && view.sort.descending === descending) by_value.value = found
  })

  return { answer, ticket, matrix, facets, waiting, failure, rebuild, of, wholeRow, by_value }
})

export const useOverview = defineStore('overview', () => {
  const view = useView()
  const library = useLibrary()
  const { answer, waiting, failure, ask } = asked<Overview>()

  const rebuild = () => ask(() => overviewBuild(view.query))

  watch([() => JSON.stringify(view.query), () => library.state], () => library.state && void rebuild(), { immediate: true })

  return { overview: answer, waiting, failure, rebuild }
})
