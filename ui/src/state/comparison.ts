/** The comparison on screen: always the answer to the view's present filter, never to an earlier one. */
import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { IndicatorRow, MatrixFrame, Overview } from '@/ipc'
import { matrixBuild, matrixFollow, matrixOrder, matrixRow, overviewBuild, WireError } from '@/ipc'
import { asked } from './asked'
import { useChanges } from './changes'
import { changedFrame, type FrameShown } from './frame-change'
import { useLibrary } from './library'
import { useNotices } from './notices'
import { useView } from './view'

export const useComparison = defineStore('comparison', () => {
  const view = useView()
  const library = useLibrary()
  const { answer, waiting, failure, ask } = asked<FrameShown>()

  const matrix = computed(() => answer.value?.matrix ?? null)
  const ticket = computed(() => answer.value?.ticket ?? 0)
  const facets = computed(() => answer.value?.facets ?? null)
  const carried = computed(() => answer.value?.carried ?? null)
  const anew = async (): Promise<FrameShown> => ({ ...(await matrixBuild(view.query, view.choices)), carried: null })
  const rebuild = () => ask(anew)

  /** Follows the data from the comparison on screen, which mostly costs a row; anew when more than figures changed. */
  const step = () =>
    ask(async () => {
      const before = answer.value
      const change = before && (await matrixFollow(view.query, view.choices, before.ticket))
      return before && change ? changedFrame(before, change) : anew()
    })
  let following: Promise<void> | null = null
  let further = false
  /** One step at a time: a step follows from the comparison that the one before it gave. */
  function follow(): void {
    if (following !== null) {
      further = true
      return
    }
    following = step().finally(() => {
      following = null
      if (further) follow()
      further = false
    })
  }

  /** Rebuilds on every change of the question, once the library is open, and follows every change of the data. */
  watch(() => JSON.stringify([view.query, view.choices]), () => library.state && void rebuild())
  watch([() => library.state, () => useChanges().revision], () => library.state && follow(), { immediate: true })

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

  return { answer, ticket, matrix, carried, facets, waiting, failure, rebuild, of, wholeRow, by_value }
})

export const useOverview = defineStore('overview', () => {
  const view = useView()
  const library = useLibrary()
  const { answer, waiting, failure, ask } = asked<Overview>()

  const rebuild = () => ask(() => overviewBuild(view.query, view.choices))

  watch([() => JSON.stringify([view.query, view.choices]), () => library.state], () => library.state && void rebuild(), { immediate: true })

  return { overview: answer, waiting, failure, rebuild }
})
