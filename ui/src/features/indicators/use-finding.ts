/** Finding words in the table: the core looks through all cells, the page through the heads of the plans. */
import { ref, shallowRef, watch } from 'vue'
import { matrixFind, type FrameRow } from '@/ipc'
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
  /** What stands in rows that are hidden: the rows, and how many places. */
  const hidden = shallowRef<{ rows: readonly string[]; places: number }>({ rows: [], places: 0 })
  let turn = 0

  async function look(fresh: boolean): Promise<void> {
    const mine = ++turn
    const text = words.value.trim()
    if (!open.value || text === '' || comparison.matrix === null) {
      found.value = []
      hidden.value = { rows: [], places: 0 }
      at.value = -1
      return
    }
    const { plans } = comparison.matrix
    const answer = await comparison.of((ticket) => matrixFind({ ticket, text, units: view.unit_mode }))
    if (mine !== turn || answer === null) return
    lift(answer.hits.map(([sub_row]) => sub_row), fresh)
    const wanted = text.toLowerCase()
    const heads = plans.flatMap((plan, column): FoundPlace[] => (plan.region.toLowerCase().includes(wanted) ? [{ sub_row: null, column }] : []))
    found.value = [...heads, ...answer.hits.map(([sub_row, column]): FoundPlace => ({ sub_row, column: column === 0 ? null : column - 1 }))]
    cut.value = answer.cut
    if (fresh) at.value = found.value.length > 0 ? 0 : -1
  }

  /** A folded type opens for what is found in it; what stands in hidden rows is only counted, for they were put away. */
  function lift(hits: readonly number[], fresh: boolean): void {
    const rows = new Map<number, FrameRow>()
    for (const row of comparison.matrix?.groups.flatMap((group) => group.rows) ?? []) for (const sub of row.sub_rows) rows.set(sub.sub_row, row)
    const found = hits.flatMap((sub_row) => rows.get(sub_row) ?? [])
    const away = new Set(view.table.hidden_rows)
    const put_away = found.filter((row) => away.has(row.indicator))
    hidden.value = { rows: [...new Set(put_away.map((row) => row.indicator))], places: put_away.length }
    const types = new Set<string>(found.filter((row) => !away.has(row.indicator)).map((row) => row.type))
    if (fresh && view.folded_groups.some((type) => types.has(type))) view.folded_groups = view.folded_groups.filter((type) => !types.has(type))
  }

  /** Shows the hidden rows in which something was found. */
  function showHidden(): void {
    const { rows } = hidden.value
    view.table.hidden_rows = view.table.hidden_rows.filter((one) => !rows.includes(one))
    hidden.value = { rows: [], places: 0 }
  }

  watch([words, open], () => void look(true))
  // After a change of the data or the filter the same words stand elsewhere; the cursor stays where it is.
  watch([() => comparison.answer, () => view.unit_mode], () => void look(false))

  /** The next place, or the one before; after the last comes the first. */
  function go(by: number, count: number): void {
    if (count > 0) at.value = (at.value + by + count) % count
  }

  return { open, words, found, cut, at, hidden, go, showHidden }
}
