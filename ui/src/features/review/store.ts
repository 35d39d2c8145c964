/**
 * The review queue. The list a reviewer works through stays as it was when it was asked for: what is decided keeps
 * its place and shows its decision, so that the eye does not lose the line and Undo has somewhere to return to.
 */
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef, watch } from 'vue'
import type { Decision, FieldEdit, FieldProblem, IndicatorName, ReviewItem, ReviewPage, Status, TargetId } from '@/ipc'
import { indicatorList, reviewList, targetDecide, targetGet, targetUpdate, WireError } from '@/ipc'
import { useChanges, useLibrary, useNotices, useView, useWanted } from '@/state'

/** Targets fetched at once. */
const PAGE = 100
/** Beyond this many missing rows a page is asked for rather than each by itself. */
const FEW = 20

export const useReview = defineStore('review', () => {
  const view = useView()
  const library = useLibrary()
  const changes = useChanges()

  /** The list as it was asked for. */
  const ids = shallowRef<TargetId[]>([])
  const items = shallowReactive(new Map<TargetId, ReviewItem>())
  /** The latest counts, and the queue as the core would give it now. */
  const counts = shallowRef<ReviewPage | null>(null)
  const current = ref<TargetId | null>(null)
  const failure = shallowRef<WireError | null>(null)
  const loaded = ref(false)
  const names = shallowRef<IndicatorName[]>([])

  /** Which targets a step touched, to return to them when it is taken back. */
  const touched = new Map<number, readonly TargetId[]>()

  const item = computed(() => (current.value === null ? null : (items.get(current.value) ?? null)))
  const at = computed(() => (current.value === null ? -1 : ids.value.indexOf(current.value)))
  const decided = computed(() => ids.value.reduce((sum, id) => sum + (isDecided(id) ? 1 : 0), 0))

  function isDecided(id: TargetId): boolean {
    const status = items.get(id)?.mention.status
    return status !== undefined && status !== 'extracted'
  }

  const query = (offset: number, limit: number) => ({ filter: view.query, scope: view.review_scope, order: view.review_order, offset, limit })

  const fail = (thrown: unknown) => useNotices().fail('review', WireError.from(thrown))

  let turn = 0

  /** Asks for the list anew; the reviewer stays where he is if that is still in it. */
  async function load(): Promise<void> {
    const mine = ++turn
    try {
      const page = await reviewList(query(0, PAGE))
      if (mine !== turn) return
      items.clear()
      for (const one of page.items) items.set(one.target, one)
      ids.value = page.queue
      counts.value = page
      failure.value = null
      const asked_for = useWanted().takeTarget()
      if (asked_for !== null) {
        // What another page asked for is shown, whatever the filter says; the list says that it is one more.
        if (!page.queue.includes(asked_for)) ids.value = [asked_for, ...page.queue]
        current.value = asked_for
        await ensure([asked_for])
      } else if (current.value === null || !page.queue.includes(current.value)) current.value = page.queue[0] ?? null
      else await ensure([current.value])
    } catch (thrown) {
      if (mine === turn) failure.value = WireError.from(thrown)
    } finally {
      if (mine === turn) loaded.value = true
    }
  }

  let counting: ReturnType<typeof setTimeout> | undefined

  /** The counts alone, once decisions pause. */
  function recount(): void {
    clearTimeout(counting)
    counting = setTimeout(() => {
      const mine = turn
      reviewList(query(0, 0)).then((page) => mine === turn && (counts.value = page), fail)
    }, 80)
  }

  const asked = new Set<TargetId>()

  /** Fetches what is about to be seen and not here yet. */
  async function ensure(wanted: readonly TargetId[]): Promise<void> {
    const missing = wanted.filter((id) => !items.has(id) && !asked.has(id))
    const [first] = missing
    if (first === undefined) return
    missing.forEach((id) => asked.add(id))
    try {
      const place = counts.value?.queue.indexOf(first) ?? -1
      if (missing.length > FEW && place >= 0) {
        for (const one of (await reviewList(query(place, PAGE))).items) items.set(one.target, one)
      } else {
        await Promise.all(missing.map(fetch))
      }
    } catch (thrown) {
      fail(thrown)
    } finally {
      missing.forEach((id) => asked.delete(id))
    }
  }

  async function fetch(id: TargetId): Promise<void> {
    try {
      items.set(id, await targetGet(id))
    } catch (thrown) {
      // A target that was added and taken back is gone; it leaves the list.
      if (WireError.from(thrown).code !== 'not_found') throw thrown
      items.delete(id)
      ids.value = ids.value.filter((other) => other !== id)
      if (current.value === id) current.value = ids.value[0] ?? null
    }
  }

  /** Reads targets again after a change. */
  async function refresh(targets: readonly TargetId[]): Promise<void> {
    const here = targets.filter((id) => items.has(id))
    try {
      if (here.length <= FEW) await Promise.all(here.map(fetch))
      else {
        here.forEach((id) => id !== current.value && items.delete(id))
        if (current.value !== null && here.includes(current.value)) await fetch(current.value)
      }
    } catch (thrown) {
      fail(thrown)
    }
    recount()
  }

  function select(id: TargetId | null): void {
    current.value = id
    if (id !== null) void ensure([id])
  }

  /** Goes along the list; stays at its ends. */
  function move(by: number): void {
    const next = ids.value[Math.max(0, Math.min(ids.value.length - 1, at.value + by))]
    if (next !== undefined) select(next)
  }

  /** The next undecided one, else one before that was left out, else the place stays. */
  function advance(): void {
    const from = at.value
    const next = ids.value.find((id, place) => place > from && !isDecided(id)) ?? ids.value.find((id, place) => place < from && !isDecided(id))
    if (next !== undefined) select(next)
  }

  /** Decides targets and nothing else; the answer comes when all earlier work is done. */
  async function decide(targets: readonly TargetId[], decision: Decision): Promise<void> {
    try {
      const answer = await changes.inTurn(() => targetDecide([...targets], decision))
      if (answer.batch !== null) touched.set(answer.batch.batch, targets)
      own = answer.batch?.batch ?? own
      changes.took(answer)
    } catch (thrown) {
      fail(thrown)
    }
    // After a failure too: a mark that was shown early must not stay.
    await refresh(targets)
  }

  /** Accepts or rejects the present target and goes on at once. */
  function decideCurrent(decision: 'accept' | 'reject'): void {
    const target = current.value
    if (target === null) return
    const wanted: Status = decision === 'accept' ? 'accepted' : 'rejected'
    const shown = items.get(target)
    // The mark is seen at once; what the core answers replaces it.
    if (shown !== undefined && !(decision === 'accept' && shown.mention.status === 'edited')) {
      items.set(target, { ...shown, mention: { ...shown.mention, status: wanted } })
    }
    advance()
    void decide([target], decision)
  }

  /** Writes corrected fields; gives back what stands in the way. */
  async function correct(target: TargetId, edits: FieldEdit[]): Promise<FieldProblem[] | null> {
    try {
      const answer = await changes.inTurn(() => targetUpdate(target, edits))
      if (answer.problems.length > 0) return answer.problems
      if (answer.change.batch !== null) touched.set(answer.change.batch.batch, [target])
      own = answer.change.batch?.batch ?? own
      if (answer.item !== null) items.set(target, answer.item)
      changes.took(answer.change)
      recount()
      return []
    } catch (thrown) {
      fail(thrown)
      return null
    }
  }

  /** Puts a target that was added by hand into the list behind the present one. */
  function insert(added: ReviewItem): void {
    items.set(added.target, added)
    if (!ids.value.includes(added.target)) ids.value = ids.value.toSpliced(at.value + 1, 0, added.target)
    current.value = added.target
    recount()
  }

  /** Remembers a step that this page made with several targets. */
  function made(batch: number | undefined, targets: readonly TargetId[]): void {
    if (batch === undefined) return
    touched.set(batch, targets)
    own = batch
  }

  async function loadNames(): Promise<void> {
    try {
      names.value = await indicatorList()
    } catch (thrown) {
      fail(thrown)
    }
  }

  /** The step that this page has followed already. */
  let own: number | null = null

  watch(
    () => changes.said,
    (said) => {
      if (said === null || !loaded.value) return
      const { batch } = said.batch
      if (said.how === 'done') {
        if (batch !== own) void load()
        return
      }
      const targets = touched.get(batch)
      if (targets === undefined) return void load()
      const back = targets.find((id) => ids.value.includes(id))
      void refresh(targets)
      if (back !== undefined) select(back)
    },
  )

  watch([() => JSON.stringify(view.query), () => view.review_scope, () => view.review_order, () => library.state?.path], () => loaded.value && void load())

  return {
    ids, items, counts, current, failure, loaded, names, item, at, decided,
    isDecided, load, ensure, refresh, select, move, advance, decide, decideCurrent, correct, insert, made, loadNames,
  }
})
