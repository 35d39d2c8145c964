import { mount, type VueWrapper } from '@vue/test-utils'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, h } from 'vue'
import type { CellQuery, Matrix } from '@/ipc'
import PlanMatrix from './PlanMatrix.vue'
import { flatten, PLAIN } from './lines'
import { column, empty, large, matrix, pair, row, says, stated, sub, windowed } from './samples'

// The test's page has no layout: the table is told that it has 1000 by 600 pixels.
const SIZE = { offsetWidth: 1000, offsetHeight: 600, clientWidth: 1000, clientHeight: 600 }

class Observer {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

const before = new Map<string, PropertyDescriptor | undefined>()

beforeAll(() => {
  for (const [name, value] of Object.entries(SIZE)) {
    before.set(name, Object.getOwnPropertyDescriptor(HTMLElement.prototype, name))
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value })
  }
})

afterAll(() => {
  for (const [name, old] of before) {
    if (old === undefined) Reflect.deleteProperty(HTMLElement.prototype, name)
    else Object.defineProperty(HTMLElement.prototype, name, old)
  }
})

beforeEach(() => {
  vi.stubGlobal('ResizeObserver', Observer)
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 0))
})

/** Long enough for cells to be asked for, to come, and to be drawn. */
const drawn = () => new Promise((done) => setTimeout(done, 20))

let table: VueWrapper | null = null

afterEach(() => {
  table?.unmount()
  table = null
  vi.unstubAllGlobals()
})

const propsOf = (whole: Matrix, options = PLAIN) => {
  const given = windowed(whole)
  return { ...given, lines: flatten(given.frame, options), mode: 'as_written', sort: options.sort, selected: null, current: null } as const
}

async function show(whole: Matrix, more: Record<string, unknown> = {}): Promise<VueWrapper> {
  table = mount(PlanMatrix, { props: { ...propsOf(whole), ...more }, attachTo: document.body })
  await drawn()
  return table
}

const plans = [column(1), column(2)]
const small = matrix(plans, [
  row('高新技术企业数', [
    sub([stated(says('240', { mentions: [1, 2] })), stated(says('155', { op: '>=', firmness: 'soft', year: 2030 }))], [pair(1, 2, 'C')]),
    sub([empty, stated(says(null, { op: '>', relative_to: '全省平均水平' }))], [], { measure: 'growth' }),
  ]),
])

