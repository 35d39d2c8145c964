/** The rules of the source tree: who may import whom, and what never stands in a page that shows documents. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname)
const LINES_MOST = 600

interface Source {
  path: string
  text: string
  imports: string[]
}

const sources: Source[] = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|vue)$/.test(path))
  .map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    return { path: path.split(sep).join('/'), text, imports: importsOf(text) }
  })

function importsOf(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom\s+|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g)].map((match) => match[1] as string)
}

/** An import as a path inside `src/`, or `null` for a package. */
function inside(source: Source, wanted: string): string | null {
  if (wanted.startsWith('@/')) return wanted.slice(2)
  if (!wanted.startsWith('.')) return null
  return relative(ROOT, resolve(ROOT, dirname(source.path), wanted)).split(sep).join('/')
}

/** Every import that breaks a rule, as `file → import`. */
function offences(breaks: (source: Source, target: string | null, wanted: string) => boolean): string[] {
  return sources.flatMap((source) => source.imports.filter((wanted) => breaks(source, inside(source, wanted), wanted)).map((wanted) => `${source.path} → ${wanted}`))
}

const feature = (path: string) => /^features\/([^/]+)/.exec(path)?.[1] ?? null

describe('import rules', () => {
  it('finds_the_sources_and_their_imports', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(importsOf(`import a from 'x'\nconst b = import('./y')\nexport * from "@/z"\nimport '@/w.css'`)).toEqual(['x', './y', '@/z', '@/w.css'])
  })

  it('only_ipc_speaks_to_the_host', () => {
    expect(offences((source, _, wanted) => wanted.startsWith('@tauri-apps/') && !source.path.startsWith('ipc/'))).toEqual([])
  })

  it('features_enter_one_another_by_the_front_door', () => {
    const breaks = (source: Source, target: string | null) =>
      target !== null && feature(target) !== null && feature(source.path) !== feature(target) && !/^features\/[^/]+(\/index(\.ts)?)?$/.test(target)
    expect(offences(breaks)).toEqual([])
  })

  it('lower_floors_know_no_feature', () => {
    const low = /^(table|chart|lib|design|state|ipc)\//
    expect(offences((source, target) => low.test(source.path) && target !== null && /^(features|app)\b/.test(target))).toEqual([])
  })

  it('the_stand_in_is_imported_by_the_client_and_by_tests_only', () => {
    const breaks = (source: Source, target: string | null) =>
      target !== null && /^ipc\/(fake|fixture)/.test(target) && source.path !== 'ipc/client.ts' && !source.path.startsWith('ipc/fake') && !/\.test\.ts$|(^|\/)samples?\.ts$/.test(source.path)
    expect(offences(breaks)).toEqual([])
  })
})

describe('the text of documents', () => {
  it('is_never_put_into_the_page_as_markup', () => {
    const forbidden = /v-html|\.innerHTML|outerHTML|insertAdjacentHTML|document\.write|execCommand/
    const found = sources.filter((source) => source.path !== 'import-rules.test.ts' && forbidden.test(source.text))
    expect(found.map((source) => source.path)).toEqual([])
  })
})

describe('file sizes', () => {
  it('no_file_is_too_long_to_read', () => {
    const long = sources.filter((source) => source.text.split('\n').length > LINES_MOST)
    expect(long.map((source) => source.path)).toEqual([])
  })
})
