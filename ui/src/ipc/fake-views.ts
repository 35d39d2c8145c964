/** Named views of the stand-in: kept for the run. */
import { WireError } from './error'
import type { NamedView } from './types'

export function fakeViews(): Record<string, (args: Record<string, unknown>) => unknown> {
  const kept = new Map<string, NamedView>()
  const get = (name: unknown): NamedView => {
    const found = kept.get(String(name))
    if (!found) throw new WireError({ code: 'not_found', message: 'no such view', subject: String(name), causes: [] })
    return found
  }
  return {
    view_list: () => [...kept.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
    view_save(args) {
      const view: NamedView = { name: String(args.name).trim(), state: String(args.state), saved: '2026-11-22T09:00:00Z' }
      kept.set(view.name, view)
      return view
    },
    view_rename(args) {
      const view = get(args.from)
      if (kept.has(String(args.to))) throw new WireError({ code: 'name_taken', message: 'taken', subject: String(args.to), causes: [] })
      kept.delete(view.name)
      kept.set(String(args.to), { ...view, name: String(args.to) })
      return null
    },
    view_remove(args) {
      const view = get(args.name)
      kept.delete(view.name)
      return view
    },
    view_share: (args) => `/documents/${get(args.name).name}.planlens-view`,
    view_receive: () => null,
  }
}
