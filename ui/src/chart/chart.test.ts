/** The picture of the core on the page: its marks by key and pointer, its table, and what is left out. */
import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPinia, setActivePinia } from 'pinia'
import type { ChartAnswer, ChartKind } from '@/ipc'
import charts from '@/ipc/fixture/charts.json'
import { i18n } from '@/lib/i18n'
import ChartTable from './ChartTable.vue'
import SceneView from './SceneView.vue'
import { neighbour, type Place } from './moving'

const CHARTS = charts as unknown as Record<ChartKind, ChartAnswer>
const KINDS = Object.keys(CHARTS) as ChartKind[]

let mounted: VueWrapper | null = null
beforeEach(() => setActivePinia(createPinia()))
afterEach(() => {
  mounted?.unmount()
  mounted = null
})

function show(kind: ChartKind): VueWrapper {
  mounted = mount(SceneView, { props: { scene: CHARTS[kind].scene, chosen: null }, attachTo: document.body, global: { plugins: [i18n] } })
  return mounted
}

const marksOf = (kind: ChartKind) => CHARTS[kind].scene.items.flatMap((item) => (item.kind === 'mark' ? [item] : []))

describe('the picture', () => {
  it('draws_every_mark_of_the_table_and_no_other', () => {
    for (const kind of KINDS) {
      const drawn = show(kind).findAll('[data-mark]').map((mark) => mark.attributes('data-mark'))
      const rows = CHARTS[kind].spec.table.rows.flatMap((row) => row.mark ?? [])
      expect(drawn.sort(), kind).toEqual(rows.sort())
      mounted?.unmount()
    }
  })

  it('prints_the_value_that_the_table_holds', () => {
    const { spec, scene } = CHARTS.grouped_bar
    for (const row of spec.table.rows) {
      if (row.mark === null) continue
      const mark = scene.items.find((item) => item.kind === 'mark' && item.id === row.mark)
      const runs = mark?.kind === 'mark' ? mark.items.flatMap((item) => (item.kind === 'text' ? item.runs : [])) : []
      expect(runs.filter((run) => run.value).map((run) => run.text)).toEqual([`${row.cells[3]?.text}${row.cells[4]?.text}`])
    }
  })

  it('is_one_stop_of_the_tab_key_and_arrows_move_within', async () => {
    const picture = show('grouped_bar')
    const marks = marksOf('grouped_bar').map((mark) => mark.id)
    expect(picture.findAll('[tabindex="0"]').map((mark) => mark.attributes('data-mark'))).toEqual([marks[0]])
    await picture.get(`[data-mark="${marks[0]}"]`).trigger('keydown', { key: 'ArrowDown' })
    await new Promise((done) => setTimeout(done))
    expect(document.activeElement?.getAttribute('data-mark')).toBe(marks[1])
    await picture.get(`[data-mark="${marks[1]}"]`).trigger('keydown', { key: 'End' })
    await new Promise((done) => setTimeout(done))
    expect(document.activeElement?.getAttribute('data-mark')).toBe(marks.at(-1))
    await picture.get(`[data-mark="${marks.at(-1)}"]`).trigger('keydown', { key: 'Enter' })
    expect(picture.emitted('choose')).toEqual([[marks.at(-1)]])
  })

  it('says_each_mark_in_words', () => {
    for (const kind of KINDS) for (const mark of marksOf(kind)) expect(mark.label.length, `${kind} ${mark.id}`).toBeGreaterThan(6)
  })
})

describe('moving', () => {
  const cell = (id: string, x: number, y: number): Place => ({ id, x: x * 50, y: y * 20, width: 48, height: 18 })
  const grid = [cell('a', 0, 0), cell('b', 1, 0), cell('c', 0, 1), cell('d', 1, 1)]

  it('goes_to_the_nearest_mark_that_way_and_stops_at_the_edge', () => {
    expect(neighbour(grid, 'a', 'right')).toBe('b')
    expect(neighbour(grid, 'a', 'down')).toBe('c')
    expect(neighbour(grid, 'd', 'left')).toBe('c')
    expect(neighbour(grid, 'd', 'up')).toBe('b')
    expect(neighbour(grid, 'b', 'right')).toBeNull()
    expect(neighbour(grid, 'gone', 'right')).toBe('a')
  })

  it('reaches_every_mark_of_every_chart', () => {
    for (const kind of KINDS) {
      const marks = marksOf(kind)
      const seen = new Set<string>()
      const open = [marks[0]?.id ?? '']
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        if (seen.has(at)) continue
        seen.add(at)
        for (const direction of ['up', 'down', 'left', 'right'] as const) {
          const next = neighbour(marks, at, direction)
          if (next !== null) open.push(next)
        }
      }
      expect(seen.size, kind).toBe(marks.length)
    }
  })
})

describe('the table behind it', () => {
  it('holds_what_is_drawn_and_what_is_left_out_with_its_reason', () => {
    const { spec } = CHARTS.grouped_bar
    const table = mount(ChartTable, { props: { spec, reachable: true, chosen: null }, global: { plugins: [i18n] } })
    expect(table.findAll('tbody tr')).toHaveLength(5)
    expect(table.findAll('tbody tr.out').map((row) => row.get('th').text())).toEqual(['亳州高新区', '许昌市'])
    expect(table.text()).toContain('未提及')
    expect(table.findAll('tbody tr').map((row) => row.text()).join(' ')).toContain('58')
  })

  it('never_groups_years', () => {
    const table = mount(ChartTable, { props: { spec: CHARTS.timeline.spec, reachable: false, chosen: null }, global: { plugins: [i18n] } })
    expect(table.text()).toContain('2022')
    expect(table.find('button').exists()).toBe(false)
  })
})
