/** The one place of the state of the view: page, filter, plans shown, language, appearance, selection. */
import { defineStore } from 'pinia'
import { computed, reactive, ref, toRefs, watch } from 'vue'
import type { EvidenceQuery, Filter, Language, PlanId } from '@/ipc'
import { viewGet, viewSet, WireError } from '@/ipc'
import { setLanguage, systemLanguage } from '@/lib/i18n'
import { asked, emptyFilter, toggled, type ListFacet, type Side } from './filter'
import { useLibrary } from './library'
import { useNotices } from './notices'
import { partsOf, type ViewParts } from './view-parts'
import { firstView, readView, type IntakePart, type Page } from './saved-view'

/** Long enough to gather a burst of clicks, short enough to survive a quick exit. */
const SAVE_AFTER_MS = 400

export const useView = defineStore('view', () => {
  const view = reactive(firstView())
  const system_dark = ref(false)
  /** The window is too narrow for panel and page beside one another; the panel then lies over the page. */
  const narrow = ref(false)
  const panel_over = ref(false)
  /** The saved view has been read, so the page may be drawn and changes may be saved. */
  const loaded = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  const library = useLibrary()

  /** All plans in the analyst's order. */
  const ordered_plans = computed(() => {
    const place = new Map(view.plan_order.map((plan, index) => [plan, index]))
    const last = view.plan_order.length
    return [...library.plans].sort((a, b) => (place.get(a.plan) ?? last) - (place.get(b.plan) ?? last))
  })
  const shown_plans = computed(() => {
    const shown = ordered_plans.value.filter((plan) => !view.hidden_plans.includes(plan.plan))
    // An empty list would mean "no restriction" to the core; a library whose plans are all hidden shows all.
    return shown.length > 0 ? shown : ordered_plans.value
  })

  /** The filter as the core gets it: the panel's choices and the plan bar's choice and order of plans. */
  const query = computed<Filter>(() => {
    const ids = shown_plans.value.map((plan) => plan.plan)
    const plain = ids.length === library.plans.length && library.plans.every((plan, index) => plan.plan === ids[index])
    return asked(view.filter, ids, plain)
  })

  const effective_language = computed<Language>(() => view.language ?? systemLanguage())
  const dark = computed(() => (view.theme === 'system' ? system_dark.value : view.theme === 'dark'))

  /** The page shows targets, so the panel of facets stands beside it. */
  const filtered = computed(() => view.page === 'indicators' || view.page === 'charts' || (view.page === 'intake' && view.intake_part === 'review'))
  const panel_shown = computed(() => (narrow.value ? panel_over.value : view.panel_open))

  function togglePanel(open = !panel_shown.value): void {
    if (narrow.value) panel_over.value = open
    else view.panel_open = open
  }

  /** Reads the saved view and begins to save changes. A failure to read leaves the first view. */
  async function load(): Promise<void> {
    try {
      Object.assign(view, readView(await viewGet()))
    } catch (thrown) {
      useNotices().fail('save_view', WireError.from(thrown))
    }
    loaded.value = true
  }

  async function save(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    try {
      await viewSet(JSON.stringify(view))
    } catch (thrown) {
      useNotices().fail('save_view', WireError.from(thrown))
    }
  }

  watch(view, () => {
    if (!loaded.value) return
    clearTimeout(timer)
    timer = setTimeout(() => void save(), SAVE_AFTER_MS)
  })

  watch(effective_language, setLanguage, { immediate: true })

  /** Follows the system's appearance, the window's width and its closing as long as the window lives. */
  function followSystem(): void {
    // A change made just before the window closes must not wait for its turn.
    window.addEventListener('pagehide', () => timer !== undefined && void save())
    const follow = (query: string, flag: typeof narrow) => {
      const media = window.matchMedia(query)
      flag.value = media.matches
      media.addEventListener('change', (event) => (flag.value = event.matches))
    }
    follow('(prefers-color-scheme: dark)', system_dark)
    follow('(max-width: 900px)', narrow)
  }

  watch(dark, (now) => (document.documentElement.dataset.theme = now ? 'dark' : 'light'), { immediate: true })

  /** The part of the view that a name keeps. */
  const parts = (): ViewParts => partsOf(view)

  /** Puts up the parts of another view; the desk stays as it is. */
  function putParts(next: ViewParts): void {
    Object.assign(view, next)
  }

  function setFilter(filter: Filter): void {
    view.filter = filter
  }

  function toggleFacet(facet: ListFacet, word: string, side: Side = 'include'): void {
    view.filter = toggled(view.filter, facet, word, side)
  }

  function clearFilter(): void {
    view.filter = emptyFilter()
  }

  function goTo(page: Page, part: IntakePart = view.intake_part): void {
    view.page = page
    view.intake_part = part
  }

  /** Hides a shown plan or shows a hidden one; the last shown plan stays. */
  function togglePlan(plan: PlanId): void {
    if (view.hidden_plans.includes(plan)) {
      view.hidden_plans = view.hidden_plans.filter((other) => other !== plan)
    } else if (shown_plans.value.length > 1) {
      view.hidden_plans = [...view.hidden_plans, plan]
    }
  }

  function onlyPlan(plan: PlanId): void {
    view.hidden_plans = library.plans.map((other) => other.plan).filter((other) => other !== plan)
  }

  function showAllPlans(): void {
    view.hidden_plans = []
  }

  /** Puts a plan at a place of the bar, counted among all plans. */
  function movePlan(plan: PlanId, to: number): void {
    const order = ordered_plans.value.map((other) => other.plan).filter((other) => other !== plan)
    order.splice(Math.max(0, Math.min(to, order.length)), 0, plan)
    view.plan_order = order
  }

  /** Selects a cell; `open` also opens the evidence drawer. */
  function select(cell: EvidenceQuery | null, open = false): void {
    view.selection = cell
    if (open && cell) view.drawer_open = true
  }

  function switchLanguage(): void {
    view.language = effective_language.value === 'zh-CN' ? 'en' : 'zh-CN'
  }

  function switchTheme(): void {
    view.theme = view.theme === 'system' ? 'light' : view.theme === 'light' ? 'dark' : 'system'
  }

  return {
    ...toRefs(view), loaded, ordered_plans, shown_plans, query, effective_language, dark, narrow, filtered, panel_shown, togglePanel,
    load, save, followSystem, parts, putParts, setFilter, toggleFacet, clearFilter, goTo, togglePlan, onlyPlan, showAllPlans, movePlan,
    select, switchLanguage, switchTheme,
  }
})
