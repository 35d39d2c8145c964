/**
 * Back and Forward through the views of this run, like the pages of a browser. It is no undo: what the library holds
 * never changes by it.
 */
import { defineStore } from 'pinia'
import { computed, ref, watch, type Ref } from 'vue'
import { useView } from './view'
import { readParts, textOf, type ViewParts } from './view-parts'

/** Changes that follow one another as quickly as typing are one step. */
const TOGETHER_MS = 700

/** More steps nobody goes back. */
const MOST = 200

export const useViewHistory = defineStore('view-history', () => {
  const view = useView()
  const past = ref<string[]>([])
  const future = ref<string[]>([])
  let now = ''
  let changed_at = 0

  function note(parts: ViewParts): void {
    const text = textOf(parts)
    // A step through the history has set this already.
    if (text === now) return
    const at = Date.now()
    if (at - changed_at > TOGETHER_MS) past.value = [...past.value, now].slice(-MOST)
    future.value = []
    now = text
    changed_at = at
  }

  /** Begins to remember; the view is as it was saved. */
  function begin(): void {
    now = textOf(view.parts())
    watch(() => view.parts(), note)
  }

  function go(from: Ref<string[]>, to: Ref<string[]>): void {
    const next = from.value.at(-1)
    if (next === undefined) return
    from.value = from.value.slice(0, -1)
    to.value = [...to.value, now]
    view.putParts(readParts(next))
    now = textOf(view.parts())
    changed_at = 0
  }

  return {
    begin,
    back: () => go(past, future),
    forward: () => go(future, past),
    can_back: computed(() => past.value.length > 0),
    can_forward: computed(() => future.value.length > 0),
  }
})
