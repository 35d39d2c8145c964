/**
 * Import and care of the recorded library, for development in a plain browser and for tests; no part of the product.
 */
import { WireError } from './error'
import { fakeSheets } from './fake-sheets'
import library from './fixture/library.json'
import type {
  Backup, ChangeAnswer, DropEvent, ImportAnswer, ImportItem, ImportProposal, LibraryState, MergeAnswer, MergePreview, PlanAnswer, PlanId, PlanMeta, PlanSummary,
  LibraryPulse, RecentLibrary, ReextractAnswer, RemovedPlan, RestoreAnswer, SheetMapping, VersionAnswer,
} from './types'

const RECORDED = library as unknown as LibraryState

type Args = Record<string, unknown>
type Run = (kind: 'propose' | 'import' | 'reextract' | 'merge', names: string[], events: unknown) => Promise<void>

const META: PlanMeta = {
  region: '合肥市', region_level: 'prefecture', province: '安徽省', parent_region: null, title: '合肥市科技创新工作方案', doc_no: null, issuer: '合肥市人民政府', issued: '2024-03-01',
  period: [2024, 2026], horizons: [2026], genre: '工作方案',
}
const CLEAN = { not_text: 0, missing_spaces: 0, stray_spaces: 0, broken_lines: 0 }
const nothing: ChangeAnswer = { batch: null, state: { undo: null, redo: null } }

/** The two backups that the stand-in keeps. */
const BACKUPS: Backup[] = [
  { name: 'library-2026-11-22.planlens', path: '/samples/backups/library-2026-11-22.planlens', at: '2026-11-22T08:00:00Z', reason: 'start', bytes: 524_288, plans: 5 },
  { name: 'library-2026-11-20.planlens', path: '/samples/backups/library-2026-11-20.planlens', at: '2026-11-20T08:00:00Z', reason: 'merge', bytes: 430_080, plans: null },
]

function proposal(path: string): ImportProposal {
  const name = path.split('/').at(-1) ?? path
  const base = { path, name, bytes: 48_200, characters: 8_120, notes: [], sheets: [], known: null, error: null, quality: CLEAN, meta: META, targets: 14, format: 'docx', decision: { kind: 'as_new' } } satisfies ImportProposal
  if (name.endsWith('.wps')) {
    return { ...base, meta: null, quality: null, format: null, targets: 0, characters: 0, decision: { kind: 'skip' }, error: { code: 'legacy_office', message: 'an old office document', subject: name, causes: [] } }
  }
  if (name.includes('转载')) {
    return { ...base, notes: [{ code: 'no_sections', detail: null }], known: { kind: 'near_text', plan: 1, plan_name: RECORDED.plans[0]?.meta.region ?? '', likeness: 93 }, decision: { kind: 'as_version', of: 1 }, quality: { ...CLEAN, missing_spaces: 240 } }
  }
  if (name.endsWith('.xlsx')) return { ...base, format: 'xlsx', sheets: fakeSheets(), targets: 2 }
  return { ...base }
}

