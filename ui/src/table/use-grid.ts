/** Which lines and columns are drawn: the visible ones, a few around them, and those that must not vanish. */
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/vue-virtual'
import { computed, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import { HEIGHT, widths } from './columns'
import type { Place } from './navigation'
import type { Line } from './rows'

/** Lines drawn beyond the window on either side, so that a quick scroll meets no blank. */
const OVERSCAN = { lines: 6, columns: 1 } as const

/** `range` with further indexes put in, ascending and without repeats. */
export function withKept(range: number[], kept: readonly number[]): number[] {
  const all = new Set(range)
  for (const index of kept) if (index >= 0) all.add(index)
  return [...all].sort((a, b) => a - b)
}

export function useGrid(scroller: Ref<HTMLElement | null>, lines: Ref<Line[]>, plans: Ref<number>, cursor: Ref<Place | null>) {
  const viewport = ref({ width: 0, height: 0 })
  const size = computed(() => widths(viewport.value.width, plans.value))

  /** Places of the head lines, ascending. */
  const heads = computed(() => lines.value.flatMap((line, index) => (line.kind === 'group' ? [index] : [])))

  /** The head line that the uppermost visible line belongs to. */
  function headAbove(index: number): number {
    let found = -1
    let low = 0
    let high = heads.value.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const at = heads.value[middle] ?? -1
      if (at <= index) {
        found = at
        low = middle + 1
      } else {
        high = middle - 1
      }
    }
    return found
  }

  const stuck = ref(-1)

  const rows = useVirtualizer(
    computed(() => ({
      count: lines.value.length,
      getScrollElement: () => scroller.value,
      estimateSize: (index: number) => (lines.value[index]?.kind === 'group' ? HEIGHT.group : HEIGHT.line),
      getItemKey: (index: number) => lines.value[index]?.key ?? index,
      overscan: OVERSCAN.lines,
      // The head of the columns covers the top of the window, and a stuck head line what follows it.
      scrollPaddingStart: HEIGHT.group,
      scrollPaddingEnd: HEIGHT.head,
      rangeExtractor: (range: Range) => {
        stuck.value = headAbove(range.startIndex)
        return withKept(defaultRangeExtractor(range), [stuck.value, cursor.value?.line ?? -1].filter((i) => i < range.count))
      },
    })),
  )

  const columns = useVirtualizer(
    computed(() => {
      const { plan, indicator, verdict } = size.value
      return {
        horizontal: true,
        count: plans.value,
        getScrollElement: () => scroller.value,
        estimateSize: () => plan,
        overscan: OVERSCAN.columns,
        scrollPaddingEnd: indicator + verdict,
      }
    }),
  )

  const rowItems = computed(() => rows.value.getVirtualItems())
  const columnItems = computed(() => columns.value.getVirtualItems())
  const before = computed(() => columnItems.value[0]?.start ?? 0)
  const after = computed(() => Math.max(0, columns.value.getTotalSize() - (columnItems.value.at(-1)?.end ?? 0)))
  const total = computed(() => ({
    width: size.value.indicator + columns.value.getTotalSize() + size.value.verdict,
    height: rows.value.getTotalSize(),
  }))

  let watcher: ResizeObserver | null = null
  onMounted(() => {
    if (scroller.value === null) return
    watcher = new ResizeObserver(measure)
    watcher.observe(scroller.value)
    measure()
  })
  onBeforeUnmount(() => watcher?.disconnect())

  function measure(): void {
    const element = scroller.value
    if (element === null) return
    const { clientWidth: width, clientHeight: height } = element
    if (width !== viewport.value.width || height !== viewport.value.height) viewport.value = { width, height }
  }

  // The virtualizer remembers sizes; it must forget them after it has been given the new width, not before.
  watch(() => size.value.plan, () => columns.value.measure(), { flush: 'post' })

  /** Whole lines that fit under the heads. */
  const page = computed(() => Math.max(1, Math.floor((viewport.value.height - HEIGHT.head - HEIGHT.group) / HEIGHT.line) - 1))

  function reveal(place: Place): void {
    if (place.line >= 0) rows.value.scrollToIndex(place.line, { align: 'auto' })
    const column = place.column - 1
    if (column >= 0 && column < plans.value) columns.value.scrollToIndex(column, { align: 'auto' })
  }

  return { size, rowItems, columnItems, before, after, total, page, stuck, reveal, rows, columns }
}
