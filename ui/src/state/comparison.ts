/** The comparison on screen: always the answer to the view's present filter, never to an earlier one. */
import { defineStore } from 'pinia'
import { computed, watch } from 'vue'
import type { MatrixAnswer, Overview } from '@/ipc'
import { matrixBuild, overviewBuild } from '@/ipc'
import { asked } from './asked'
import { useLibrary } from './library'
import { useView } from './view'

export const useComparison = defineStore('comparison', () => {
  const view = useView()
  const library = useLibrary()
  const { answer, waiting, failure, ask } = asked<MatrixAnswer>()

  const matrix = computed(() => answer.value?.matrix ?? null)
  const facets = computed(() => answer.value?.facets ?? null)
  const rebuild = () => ask(() => matrixBuild(view.query, view.choices))

  /** Rebuilds on every change of the filter or the plans, once the library is open. */
  watch([() => JSON.stringify([view.query, view.choices]), () => library.state], () => library.state && void rebuild(), { immediate: true })

  return { answer, matrix, facets, waiting, failure, rebuild }
})

export const useOverview = defineStore('overview', () => {
  const view = useView()
  const library = useLibrary()
  const { answer, waiting, failure, ask } = asked<Overview>()

  const rebuild = () => ask(() => overviewBuild(view.query))

  watch([() => JSON.stringify(view.query), () => library.state], () => library.state && void rebuild(), { immediate: true })

  return { overview: answer, waiting, failure, rebuild }
})
