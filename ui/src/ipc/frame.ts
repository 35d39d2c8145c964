/** Frames as they cross to the page, and as the page uses them. */
import type { FrameAnswer, FrameGroup, PackedFrame } from './types'

/** The counterpart of the core's packing. */
export function unpackFrame(packed: PackedFrame): FrameAnswer {
  const { ticket, plans, targets_shown, targets_total, facets, units, reasons } = packed
  const benchmarks = new Map(packed.benchmarks)
  let row = 0
  let sub_row = 0
  const groups = packed.groups.map((group): FrameGroup => {
    const known = new Map(group.known.map(([place, name, definition]) => [place, { name, definition }]))
    const rows = group.indicators.map((indicator, place) => ({
      row: row++,
      indicator,
      indicator_en: known.get(place)?.name ?? null,
      definition: known.get(place)?.definition ?? null,
      type: group.type,
      plan_count: group.plan_counts[place] ?? 0,
      sub_rows: (group.sub_rows[place] ?? []).map(([measure, unit, verdict, why, charted]) => {
        const benchmark = benchmarks.get(sub_row)
        return {
          sub_row: sub_row++,
          measure,
          unit: unit === null ? null : (units[unit] ?? null),
          verdict,
          reasons: reasons[why] ?? [],
          charted,
          ...(benchmark === undefined ? {} : { benchmark }),
        }
      }),
    }))
    return { type: group.type, targets: group.targets, plan_targets: group.plan_targets, rows }
  })
  return { ticket, matrix: { plans, groups, targets_shown, targets_total }, facets }
}

/** What the core does before it answers; for the page's stand-in of it. */
export function packFrame({ ticket, matrix, facets }: FrameAnswer): PackedFrame {
  const units: string[] = []
  const reasons: PackedFrame['reasons'] = []
  const benchmarks: PackedFrame['benchmarks'] = []
  const placed = (unit: string | null): number | null => {
    if (unit === null) return null
    if (!units.includes(unit)) units.push(unit)
    return units.indexOf(unit)
  }
  const groups = matrix.groups.map(({ type, targets, plan_targets, rows }) => ({
    type,
    targets,
    plan_targets,
    indicators: rows.map((row) => row.indicator),
    known: rows.flatMap((row, place): [number, string | null, string | null][] => (row.indicator_en === null && row.definition === null ? [] : [[place, row.indicator_en, row.definition]])),
    plan_counts: rows.map((row) => row.plan_count),
    sub_rows: rows.map((row) =>
      row.sub_rows.map((sub): PackedFrame['groups'][number]['sub_rows'][number][number] => {
        if (sub.benchmark !== undefined) benchmarks.push([sub.sub_row, sub.benchmark])
        return [sub.measure, placed(sub.unit), sub.verdict, reasons.push(sub.reasons) - 1, sub.charted]
      }),
    ),
  }))
  return { ticket, plans: matrix.plans, groups, targets_shown: matrix.targets_shown, targets_total: matrix.targets_total, facets, units, reasons, benchmarks }
}
