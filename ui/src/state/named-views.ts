/** Views that have a name: kept in the library, put up again, shared as a file. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { NamedView } from '@/ipc'
import { viewList, viewReceive, viewRemove, viewRename, viewSave, viewShare, WireError } from '@/ipc'
import { t } from '@/lib'
import { useNotices } from './notices'
import { useView } from './view'
import { plansIn, readParts, renumbered, textOf } from './view-parts'

export const useNamedViews = defineStore('named-views', () => {
  const view = useView()
  const notices = useNotices()
  const list = ref<NamedView[]>([])

  /** The named view that stands on the page just now, unchanged. */
  const current = computed(() => {
    const now = textOf(view.parts())
    return list.value.find((one) => textOf(readParts(one.state)) === now) ?? null
  })

  /** Does something with views; a failure is told and answers `null`. */
  async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work()
    } catch (thrown) {
      notices.fail('views', WireError.from(thrown))
      return null
    }
  }

  async function load(): Promise<void> {
    list.value = (await attempt(viewList)) ?? list.value
  }

  /** Keeps what is on the page under a name; says whether it was kept. */
  async function save(name: string): Promise<boolean> {
    const kept = await attempt(() => viewSave(name, textOf(view.parts())))
    if (kept === null) return false
    await load()
    return true
  }

  async function rename(from: string, to: string): Promise<boolean> {
    const done = await attempt(async () => {
      await viewRename(from, to)
      return true
    })
    if (done) await load()
    return done ?? false
  }

  /** Takes a view away; the notice brings it back. */
  async function remove(name: string): Promise<void> {
    const gone = await attempt(() => viewRemove(name))
    if (gone === null) return
    await load()
    const restore = async () => {
      await attempt(() => viewSave(gone.name, gone.state))
      await load()
    }
    notices.tell(t('views.removed', { name }), { label: t('views.bring_back'), run: () => void restore() })
  }

  function put(name: NamedView): void {
    view.putParts(readParts(name.state))
  }

  async function share(name: string): Promise<void> {
    const path = await attempt(() => viewShare(name))
    if (path !== null) notices.written(path)
  }

  /** Puts up a view from a file. It gets a name here only when the analyst saves it. */
  async function receive(): Promise<void> {
    const shared = await attempt(viewReceive)
    if (shared === null) return
    const used = plansIn(shared.state)
    const missing = shared.plans.filter((plan) => plan.here === null && used.has(plan.there))
    view.putParts(readParts(renumbered(shared.state, new Map(shared.plans.map((plan) => [plan.there, plan.here])))))
    const told = missing.length === 0 ? t('views.received', { name: shared.name }) : t('views.received_without', { name: shared.name, plans: missing.map((plan) => plan.name).join(t('and')) })
    const kept = list.value.some((one) => one.name === shared.name)
    notices.tell(told, kept ? undefined : { label: t('views.keep'), run: () => void save(shared.name) })
  }

  return { list, current, load, save, rename, remove, put, share, receive }
})
