/**
 * Draws the part of a sheet that is in sight, and keeps the elements: what scrolls out on one side comes in on the
 * other. Every line is a row of the grid with its name at the left and its verdict at the right, both of which stay
 * in sight, and its cells between them at their places.
 */
import { t } from '@/lib'
import { lengthOf, sizeOf, spanOf, startOf, trackAt, type Span } from './axis'
import type { CellStore } from './cell-store'
import type { Line, Sort } from './lines'
import type { Place, Rect } from './navigation'
import { fillBenchmark, fillBenchmarkHead, fillCell, fillGroup, fillLineHead, fillName, fillPlan, fillTotal, fillVerdict, part } from './paint-cell'
import type { PlanTrack, Sheet } from './sheet'

/** Drawn beyond the window on either side, so that a quick scroll meets no blank. */
const MORE = { rows: 4, columns: 1 } as const

interface CellNode {
  element: HTMLElement
  row: number
  column: number
  /** Bits of the marks it wears. */
  marks: number
  /** Its content is not here yet. */
  pending: boolean
}

interface LineNode {
  element: HTMLElement
  lead: HTMLElement
  name: CellNode
  trail: CellNode | null
  cells: Map<number, CellNode>
  row: number
}

export interface Marks {
  active: Place | null
  area: Rect | null
  /** Places of what was found, as `foundKey` makes them. */
  found: ReadonlySet<number>
  /** Key of the line whose chart is drawn. */
  current: string | null
  sort: Sort
}

export const foundKey = (row: number, column: number): number => row * 16_384 + column

const ACTIVE = 1
const CHOSEN = 2
const FOUND = 4

/** Which place an element of the table stands for. */
const places = new WeakMap<Element, Place>()

/** The place of the cell under a pointer event. */
export function placeOf(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest('.cell') : null
  return (cell && places.get(cell)) ?? null
}

export interface Painter {
  /** Draws another sheet. */
  show: (sheet: Sheet, store: CellStore) => void
  /** Follows the scroll position and the size of the window. */
  follow: () => void
  /** Fills the cells that were waiting. */
  fill: () => void
  mark: (marks: Marks) => void
  /** What is in sight just now. */
  spans: () => { rows: Span; columns: Span }
  idOf: (place: Place) => string
}

