/** The cursor of the grid: where it is, what is chosen, and what keys and the pointer do to it. */
import { computed, ref, type Ref } from 'vue'
import { inside, isOneCell, move, rect, select, type Extent, type Place, type Rect, type Selection } from './navigation'
import { placeOf } from './painter'

export interface CursorActions {
  reveal: (place: Place) => void
  /** The cursor has come to rest at another place. */
  moved: (place: Place) => void
  /** Enter, or a click. */
  enter: (place: Place, byPointer: boolean) => void
  copy: (area: Rect, headed: boolean) => void
  /** Where Ctrl and an arrow lead; nothing when the table knows no better than its end. */
  jump: (from: Place, key: string) => Promise<Place | null>
}

export function useCursor(extent: Ref<Extent>, actions: CursorActions) {
  const selection = ref<Selection | null>(null)
  const area = computed<Rect | null>(() => (selection.value === null ? null : rect(selection.value)))
  const active = computed(() => selection.value?.active ?? null)
  let dragging = false

  function goTo(place: Place, extend: boolean, reveal = true): void {
    const now = selection.value ?? { anchor: place, active: place }
    selection.value = select(now, place, extend)
    if (reveal) actions.reveal(place)
    actions.moved(place)
  }

  /** Puts the cursor somewhere without telling anyone: the place came from outside. */
  function put(place: Place | null): void {
    selection.value = place === null ? null : { anchor: place, active: place }
  }

  function fit(): void {
    if (selection.value !== null) selection.value = inside(selection.value, extent.value)
  }

  function onKey(event: KeyboardEvent): void {
    if (event.altKey) return
    const ctrl = event.ctrlKey || event.metaKey
    const place = active.value ?? { line: 0, column: 0 }
    const key = event.key.toLowerCase()
    if (ctrl && key === 'a') {
      event.preventDefault()
      selection.value = {
        anchor: { line: -1, column: 0 },
        active: { line: extent.value.lines - 1, column: extent.value.columns - 1 },
      }
      return
    }
    if (ctrl && key === 'c') {
      event.preventDefault()
      actions.copy(area.value ?? rect({ anchor: place, active: place }), event.shiftKey)
      return
    }
    if (!ctrl && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault()
      actions.enter(place, false)
      return
    }
    const to = move(place, { key: event.key, ctrl, shift: event.shiftKey }, extent.value)
    if (to === null) return
    event.preventDefault()
    if (ctrl && event.key.startsWith('Arrow')) void jump(place, event.key, event.shiftKey, to)
    else goTo(to, event.shiftKey)
  }

  /** As a spreadsheet jumps: to the edge of the data, and from there to the end. */
  async function jump(from: Place, key: string, extend: boolean, end: Place): Promise<void> {
    const to = await actions.jump(from, key)
    const now = active.value
    // Whoever has moved on meanwhile is not called back.
    if (now !== null && (now.line !== from.line || now.column !== from.column)) return
    goTo(to ?? end, extend)
  }

  function onDown(event: PointerEvent): void {
    if (event.button !== 0) return
    const place = placeOf(event.target)
    if (place === null) return
    dragging = true
    goTo(place, event.shiftKey, false)
  }

  function onMove(event: PointerEvent): void {
    if (!dragging || (event.buttons & 1) === 0) {
      dragging = false
      return
    }
    const place = placeOf(event.target)
    const now = active.value
    if (place === null || now === null || (place.line === now.line && place.column === now.column)) return
    goTo(place, true)
  }

  function onClick(event: MouseEvent): void {
    dragging = false
    const place = placeOf(event.target)
    if (place === null || event.shiftKey || area.value === null || !isOneCell(area.value)) return
    actions.enter(place, true)
  }

  return { selection, area, active, goTo, put, fit, onKey, onDown, onMove, onClick }
}
