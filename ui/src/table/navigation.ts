/**
 * Moving about the grid as in a spreadsheet. Places are model places (line and column), never DOM nodes: a
 * cell that has scrolled out of the page is still where the analyst is.
 */

export interface Place {
  /** -1 is the head of the columns. */
  line: number
  /** 0 is the indicator, the last one the verdict. */
  column: number
}

export interface Extent {
  lines: number
  columns: number
  /** Lines that fit into the window: how far a page goes. */
  page: number
}

export interface Selection {
  anchor: Place
  active: Place
}

export interface Rect {
  top: number
  bottom: number
  left: number
  right: number
}

export interface Key {
  key: string
  ctrl: boolean
  shift: boolean
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}

/** Where a key leads; null when the key does not move. */
export function move(place: Place, key: Key, extent: Extent): Place | null {
  const lastLine = extent.lines - 1
  const lastColumn = extent.columns - 1
  const to = (line: number, column: number): Place => ({
    line: clamp(line, -1, lastLine),
    column: clamp(column, 0, lastColumn),
  })
  switch (key.key) {
    case 'ArrowUp':
      return to(key.ctrl ? 0 : place.line - 1, place.column)
    case 'ArrowDown':
      return to(key.ctrl ? lastLine : place.line + 1, place.column)
    case 'ArrowLeft':
      return to(place.line, key.ctrl ? 0 : place.column - 1)
    case 'ArrowRight':
      return to(place.line, key.ctrl ? lastColumn : place.column + 1)
    case 'PageUp':
      return to(Math.max(0, place.line - extent.page), place.column)
    case 'PageDown':
      return to(place.line + extent.page, place.column)
    case 'Home':
      return key.ctrl ? to(0, 0) : to(place.line, 0)
    case 'End':
      return key.ctrl ? to(lastLine, lastColumn) : to(place.line, lastColumn)
    default:
      return null
  }
}

/** The selection after a move: shift keeps the anchor, a plain move takes it along. */
export function select(selection: Selection, to: Place, extend: boolean): Selection {
  return extend ? { anchor: selection.anchor, active: to } : { anchor: to, active: to }
}

export function rect(selection: Selection): Rect {
  const { anchor, active } = selection
  return {
    top: Math.min(anchor.line, active.line),
    bottom: Math.max(anchor.line, active.line),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  }
}

export function isOneCell(area: Rect): boolean {
  return area.top === area.bottom && area.left === area.right
}

/** Keeps a selection inside the grid after the lines have changed. */
export function inside(selection: Selection, extent: Extent): Selection {
  const fit = (place: Place): Place => ({
    line: clamp(place.line, -1, Math.max(-1, extent.lines - 1)),
    column: clamp(place.column, 0, Math.max(0, extent.columns - 1)),
  })
  return { anchor: fit(selection.anchor), active: fit(selection.active) }
}
