/** Moving from mark to mark by arrow keys: to the nearest one that lies that way. Pure. */

export type Direction = 'up' | 'down' | 'left' | 'right'

/** The box in which a mark answers. */
export interface Place {
  id: string
  x: number
  y: number
  width: number
  height: number
}

/** A mark may be this far off the line and still lie that way. */
const SLACK = 2

/** The mark to go to, or `null` when none lies that way. */
export function neighbour(marks: readonly Place[], from: string, direction: Direction): string | null {
  const here = marks.find((mark) => mark.id === from)
  if (here === undefined) return marks[0]?.id ?? null
  const middle = (mark: Place) => ({ x: mark.x + mark.width / 2, y: mark.y + mark.height / 2 })
  const start = middle(here)
  const along = direction === 'left' || direction === 'right' ? 'x' : 'y'
  const across = along === 'x' ? 'y' : 'x'
  const sign = direction === 'left' || direction === 'up' ? -1 : 1
  let best: { id: string; cost: number } | null = null
  for (const mark of marks) {
    const there = middle(mark)
    const ahead = (there[along] - start[along]) * sign
    const aside = Math.abs(there[across] - start[across])
    // To the side only what stands in the same line counts, or a long bar would lead into the next one.
    const sideways = along === 'x' && aside > Math.max(here.height, mark.height) / 2
    if (mark.id === from || ahead <= SLACK || sideways) continue
    const cost = ahead + (along === 'y' ? aside / 4 : aside)
    if (best === null || cost < best.cost) best = { id: mark.id, cost }
  }
  return best?.id ?? null
}
