import { describe, expect, it } from 'vitest'
import { inside, isOneCell, move, rect, select, type Extent } from './navigation'

const extent: Extent = { lines: 100, columns: 7, page: 10 }
const key = (name: string, ctrl = false, shift = false) => ({ key: name, ctrl, shift })
const at = (line: number, column: number) => ({ line, column })

describe('move', () => {
  it.each([
    ['ArrowDown', at(3, 2), at(4, 2)],
    ['ArrowUp', at(0, 2), at(-1, 2)],
    ['ArrowUp', at(-1, 2), at(-1, 2)],
    ['ArrowLeft', at(3, 0), at(3, 0)],
    ['ArrowRight', at(3, 6), at(3, 6)],
    ['PageDown', at(95, 1), at(99, 1)],
    ['PageUp', at(4, 1), at(0, 1)],
    ['Home', at(4, 3), at(4, 0)],
    ['End', at(4, 3), at(4, 6)],
  ])('%s from %o leads to %o', (name, from, to) => {
    expect(move(from, key(name), extent)).toEqual(to)
  })

  it('goes to the corners with Ctrl', () => {
    expect(move(at(50, 3), key('Home', true), extent)).toEqual(at(0, 0))
    expect(move(at(50, 3), key('End', true), extent)).toEqual(at(99, 6))
    expect(move(at(50, 3), key('ArrowDown', true), extent)).toEqual(at(99, 3))
  })

  it('leaves other keys alone', () => {
    expect(move(at(0, 0), key('x'), extent)).toBeNull()
    expect(move(at(0, 0), key('Tab'), extent)).toBeNull()
  })
})

describe('selection', () => {
  it('grows from its anchor in any direction', () => {
    const one = select({ anchor: at(5, 3), active: at(5, 3) }, at(3, 5), true)
    expect(rect(one)).toEqual({ top: 3, bottom: 5, left: 3, right: 5 })
    expect(isOneCell(rect(one))).toBe(false)
    expect(isOneCell(rect(select(one, at(1, 1), false)))).toBe(true)
  })

  it('stays inside when lines go away', () => {
    expect(inside({ anchor: at(80, 6), active: at(90, 2) }, { lines: 10, columns: 4, page: 5 })).toEqual({ anchor: at(9, 3), active: at(9, 2) })
  })
})