describe('PlanMatrix', () => {
  it('draws what is seen, however large the matrix', async () => {
    const whole = large(5000, 200)
    const given = propsOf(whole)
    const place = document.createElement('div')
    document.body.append(place)
    // Without the mounting tool, which would look through every figure for references.
    const app = createApp({ render: () => h(PlanMatrix, given) })
    app.mount(place)
    await drawn()
    const grid = place.querySelector('[role=grid]')
    expect([grid?.getAttribute('aria-rowcount'), grid?.getAttribute('aria-colcount')]).toEqual(['5011', '202'])
    const rows = place.querySelectorAll('[role=row]').length
    expect(rows).toBeGreaterThan(15)
    expect(rows).toBeLessThan(50)
    expect(place.querySelectorAll('*').length).toBeLessThan(4000)
    expect(place.querySelectorAll('.skeleton')).toHaveLength(0)
    app.unmount()
    place.remove()
  }, 20_000)

  it('says of every cell where it stands', async () => {
    const wrapper = await show(small)
    const cell = wrapper.get('[data-testid="cell-2-高新技术企业数-level"]')
    expect(cell.attributes()).toMatchObject({ role: 'gridcell', 'aria-colindex': '3' })
    expect(cell.element.closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('3')
    expect(wrapper.get('[data-testid="verdict-高新技术企业数-level"]').attributes('aria-label')).toContain('2022、2025')
  })

  it('prints sign, value, unit, other year, endeavour and number of mentions', async () => {
    const wrapper = await show(small)
    expect(wrapper.get('[data-testid="cell-1-高新技术企业数-level"]').text()).toMatch(/240.*家.*2$/s)
    const aim = wrapper.get('[data-testid="cell-2-高新技术企业数-level"]')
    expect(aim.get('.sign').text()).toBe('≥')
    expect(aim.get('.value').classes()).toContain('soft')
    expect(aim.get('.year').text()).toBe('2030')
    expect(aim.get('.bar').classes()).toContain('open')
  })

  it('gives a reason where there is no figure, and a benchmark where there is only that', async () => {
    const wrapper = await show(small)
    expect(wrapper.get('[data-testid="cell-1-高新技术企业数-growth"]').text()).toBe('未提及')
    expect(wrapper.get('[data-testid="cell-2-高新技术企业数-growth"] .relative').text()).toBe('> 全省平均水平')
  })

  it('prints the name of an indicator once', async () => {
    const wrapper = await show(small)
    expect(wrapper.findAll('.indicator').map((name) => name.text())).toEqual(['高新技术企业数', ''])
    expect(wrapper.findAll('[data-testid="row-高新技术企业数"]')).toHaveLength(1)
  })

  it('moves with the keys and opens with Enter', async () => {
    const wrapper = await show(small)
    const grid = wrapper.get('[role=grid]')
    await grid.trigger('focus')
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await grid.trigger('keydown', { key })
    expect(wrapper.get('.cell.active').attributes('data-testid')).toBe('cell-2-高新技术企业数-level')
    expect(grid.attributes('aria-activedescendant')).toBe(wrapper.get('.cell.active').attributes('id'))
    await grid.trigger('keydown', { key: 'Enter' })
    expect(wrapper.emitted('open')).toEqual([[{ plan: 2, indicator: '高新技术企业数', measure: 'level' }]])
  })

  it('opens a cell with a click, folds a type and sorts by a plan', async () => {
    const wrapper = await show(small)
    const click = async (selector: string) => {
      await wrapper.get(selector).trigger('pointerdown', { button: 0 })
      await wrapper.get(selector).trigger('click')
    }
    await click('[data-testid="cell-1-高新技术企业数-level"]')
    await click('[data-testid="group-创新主体"] .name')
    await click('[data-testid="plan-head-2"]')
    expect(wrapper.emitted('open')).toHaveLength(1)
    expect(wrapper.emitted('fold')).toEqual([['创新主体']])
    expect(wrapper.emitted('sort')).toEqual([[2]])
  })

  it('copies the range that shift and the arrows have chosen', async () => {
    const wrapper = await show(small)
    const grid = wrapper.get('[role=grid]')
    await grid.trigger('focus')
    for (const key of ['ArrowDown', 'ArrowRight']) await grid.trigger('keydown', { key })
    await grid.trigger('keydown', { key: 'ArrowDown', shiftKey: true })
    await grid.trigger('keydown', { key: 'ArrowRight', shiftKey: true })
    await grid.trigger('keydown', { key: 'c', ctrlKey: true })
    expect(wrapper.emitted('copy')?.map(([, ...rest]) => rest)).toEqual([[{ top: 1, bottom: 2, left: 1, right: 2 }, false]])
    expect(wrapper.findAll('[role=gridcell][aria-selected=true]')).toHaveLength(4)
  })

  it('shows the cell that was chosen elsewhere', async () => {
    const wrapper = await show(small)
    await wrapper.setProps({ selected: { plan: 1, indicator: '高新技术企业数', measure: 'growth' } })
    await drawn()
    expect(wrapper.get('.cell.active').attributes('data-testid')).toBe('cell-1-高新技术企业数-growth')
    expect(wrapper.emitted('move')).toBeUndefined()
  })

  it('shows plans as rows when turned, with the same cells and the same keys', async () => {
    const wrapper = await show(small, { turned: true })
    const cell = wrapper.get('[data-testid="cell-2-高新技术企业数-level"]')
    expect(cell.get('.value').text()).toBe('155')
    expect(cell.element.closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('3')
    expect(wrapper.get('[role=grid]').attributes('aria-colcount')).toBe('4')
    expect(wrapper.get('[data-testid="row-高新技术企业数-level"] .verdict-badge').text()).toBe('C')
    const grid = wrapper.get('[role=grid]')
    await grid.trigger('focus')
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter']) await grid.trigger('keydown', { key })
    expect(wrapper.emitted('open')).toEqual([[{ plan: 2, indicator: '高新技术企业数', measure: 'level' }]])
  })

  it('keeps pinned rows and plans in sight, before the others', async () => {
    const whole = matrix([column(1), column(2)], [row('甲', [sub([stated(says('1')), empty])]), row('乙', [sub([stated(says('2')), empty])])])
    const given = windowed(whole)
    const wrapper = await show(whole, { lines: flatten(given.frame, { ...PLAIN, pinned: ['乙'] }), pinnedPlans: [2] })
    expect(wrapper.get('.top [data-testid="row-乙"]').attributes('aria-rowindex')).toBe('2')
    expect(wrapper.findAll('[data-testid="row-乙"]')).toHaveLength(1)
    expect(wrapper.get('.body [data-testid="row-甲"] .lead [role=gridcell]').attributes('data-testid')).toBe('cell-2-甲-level')
  })

  it('shows the lines of another comparison only with their cells', async () => {
    const wrapper = await show(small)
    const slow = windowed(matrix(plans, [row('新', [sub([stated(says('9')), empty])])]))
    await wrapper.setProps({ ...propsOf(small), ...slow, lines: flatten(slow.frame), ticket: 2 })
    await drawn()
    expect(wrapper.get('[data-testid="cell-1-新-level"] .value').text()).toBe('9')
  })

  it('marks what was found and goes there', async () => {
    const wrapper = await show(small)
    await wrapper.setProps({ found: [{ sub_row: 0, column: 1 }, { sub_row: 0, column: null }], foundAt: 1 })
    await drawn()
    expect(wrapper.findAll('.cell.found').map((one) => one.attributes('aria-colindex'))).toEqual(['1', '3'])
    expect(wrapper.get('.cell.active').attributes('data-testid')).toBe('cell-2-高新技术企业数-level')
  })

  it('is widened and moved by the keyboard', async () => {
    const wrapper = await show(small)
    const grid = wrapper.get('[role=grid]')
    await grid.trigger('focus')
    for (const key of ['ArrowDown', 'ArrowRight', '+']) await grid.trigger('keydown', { key })
    await grid.trigger('keydown', { key: 'ArrowRight', altKey: true })
    await grid.trigger('keydown', { key: 'ArrowDown', altKey: true })
    expect(wrapper.emitted('width')?.[0]?.[0]).toBe('plan 1')
    expect(wrapper.emitted('shift')?.map(([line, plan, by]) => [(line as { key: string } | null)?.key ?? null, plan, by])).toEqual([
      [null, 1, 1],
      ['高新技术企业数\u0000level', null, 1],
    ])
  })

  it('finds its cursor again when lines have moved', async () => {
    const whole = matrix([column(1)], [row('甲', [sub([stated(says('1'))])]), row('乙', [sub([stated(says('2'))])])])
    const wrapper = await show(whole)
    const grid = wrapper.get('[role=grid]')
    await grid.trigger('focus')
    for (const key of ['ArrowDown', 'ArrowRight']) await grid.trigger('keydown', { key })
    const turned = windowed(matrix([column(1)], [row('乙', [sub([stated(says('2'))])]), row('甲', [sub([stated(says('1'))])])]))
    await wrapper.setProps({ ...turned, lines: flatten(turned.frame) })
    await drawn()
    expect(wrapper.get('.cell.active').attributes('data-testid')).toBe('cell-1-甲-level')
  })

  it('never lets a derived figure pass for a stated one', async () => {
    const derived = { ...says('9') }
    derived.derived = { kind: 'annual_to_increment' } as unknown as NonNullable<typeof derived.derived>
    const wrapper = await show(matrix([column(1), column(2)], [row('甲', [sub([stated(derived), stated(says('8'))])])]))
    expect(wrapper.get('[data-testid="cell-1-甲-level"] .derived').attributes('aria-label')).toContain('原文没有')
    expect(wrapper.find('[data-testid="cell-2-甲-level"] .derived').exists()).toBe(false)
  })

  it('puts text of the documents in as text', async () => {
    const wrapper = await show(matrix([column(1, { region: '<img src=x>' })], [row('<b>甲</b>', [sub([stated(says('1', { unit: '<i>家</i>' }))])])]))
    expect(wrapper.find('img').exists()).toBe(false)
    expect(wrapper.get('.indicator').text()).toBe('<b>甲</b>')
    expect(wrapper.get('.unit').text()).toBe('<i>家</i>')
  })

  const measured = matrix(plans, [
    row('高新技术企业数', [
      sub(
        [stated(says('240')), { kind: 'stated', statements: [says('155', { difference: { absolute: '-85', percent: '-35.42', verdict: 'C', reasons: [{ kind: 'year_differs', years: [2025, 2030] }] } })], set_aside: [says('90', { year: 2022 })] }],
        [pair(1, 2, 'C')],
        { benchmark: { value: '240', unit: '家', year: 2025, plans: [1] } },
      ),
      sub([empty, stated(says('3', { unit: '%' }))], [], { measure: 'growth' }),
    ]),
  ])
  const benchmark = { kind: 'plan' as const, plan: 1, name: '甲1市', hidden: false }

  it('puts the benchmark before the plans, and under each figure how far it lies from it', async () => {
    const grid = await show(measured, { benchmark, closestYear: 2025 })
    expect(grid.get('[role=grid]').attributes('aria-colcount')).toBe('5')
    expect(grid.get('[data-testid=benchmark-head]').text()).toContain('甲1市')
    expect(grid.get('[data-testid="benchmark-高新技术企业数-level"]').text()).toContain('240')
    expect(grid.get('[data-testid="benchmark-高新技术企业数-growth"] .empty').attributes('aria-label')).toContain('没有单一数值')
    const cell = grid.get('[data-testid="cell-2-高新技术企业数-level"] .difference')
    expect(cell.find('[aria-hidden]').text()).toBe('−85 (−35.42%)')
    expect(cell.get('.condition').text()).toBe('C')
    expect(cell.get('.sr-only').text()).toContain('年份不同：2025、2030')
    expect(grid.get('[data-testid="cell-1-高新技术企业数-level"] .difference').text()).toBe('')
  })

  it('marks what the choice of a year put aside, with the number and the reason', async () => {
    const grid = await show(measured, { closestYear: 2025 })
    const mark = grid.get('[data-testid="cell-2-高新技术企业数-level"] .aside')
    expect([mark.text(), mark.attributes('aria-label')]).toEqual(['(+1)', '按“最接近 2025 年”，1 个其他年份的表述不参与比较'])
    expect(grid.findAll('.aside')).toHaveLength(1)
  })

  it('opens the evidence of the benchmark where it has a figure, and its choice where it has none', async () => {
    const grid = await show(measured, { benchmark })
    const scroller = grid.get('[role=grid]')
    await scroller.trigger('focus')
    for (const key of ['ArrowDown', 'ArrowRight', 'Enter']) await scroller.trigger('keydown', { key })
    expect(grid.emitted('open')?.at(-1)).toEqual([{ plan: 1, indicator: '高新技术企业数', measure: 'level' }])
    for (const key of ['ArrowDown', 'Enter']) await scroller.trigger('keydown', { key })
    expect(grid.emitted('benchmark')).toHaveLength(1)
  })

  it('turns the benchmark into the first row', async () => {
    const grid = await show(measured, { benchmark, turned: true })
    expect(grid.get('[data-testid=benchmark-head]').attributes('role')).toBe('rowheader')
    expect(grid.get('[data-testid="benchmark-高新技术企业数-level"]').text()).toContain('240')
  })

  it('steps back with cells that have none of the verdicts asked for, and says so', async () => {
    const given = propsOf(measured)
    const cells = async (query: CellQuery) => (await given.cells(query)).map((line) => ({ ...line, stated: line.stated.map((cell) => ({ ...cell, outside: cell.column === 1 })) }))
    const grid = await show(measured, { cells })
    expect(grid.get('[data-testid="cell-1-高新技术企业数-level"]').classes()).not.toContain('outside')
    const cell = grid.get('[data-testid="cell-2-高新技术企业数-level"]')
    expect(cell.classes()).toContain('outside')
    expect([cell.find('.bar').exists(), cell.get('.sr-only').text()]).toEqual([false, '不属于筛选所选的可比性类别'])
  })
})
