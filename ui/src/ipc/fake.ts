/**
 * A stand-in for the core, for development in a plain browser only: it answers from recorded results in
 * fixture/. The bundler leaves it out of the product, because only development code imports it.
 *
 * Addresses to try the rare surfaces with: `?fail=matrix_build:internal` makes a command fail with a code,
 * `?slow=2000` delays every answer.
 */
import type { Host, JobListener } from './client'
import { WireError } from './error'
import { fakeChoices } from './fake-choices'
import type { UnitsOf } from './fake-filter'
import { fakeLibrary } from './fake-library'
import { fakeMatrix } from './fake-matrix'
import { fakeReview } from './fake-review'
import { fakeViews } from './fake-views'
import charts from './fixture/charts.json'
import evidence from './fixture/evidence.json'
import library from './fixture/library.json'
import matrix from './fixture/matrix.json'
import overview from './fixture/overview.json'
import type { ChartAnswer, ChartExport, ChartKind, ChartRequest, ErrorCode, Evidence, EvidenceQuery, Filter, JobKind, LibraryState, Matrix, Overview, ReportRequest } from './types'

// JSON modules are typed too loosely for unions; the core writes these files.
const MATRIX = matrix as unknown as Matrix
const CHARTS = charts as unknown as Record<ChartKind, ChartAnswer>
const EVIDENCE = evidence as unknown as Evidence[]
const OVERVIEW = overview as unknown as Overview
const LIBRARY = library as unknown as LibraryState

const UNITS: UnitsOf = new Map(EVIDENCE.flatMap((one) => one.mentions.map((mention) => [mention.target, mention.responsible] as const)))

const pause = (ms: number) => (ms === 0 ? Promise.resolve() : new Promise<void>((done) => setTimeout(done, ms)))

type Args = Record<string, unknown>

/** What the stand-in does differently from the recorded run. */
export interface FakeOptions {
  /** Milliseconds between the steps of a job and before every answer. */
  slow?: number
  fail?: { command: string; code: ErrorCode }
}

function optionsOfAddress(): FakeOptions {
  const asked = new URLSearchParams(window.location.search)
  const [command, code] = asked.get('fail')?.split(':') ?? []
  return { slow: Number(asked.get('slow') ?? 0), ...(command && code ? { fail: { command, code: code as ErrorCode } } : {}) }
}

/** The stand-in host. */
export function fakeHost(options: FakeOptions = optionsOfAddress()): Host {
  let view: string | null = null
  let job = 0
  const cancelled = new Set<number>()

  async function run(kind: JobKind, names: string[], tell: JobListener): Promise<void> {
    const id = ++job
    tell({ kind: 'started', job: id, job_kind: kind, total: names.length })
    for (const [done, subject] of names.entries()) {
      for (const phase of ['reading', 'extracting', 'storing'] as const) {
        if (cancelled.has(id)) {
          tell({ kind: 'cancelled', job: id, summary: { imported: done, duplicates: 0, refused: 0, targets: 0 } })
          throw new WireError({ code: 'cancelled', message: 'cancelled', subject: null, causes: [] })
        }
        tell({ kind: 'step', job: id, phase, done, total: names.length, subject })
        await pause(options.slow ?? 0)
      }
      if (done === names.length - 1) tell({ kind: 'note', job: id, subject, code: 'unexplained_numbers', detail: '3' })
    }
    tell({ kind: 'finished', job: id, summary: { imported: names.length, duplicates: 0, refused: 0, targets: MATRIX.targets_total } })
  }

  const kept = fakeLibrary((kind, names, events) => run(kind, names, events as JobListener))
  const commands: Record<string, (args: Args) => unknown> = {
    ...fakeReview(),
    ...fakeViews(),
    ...fakeMatrix(MATRIX, UNITS),
    ...fakeChoices(),
    ...kept.commands,
    async library_open(args) {
      await run('seed', LIBRARY.plans.map((plan) => plan.source_name), args.events as JobListener)
      return LIBRARY
    },
    overview_build(args) {
      const wanted = (args.filter as Filter).plans
      const plans = wanted.length === 0 ? OVERVIEW.plans : wanted.flatMap((id) => OVERVIEW.plans.filter((plan) => plan.plan === id))
      return { ...OVERVIEW, plans }
    },
    // One recorded chart of each kind; which indicator is asked for makes no difference here.
    chart_build: (args) => CHARTS[(args.request as ChartRequest).choice.kind],
    chart_export: (args) => ({ path: `/home/analyst/Documents/chart.${(args.export as ChartExport).format}` }),
    evidence_get(args) {
      const query = args.query as EvidenceQuery
      const found = EVIDENCE.find((one) => one.plan === query.plan && one.indicator === query.indicator && one.measure === query.measure)
      if (!found) throw new WireError({ code: 'not_found', message: 'no such cell', subject: query.indicator, causes: [] })
      return found
    },
    report_export: (args) => ({ path: `/home/analyst/Documents/comparison.${(args.request as ReportRequest).format}` }),
    report_reveal: () => null,
    job_cancel(args) {
      cancelled.add(args.job as number)
      return null
    },
    view_get: () => view ?? sessionStorage.getItem('view'),
    view_set(args) {
      view = args.state as string
      sessionStorage.setItem('view', view)
      return null
    },
  }

  return {
    async call(command, args) {
      if (options.slow) await pause(options.slow)
      if (options.fail?.command === command) {
        throw { code: options.fail.code, message: `asked to fail: ${command}`, subject: 'wuhu-2022.txt', causes: ['a first cause'] }
      }
      const answerTo = commands[command]
      if (!answerTo) throw new WireError({ code: 'internal', message: `unknown command ${command}`, subject: null, causes: [] })
      // What crosses the border is data, so the page never shares an object with the recording.
      return structuredClone(await answerTo(args))
    },
    listener: (onEvent) => onEvent,
  }
}
