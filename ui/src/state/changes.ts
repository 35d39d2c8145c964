/** Every change of the data, one after the other, and the way back. */
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ChangeAnswer, ChangeBatch, ChangeState } from '@/ipc'
import { changeRedo, changeState, changeUndo, WireError } from '@/ipc'
import { useNotices } from './notices'

/** What was done last, to be said on screen. */
export interface Said {
  how: 'done' | 'undone' | 'redone'
  batch: ChangeBatch
}

export const useChanges = defineStore('changes', () => {
  const state = shallowRef<ChangeState>({ undo: null, redo: null })
  /** Grows with every change of the data that this window made or noticed. */
  const revision = ref(0)
  const said = shallowRef<Said | null>(null)
  const waiting = ref(0)
  let last: Promise<unknown> = Promise.resolve()

  /** Does work that changes data after all earlier work: keys come faster than answers. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    waiting.value++
    const turn = last.then(work).finally(() => waiting.value--)
    last = turn.catch(() => undefined)
    return turn
  }

  /** Takes the answer of a command that changes data. */
  function took(answer: ChangeAnswer, how: Said['how'] = 'done'): void {
    state.value = answer.state
    if (answer.batch === null) return
    said.value = { how, batch: answer.batch }
    revision.value++
  }

  /** Asks what Undo and Redo would do; for the start, and after work that does not say it. */
  async function read(): Promise<void> {
    try {
      state.value = await changeState()
    } catch (thrown) {
      useNotices().fail('undo', WireError.from(thrown))
    }
  }

  /** Data changed in a way that does not say what Undo would do now. */
  async function noticed(): Promise<void> {
    revision.value++
    await read()
  }

  async function step(command: () => Promise<ChangeAnswer>, how: Said['how']): Promise<void> {
    try {
      took(await inTurn(command), how)
    } catch (thrown) {
      useNotices().fail('undo', WireError.from(thrown))
    }
  }

  const undo = () => step(changeUndo, 'undone')
  const redo = () => step(changeRedo, 'redone')

  return { state, revision, said, waiting, inTurn, took, read, noticed, undo, redo }
})
