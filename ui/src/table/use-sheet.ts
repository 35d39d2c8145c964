/**
 * The sheet on screen and the cells behind it. When the comparison was built anew, what is on screen stays until the
 * cells in sight have come, so that a change of filter does not flash.
 */
import { computed, onBeforeUnmount, onMounted, ref, shallowRef, watch, type Ref } from 'vue'
import type { CellLine, CellQuery, MatrixFrame, UnitMode, Year } from '@/ipc'
import { language } from '@/lib'
import { startOf, type Span } from './axis'
import type { BenchmarkTrack } from './benchmark'
import { cellStore, type CellStore } from './cell-store'
import { HEIGHT, type ColumnWidths } from './columns'
import type { Line, Lines } from './lines'
import type { Place } from './navigation'
import { painter, type Painter } from './painter'
import { sheet, type Sheet } from './sheet'

export interface SheetInput {
  ticket: number
  /** The comparison that this one follows, and the sub-rows whose cells may differ. */
  carried: { from: number; changed: ReadonlySet<number> } | null
  frame: MatrixFrame
  lines: Lines
  mode: UnitMode
  turned: boolean
  density: number
  benchmark: BenchmarkTrack | null
  closestYear: Year | null
  pinnedPlans: readonly number[]
  widths: ColumnWidths
}

export interface SheetActions {
  cells: (query: CellQuery) => Promise<CellLine[] | null>
  stale: () => void
  failed: (thrown: unknown) => void
  /** Another sheet is on screen. */
  changed: (sheet: Sheet) => void
}

/** What is on screen stays this long at most while the cells of the next sheet are under way. */
const PATIENCE_MS = 120

