import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useHost, type Host } from '@/ipc'
import type { DropEvent } from '@/ipc'
import { fakeHost } from '@/ipc/fake'
import { i18n } from '@/lib/i18n'
import { useIntake, useLibrary, useView } from '@/state'
import DropZone from './DropZone.vue'
import ImportDesk from './ImportDesk.vue'

let calls: { command: string; args: Record<string, unknown> }[]

function watched(inner: Host): Host {
  return {
    listener: inner.listener,
    call(command, args) {
      calls.push({ command, args })
      return inner.call(command, args)
    },
  }
}

beforeEach(() => {
  setActivePinia(createPinia())
  sessionStorage.clear()
  calls = []
  useHost(watched(fakeHost({})))
})
afterEach(() => useHost(null))

async function desk() {
  await useLibrary().open()
  const wrapper = mount(ImportDesk, { global: { plugins: [i18n] }, attachTo: document.body })
  await flushPromises()
  return wrapper
}

describe('the import', () => {
  it('teaches_while_there_is_nothing', async () => {
    const wrapper = await desk()
    expect(wrapper.get('[data-testid="import-empty"]').text()).toContain('拖到窗口任何位置')
    wrapper.unmount()
  })

  it('says_of_every_file_what_it_is_and_what_stands_in_its_way', async () => {
    const wrapper = await desk()
    await wrapper.get('[data-testid="import-files"]').trigger('click')
    await flushPromises()
    expect(wrapper.get('[data-testid="import-counts"]').text()).toBe('3 个文件 · 导入 2 · 跳过 0 · 不能导入 1')
    expect(wrapper.get('[data-testid="import-row-1"]').text()).toContain('与“芜湖市”有 93% 相同')
    expect(wrapper.get('[data-testid="import-row-1"]').text()).toContain('缺空格 2.4%')
    expect(wrapper.get('[data-testid="import-refused"]').text()).toContain('另存为 .docx')
    wrapper.unmount()
  })

  it('imports_what_was_decided_with_corrected_metadata_and_tags', async () => {
    const wrapper = await desk()
    await wrapper.get('[data-testid="import-files"]').trigger('click')
    await flushPromises()
    await wrapper.get('[data-testid="import-edit-0"]').trigger('click')
    await wrapper.get('[data-testid="meta-region"]').setValue('合肥高新区')
    await wrapper.get('[data-testid="meta-period"]').setValue('2024-2030')
    await wrapper.get('[data-testid="import-decision-1"]').setValue('skip')
    await wrapper.get('[data-testid="import-tags"]').setValue('高新区，试点')
    await wrapper.get('[data-testid="import-take"]').trigger('click')
    await flushPromises()
    const items = calls.find((call) => call.command === 'import_apply')?.args.items
    expect(items).toMatchObject([{ path: '/samples/合肥市工作方案.docx', meta: { region: '合肥高新区', period: [2024, 2030] }, tags: ['高新区', '试点'], decision: { kind: 'as_new' } }])
    expect(wrapper.get('[data-testid="import-result"]').text()).toContain('导入 1 份，目标 14 项')
    expect(useLibrary().plans).toHaveLength(6)
    wrapper.unmount()
  })

  it('a_period_that_is_none_is_said_and_not_taken', async () => {
    const wrapper = await desk()
    await wrapper.get('[data-testid="import-files"]').trigger('click')
    await flushPromises()
    await wrapper.get('[data-testid="import-edit-0"]').trigger('click')
    await wrapper.get('[data-testid="meta-period"]').setValue('明年')
    expect(wrapper.get('.fault').text()).toBe('请写四位年份')
    expect(useIntake().entries[0]?.meta?.period).toEqual([2024, 2026])
    wrapper.unmount()
  })

  it('decisions_that_a_new_version_lost_are_listed', async () => {
    const wrapper = await desk()
    await wrapper.get('[data-testid="import-files"]').trigger('click')
    await flushPromises()
    await wrapper.get('[data-testid="import-take"]').trigger('click')
    await flushPromises()
    expect(wrapper.get('[data-testid="import-result"]').text()).toContain('高新技术企业达到1500家')
    wrapper.unmount()
  })

  it('a_cancel_shows_progress_first_and_what_is_left_afterwards', async () => {
    const wrapper = await desk()
    await wrapper.get('[data-testid="import-files"]').trigger('click')
    await flushPromises()
    useHost(fakeHost({ slow: 60 }))
    await wrapper.get('[data-testid="import-take"]').trigger('click')
    await vi.waitFor(() => expect(wrapper.find('[data-testid="import-cancel"]').exists()).toBe(true))
    await wrapper.get('[data-testid="import-cancel"]').trigger('click')
    await vi.waitFor(() => expect(useIntake().busy).toBe(false), { timeout: 4000 })
    await flushPromises()
    expect(wrapper.get('[data-testid="import-stopped"]').text()).toContain('余下的 2 份')
    expect(useIntake().entries).toHaveLength(2)
    wrapper.unmount()
  })
})

