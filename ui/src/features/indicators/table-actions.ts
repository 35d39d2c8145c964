/** What can be done with a row or a plan of the table, as the menu and the keys offer it. */
import type { MatrixFrame, PlanId } from '@/ipc'
import { indicatorName, t } from '@/lib'
import { isBenchmarkPlan, useOverlays, useView, withBenchmark } from '@/state'
import type { Line, SubLine } from '@/table'
import type { TableAction } from './table-action'
import { flipped, movedIn, movedRow, neighbour } from './table-state'

/** Moves a row within its type, or a plan among the plans; what is pinned moves among what is pinned. */
export function shiftIn(lines: readonly Line[], line: SubLine | null, plan: PlanId | null, by: number): void {
  const view = useView()
  const { table } = view
  if (line !== null) {
    const { indicator } = line.row
    if (table.pinned_rows.includes(indicator)) table.pinned_rows = movedIn(table.pinned_rows, indicator, by)
    else {
      const rows = lines.flatMap((one) => (one.kind === 'sub' && one.first && one.row.type === line.row.type && !table.pinned_rows.includes(one.row.indicator) ? [one.row.indicator] : []))
      table.row_order = movedRow(view.sort.by === 'own' ? table.row_order : [], rows, indicator, by)
      view.sort = { by: 'own', plan: null, descending: false }
    }
  } else if (plan !== null) {
    if (table.pinned_plans.includes(plan)) {
      table.pinned_plans = movedIn(table.pinned_plans, plan, by)
      return
    }
    const shown = view.shown_plans.map((one) => one.plan).filter((one) => !table.pinned_plans.includes(one))
    const beside = neighbour(shown, plan, by)
    if (beside !== null) view.movePlan(plan, view.ordered_plans.findIndex((one) => one.plan === beside))
  }
}

/** The entries of the menu at a place of the table, and its heading. */
export function actionsOf(
  at: { line: SubLine | null; plan: PlanId | null },
  frame: MatrixFrame | null,
  lines: readonly Line[],
  copy: (headed: boolean, signs?: boolean) => void,
): { title: string; actions: TableAction[] } {
  const view = useView()
  const { table } = view
  const actions: TableAction[] = [
    { key: 'copy', label: t('indicators.act_copy'), run: () => copy(false) },
    { key: 'copy-heads', label: t('indicators.act_copy_heads'), run: () => copy(true) },
    { key: 'copy-signs', label: t('indicators.act_copy_signs'), run: () => copy(false, true) },
  ]
  const { line, plan } = at
  if (line !== null) {
    const { indicator } = line.row
    const pinned = table.pinned_rows.includes(indicator)
    actions.push(
      { key: 'pin-row', label: t(pinned ? 'indicators.act_unpin_row' : 'indicators.act_pin_row'), run: () => (table.pinned_rows = flipped(table.pinned_rows, indicator)) },
      { key: 'hide-row', label: t('indicators.act_hide_row'), run: () => (table.hidden_rows = [...table.hidden_rows, indicator]) },
      { key: 'row-back', label: t('indicators.act_row_back'), run: () => shiftIn(lines, line, null, -1) },
      { key: 'row-on', label: t('indicators.act_row_on'), run: () => shiftIn(lines, line, null, 1) },
    )
  }
  if (plan !== null) {
    const pinned = table.pinned_plans.includes(plan)
    actions.push(
      { key: 'high', label: t('indicators.act_high'), run: () => (view.sort = { by: 'plan_value', plan, descending: true }) },
      { key: 'low', label: t('indicators.act_low'), run: () => (view.sort = { by: 'plan_value', plan, descending: false }) },
      isBenchmarkPlan(view.choices, plan)
        ? { key: 'no-benchmark', label: t('indicators.act_no_benchmark'), run: () => (view.choices = withBenchmark(view.choices, null)) }
        : { key: 'benchmark', label: t('indicators.act_benchmark'), run: () => (view.choices = withBenchmark(view.choices, { kind: 'plan', plan })) },
      { key: 'pin-plan', label: t(pinned ? 'indicators.act_unpin_plan' : 'indicators.act_pin_plan'), run: () => (table.pinned_plans = flipped(table.pinned_plans, plan)) },
      { key: 'hide-plan', label: t('indicators.act_hide_plan'), disabled: view.shown_plans.length < 2, run: () => view.togglePlan(plan) },
      { key: 'plan-back', label: t('indicators.act_plan_back'), run: () => shiftIn(lines, null, plan, -1) },
      { key: 'plan-on', label: t('indicators.act_plan_on'), run: () => shiftIn(lines, null, plan, 1) },
    )
  }
  if (plan === null && view.choices.benchmark !== null) {
    actions.push(
      { key: 'choose-benchmark', label: t('indicators.act_choose_benchmark'), run: () => (useOverlays().choices = 'conversions') },
      { key: 'no-benchmark', label: t('indicators.act_no_benchmark'), run: () => (view.choices = withBenchmark(view.choices, null)) },
    )
  }
  const region = frame?.plans.find((one) => one.plan === plan)?.region
  const title = [line === null ? null : indicatorName(line.row), region].filter((part) => part !== null && part !== undefined).join(' · ')
  return { title, actions }
}
