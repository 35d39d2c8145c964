/** What stands ready to be imported: files that were chosen or dropped, as they would enter the library. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ImportAnswer, ImportDecision, ImportProposal, ImportSource, PlanMeta, SheetMapping } from '@/ipc'
import { importApply, importChoose, importMap, importPropose, importWatch, WireError } from '@/ipc'
import { useChanges } from './changes'
import { useJobs } from './jobs'
import { useLibrary } from './library'
import { useNotices } from './notices'
import { useView } from './view'

/** One file with what the analyst made of its proposal. */
export interface Entry {
  proposal: ImportProposal
  meta: PlanMeta | null
  decision: ImportDecision
  /** Of a workbook: its sheets as the analyst mapped them; `null` as proposed. */
  sheets: SheetMapping[] | null
}

export const useIntake = defineStore('intake', () => {
  const view = useView()
  const entries = shallowRef<Entry[]>([])
  const tags = ref('')
  /** How many things hover over the window just now. */
  const over = ref<number | null>(null)
  const working = ref<'proposing' | 'applying' | null>(null)
  /** Something was looked at and held nothing to import. */
  const nothing = ref(false)
  const answer = shallowRef<ImportAnswer | null>(null)
  const busy = computed(() => working.value !== null)
  const taken = computed(() => entries.value.filter((one) => one.proposal.error === null && one.decision.kind !== 'skip'))

  const job = computed(() => useJobs().running.find((one) => one.kind === 'propose' || one.kind === 'import') ?? null)

  function fail(thrown: unknown): void {
    const error = WireError.from(thrown)
    if (error.code !== 'cancelled') useNotices().fail('import', error)
  }

  /** Follows what is dragged over the window as long as the page lives. */
  async function watchDrops(): Promise<void> {
    try {
      await importWatch((event) => {
        over.value = event.kind === 'over' ? event.count : null
        if (event.kind === 'dropped') void propose(event.paths)
      })
    } catch (thrown) {
      fail(thrown)
    }
  }

  async function chooseFrom(source: ImportSource): Promise<void> {
    if (busy.value) return
    try {
      const paths = await importChoose(source)
      if (paths.length > 0) await propose(paths)
    } catch (thrown) {
      fail(thrown)
    }
  }

  /** Looks at files and puts them on the list; those on it already are looked at again. */
  async function propose(paths: string[]): Promise<void> {
    view.goTo('intake', 'import')
    if (busy.value || paths.length === 0) return
    working.value = 'proposing'
    answer.value = null
    nothing.value = false
    try {
      const found = await importPropose(paths, useJobs().take)
      nothing.value = found.length === 0
      const fresh = new Set(found.map((one) => one.path))
      const kept = entries.value.filter((one) => !fresh.has(one.proposal.path))
      entries.value = [...kept, ...found.map((proposal): Entry => ({ proposal, meta: proposal.meta, decision: proposal.decision, sheets: null }))]
    } catch (thrown) {
      fail(thrown)
    } finally {
      working.value = null
    }
  }

  function change(path: string, part: Partial<Pick<Entry, 'meta' | 'decision'>>): void {
    entries.value = entries.value.map((one) => (one.proposal.path === path ? { ...one, ...part } : one))
  }

  let asked = 0

  /** Looks again at a workbook with its sheets mapped so. What was corrected of the file itself stays. */
  async function map(path: string, sheets: SheetMapping[]): Promise<void> {
    const turn = ++asked
    // What was chosen stands at once, so that the next choice builds on it and not on the last answer.
    entries.value = entries.value.map((one) => {
      if (one.proposal.path !== path) return one
      const chosen = one.proposal.sheets.map((sheet) => {
        const mapping = sheets.find((mapped) => mapped.sheet === sheet.mapping.sheet)
        return { ...sheet, mapping: mapping ?? sheet.mapping, taken: mapping !== undefined }
      })
      return { ...one, sheets, proposal: { ...one.proposal, sheets: chosen } }
    })
    try {
      const proposal = await importMap(path, sheets)
      // Only the answer to the latest question counts.
      if (turn !== asked) return
      entries.value = entries.value.map((one) => {
        if (one.proposal.path !== path) return one
        const fresh = one.proposal.error !== null
        return { proposal, sheets, meta: fresh ? proposal.meta : one.meta, decision: fresh || proposal.error !== null ? proposal.decision : one.decision }
      })
    } catch (thrown) {
      fail(thrown)
    }
  }

  function remove(path: string): void {
    entries.value = entries.value.filter((one) => one.proposal.path !== path)
  }

  function clear(): void {
    entries.value = []
    answer.value = null
    nothing.value = false
  }

  /** Imports what is marked so. After a cancel the list holds what was not reached, as it was decided. */
  async function apply(): Promise<void> {
    if (busy.value || taken.value.length === 0) return
    working.value = 'applying'
    const words = tags.value.split(/[,，、;；]/).map((word) => word.trim()).filter((word) => word !== '')
    const items = taken.value.map(({ proposal, meta, decision, sheets }) => ({ path: proposal.path, meta, tags: words, decision, sheets }))
    try {
      const found = await useChanges().inTurn(() => importApply(items, useJobs().take))
      answer.value = found
      const left = new Set(items.slice(items.length - found.left).map((item) => item.path))
      entries.value = entries.value.filter((one) => left.has(one.proposal.path))
      if (found.left === 0) tags.value = ''
    } catch (thrown) {
      fail(thrown)
    } finally {
      working.value = null
    }
    await useChanges().noticed()
    await useLibrary().refresh()
  }

  return { entries, tags, over, working, nothing, answer, busy, taken, job, watchDrops, chooseFrom, propose, map, change, remove, clear, apply }
})
