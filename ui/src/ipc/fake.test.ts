import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyFilter, noChoices } from '@/state'
import * as client from './client'
import { WireError } from './error'
import { fakeHost } from './fake'
import recorded from './fixture/facets.json'
import type { Host } from './client'
import type { JobEvent, ReportRequest } from './types'

beforeEach(() => client.useHost(fakeHost({})))
afterEach(() => client.useHost(null))

describe('the way to the core and back', () => {
  it('opening_tells_its_progress_and_gives_the_plans', async () => {
    const events: JobEvent[] = []
    const library = await client.libraryOpen((event) => events.push(event))
    expect(library.plans).toHaveLength(5)
    expect(events[0]).toMatchObject({ kind: 'started', job_kind: 'seed', total: 5 })
    expect(events.at(-1)?.kind).toBe('finished')
  })

  it('every_cell_that_speaks_has_its_evidence_and_its_value_stands_in_the_sentence', async () => {
    const { ticket, matrix } = await client.matrixBuild(emptyFilter(), noChoices())
    let seen = 0
    for (const row of matrix.groups.flatMap((group) => group.rows)) {
      for (const sub of row.sub_rows) {
        const [line] = (await client.matrixCells({ ticket, sub_rows: [sub.sub_row], first: 0, end: matrix.plans.length })) ?? []
        for (const cell of line?.stated ?? []) {
          const plan = matrix.plans[cell.column]?.plan ?? 0
          const evidence = await client.evidenceGet({ plan, indicator: row.indicator, measure: sub.measure }, noChoices())
          expect(evidence.mentions.map((mention) => mention.target).sort()).toEqual(cell.statements.flatMap((one) => one.mentions).sort())
          for (const { sentence, value_mark } of evidence.mentions) {
            if (value_mark) expect(sentence.slice(value_mark.start, value_mark.end)).toMatch(/\p{N}|[一二三四五六七八九十百千万两半]|全/u)
          }
          seen++
        }
      }
    }
    expect(seen).toBeGreaterThan(80)
  })

  it('counts_of_a_facet_add_up_to_the_targets_shown', async () => {
    const { matrix, facets } = await client.matrixBuild(emptyFilter(), noChoices())
    for (const facet of ['type', 'measure', 'year', 'op', 'firmness', 'level'] as const) {
      expect(facets[facet].reduce((sum, one) => sum + one.count, 0), facet).toBe(matrix.targets_shown)
    }
  })

  it('the_stand_in_counts_as_the_core_does', async () => {
    const { facets } = await client.matrixBuild(emptyFilter(), noChoices())
    const counted = (counts: { value: string; count: number }[]) => counts.filter((one) => one.count > 0).map((one) => `${one.value} ${one.count}`).sort()
    for (const facet of ['type', 'measure', 'year', 'level', 'op', 'firmness', 'verdict', 'shared', 'status', 'unit'] as const) {
      expect(counted(facets[facet]), facet).toEqual(counted(recorded[facet]))
    }
  })

  it('choosing_a_value_shows_as_many_as_its_count_said', async () => {
    const { facets } = await client.matrixBuild(emptyFilter(), noChoices())
    const wanted = facets.type.find((one) => one.value === '知识产权')
    const { matrix } = await client.matrixBuild({ ...emptyFilter(), type: ['知识产权'] }, noChoices())
    expect(matrix.targets_shown).toBe(wanted?.count)
    expect(matrix.groups).toHaveLength(1)
  })

  it('a_filtered_out_cell_says_so', async () => {
    const { ticket, matrix } = await client.matrixBuild({ ...emptyFilter(), year: [2024], type: ['知识产权'] }, noChoices())
    const sub_rows = matrix.groups.flatMap((group) => group.rows).flatMap((row) => row.sub_rows.map((sub) => sub.sub_row))
    const lines = (await client.matrixCells({ ticket, sub_rows, first: 0, end: matrix.plans.length })) ?? []
    expect(lines.flatMap((line) => line.silent).some((cell) => cell.reason === 'filtered_out')).toBe(true)
  })

  it('what_comes_back_is_data_not_the_same_object', async () => {
    const first = await client.planList()
    const second = await client.planList()
    expect(first).toEqual(second)
    expect(first[0]).not.toBe(second[0])
  })
})

describe('errors', () => {
  it('keep_their_code_subject_and_causes', async () => {
    client.useHost(fakeHost({ fail: { command: 'report_export', code: 'file_unwritable' } }))
    const request: ReportRequest = { format: 'xlsx', language: 'zh-CN', filter: emptyFilter(), choices: noChoices(), units: 'as_written', chapters: [], template: 'modern', chart: null }
    const error = await client.reportExport(request).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(WireError)
    expect(error).toMatchObject({ code: 'file_unwritable', subject: 'wuhu-2022.txt', causes: ['a first cause'] })
  })

  it('anything_else_is_a_defect_of_the_program', () => {
    for (const thrown of [new Error('x'), 'x', undefined, { code: 'unheard_of', causes: [] }, null]) expect(WireError.from(thrown).code).toBe('internal')
  })
})

describe('commands', () => {
  it('each_function_sends_one_command_with_arguments_in_the_core_s_words', async () => {
    const sent: [string, string[]][] = []
    const host: Host = {
      listener: () => 'channel',
      call(command, args) {
        sent.push([command, Object.keys(args)])
        // A frame is unpacked as it comes.
        return command === 'matrix_build' ? fakeHost({}).call(command, args) : Promise.resolve(null)
      },
    }
    client.useHost(host)
    const query = { plan: 1, indicator: 'x', measure: 'level' } as const
    await client.libraryOpen(() => undefined)
    await client.planList()
    await client.overviewBuild(emptyFilter(), noChoices())
    await client.matrixBuild(emptyFilter(), noChoices())
    await client.evidenceGet(query, noChoices())
    await client.reportExport({ format: 'csv', language: 'en', filter: emptyFilter(), choices: noChoices(), units: 'harmonised', chapters: ['indicators'], template: 'modern', chart: null })
    await client.reportReveal('/x')
    await client.jobCancel(1)
    await client.viewGet()
    await client.viewSet('{}')
    expect(sent).toEqual([
      ['library_open', ['events']], ['plan_list', []], ['overview_build', ['filter', 'choices']], ['matrix_build', ['filter', 'choices']],
      ['evidence_get', ['query', 'choices']], ['report_export', ['request']], ['report_reveal', ['path']], ['job_cancel', ['job']], ['view_get', []], ['view_set', ['state']],
    ])
  })
})
