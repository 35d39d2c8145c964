import { mount, type VueWrapper } from '@vue/test-utils'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, h, nextTick } from 'vue'
import PlanMatrix from './PlanMatrix.vue'
import { flatten, PLAIN } from './rows'
import { column, empty, large, matrix, pair, row, says, stated, sub } from './samples'

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

beforeEach(() => vi.stubGlobal('ResizeObserver', Observer))

let table: VueWrapper | null = null

afterEach(() => {
  table?.unmount()
  table = null
  vi.unstubAllGlobals()
})

async function show(whole: ReturnType<typeof matrix>): Promise<VueWrapper> {
  table = mount(PlanMatrix, {
    props: { matrix: whole, lines: flatten(whole), mode: 'as_written', sort: PLAIN.sort, selected: null, current: null },
    attachTo: document.body,
  })
  await nextTick()
  await nextTick()
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
    const lines = flatten(whole)
    const place = document.createElement('div')
    document.body.append(place)
    // Without the mounting tool, which would look through every figure for references.
    const app = createApp({ render: () => h(PlanMatrix, { matrix: whole, lines, mode: 'as_written', sort: PLAIN.sort, selected: null, current: null }) })
    app.mount(place)
    await nextTick()
    await nextTick()
    const grid = place.querySelector('[role=grid]')
    expect([grid?.getAttribute('aria-rowcount'), grid?.getAttribute('aria-colcount')]).toEqual(['5011', '202'])
    const rows = place.querySelectorAll('[role=row]').length
    expect(rows).toBeGreaterThan(15)
    expect(rows).toBeLessThan(50)
    expect(place.querySelectorAll('*').length).toBeLessThan(4000)
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
    expect(wrapper.emitted('copy')).toEqual([[{ top: 1, bottom: 2, left: 1, right: 2 }, false]])
    expect(wrapper.findAll('[role=gridcell][aria-selected=true]')).toHaveLength(4)
  })

  it('shows the cell that was chosen elsewhere', async () => {
    const wrapper = await show(small)
    await wrapper.setProps({ selected: { plan: 1, indicator: '高新技术企业数', measure: 'growth' } })
    expect(wrapper.get('.cell.active').attributes('data-testid')).toBe('cell-1-高新技术企业数-growth')
    expect(wrapper.emitted('move')).toBeUndefined()
  })

  it('puts text of the documents in as text', async () => {
    const wrapper = await show(matrix([column(1, { region: '<img src=x>' })], [row('<b>甲</b>', [sub([stated(says('1', { unit: '<i>家</i>' }))])])]))
    expect(wrapper.find('img').exists()).toBe(false)
    expect(wrapper.get('.indicator').text()).toBe('<b>甲</b>')
    expect(wrapper.get('.unit').text()).toBe('<i>家</i>')
  })
})
