/** Finding words in the table: the core looks through all cells, the page through the heads of the plans. */
import { ref, shallowRef, watch } from 'vue'
import { matrixFind } from '@/ipc'
import { useComparison, useView } from '@/state'
import type { FoundPlace } from '@/table'

export function useFinding() {
  const view = useView()
  const comparison = useComparison()
  const open = ref(false)
  const words = ref('')
  const found = shallowRef<readonly FoundPlace[]>([])
  const cut = ref(false)
  const at = ref(-1)
  let turn = 0

  async function look(fresh: boolean): Promise<void> {
    const mine = ++turn
    const text = words.value.trim()
    if (!open.value || text === '' || comparison.matrix === null) {
      found.value = []
      at.value = -1
      return
    }
    const { plans } = comparison.matrix
    const answer = await comparison.of((ticket) => matrixFind({ ticket, text, units: view.unit_mode }))
    if (mine !== turn || answer === null) return
    const wanted = text.toLowerCase()
    const heads = plans.flatMap((plan, column): FoundPlace[] => (plan.region.toLowerCase().includes(wanted) ? [{ sub_row: null, column }] : []))
    found.value = [...heads, ...answer.hits.map(([sub_row, column]): FoundPlace => ({ sub_row, column: column === 0 ? null : column - 1 }))]
    cut.value = answer.cut
    if (fresh) at.value = found.value.length > 0 ? 0 : -1
  }

  watch([words, open], () => void look(true))
  // After a change of the data or the filter the same words stand elsewhere; the cursor stays where it is.
  watch([() => comparison.answer, () => view.unit_mode], () => void look(false))

  /** The next place, or the one before; after the last comes the first. */
  function go(by: number, count: number): void {
    if (count > 0) at.value = (at.value + by + count) % count
  }

  return { open, words, found, cut, at, go }
}
