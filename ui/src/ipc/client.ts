/**
 * One typed function per command. This folder is the only one that knows the window's host; the page talks to
 * these functions and nothing else.
 */
import { Channel, invoke } from '@tauri-apps/api/core'
import { WireError } from './error'
import type {
  Evidence, EvidenceQuery, Filter, JobEvent, JobId, JobSummary, LibraryState, MatrixAnswer, Overview, PlanSummary,
  ReportOutcome, ReportRequest,
} from './types'

/** Where the events of a job go. */
export type JobListener = (event: JobEvent) => void

/** What answers the commands: the Rust side, or a stand-in during development in a plain browser. */
export interface Host {
  call(command: string, args: Record<string, unknown>): Promise<unknown>
  listener(onEvent: JobListener): unknown
}

const tauriHost: Host = {
  call: (command, args) => invoke(command, args),
  listener(onEvent) {
    const channel = new Channel<JobEvent>()
    channel.onmessage = onEvent
    return channel
  },
}

let host: Promise<Host> | null = null

/** The stand-in is imported only in a development build, so the bundler drops it from the product. */
function currentHost(): Promise<Host> {
  host ??= import.meta.env.DEV && !('__TAURI_INTERNALS__' in window) ? import('./fake').then((fake) => fake.fakeHost()) : Promise.resolve(tauriHost)
  return host
}

/** Puts another host in place; tests use it. `null` goes back to the default. */
export function useHost(other: Host | null): void {
  host = other && Promise.resolve(other)
}

async function call<T>(command: string, args: Record<string, unknown> = {}): Promise<T> {
  try {
    return (await (await currentHost()).call(command, args)) as T
  } catch (thrown) {
    throw WireError.from(thrown)
  }
}

async function callWithEvents<T>(command: string, onEvent: JobListener): Promise<T> {
  const events = (await currentHost()).listener(onEvent)
  return call<T>(command, { events })
}

/** Opens the library; the first time, fills it from the plans that come with the program. */
export const libraryOpen = (onEvent: JobListener) => callWithEvents<LibraryState>('library_open', onEvent)

/** All plans of the library, in library order. */
export const planList = () => call<PlanSummary[]>('plan_list')

/** Lets the analyst choose documents and imports them. */
export const planImport = (onEvent: JobListener) => callWithEvents<JobSummary>('plan_import', onEvent)

/** The plans side by side. */
export const overviewBuild = (filter: Filter) => call<Overview>('overview_build', { filter })

/** The comparison with the facet counts of the same query. */
export const matrixBuild = (filter: Filter) => call<MatrixAnswer>('matrix_build', { filter })

/** What stands behind one cell. */
export const evidenceGet = (query: EvidenceQuery) => call<Evidence>('evidence_get', { query })

/** Writes a report to a place the analyst chooses. */
export const reportExport = (request: ReportRequest) => call<ReportOutcome>('report_export', { request })

/** Shows a written report in the system's file browser. */
export const reportReveal = (path: string) => call<null>('report_reveal', { path })

/** Asks a job to stop after the document at hand. */
export const jobCancel = (job: JobId) => call<null>('job_cancel', { job })

/** The saved state of the view, or `null` before the first save. */
export const viewGet = () => call<string | null>('view_get')

/** Saves the state of the view. */
export const viewSet = (state: string) => call<null>('view_set', { state })