/** The commands of import, plans and care. `run` plays the events of a job. */
export function fakeLibrary(run: Run): { commands: Record<string, (args: Args) => unknown>; drop: (event: DropEvent) => void } {
  let plans: PlanSummary[] = structuredClone(RECORDED.plans)
  let gone: RemovedPlan[] = []
  let tell: (event: DropEvent) => void = () => undefined
  let backups = BACKUPS
  const state = (): LibraryState => ({ ...RECORDED, plans })
  const get = (id: PlanId): PlanSummary => {
    const plan = plans.find((one) => one.plan === id)
    if (!plan) throw new WireError({ code: 'not_found', message: `no plan ${id}`, subject: null, causes: [] })
    return plan
  }
  const put = (id: PlanId, part: Partial<PlanSummary>) => (plans = plans.map((plan) => (plan.plan === id ? { ...plan, ...part } : plan)))
  const step = (kind: 'plan_edited' | 'plans_tagged' | 'plans_removed' | 'plans_restored' | 'library_merged', count: number): ChangeAnswer => {
    const batch = { batch: 900, at: '2026-11-22T10:00:00Z', kind, subject: null, count }
    return { batch, state: { undo: batch, redo: null } }
  }

  const commands: Record<string, (args: Args) => unknown> = {
    plan_list: () => plans,
    import_watch(args) {
      tell = args.drops as typeof tell
      return null
    },
    import_choose: () => ['/samples/合肥市工作方案.docx', '/samples/科技工作计划（转载）.docx', '/samples/旧文件.wps'],
    async import_propose(args) {
      const paths = args.paths as string[]
      await run('propose', paths.map((path) => path.split('/').at(-1) ?? path), args.events)
      return paths.map(proposal)
    },
    import_map(args): ImportProposal {
      const sheets = fakeSheets(args.sheets as SheetMapping[])
      return { ...proposal(args.path as string), sheets, targets: sheets.reduce((sum, one) => sum + one.found, 0) }
    },
    async import_apply(args): Promise<ImportAnswer> {
      const items = args.items as ImportItem[]
      try {
        await run('import', items.map((item) => item.path.split('/').at(-1) ?? item.path), args.events)
      } catch {
        // Cancelled before the first document was finished.
        return { imported: 0, restored: 0, duplicates: 0, skipped: 0, refused: 0, left: items.length, targets: 0, carried: 0, lost: [] }
      }
      for (const item of items) {
        const plan = Math.max(...plans.map((one) => one.plan)) + 1
        plans = [...plans, { ...get(1), plan, colour: plans.length, meta: item.meta ?? META, source_name: item.path.split('/').at(-1) ?? '', tags: item.tags, decided: 0 }]
      }
      const lost = items.some((item) => item.decision.kind === 'as_version') ? [{ plan: 1, indicator: '高新技术企业数', quote: '高新技术企业达到1500家' }] : []
      return { imported: items.length, restored: 0, duplicates: 0, skipped: 0, refused: 0, left: 0, targets: items.length * 14, carried: lost.length, lost }
    },
    plan_update(args): PlanAnswer {
      const id = args.plan as PlanId
      // What crosses the border is text; the page may hand over its reactive objects.
      const meta = JSON.parse(JSON.stringify(args.meta)) as PlanMeta
      if (meta.issued !== null && !/^\d{4}/.test(meta.issued)) return { problems: [{ field: 'issued', fault: 'not_a_date' }], plan: get(id), change: nothing }
      put(id, { meta })
      return { problems: [], plan: get(id), change: step('plan_edited', 1) }
    },
    plan_tag(args) {
      const [ids, add, remove] = [args.plans as PlanId[], args.add as string[], args.remove as string[]]
      for (const id of ids) put(id, { tags: [...new Set([...get(id).tags, ...add])].filter((tag) => !remove.includes(tag)) })
      return step('plans_tagged', ids.length)
    },
    plan_remove(args) {
      const ids = args.plans as PlanId[]
      gone = [...gone, ...ids.map((id) => ({ plan: get(id), removed_at: '2026-11-22T10:00:00Z' }))]
      plans = plans.filter((plan) => !ids.includes(plan.plan))
      return step('plans_removed', ids.length)
    },
    plan_restore(args) {
      const ids = args.plans as PlanId[]
      plans = [...plans, ...gone.filter((one) => ids.includes(one.plan.plan)).map((one) => one.plan)].sort((a, b) => a.colour - b.colour)
      gone = gone.filter((one) => !ids.includes(one.plan.plan))
      return step('plans_restored', ids.length)
    },
    plan_removed: () => gone,
    plan_versions: (): PlanSummary[] => [{ ...get(1), plan: 91, source_name: '征求意见稿.txt', earlier_versions: 0 }],
    version_compare: (args): VersionAnswer => ({
      plan: { ...get(1), plan: args.version as PlanId, source_name: '征求意见稿.txt' },
      current: 1, same: 3,
      text: { plan: args.version as PlanId, text: '一、主要目标\n新增高企100家，引进人才20名。\n', sections: [], furniture: [], numbers: [], targets: [{ target: 901, indicator: '高新技术企业数', status: 'extracted', quote: { start: 7, end: 15 }, value: { start: 11, end: 14 } }] },
      differences: [
        { indicator: '高新技术企业数', then: { target: 901, quote: '新增高企100家', status: 'extracted' }, now: { target: 1, quote: '新增高企120家', status: 'accepted' }, fields: [{ field: 'value', then: '100', now: '120' }] },
        { indicator: '发明专利', then: null, now: { target: 2, quote: '发明专利300件', status: 'extracted' }, fields: [] },
      ],
    }),
    library_watch: (): LibraryPulse => ({ others: 1, generation: 1, elsewhere: 1 }),
    plan_open: () => null,
    plan_history: () => [{ at: '2026-11-22T08:00:00Z', action: 'imported', by: 'extractor 2, lexicon 1.0', library: null, subject: null, fields: [] }],
    plan_reextract: (args): ReextractAnswer => ({
      plans: [{ plan: (args.plans as PlanId[])[0] ?? 1, plan_name: RECORDED.plans[0]?.meta.region ?? '', from_version: '1', to_version: '2', same: 20, kept: 2, differences: [{ target: 1, outcome: 'changed', quote: '引进人才20名', fields: [{ field: 'unit', stored: null, found: '名' }] }] }],
      change: nothing,
    }),
    library_recent: (): RecentLibrary[] => [
      { path: RECORDED.path, name: 'library', opened_at: '2026-11-22T08:00:00Z', present: true, open: true },
      { path: '/samples/皖北.planlens', name: '皖北', opened_at: '2026-11-01T08:00:00Z', present: false, open: false },
    ],
    library_choose: () => null,
    library_create: (): LibraryState => ({ ...RECORDED, path: '/samples/new.planlens', plans: [] }),
    library_switch: state,
    library_forget: () => null,
    library_copy: () => '/samples/copy.planlens',
    library_care: () => ({ backup: BACKUPS[0], backup_error: null, damages: [], outdated: [] }),
    backup_list: () => backups,
    backup_make() {
      const made: Backup = { name: 'asked.planlens', path: '/samples/backups/asked.planlens', at: '2026-11-22T12:00:00Z', reason: 'asked', bytes: 600_000, plans: plans.length }
      backups = [made, ...backups]
      return made
    },
    backup_restore: (): RestoreAnswer => ({ kept_aside: '/samples/library.before-restore', library: state() }),
    merge_preview: (): MergePreview => ({
      path: '/samples/同事.planlens', same_plans: [], removed_plans: [], synonyms: 1, context: 0,
      new_plans: [{ source_sha256: 'ab', plan_name: '合肥市', title: META.title, targets: 14, decided: 3 }],
      taken: [], conflicts: [{ plan: 1, plan_name: RECORDED.plans[0]?.meta.region ?? '', indicator: '高新技术企业数', quote: '达到1500家', ours: 'accepted', theirs: 'edited', fields: [{ field: 'unit', ours: '家', theirs: '户' }] }],
    }),
    async merge_apply(args): Promise<MergeAnswer> {
      await run('merge', ['合肥市.docx'], args.events)
      return { cancelled: false, plans: 1, decisions: 1, backup: BACKUPS[0] as Backup, change: step('library_merged', 2) }
    },
  }
  return { commands, drop: (event) => tell(event) }
}