export function useSheet(scroller: Ref<HTMLElement | null>, canvas: Ref<HTMLElement | null>, idBase: string, input: Ref<SheetInput>, actions: SheetActions) {
  const viewport = ref({ width: 0, height: 0 })
  const shown = shallowRef<Sheet | null>(null)
  let paint: Painter | null = null
  let store: CellStore | null = null
  let storeOf: MatrixFrame | null = null
  let turn = 0

  const wanted = computed(() => {
    const { frame, lines, mode, turned, density, benchmark, closestYear, pinnedPlans, widths } = input.value
    return sheet(lines, frame.plans, { mode, turned, density, benchmark, closestYear, viewport: viewport.value.width, pinnedPlans, widths })
  })

  function newStore(): CellStore {
    const { carried, frame, ticket } = input.value
    storeOf = frame
    const known = carried !== null && carried.from === store?.ticket ? store.without(carried.changed) : undefined
    const made = cellStore(ticket, {
      ask: actions.cells,
      arrived: () => store === made && schedule('fill'),
      stale: () => store === made && actions.stale(),
      failed: actions.failed,
    }, known)
    return made
  }

  /** The window with a page on either side, the nearest first. */
  function wish(of: Sheet, rows: Span, columns: Span): { sub_rows: number[]; columns: number[] } {
    const wide = (span: Span, pinned: number, count: number, more: number): number[] => {
      const list: number[] = []
      for (let at = 0; at < pinned; at += 1) list.push(at)
      for (let at = span.from; at < span.to; at += 1) list.push(at)
      for (let at = span.to; at < Math.min(count, span.to + more); at += 1) list.push(at)
      for (let at = span.from - 1; at >= Math.max(pinned, span.from - more); at -= 1) list.push(at)
      return list
    }
    const down = wide(rows, of.pinnedRows, of.rows.count, of.turned ? 8 : 2 * (rows.to - rows.from))
    const across = wide(columns, of.pinnedColumns, of.columns.count, of.turned ? 24 : 6)
    const subRow = (line: Line | undefined): number[] => (line?.kind === 'sub' ? [line.sub.sub_row] : [])
    return {
      sub_rows: (of.turned ? across : down).flatMap((at) => subRow(of.lines[at])),
      columns: (of.turned ? down : across).flatMap((at) => of.plans[at]?.column ?? []),
    }
  }

  function ask(of: Sheet, from: CellStore): Promise<void> {
    const { rows, columns } = (paint as Painter).spans()
    return from.want(wish(of, rows, columns))
  }

  let frame = 0
  let waiting: 'follow' | 'fill' | null = null

  /** Draws once before the next picture, however much happens until then. */
  function schedule(what: 'follow' | 'fill'): void {
    if (waiting !== 'follow') waiting = what
    if (frame !== 0) return
    frame = requestAnimationFrame(() => {
      frame = 0
      const doing = waiting
      waiting = null
      if (paint === null || shown.value === null || store === null) return
      if (doing === 'follow') {
        paint.follow()
        void ask(shown.value, store)
      }
      paint.fill()
    })
  }

  function apply(next: Sheet): void {
    if (paint === null) return
    shown.value = next
    paint.show(next, store as CellStore)
    void ask(next, store as CellStore)
    actions.changed(next)
  }

  async function renew(): Promise<void> {
    if (paint === null) return
    const next = wanted.value
    const mine = ++turn
    if (storeOf === input.value.frame && store !== null) {
      apply(next)
      return
    }
    const first = store === null
    const fresh = newStore()
    if (!first && shown.value !== null) {
      // The same window of the next sheet; where it is shorter, its end.
      const rows = clamp(spanNow().rows, next.rows.count)
      const columns = clamp(spanNow().columns, next.columns.count)
      await Promise.race([fresh.want(wish(next, rows, columns)), new Promise((done) => setTimeout(done, PATIENCE_MS))])
      if (mine !== turn) return
    }
    store = fresh
    apply(wanted.value)
  }

  const spanNow = (): { rows: Span; columns: Span } => (paint as Painter).spans()
  const clamp = (span: Span, count: number): Span => {
    const to = Math.min(span.to, count)
    return { from: Math.max(0, Math.min(span.from, to - (span.to - span.from))), to }
  }

  let watcher: ResizeObserver | null = null
  onMounted(() => {
    if (scroller.value === null || canvas.value === null) return
    paint = painter(scroller.value, canvas.value, idBase)
    watcher = new ResizeObserver(measure)
    watcher.observe(scroller.value)
    measure()
    void renew()
  })
  onBeforeUnmount(() => {
    watcher?.disconnect()
    cancelAnimationFrame(frame)
    turn += 1
  })

  function measure(): void {
    const element = scroller.value
    if (element === null) return
    const { clientWidth: width, clientHeight: height } = element
    if (width === viewport.value.width && height === viewport.value.height) return
    const higher = height !== viewport.value.height
    viewport.value = { width, height }
    if (higher) schedule('follow')
  }

  watch([wanted, language], () => void renew(), { flush: 'post' })

  /** Whole lines that fit under the heads: how far a page goes. */
  const page = computed(() => {
    const of = shown.value
    if (of === null) return 1
    const room = viewport.value.height - of.head - startOf(of.rows, of.pinnedRows) - HEIGHT.group
    return Math.max(1, Math.floor(room / of.density) - 1)
  })

  /** Scrolls as little as brings a place into sight. */
  function reveal(place: Place): void {
    const of = shown.value
    const element = scroller.value
    if (of === null || element === null) return
    const near = (from: number, to: number, at: number, room: number, lead: number): number => {
      if (from - lead < at) return Math.max(0, from - lead)
      return to > at + room ? to - room : at
    }
    if (place.line >= of.pinnedRows) {
      const pinned = startOf(of.rows, of.pinnedRows)
      const room = element.clientHeight - of.head - pinned
      const lead = of.turned ? 0 : HEIGHT.group
      const top = near(startOf(of.rows, place.line) - pinned, startOf(of.rows, place.line + 1) - pinned, element.scrollTop, room, lead)
      if (top !== element.scrollTop) element.scrollTop = top
    }
    const column = place.column - 1
    if (column >= of.pinnedColumns && column < of.columns.count) {
      const pinned = startOf(of.columns, of.pinnedColumns)
      const room = element.clientWidth - of.name - of.trail - pinned
      const left = near(startOf(of.columns, column) - pinned, startOf(of.columns, column + 1) - pinned, element.scrollLeft, room, 0)
      if (left !== element.scrollLeft) element.scrollLeft = left
    }
    schedule('follow')
  }

  return {
    shown,
    page,
    reveal,
    scrolled: () => schedule('follow'),
    cell: (sub_row: number, column: number) => store?.get(sub_row, column),
    painter: () => paint,
  }
}