describe('the columns of a workbook', () => {
  async function workbook() {
    const wrapper = await desk()
    await useIntake().propose(['/samples/主要指标.xlsx'])
    const button = await vi.waitFor(() => wrapper.get('[data-testid="import-map-0"]:not([disabled])'))
    await button.trigger('click')
    await vi.waitFor(() => wrapper.get('[data-testid="sheet-0"]'))
    return wrapper
  }

  it('are_shown_with_what_comes_of_each_row_and_what_does_not', async () => {
    const wrapper = await workbook()
    expect(wrapper.get('[data-testid="sheet-counts-0"]').text()).toBe('4 行 · 目标 2 项 · 未识别 1 行')
    expect(wrapper.get('[data-testid="sheet-0-row-1"]').text()).toContain('高新技术企业数 ≥ 120 家 · 2025')
    expect(wrapper.get('[data-testid="sheet-0-row-3"]').text()).toContain('没有数值')
    wrapper.unmount()
  })

  it('are_mapped_by_hand_and_imported_so', async () => {
    const wrapper = await workbook()
    await wrapper.get('[data-testid="sheet-0-column-3"]').setValue('value')
    await wrapper.get('[data-testid="sheet-0-column-4"]').setValue('other')
    await flushPromises()
    await wrapper.get('[data-testid="sheet-0-year-3"]').setValue('2022年')
    await flushPromises()
    expect(wrapper.get('[data-testid="sheet-0-row-1"]').text()).toContain('80 家 · 2022')
    await wrapper.get('[data-testid="import-take"]').trigger('click')
    await flushPromises()
    const items = calls.find((call) => call.command === 'import_apply')?.args.items
    expect(items).toMatchObject([{ sheets: [{ sheet: '主要指标', columns: [{ kind: 'other' }, { kind: 'name' }, { kind: 'unit' }, { kind: 'value', year: 2022 }, { kind: 'other' }, { kind: 'firmness' }] }] }])
    wrapper.unmount()
  })

  it('what_is_no_year_is_not_taken', async () => {
    const wrapper = await workbook()
    const year = wrapper.get('[data-testid="sheet-0-year-4"]')
    await year.setValue('明年')
    expect((year.element as HTMLInputElement).value).toBe('2025')
    expect(calls.some((call) => call.command === 'import_map')).toBe(false)
    wrapper.unmount()
  })
})

describe('a drop', () => {
  it('is_announced_and_leads_to_the_list_from_any_page', async () => {
    let tell: (event: DropEvent) => void = () => undefined
    const inner = fakeHost({})
    useHost({
      listener: inner.listener,
      call(command, args) {
        if (command === 'import_watch') tell = args.drops as typeof tell
        return inner.call(command, args)
      },
    })
    await useLibrary().open()
    await useIntake().watchDrops()
    const zone = mount(DropZone, { global: { plugins: [i18n] } })
    tell({ kind: 'over', count: 3 })
    await flushPromises()
    expect(zone.get('[data-testid="drop-zone"]').text()).toContain('这 3 个')
    tell({ kind: 'dropped', paths: ['/samples/合肥市工作方案.docx'] })
    await flushPromises()
    expect(zone.find('[data-testid="drop-zone"]').exists()).toBe(false)
    expect([useView().page, useView().intake_part]).toEqual(['intake', 'import'])
    expect(useIntake().entries).toHaveLength(1)
    zone.unmount()
  })
})
