/** Short messages over the page: what went wrong, or what was done and can be followed up. */
import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { WireError } from '@/ipc'
import { messages } from './during'

/** What was being done when it failed. */
export type During = keyof typeof messages

export type Notice =
  | { id: number; kind: 'error'; during: During; error: WireError }
  | { id: number; kind: 'written'; path: string }
  | { id: number; kind: 'told'; text: string; way?: Way }

/** What can be done about what was told. */
export interface Way {
  label: string
  run: () => void
}

type Content = Notice extends infer N ? (N extends Notice ? Omit<N, 'id'> : never) : never

export const useNotices = defineStore('notices', () => {
  const list = ref<Notice[]>([])
  let next = 1

  function add(content: Content): void {
    list.value = [...list.value.slice(-3), { ...content, id: next++ } as Notice]
  }

  /** An error stays until the analyst closes it; the same one is not stacked. */
  function fail(during: During, error: WireError): void {
    list.value = list.value.filter((notice) => !(notice.kind === 'error' && notice.during === during && notice.error.code === error.code))
    add({ kind: 'error', during, error })
  }

  /** A report was written. It stays, because its folder may be wanted later. */
  function written(path: string): void {
    list.value = list.value.filter((notice) => notice.kind !== 'written')
    add({ kind: 'written', path })
  }

  /** Something was done that is worth a word; `way` takes it back or leads on. Only the last one stays. */
  function tell(text: string, way?: Way): void {
    list.value = list.value.filter((notice) => notice.kind !== 'told')
    add({ kind: 'told', text, ...(way && { way }) })
  }

  function close(id: number): void {
    list.value = list.value.filter((notice) => notice.id !== id)
  }

  return { list, fail, written, tell, close }
})
