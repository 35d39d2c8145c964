/**
 * One typed function per command. This folder is the only one that knows the window's host; the page talks to
 * these functions and nothing else.
 */
import { Channel, invoke } from '@tauri-apps/api/core'
import { WireError } from './error'
import { unpackFrame } from './frame'
import type {
  Backup, CareReport, CellLine, CellQuery, Chain, ChangeAnswer, ChangePage, ChangeQuery, ChangeState, ChangeStep, ChartAnswer, ChartExport, ChartRequest, Choices, ContextAnswer,
  ContextDraft, ContextFigure, ContextKey, ContextPreview, ConversionOffer, Decision, DropEvent, Evidence, EvidenceQuery, FieldEdit,
  FieldProblem, Filter, FindAnswer, EdgeQuery, FindQuery, FrameAnswer, FrameChange, HandOver, HistoryStep, ImportAnswer, ImportItem, ImportProposal, ImportSource, IndicatorName, IndicatorRow, JobEvent, JobId,
  LibraryPulse, LibraryState, Mark, MergeAnswer, MergePreference, MergePreview, NamedView, OrderQuery, Overview, PackedFrame, PlanAnswer, PlanId,
  PlanMeta, PlanSummary, PlanText, RecentLibrary, ReextractAnswer, RemovedPlan, RenameItem, RenamePreview, RenameRequest, ReportOutcome,
  ReportRequest, RestoreAnswer, ReviewItem, ReviewPage, ReviewQuery, SharedView, SheetMapping, Synonym, TargetAnswer, TargetDraft, TargetId,
  TaughtSynonym, TextLine, TextQuery, VersionAnswer,
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

async function callWithEvents<T>(command: string, onEvent: JobListener, args: Record<string, unknown> = {}): Promise<T> {
  const events = (await currentHost()).listener(onEvent)
  return call<T>(command, { ...args, events })
}

/** Opens the library; the first time, fills it from the plans that come with the program. */
export const libraryOpen = (onEvent: JobListener) => callWithEvents<LibraryState>('library_open', onEvent)

/** All plans of the library, in library order. */
export const planList = () => call<PlanSummary[]>('plan_list')

/** The plans side by side. */
export const overviewBuild = (filter: Filter, choices: Choices) => call<Overview>('overview_build', { filter, choices })

/** The frame of the comparison with the facet counts of the same query. */
export const matrixBuild = async (filter: Filter, choices: Choices): Promise<FrameAnswer> => unpackFrame(await call<PackedFrame>('matrix_build', { filter, choices }))

/** What became of a frame when data changed; `null` when it must be asked for anew. */
export const matrixFollow = (filter: Filter, choices: Choices, ticket: number) => call<FrameChange | null>('matrix_follow', { filter, choices, ticket })

/** Cells of a frame; `null` when it must be asked for anew. */
export const matrixCells = (query: CellQuery) => call<CellLine[] | null>('matrix_cells', { query })

/** One indicator of a frame, whole; `null` when the frame must be asked for anew. */
export const matrixRow = (ticket: number, row: number) => call<IndicatorRow | null>('matrix_row', { ticket, row })

/** Numbers of rows by the figures of one plan. */
export const matrixOrder = (query: OrderQuery) => call<number[] | null>('matrix_order', { query })

/** Where words stand in a frame. */
export const matrixFind = (query: FindQuery) => call<FindAnswer | null>('matrix_find', { query })

/** How many cells on a jump leads. */
export const matrixEdge = (query: EdgeQuery) => call<number | null>('matrix_edge', { query })

/** Cells as they are copied. */
export const matrixText = (query: TextQuery) => call<TextLine[] | null>('matrix_text', { query })

/** A chart for the page. */
export const chartBuild = (request: ChartRequest) => call<ChartAnswer>('chart_build', { request })

/** Writes a chart to a place the analyst chooses. */
export const chartExport = (exported: ChartExport) => call<ReportOutcome>('chart_export', { export: exported })

/** What stands behind one cell. */
export const evidenceGet = (query: EvidenceQuery, choices: Choices) => call<Evidence>('evidence_get', { query, choices })

/** Every conversion by assumption that the library's plans allow. */
export const conversionOffer = () => call<ConversionOffer[]>('conversion_offer')

/** The shown plans beside those of the regions above. */
export const chainBuild = (filter: Filter) => call<Chain>('chain_build', { filter })

/** Every figure of the context table. */
export const contextList = () => call<ContextFigure[]>('context_list')

/** Enters or corrects a figure: all of it or, with problems, nothing. */
export const contextSet = (draft: ContextDraft) => call<ContextAnswer>('context_set', { draft })

/** Takes figures out of the context table. */
export const contextRemove = (keys: ContextKey[]) => call<ChangeAnswer>('context_remove', { keys })

/** What is understood of pasted rows; writes nothing. */
export const contextRead = (text: string) => call<ContextPreview>('context_read', { text })

/** Lets the analyst choose a table, and says what is understood of it; `null` when the dialog was closed. */
export const contextChoose = () => call<ContextPreview | null>('context_choose')

/** Writes the figures of a preview, in one step. */
export const contextImport = (figures: ContextFigure[]) => call<ChangeAnswer>('context_import', { figures })

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

/** Every view with a name, in order of name. */
export const viewList = () => call<NamedView[]>('view_list')

/** Keeps a state under a name; what had the name before gives way. */
export const viewSave = (name: string, state: string) => call<NamedView>('view_save', { name, state })

/** Gives a view another name. */
export const viewRename = (from: string, to: string) => call<null>('view_rename', { from, to })

/** Takes a view away; the answer is what it was. */
export const viewRemove = (name: string) => call<NamedView>('view_remove', { name })

/** Writes a view to a file the analyst names; `null` when the dialog was closed. */
export const viewShare = (name: string) => call<string | null>('view_share', { name })

/** Reads a shared view that the analyst chooses; `null` when the dialog was closed. */
export const viewReceive = () => call<SharedView | null>('view_receive')

/** Corrects what a plan says about itself: all fields or, with problems, none. */
export const planUpdate = (plan: PlanId, meta: PlanMeta) => call<PlanAnswer>('plan_update', { plan, meta })

/** Gives plans tags and takes tags from them, in one step. */
export const planTag = (plans: PlanId[], add: string[], remove: string[]) => call<ChangeAnswer>('plan_tag', { plans, add, remove })

/** Removes plans; everything in them is kept. */
export const planRemove = (plans: PlanId[]) => call<ChangeAnswer>('plan_remove', { plans })

/** Brings removed plans back. */
export const planRestore = (plans: PlanId[]) => call<ChangeAnswer>('plan_restore', { plans })

/** The plans that were removed and can be brought back. */
export const planRemoved = () => call<RemovedPlan[]>('plan_removed')

/** The earlier versions of a plan, the latest first. */
export const planVersions = (plan: PlanId) => call<PlanSummary[]>('plan_versions', { plan })

/** An earlier version of a plan, and how its targets differ from those of the plan as it is now. */
export const versionCompare = (version: PlanId) => call<VersionAnswer>('version_compare', { version })

/** The text of a plan with everything marked in it. */
export const planText = (plan: PlanId) => call<PlanText>('plan_text', { plan })

/** Opens the original file of a plan with the system's program for it. */
export const planOpen = (plan: PlanId) => call<null>('plan_open', { plan })

/** A page of the review queue. */
export const reviewList = (query: ReviewQuery) => call<ReviewPage>('review_list', { query })

/** One target as the review shows it. */
export const targetGet = (target: TargetId) => call<ReviewItem>('target_get', { target })

/** What would stand in the way of a correction; writes nothing. */
export const targetCheck = (target: TargetId, edits: FieldEdit[]) => call<FieldProblem[]>('target_check', { target, edits })

/** Corrects a target: all fields or, with problems, none. */
export const targetUpdate = (target: TargetId, edits: FieldEdit[]) => call<TargetAnswer>('target_update', { target, edits })

/** Accepts, rejects or reopens the targets given and no others, in one step. */
export const targetDecide = (targets: TargetId[], decision: Decision) => call<ChangeAnswer>('target_decide', { targets, decision })

/** What the program would put into the fields of a target with these words. */
export const targetDraft = (plan: PlanId, quote: Mark) => call<TargetDraft>('target_draft', { plan, quote })

/** Adds a target by its words. */
export const targetAdd = (draft: TargetDraft) => call<TargetAnswer>('target_add', { draft })

/** Every name an indicator can have. */
export const indicatorList = () => call<IndicatorName[]>('indicator_list')

/** What a renaming would do. */
export const indicatorPreview = (request: RenameRequest) => call<RenamePreview>('indicator_preview', { request })

/** Renames the indicator of the targets given and no others, in one step. */
export const indicatorRename = (to: string, targets: TargetId[]) => call<ChangeAnswer>('indicator_rename', { to, targets })

/** Every wording the analyst taught. */
export const synonymList = () => call<TaughtSynonym[]>('synonym_list')

/** What teaching a wording would do. */
export const synonymPreview = (synonym: Synonym) => call<RenamePreview>('synonym_preview', { synonym })

/** Teaches a wording; the undecided targets of the preview follow it. */
export const synonymAdd = (synonym: Synonym) => call<ChangeAnswer>('synonym_add', { synonym })

/** The targets that would go back to what the rest of the vocabulary says, were the wording forgotten. */
export const removalPreview = (wording: string) => call<RenameItem[]>('removal_preview', { wording })

/** Forgets a wording; the targets of the preview go back. */
export const synonymRemove = (wording: string) => call<ChangeAnswer>('synonym_remove', { wording })

/** What Undo and Redo would do just now. */
export const changeState = () => call<ChangeState>('change_state')

/** Takes the newest step back. */
export const changeUndo = () => call<ChangeAnswer>('change_undo')

/** Does the step that was taken back last again. */
export const changeRedo = () => call<ChangeAnswer>('change_redo')

/** A page of the library's steps, newest first. */
export const changeList = (query: ChangeQuery) => call<ChangePage>('change_list', { query })

/** One step with everything it changed, or what it changed of one plan. */
export const changeGet = (batch: number, plan: PlanId | null) => call<ChangeStep>('change_get', { batch, plan })

/** What happened to a target, oldest first. */
export const targetHistory = (target: TargetId) => call<HistoryStep[]>('target_history', { target })

/** What happened to a plan and its targets, oldest first. */
export const planHistory = (plan: PlanId) => call<HistoryStep[]>('plan_history', { plan })

/** Tells of what is held over the window and let go there. */
export const importWatch = async (onDrop: (event: DropEvent) => void) => call<null>('import_watch', { drops: (await currentHost()).listener(onDrop as unknown as JobListener) })

/** Lets the analyst choose files or folders; empty when the dialog was closed. */
export const importChoose = (source: ImportSource) => call<string[]>('import_choose', { source })

/** Looks at what was chosen or dropped; writes nothing. */
export const importPropose = (paths: string[], onEvent: JobListener) => callWithEvents<ImportProposal[]>('import_propose', onEvent, { paths })

/** Looks again at a workbook whose sheets the analyst mapped; writes nothing. */
export const importMap = (path: string, sheets: SheetMapping[]) => call<ImportProposal>('import_map', { path, sheets })

/** Imports what was proposed, as the analyst decided. */
export const importApply = (items: ImportItem[], onEvent: JobListener) => callWithEvents<ImportAnswer>('import_apply', onEvent, { items })

/** Reads plans anew with the rules of this program: shown only, or applied as one step. */
export const planReextract = (plans: PlanId[], apply: boolean, onEvent: JobListener) => callWithEvents<ReextractAnswer>('plan_reextract', onEvent, { plans, apply })

/** The libraries that were open before, the last one first. */
export const libraryRecent = () => call<RecentLibrary[]>('library_recent')

/** Lets the analyst choose another library; `null` when the dialog was closed. */
export const libraryChoose = () => call<LibraryState | null>('library_choose')

/** Lets the analyst make a new, empty library; `null` when the dialog was closed. */
export const libraryCreate = () => call<LibraryState | null>('library_create')

/** Opens a library that was open before. */
export const librarySwitch = (path: string) => call<LibraryState>('library_switch', { path })

/** Takes a library off the list of those that were open before; its file stays. */
export const libraryForget = (path: string) => call<null>('library_forget', { path })

/** Writes the library as one file to a place the analyst chooses; `null` when the dialog was closed. */
export const libraryCopy = (what: HandOver) => call<string | null>('library_copy', { what })

/** Who else has the library open, and whether it changed. */
export const libraryWatch = () => call<LibraryPulse>('library_watch')

/** The care after the start, to be asked for once the first picture stands: a backup when something changed, and a check. */
export const libraryCare = () => call<CareReport>('library_care')

/** The backups of the library, newest first; also when the library itself cannot be opened. */
export const backupList = () => call<Backup[]>('backup_list')

/** Makes a backup now. */
export const backupMake = () => call<Backup>('backup_make')

/** Puts a backup in the library's place, and opens it; the file that stood there is kept aside. */
export const backupRestore = (name: string) => call<RestoreAnswer>('backup_restore', { name })

/** Lets the analyst choose another library, and shows what merging it in would do; `null` when the dialog was closed. */
export const mergePreview = () => call<MergePreview | null>('merge_preview')

/** Merges the library of the preview in, as one step; cancelled, the plans finished before that stay. */
export const mergeApply = (path: string, prefer: MergePreference, onEvent: JobListener) => callWithEvents<MergeAnswer>('merge_apply', onEvent, { path, prefer })
