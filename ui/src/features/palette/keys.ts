/** The keyboard: finds the command of a key press. */
import { commands, type Chord } from './commands'

/** Whether a key press is this chord. */
export function pressed(chord: Chord, event: KeyboardEvent): boolean {
  const main = event.ctrlKey || event.metaKey
  // The question mark stands on different keys; the character decides, not the place.
  if (chord.shown === '?') return event.key === '?' && !main && !event.altKey
  return event.code === chord.code && event.altKey === (chord.alt ?? false) && main === (chord.main ?? false) && event.shiftKey === (chord.shift ?? false)
}

/** Whether the press is meant for a field in which one writes. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || (target instanceof HTMLInputElement && target.type !== 'checkbox') || target instanceof HTMLTextAreaElement)
}

/** Listens until the returned function is called. */
export function listenForKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return
    // An open dialog has its own keys; only the window's own commands wait.
    if (document.querySelector('dialog[open]')) return
    const command = commands().find((one) => one.chord && pressed(one.chord, event))
    if (!command || (command.spares_writing && isWriting(event.target))) return
    event.preventDefault()
    command.run()
  }
  window.addEventListener('keydown', onKey)
  return () => window.removeEventListener('keydown', onKey)
}
