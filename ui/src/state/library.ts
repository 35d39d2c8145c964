/** The open library and its plans. */
import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { LibraryState, PlanId, PlanSummary } from '@/ipc'
import { libraryOpen, planList, WireError } from '@/ipc'
import { useChanges } from './changes'
import { useJobs } from './jobs'
import { useNotices } from './notices'

/** Decisions come as fast as keys are pressed; the lists and comparisons follow once they pause. */
const FOLLOW_AFTER_MS = 120

export const useLibrary = defineStore('library', () => {
  const state = ref<LibraryState | null>(null)
  /** Why the library is not open; the whole window shows it. */
  const failure = ref<WireError | null>(null)
  const opening = ref(false)

  const plans = computed<PlanSummary[]>(() => state.value?.plans ?? [])
  const by_id = computed(() => new Map<PlanId, PlanSummary>(plans.value.map((plan) => [plan.plan, plan])))

  async function open(): Promise<boolean> {
    if (opening.value) return false
    opening.value = true
    failure.value = null
    try {
      state.value = await libraryOpen(useJobs().take)
      void useChanges().read()
      return true
    } catch (thrown) {
      failure.value = WireError.from(thrown)
      return false
    } finally {
      opening.value = false
    }
  }

  /** Another library, or the same one out of a backup, is open now. */
  function put(next: LibraryState): void {
    failure.value = null
    state.value = next
    void useChanges().read()
  }

  async function refresh(): Promise<void> {
    try {
      const list = await planList()
      if (state.value) state.value = { ...state.value, plans: list }
    } catch (thrown) {
      useNotices().fail('library', WireError.from(thrown))
    }
  }

  // A new list of plans makes every comparison on screen ask again.
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(() => useChanges().revision, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void refresh(), FOLLOW_AFTER_MS)
  })

  return { state, failure, opening, plans, by_id, open, put, refresh }
})
