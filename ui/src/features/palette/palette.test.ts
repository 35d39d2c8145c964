import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { useOverlays, useView } from '@/state'
import { commands } from './commands'
import { fit, found, MOST, type Entry } from './find'
import { listenForKeys, pressed } from './keys'

beforeEach(() => setActivePinia(createPinia()))

const entry = (text: string, kind: Entry['kind'] = 'indicator', also = ''): Entry => ({ id: text, kind, text, also, hint: '', run: () => undefined })

describe('finding', () => {
  it('a_beginning_fits_better_than_a_middle', () => {
    expect(found([entry('国家高新区'), entry('高新技术企业数')], '高新').map((one) => one.text)).toEqual(['高新技术企业数', '国家高新区'])
  })

  it('words_may_stand_apart_and_in_either_language', () => {
    expect(fit(entry('研发经费投入强度', 'indicator', 'R&D intensity'), 'INTENSITY r&d')).toBe(2)
    expect(fit(entry('研发经费投入强度'), '专利')).toBeNull()
  })

  it('plans_come_before_indicators_and_commands_and_lists_stay_short', () => {
    const many = Array.from({ length: 20 }, (_, at) => entry(`高${at}`))
    const list = found([entry('高命令', 'command'), ...many, entry('高市', 'plan')], '高')
    expect(list.map((one) => one.kind)).toEqual(['plan', ...Array<string>(MOST).fill('indicator'), 'command'])
  })
})

describe('keys', () => {
  const press = (init: KeyboardEventInit) => new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })

  it('no_two_commands_share_one', () => {
    const shown = commands().flatMap((command) => command.chord?.shown ?? [])
    expect(shown.filter((one, at) => shown.indexOf(one) !== at)).toEqual([])
    const codes = commands().flatMap(({ chord }) => (chord ? `${chord.code} ${chord.alt} ${chord.main} ${chord.shift}` : []))
    expect(new Set(codes).size).toBe(codes.length)
  })

  it('modifiers_count', () => {
    const palette = commands().find((command) => command.id === 'palette')?.chord
    if (!palette) throw new Error('no chord')
    expect(pressed(palette, press({ code: 'KeyK', key: 'k', ctrlKey: true }))).toBe(true)
    expect(pressed(palette, press({ code: 'KeyK', key: 'k', metaKey: true }))).toBe(true)
    expect(pressed(palette, press({ code: 'KeyK', key: 'k' }))).toBe(false)
    expect(pressed(palette, press({ code: 'KeyK', key: 'k', ctrlKey: true, shiftKey: true }))).toBe(false)
  })

  it('run_their_command_but_not_the_question_mark_of_a_writer', () => {
    const stop = listenForKeys()
    const overlays = useOverlays()
    const input = document.body.appendChild(document.createElement('input'))
    input.dispatchEvent(press({ key: '?', code: 'Slash', shiftKey: true }))
    expect(overlays.keys).toBe(false)
    document.body.dispatchEvent(press({ key: '?', code: 'Slash', shiftKey: true }))
    expect(overlays.keys).toBe(true)
    input.dispatchEvent(press({ key: '1', code: 'Digit1', altKey: true }))
    expect(useView().page).toBe('overview')
    stop()
    document.body.dispatchEvent(press({ key: '2', code: 'Digit2', altKey: true }))
    expect(useView().page).toBe('overview')
    input.remove()
  })
})
