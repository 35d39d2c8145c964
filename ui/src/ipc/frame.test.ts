import { describe, expect, it } from 'vitest'
import { noChoices } from '@/state/choices'
import { emptyFilter } from '@/state/filter'
import { fakeHost } from './fake'
import { packFrame, unpackFrame } from './frame'
import type { PackedFrame } from './types'

describe('unpackFrame', () => {
  it('numbers rows and sub-rows through the groups and loses nothing', async () => {
    const packed = (await fakeHost({}).call('matrix_build', { filter: emptyFilter(), choices: noChoices() })) as PackedFrame
    const frame = unpackFrame(packed)
    const rows = frame.matrix.groups.flatMap((group) => group.rows)
    expect(rows.map((row) => row.row)).toEqual(rows.map((_, at) => at))
    const subs = rows.flatMap((row) => row.sub_rows)
    expect(subs.map((sub) => sub.sub_row)).toEqual(subs.map((_, at) => at))
    expect(subs.length).toBeGreaterThan(20)
    const benchmark = { kind: 'median', value: '1', plans: 3 } as never
    subs[5]!.benchmark = benchmark
    expect(unpackFrame(packFrame(frame))).toEqual(frame)
    expect(unpackFrame(packFrame(frame)).matrix.groups.flatMap((group) => group.rows).flatMap((row) => row.sub_rows)[5]?.benchmark).toEqual(benchmark)
  })
})
