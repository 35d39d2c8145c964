/** What is selected in a sentence, as a place in the sentence. */
import type { Mark } from '@/ipc'

/** The selection within `box` in UTF-16 units of its text, or `null` when there is none or it reaches outside. */
export function selectedIn(box: Element, selection: Selection | null): Mark | null {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return null
  const before = document.createRange()
  before.selectNodeContents(box)
  before.setEnd(range.startContainer, range.startOffset)
  const text = range.toString()
  // Blanks at the ends belong to the sweep of the mouse, not to the words meant.
  const start = before.toString().length + (text.length - text.trimStart().length)
  const end = start + text.trim().length
  return end > start ? { start, end } : null
}
