/** What lies over the page just now. Not saved: a restart begins with a clear page. */
import { defineStore } from 'pinia'
import { ref } from 'vue'

export const useOverlays = defineStore('overlays', () => {
  const palette = ref(false)
  const keys = ref(false)
  /** Keeping the view under a name, or ordering those that have one. */
  const views = ref<'save' | 'order' | null>(null)
  /** The analyst's choices; `context`: at the table of figures they draw on. */
  const choices = ref<'conversions' | 'context' | null>(null)
  /** The text filter should take the focus as soon as it stands on the page. */
  const text_wanted = ref(false)

  /** Whether the text filter was wanted; asked once. */
  function takeTextFocus(): boolean {
    const wanted = text_wanted.value
    text_wanted.value = false
    return wanted
  }

  return { palette, keys, views, choices, text_wanted, takeTextFocus }
})
