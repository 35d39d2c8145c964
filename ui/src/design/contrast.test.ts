/** Every ink is readable on every ground it may stand on, in both themes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planHex } from './plan-colours'

const AA = 4.5
const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

/** The colours that a theme sets, by name. */
function colours(theme: 'light' | 'dark'): Map<string, string> {
  const blocks = [...css.matchAll(/([^{}]*)\{([^{}]*)\}/g)].filter(([, selector]) => selector?.includes(`data-theme="${theme}"`))
  return new Map(blocks.flatMap(([, , body]) => [...(body ?? '').matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] as string, match[2] as string] as const)))
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  const set = colours(theme)
  const get = (name: string) => set.get(name) ?? '#000000'

  it('sets_the_same_names_as_the_other', () => {
    expect([...set.keys()].sort()).toEqual([...colours(theme === 'light' ? 'dark' : 'light').keys()].sort())
    expect(set.size).toBeGreaterThan(30)
  })

  it('text_reads_on_every_ground', () => {
    const poor = ['ink', 'ink-2', 'ink-3', 'ink-faint', 'accent', 'warn', 'bad', 'good'].flatMap((ink) =>
      ['ground', 'ground-quiet', 'ground-quote', 'ground-hover', 'ground-selected'].filter((ground) => contrast(get(ink), get(ground)) < AA).map((ground) => `${ink} on ${ground}`),
    )
    expect(poor).toEqual([])
  })

  it('marked_text_and_buttons_read', () => {
    expect(contrast(get('ink'), get('mark'))).toBeGreaterThan(AA)
    expect(contrast(get('accent-ink'), get('accent'))).toBeGreaterThan(AA)
  })

  it('figures_read_on_the_pieces_of_the_stacked_bar', () => {
    const poor = Array.from({ length: 11 }, (_, at) => at).filter((at) => contrast(get(at % 2 === 0 ? 'type-ink-dark' : 'type-ink-light'), get(`type-${at}`)) < AA)
    expect(poor).toEqual([])
  })

  it('canvases_use_the_colours_of_the_style_sheet', () => {
    for (let at = 0; at < 12; at++) expect(planHex(at, theme === 'dark')).toBe(get(`plan-${at}`))
  })
})
