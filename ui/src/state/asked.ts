/** Asking the core something that depends on the view, with protection against answers that come too late. */
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { WireError } from '@/ipc'

export interface Asked<T> {
  /** The latest answer; an earlier one stays on screen while the next is under way. */
  answer: ShallowRef<T | null>
  /** Set while an answer has been awaited for longer than an eye notices. */
  waiting: Ref<boolean>
  failure: Ref<WireError | null>
  ask: (question: () => Promise<T>) => Promise<void>
}

/** Every wait over this shows something. */
const NOTICED_AFTER_MS = 150

export function asked<T>(): Asked<T> {
  const answer = shallowRef<T | null>(null)
  const waiting = ref(false)
  const failure = ref<WireError | null>(null)
  let latest = 0

  async function ask(question: () => Promise<T>): Promise<void> {
    const turn = ++latest
    const timer = setTimeout(() => turn === latest && (waiting.value = true), NOTICED_AFTER_MS)
    try {
      const found = await question()
      if (turn !== latest) return
      answer.value = found
      failure.value = null
    } catch (thrown) {
      if (turn === latest) failure.value = WireError.from(thrown)
    } finally {
      clearTimeout(timer)
      if (turn === latest) waiting.value = false
    }
  }

  return { answer, waiting, failure, ask }
}
