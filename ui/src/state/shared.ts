/** Others who have the library open: how many they are, and a look now and then whether they changed it. */
import { defineStore } from 'pinia'
import { ref, watch } from 'vue'
import type { LibraryPulse } from '@/ipc'
import { libraryWatch } from '@/ipc'
import { useChanges } from './changes'
import { useLibrary } from './library'

/** Rare enough to cost nothing, often enough to be seen before the next thing is done. */
const LOOK_EVERY_MS = 2000

export const useShared = defineStore('shared', () => {
  const others = ref(0)
  /** Grows with every change by another program that was noticed. */
  const news = ref(0)
  let last: LibraryPulse | null = null
  let asking = false
  let timer: ReturnType<typeof setInterval> | undefined

  /** Another library, or the same one out of a backup, begins anew. */
  watch(() => useLibrary().state?.path, () => (last = null))

  async function look(): Promise<void> {
    if (asking || document.hidden || useLibrary().state === null) return
    asking = true
    try {
      const pulse = await libraryWatch()
      others.value = pulse.others
      const known = last
      // While this program writes, the answer does not say who else did: the next one will.
      if (pulse.elsewhere === null) return
      last = pulse
      // Another window that only keeps its view writes as well; the data is then as it was.
      if (known !== null && known.elsewhere !== pulse.elsewhere && known.generation !== pulse.generation) {
        news.value++
        await useChanges().noticed()
      }
    } catch {
      // A look that fails tells nothing that the next command would not tell better.
    } finally {
      asking = false
    }
  }

  function start(): void {
    timer ??= setInterval(() => void look(), LOOK_EVERY_MS)
    void look()
  }

  function stop(): void {
    clearInterval(timer)
    timer = undefined
  }

  return { others, news, look, start, stop }
})
