/** One direction of the table: where each track begins, and which tracks a window shows. */
export interface Axis {
  count: number
  /** Where a track begins; `starts[count]` is the whole length. */
  starts: Float64Array
}

export interface Span {
  /** First track, and the track after the last. */
  from: number
  to: number
}

export function axis(count: number, size: (index: number) => number): Axis {
  const starts = new Float64Array(count + 1)
  for (let index = 0; index < count; index += 1) starts[index + 1] = (starts[index] as number) + size(index)
  return { count, starts }
}

/** Where a track begins, counted from the first. */
export const startOf = (of: Axis, index: number): number => of.starts[Math.max(0, Math.min(of.count, index))] as number
export const sizeOf = (of: Axis, index: number): number => startOf(of, index + 1) - startOf(of, index)
export const lengthOf = (of: Axis): number => of.starts[of.count] as number

/** The track at a distance from the beginning; the last one beyond the end. */
export function trackAt(of: Axis, distance: number): number {
  let low = 0
  let high = of.count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((of.starts[middle] as number) <= distance) low = middle
    else high = middle - 1
  }
  return low
}

/** The tracks between two distances, with `more` on either side, none before `first`. */
export function spanOf(of: Axis, from: number, to: number, more: number, first: number): Span {
  if (of.count <= first || to <= from) return { from: first, to: first }
  return { from: Math.max(first, trackAt(of, from) - more), to: Math.min(of.count, trackAt(of, to) + 1 + more) }
}
