import { describe, expect, it } from 'vitest'
import type { FrameChange, FrameRow, PackedFrame } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { unpackFrame } from '@/ipc/frame'
import { noChoices } from './choices'
import { emptyFilter } from './filter'
import { changedFrame, type FrameShown } from './frame-change'

async function frame(): Promise<FrameShown> {
  const answer = unpackFrame((await fakeHost({}).call('matrix_build', { filter: emptyFilter(), choices: noChoices() })) as PackedFrame)
  return { ...answer, carried: null }
}

function changeOf(before: FrameShown, rows: FrameRow[]): FrameChange {
  const { matrix, facets } = before
  return {
    ticket: before.ticket + 1,
    rows,
    plan_targets: matrix.plans.map((_, at) => at),
    groups: matrix.groups.map((group, at) => ({ targets: at, plan_targets: group.plan_targets.map(() => at) })),
    targets_shown: 7,
    targets_total: 8,
    facets,
  }
}

describe('changedFrame', () => {
  it('puts what changed in its place and leaves every other row as it is', async () => {
    const before = await frame()
    const row = before.matrix.groups[1]!.rows[1]!
    const after = changedFrame(before, changeOf(before, [{ ...row, plan_count: 99 }]))
    expect(after.matrix.groups[1]!.rows[1]).toEqual({ ...row, plan_count: 99 })
    expect(after.matrix.groups[1]!.rows[0]).toBe(before.matrix.groups[1]!.rows[0])
    expect(after.matrix.groups[0]!.rows).toBe(before.matrix.groups[0]!.rows)
    expect(after.matrix.groups.map((group) => group.targets)).toEqual(before.matrix.groups.map((_, at) => at))
    expect(after.matrix.plans.map((plan) => plan.targets)).toEqual(before.matrix.plans.map((_, at) => at))
    expect([after.ticket, after.matrix.targets_shown, after.matrix.targets_total]).toEqual([before.ticket + 1, 7, 8])
    expect(after.carried).toEqual({ from: before.ticket, changed: new Set(row.sub_rows.map((sub) => sub.sub_row)) })
  })

  it('is the same comparison when nothing changed', async () => {
    const before = await frame()
    expect(changedFrame(before, { ...changeOf(before, []), ticket: before.ticket })).toBe(before)
  })
})