export function painter(scroller: HTMLElement, canvas: HTMLElement, idBase: string): Painter {
  const head = part('top', '', 'div')
  const body = part('body', '', 'div')
  for (const group of [head, body]) group.setAttribute('role', 'rowgroup')
  canvas.replaceChildren(head, body)

  let sheet: Sheet | null = null
  let store: CellStore | null = null
  let marks: Marks = { active: null, area: null, found: new Set(), current: null, sort: { by: 'type_order', plan: null, descending: false } }
  let headLine: LineNode | null = null
  const pinned: LineNode[] = []
  const drawn = new Map<number, LineNode>()
  let stuck = -1

  const idOf = ({ line, column }: Place): string => (line < 0 ? `${idBase}-head-${column}` : `${idBase}-${line}-${column}`)

  function marksOf(row: number, column: number): number {
    const { active, area, found } = marks
    let bits = 0
    if (active !== null && active.line === row && active.column === column) bits |= ACTIVE
    if (area !== null && row >= area.top && row <= area.bottom && column >= area.left && column <= area.right) bits |= CHOSEN
    if (found.size > 0 && found.has(foundKey(row, column))) bits |= FOUND
    return bits
  }

  function wear(node: CellNode): void {
    const bits = marksOf(node.row, node.column)
    if (bits === node.marks) return
    node.marks = bits
    const { classList } = node.element
    classList.toggle('active', (bits & ACTIVE) !== 0)
    classList.toggle('chosen', (bits & CHOSEN) !== 0)
    classList.toggle('found', (bits & FOUND) !== 0)
    if (node.element.getAttribute('role') === 'gridcell') node.element.setAttribute('aria-selected', String((bits & CHOSEN) !== 0))
  }

  function makeCell(): CellNode {
    return { element: document.createElement('div'), row: -2, column: -2, marks: 0, pending: false }
  }

  /** Gives a cell its place, its role and a clean coat. */
  function settle(node: CellNode, row: number, column: number, name: string, role: string, testid: string | null): void {
    const { element } = node
    node.row = row
    node.column = column
    node.marks = 0
    node.pending = false
    element.className = `cell ${name}`
    element.id = idOf({ line: row, column })
    element.setAttribute('role', role)
    element.setAttribute('aria-colindex', String(column + 1))
    element.removeAttribute('aria-label')
    element.removeAttribute('aria-selected')
    element.removeAttribute('aria-expanded')
    element.removeAttribute('aria-sort')
    if (testid === null) element.removeAttribute('data-testid')
    else element.dataset.testid = testid
    places.set(element, { line: row, column })
  }

  function makeLine(): LineNode {
    const element = part('line', '', 'div')
    const lead = part('lead', '', 'div')
    lead.setAttribute('role', 'presentation')
    element.setAttribute('role', 'row')
    const name = makeCell()
    lead.append(name.element)
    element.append(lead)
    return { element, lead, name, trail: null, cells: new Map(), row: -2 }
  }

  const order = (track: PlanTrack): 'ascending' | 'descending' | 'none' => {
    const { by, plan, descending } = marks.sort
    return by !== 'plan_value' || plan !== track.plan.plan ? 'none' : descending ? 'descending' : 'ascending'
  }

  function drawHeadCell(now: Sheet, node: CellNode, column: number): void {
    const at = column + 1
    const { element } = node
    if (now.turned) {
      const line = now.lines[column] as Line
      if (line.kind === 'group') {
        settle(node, -1, at, 'type', 'columnheader', `group-${line.type}`)
        fillGroup(element, line, false)
        return
      }
      settle(node, -1, at, line.key === marks.current ? 'turned current' : 'turned', 'columnheader', `row-${line.row.indicator}-${line.sub.measure}`)
      fillLineHead(element, line)
    } else {
      const track = now.plans[column] ?? null
      if (track === null) {
        settle(node, -1, at, 'plan benchmark', 'columnheader', 'benchmark-head')
        fillBenchmarkHead(element, now, false)
        element.append(grip())
        return
      }
      settle(node, -1, at, 'plan', 'columnheader', `plan-head-${track.plan.plan}`)
      element.setAttribute('aria-sort', order(track))
      fillPlan(element, track, order(track), false)
    }
    element.append(grip())
  }

  function grip(): HTMLElement {
    const edge = part('grip')
    edge.setAttribute('aria-hidden', 'true')
    return edge
  }

  function drawCell(now: Sheet, node: CellNode, row: number, column: number): void {
    const line = now.lines[now.turned ? column : row] as Line
    const track = now.plans[now.turned ? row : column] ?? null
    if (line.kind === 'group') {
      settle(node, row, column + 1, 'total', 'gridcell', null)
      if (track === null) node.element.replaceChildren()
      else fillTotal(node.element, line, track)
      return
    }
    if (track === null) {
      settle(node, row, column + 1, 'benchmark', 'gridcell', `benchmark-${line.row.indicator}-${line.sub.measure}`)
      node.element.setAttribute('aria-selected', 'false')
      fillBenchmark(node.element, line, now)
      return
    }
    settle(node, row, column + 1, '', 'gridcell', `cell-${track.plan.plan}-${line.row.indicator}-${line.sub.measure}`)
    const cell = store?.get(line.sub.sub_row, track.column)
    node.pending = cell === undefined
    node.element.setAttribute('aria-selected', 'false')
    fillCell(node.element, cell, line, track, now, sizeOf(now.columns, column))
  }

  function place(now: Sheet, line: LineNode, node: CellNode, column: number): void {
    const { style } = node.element
    style.width = `${sizeOf(now.columns, column)}px`
    if (column < now.pinnedColumns) {
      style.left = ''
      line.lead.append(node.element)
    } else {
      style.left = `${now.name + startOf(now.columns, column)}px`
      if (node.element.parentElement !== line.element) line.element.append(node.element)
    }
  }

  /** Draws the columns of a line; those that stay are left alone unless everything is new. */
  function drawColumns(now: Sheet, line: LineNode, span: Span, all: boolean): void {
    const free: CellNode[] = []
    for (const [column, node] of line.cells) {
      if (!all && (column < now.pinnedColumns || (column >= span.from && column < span.to))) continue
      line.cells.delete(column)
      free.push(node)
    }
    const draw = (column: number): void => {
      if (line.cells.has(column)) return
      const node = free.pop() ?? makeCell()
      if (line.row < 0) drawHeadCell(now, node, column)
      else drawCell(now, node, line.row, column)
      place(now, line, node, column)
      line.cells.set(column, node)
      wear(node)
    }
    for (let column = 0; column < now.pinnedColumns; column += 1) draw(column)
    for (let column = span.from; column < span.to; column += 1) draw(column)
    for (const node of free) node.element.remove()
  }

  function drawName(now: Sheet, line: LineNode): void {
    const { name, row } = line
    name.element.style.width = `${now.name}px`
    if (row < 0) {
      settle(name, row, 0, 'name', 'columnheader', null)
      name.element.replaceChildren(part('', t(now.turned ? 'matrix.plan' : 'matrix.indicator')), part('grip'))
    } else if (now.turned) {
      const track = now.plans[row] ?? null
      settle(name, row, 0, 'name plan', 'rowheader', track === null ? 'benchmark-head' : `plan-head-${track.plan.plan}`)
      if (track === null) fillBenchmarkHead(name.element, now, true)
      else fillPlan(name.element, track, order(track), true)
    } else {
      const at = now.lines[row] as Line
      settle(name, row, 0, 'name', 'rowheader', null)
      if (at.kind === 'group') fillGroup(name.element, at, now.roomy)
      else fillName(name.element, at)
    }
    wear(name)
  }

  function drawTrail(now: Sheet, line: LineNode): void {
    if (now.trail === 0) {
      line.trail?.element.remove()
      line.trail = null
      return
    }
    const node = (line.trail ??= makeCell())
    const column = now.columns.count + 1
    const at = line.row < 0 ? null : (now.lines[line.row] as Line)
    settle(node, line.row, column, 'verdict', at === null ? 'columnheader' : 'gridcell', at?.kind === 'sub' ? `verdict-${at.row.indicator}-${at.sub.measure}` : null)
    node.element.style.width = `${now.trail}px`
    if (at === null) node.element.textContent = t(now.roomy ? 'matrix.verdict' : 'matrix.verdict_short')
    else if (at.kind === 'sub') fillVerdict(node.element, at, now.roomy)
    else node.element.replaceChildren()
    line.element.append(node.element)
    wear(node)
  }

  function drawLine(now: Sheet, line: LineNode, row: number, span: Span): void {
    line.row = row
    const { element } = line
    const at = now.turned || row < 0 ? null : (now.lines[row] as Line)
    element.className = row < 0 ? `line head${now.turned ? ' turned' : ''}` : lineClass(at)
    element.setAttribute('aria-rowindex', String(row + 2))
    const height = row < 0 ? now.head : sizeOf(now.rows, row)
    element.style.height = `${height}px`
    if (at === null) element.removeAttribute('data-testid')
    else if (at.kind === 'group') element.dataset.testid = `group-${at.type}`
    else if (at.first) element.dataset.testid = `row-${at.row.indicator}`
    else element.removeAttribute('data-testid')
    drawName(now, line)
    drawColumns(now, line, span, true)
    drawTrail(now, line)
  }

  function lineClass(at: Line | null): string {
    if (at === null) return 'line sub last turned'
    if (at.kind === 'group') return 'line group'
    return `line sub${at.last ? ' last' : ''}${at.key === marks.current ? ' current' : ''}`
  }

  const headHeight = (now: Sheet): number => now.head + startOf(now.rows, now.pinnedRows)

  function spans(): { rows: Span; columns: Span } {
    const none = { from: 0, to: 0 }
    if (sheet === null) return { rows: none, columns: none }
    const { rows, columns, pinnedRows, pinnedColumns, name, trail } = sheet
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = scroller
    const top = scrollTop + startOf(rows, pinnedRows)
    const left = scrollLeft + startOf(columns, pinnedColumns)
    const wide = clientWidth - name - trail - startOf(columns, pinnedColumns)
    return {
      rows: spanOf(rows, top, top + clientHeight - headHeight(sheet), MORE.rows, pinnedRows),
      columns: spanOf(columns, left, left + wide, MORE.columns, pinnedColumns),
    }
  }

  /** The head line of the type that the uppermost line in sight belongs to. */
  function groupAbove(now: Sheet, first: number): number {
    if (now.turned) return -1
    for (let row = Math.min(first, now.lines.length - 1); row >= now.pinnedRows; row -= 1) if (now.lines[row]?.kind === 'group') return row
    return -1
  }

  function moveTo(now: Sheet, line: LineNode): void {
    const isStuck = line.row === stuck
    line.element.classList.toggle('stuck', isStuck)
    line.element.style.top = `${isStuck ? headHeight(now) : startOf(now.rows, line.row) - startOf(now.rows, now.pinnedRows)}px`
  }

  function wanted(now: Sheet, rows: Span): number[] {
    const list: number[] = []
    if (stuck >= 0 && stuck < rows.from) list.push(stuck)
    const cursor = marks.active?.line ?? -1
    if (cursor >= now.pinnedRows && cursor < now.rows.count && cursor !== stuck && (cursor < rows.from || cursor >= rows.to)) list.push(cursor)
    for (let row = rows.from; row < rows.to; row += 1) list.push(row)
    return list
  }

  function paint(all: boolean): void {
    const now = sheet
    if (now === null) return
    const { rows, columns } = spans()
    stuck = groupAbove(now, rowAtTop(now))
    const list = wanted(now, rows)
    const keep = new Set(list)
    const free: LineNode[] = []
    for (const [row, line] of drawn) {
      if (!all && keep.has(row)) continue
      drawn.delete(row)
      free.push(line)
    }
    if (headLine === null) {
      headLine = makeLine()
      head.prepend(headLine.element)
      all = true
    }
    if (all) {
      canvas.style.width = `${now.name + lengthOf(now.columns) + now.trail}px`
      body.style.height = `${lengthOf(now.rows) - startOf(now.rows, now.pinnedRows)}px`
      drawLine(now, headLine, -1, columns)
      while (pinned.length > now.pinnedRows) pinned.pop()?.element.remove()
      for (let row = 0; row < now.pinnedRows; row += 1) {
        const line = pinned[row] ?? makeLine()
        if (pinned[row] === undefined) {
          pinned.push(line)
          head.append(line.element)
        }
        drawLine(now, line, row, columns)
      }
    } else {
      drawColumns(now, headLine, columns, false)
      for (const line of pinned) drawColumns(now, line, columns, false)
    }
    for (const row of list) {
      let line = drawn.get(row)
      if (line === undefined) {
        const spare = free.pop()
        line = spare ?? makeLine()
        drawn.set(row, line)
        drawLine(now, line, row, columns)
        if (spare === undefined) body.append(line.element)
      } else drawColumns(now, line, columns, false)
      moveTo(now, line)
    }
    for (const line of free) line.element.remove()
  }

  function rowAtTop(now: Sheet): number {
    return Math.max(now.pinnedRows, trackAt(now.rows, scroller.scrollTop + startOf(now.rows, now.pinnedRows)))
  }

  const everyLine = function* (): Generator<LineNode> {
    if (headLine !== null) yield headLine
    yield* pinned
    yield* drawn.values()
  }

  return {
    idOf,
    spans,
    show(next, from) {
      sheet = next
      store = from
      paint(true)
    },
    follow: () => paint(false),
    fill() {
      const now = sheet
      if (now === null) return
      for (const line of everyLine()) {
        for (const [column, node] of line.cells) {
          if (!node.pending) continue
          drawCell(now, node, line.row, column)
          wear(node)
        }
      }
    },
    mark(next) {
      const redraw = next.sort !== marks.sort
      const other = next.current !== marks.current
      marks = next
      const now = sheet
      if (now === null) return
      if (redraw) {
        paint(true)
        return
      }
      if (other) for (const line of drawn.values()) if (!now.turned) line.element.classList.toggle('current', now.lines[line.row]?.key === marks.current)
      for (const line of everyLine()) {
        wear(line.name)
        if (line.trail !== null) wear(line.trail)
        for (const node of line.cells.values()) wear(node)
      }
    },
  }
}
