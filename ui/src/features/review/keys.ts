/** The keys of the queue. They hold outside of fields; Enter leaves a focused button its own meaning. */

export type ReviewKey = 'accept' | 'edit' | 'reject' | 'next' | 'previous' | 'undo' | 'redo' | 'reopen' | 'rename' | 'add'

/** Keys by their place, so that an input method that is switched on does not take them away. */
const KEYS: Readonly<Record<string, ReviewKey>> = {
  Enter: 'accept', NumpadEnter: 'accept', KeyE: 'edit', KeyX: 'reject', KeyN: 'next', ArrowDown: 'next', KeyP: 'previous', ArrowUp: 'previous',
  KeyZ: 'undo', KeyB: 'reopen', KeyR: 'rename', KeyA: 'add',
}

const WRITES = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]'
const PRESSES = 'button, a, summary, input, [role="menuitem"], [role="tab"]'

/** What a key press means to the queue, or `null`. */
export function reviewKey(event: KeyboardEvent): ReviewKey | null {
  if (event.isComposing || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return null
  const target = event.target instanceof Element ? event.target : null
  if (target?.matches(WRITES)) return null
  const key = KEYS[event.code] ?? null
  if (key === null) return null
  if ((key === 'accept' || event.code.startsWith('Arrow')) && target?.closest(PRESSES)) return null
  if (event.shiftKey) return key === 'undo' ? 'redo' : null
  return key
}
