import { describe, expect, it } from 'vitest'
import { shapeOf } from './bars'

describe('shapeOf', () => {
  it('gives every sign its own end', () => {
    expect((['>=', '>', '<=', '<', '~', '='] as const).map((op) => shapeOf(op, false))).toEqual(['open', 'open', 'closed', 'closed', 'hollow', 'solid'])
    expect(shapeOf('~', true)).toBe('range')
  })
})
