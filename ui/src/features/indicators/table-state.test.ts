import { describe, expect, it } from 'vitest'
import { movedIn, movedRow, nextDensity, readDensity, readWidths, withWidth } from './table-state'

describe('widths', () => {
  it('are kept by column and forgotten one by one', () => {
    const one = withWidth([], 'plan 3', 200)
    const two = withWidth(one, 'name', 300)
    expect(readWidths(two)).toEqual({ 'plan 3': 200, name: 300 })
    expect(readWidths(withWidth(two, 'plan 3', null))).toEqual({ name: 300 })
  })

  it('of a damaged view are no widths', () => {
    expect(readWidths(['name', 'wide', 'plan 1', 9999, 'rest'])).toEqual({ 'plan 1': 520 })
  })
})

describe('density', () => {
  it('goes step by step and stops at either end', () => {
    expect([nextDensity(30, 1), nextDensity(76, 1), nextDensity(30, -1), nextDensity(56, 0)]).toEqual([36, 76, 30, 30])
    expect(readDensity(33)).toBe(30)
  })
})

describe('own order', () => {
  it('begins with the order that stood there and moves one place', () => {
    expect(movedRow([], ['甲', '乙', '丙'], '丙', -1)).toEqual(['甲', '丙', '乙'])
    expect(movedRow(['子', '甲', '丙', '乙'], ['甲', '丙', '乙'], '甲', 1)).toEqual(['子', '丙', '甲', '乙'])
  })

  it('stays within its type', () => {
    expect(movedIn(['甲', '乙'], '甲', -1)).toEqual(['甲', '乙'])
    expect(movedIn(['甲', '乙'], '乙', 1)).toEqual(['甲', '乙'])
  })
})
