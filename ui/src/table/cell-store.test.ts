import { describe, expect, it, vi } from 'vitest'
import type { CellLine, CellQuery } from '@/ipc'
import { cellStore } from './cell-store'

/** A core with one figure in each sub-row, in the column of its own number; it answers when it is told to. */
function core() {
  const asked: CellQuery[] = []
  const waiting: (() => void)[] = []
  const actions = {
    ask: (query: CellQuery) =>
      new Promise<CellLine[] | null>((done) => {
        asked.push(query)
        waiting.push(() =>
          done(query.sub_rows.map((sub_row) => ({
            sub_row,
            stated: sub_row >= query.first && sub_row < query.end ? [{ column: sub_row, statements: [], bar: null }] : [],
            silent: [{ column: query.first, reason: 'rejected' as const }],
          }))),
        )
      }),
    arrived: vi.fn(),
    stale: vi.fn(),
    failed: vi.fn(),
  }
  const answer = async (): Promise<void> => {
    waiting.shift()?.()
    await new Promise((done) => setTimeout(done, 0))
  }
  return { asked, actions, answer }
}

describe('cellStore', () => {
  it('knows nothing of a cell before it has come, and why it is empty afterwards', async () => {
    const { actions, answer } = core()
    const store = cellStore(7, actions)
    const here = store.want({ sub_rows: [3], columns: [0, 1, 2, 3] })
    expect(store.get(3, 3)).toBeUndefined()
    await answer()
    await here
    expect(store.get(3, 3)).toMatchObject({ column: 3 })
    expect([store.get(3, 0), store.get(3, 1)]).toEqual(['rejected', 'not_mentioned'])
    expect(store.get(4, 3)).toBeUndefined()
  })

  it('asks once for what it has, and only for the newest wish', async () => {
    const { asked, actions, answer } = core()
    const store = cellStore(7, actions)
    void store.want({ sub_rows: [1], columns: [0] })
    void store.want({ sub_rows: [50], columns: [0] })
    void store.want({ sub_rows: [1, 90], columns: [0, 40] })
    await answer()
    await answer()
    await answer()
    expect(asked.map((query) => [query.sub_rows, query.first])).toEqual([[[1], 0], [[90], 0], [[1, 90], 32]])
  })

  it('carries over what is the same in the next comparison', async () => {
    const { asked, actions, answer } = core()
    const store = cellStore(7, actions)
    void store.want({ sub_rows: [1, 2], columns: [0] })
    await answer()
    const next = cellStore(8, actions, store.without(new Set([2])))
    expect(next.get(1, 1)).toMatchObject({ column: 1 })
    expect(next.get(2, 2)).toBeUndefined()
    void next.want({ sub_rows: [1, 2], columns: [0] })
    expect(asked.slice(1)).toMatchObject([{ ticket: 8, sub_rows: [2] }])
  })

  it('says when its comparison is gone and asks no more', async () => {
    const actions = { ask: vi.fn(() => Promise.resolve(null)), arrived: vi.fn(), stale: vi.fn(), failed: vi.fn() }
    const store = cellStore(7, actions)
    await store.want({ sub_rows: [1], columns: [0] })
    expect([actions.ask.mock.calls.length, actions.stale.mock.calls.length]).toEqual([1, 1])
  })

  it('tells of a failure and can be asked again', async () => {
    const actions = { ask: vi.fn(() => Promise.reject(new Error('gone'))), arrived: vi.fn(), stale: vi.fn(), failed: vi.fn() }
    const store = cellStore(7, actions)
    await store.want({ sub_rows: [1], columns: [0] })
    await store.want({ sub_rows: [1], columns: [0] })
    expect(actions.failed).toHaveBeenCalledTimes(2)
  })
})
