/**
 * Puts content into the elements of cells. Plain DOM, because a scroll by one line means a hundred new cells; text of
 * documents goes in as text and in no other way.
 */
import { planColour } from '@/design'
import type { Statement } from '@/ipc'
import { indicatorName, language, measureLongWord, measureWord, reasonSentence, reasonWord, t, typeWord, verdictWord, type MessageKey } from '@/lib'
import { barShape } from './bars'
import { benchmarkName, benchmarkText, differenceSentences, differenceText, noBenchmark } from './benchmark'
import { cellView, plainText, type CellView, type StatementView } from './cell'
import type { StoredCell } from './cell-store'
import { TIGHT } from './columns'
import { groupSummary, planAbout, planPeriod } from './notes'
import type { GroupLine, SubLine } from './lines'
import type { PlanTrack, Sheet } from './sheet'

export function part(name: string, text = '', tag = 'span'): HTMLElement {
  const element = document.createElement(tag)
  element.className = name
  if (text !== '') element.textContent = text
  return element
}

/** A text that is said, not printed. */
function said(element: HTMLElement, label: string): HTMLElement {
  element.setAttribute('aria-label', label)
  return element
}

const known = new Map<string, string>()

/** Words that stand in hundreds of cells are looked up once for each language. */
function word(key: MessageKey): string {
  const name = `${language()} ${key}`
  let text = known.get(name)
  if (text === undefined) known.set(name, (text = t(key)))
  return text
}

const SVG = 'http://www.w3.org/2000/svg'

/** A small triangle; CSS turns it. */
function arrow(name: string): SVGElement {
  const box = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  for (const [key, value] of [['class', name], ['width', '8'], ['height', '8'], ['viewBox', '0 0 8 8'], ['aria-hidden', 'true']] as const) box.setAttribute(key, value)
  path.setAttribute('d', 'M0 1.5h8l-4 5z')
  path.setAttribute('fill', 'currentColor')
  box.append(path)
  return box
}

/** What a cell says, in the mode of the sheet. */
export function viewOf(cell: StoredCell, line: SubLine, track: PlanTrack, sheet: Sheet): CellView {
  return typeof cell === 'string'
    ? { kind: 'empty', reason: cell }
    : cellView({ kind: 'stated', statements: cell.statements, set_aside: cell.set_aside }, line.sub.unit, track.plan.main_year, sheet.mode)
}

/** Whether the filter asks for verdicts that no pair of this cell has. */
export const isOutside = (cell: StoredCell): boolean => typeof cell !== 'string' && cell.outside === true

/** A cell with figures, with a reason for none, or with nothing yet. */
export function fillCell(element: HTMLElement, cell: StoredCell | undefined, line: SubLine, track: PlanTrack, sheet: Sheet, width: number): void {
  if (cell === undefined) {
    element.replaceChildren(part('skeleton'))
    return
  }
  const view = viewOf(cell, line, track, sheet)
  const outside = isOutside(cell)
  element.classList.toggle('outside', outside)
  if (view.kind === 'empty') {
    element.replaceChildren(part('empty', word(`matrix.empty.${view.reason}`)))
    return
  }
  const { main, others, aside, mentions } = view
  const parts: HTMLElement[] = []
  if (main.relative !== null) parts.push(part('relative', plainText(main)))
  else {
    parts.push(part('sign', main.sign), part(main.soft ? 'value num soft' : 'value num', main.value))
    if (main.soft) parts.push(part('sr-only', word('matrix.soft')))
    if (main.unit !== '') parts.push(part('unit', main.unit))
    if (main.derived) parts.push(said(part('derived', '∗', 'sup'), word('matrix.derived')))
  }
  if (outside) parts.push(part('sr-only', word('matrix.outside')))
  if (mentions > 1) parts.push(said(part('count', String(mentions), 'sup'), t('matrix.mentions', { n: mentions })))
  if (others.length > 0) parts.push(said(part('more', `+${others.length}`), t('matrix.others', { n: others.length })))
  if (aside.length > 0) parts.push(said(part('aside', `(+${aside.length})`), asideText(aside.length, sheet)))
  const { tall } = sheet
  if (!tall) {
    if (main.year !== null) parts.push(said(part(width < TIGHT ? 'year num corner' : 'year num', main.year), t('matrix.year', { year: main.year })))
    else if (main.factor !== null) parts.push(said(part(width < TIGHT ? 'factor num corner' : 'factor num', `×${main.factor}`), t('matrix.factor', { factor: main.factor })))
  }
  const bar = typeof cell === 'string' ? null : cell.bar
  const first = typeof cell === 'string' ? undefined : cell.statements[0]
  if (bar !== null && first !== undefined && !outside) {
    const outer = part(`bar ${barShape(first)}${main.soft ? ' pale' : ''}`)
    outer.setAttribute('aria-hidden', 'true')
    outer.style.setProperty('--plan', planColour(track.plan.colour))
    const inner = document.createElement('i')
    inner.style.left = `${bar.from / 10}%`
    inner.style.width = `max(2px, ${(bar.to - bar.from) / 10}%)`
    outer.append(inner)
    parts.push(outer)
  }
  if (!tall && sheet.benchmark === null) {
    element.replaceChildren(...parts)
    return
  }
  const figure = part('figure')
  figure.append(...parts)
  const under: HTMLElement[] = []
  if (sheet.benchmark !== null) under.push(difference(first, main, line, sheet))
  if (tall) under.push(part('detail num', details(main, others, first?.scope ?? null).join(' · ')))
  element.replaceChildren(figure, ...under)
}

/** How far the first figure lies from the benchmark: seen in short, said in full. The letter C stands at a condition. */
function difference(first: Statement | undefined, main: StatementView, line: SubLine, sheet: Sheet): HTMLElement {
  const box = part('difference num')
  if (main.difference === null || first?.difference === undefined || sheet.benchmark === null) return box
  const seen = part('', differenceText(main.difference))
  seen.setAttribute('aria-hidden', 'true')
  box.append(seen)
  if (main.difference.verdict === 'C') {
    const mark = part('condition', 'C')
    mark.setAttribute('aria-hidden', 'true')
    box.append(mark)
  }
  box.append(part('sr-only', differenceSentences(first.difference, line.sub.unit, sheet.benchmark).join('; ')))
  return box
}

/** Why some of a cell's statements take no part in the comparison. */
export const asideText = (count: number, sheet: Sheet): string => t('matrix.aside', { n: count, year: sheet.closestYear ?? '' })

/** The benchmark's figure of a line, or the sign of none. */
export function fillBenchmark(element: HTMLElement, line: SubLine, sheet: Sheet): void {
  const { benchmark } = sheet
  const found = benchmarkText(line)
  if (benchmark === null) return
  if (found === null) {
    element.replaceChildren(said(part('empty', '–'), noBenchmark(benchmark)))
    return
  }
  const parts = [part('value num', found.value)]
  if (found.unit !== '') parts.push(part('unit', found.unit))
  if (found.year !== null) parts.push(said(part('year num corner', found.year), t('matrix.year', { year: found.year })))
  element.replaceChildren(...parts)
}

/** The head of the benchmark's column, or the name of its row. */
export function fillBenchmarkHead(element: HTMLElement, sheet: Sheet, inLine: boolean): void {
  const { benchmark } = sheet
  if (benchmark === null) return
  // The element may have stood for a plan before.
  element.style.setProperty('--plan', 'var(--ink-3)')
  const about = benchmark.hidden ? t('matrix.hidden') : t(benchmark.kind === 'median' ? 'matrix.median_short' : 'matrix.one_plan_benchmark')
  const name = part('', t('matrix.benchmark'), 'strong')
  if (inLine) element.replaceChildren(name, part('about', benchmark.hidden ? about : benchmarkName(benchmark)))
  else element.replaceChildren(name, part('', benchmarkName(benchmark)), part('', about))
}

/** What a tall cell prints under its figure. */
function details(main: StatementView, others: readonly StatementView[], scope: string | null): string[] {
  const found: string[] = []
  if (main.year !== null) found.push(main.year)
  if (scope !== null) found.push(scope)
  if (main.factor !== null) found.push(`×${main.factor}`)
  if (main.soft) found.push(word('matrix.soft'))
  for (const other of others) found.push(`${plainText(other)}${other.year === null ? '' : ` (${other.year})`}`)
  return found
}

export function fillTotal(element: HTMLElement, line: GroupLine, track: PlanTrack): void {
  const count = line.planTargets[track.column] ?? 0
  element.replaceChildren(count > 0 ? part('num', String(count)) : said(part('', '–'), word('matrix.none')))
}

/** The name of an indicator with its measure, at the beginning of its line. */
export function fillName(element: HTMLElement, line: SubLine): void {
  element.setAttribute('aria-label', `${indicatorName(line.row)}, ${measureLongWord(line.sub.measure)}`)
  element.replaceChildren(part('indicator', line.first ? indicatorName(line.row) : ''), part('measure', measureWord(line.sub.measure)))
}

export function fillGroup(element: HTMLElement, line: GroupLine, roomy: boolean): void {
  element.setAttribute('aria-expanded', String(!line.folded))
  element.replaceChildren(
    arrow(line.folded ? 'fold folded' : 'fold'),
    part('', typeWord(line.type), 'strong'),
    part('summary', groupSummary(line.indicators, line.targets, roomy)),
  )
}

/** An indicator over its column, when plans are the rows. */
export function fillLineHead(element: HTMLElement, line: SubLine): void {
  const last = part('about')
  last.append(part('measure', measureWord(line.sub.measure)))
  if (line.sub.verdict !== null) last.append(said(badge(line), verdictLabel(line)))
  element.replaceChildren(part('indicator', indicatorName(line.row)), last)
}

/** A plan over its column, or before its row. */
export function fillPlan(element: HTMLElement, track: PlanTrack, order: 'ascending' | 'descending' | 'none', inLine: boolean): void {
  element.style.setProperty('--plan', planColour(track.plan.colour))
  const name = part('', track.plan.region, 'strong')
  if (order !== 'none') name.append(arrow(`order ${order}`))
  const rest = [part('', planAbout(track.plan)), part('num', planPeriod(track.plan))]
  element.replaceChildren(name, ...(inLine ? [part('about num', planPeriod(track.plan))] : rest))
}

const badge = (line: SubLine): HTMLElement => part(`verdict-badge v-${line.sub.verdict}`, line.sub.verdict ?? '')

export function verdictLabel(line: SubLine): string {
  const { verdict, reasons } = line.sub
  return verdict === null ? t('matrix.one_plan') : `${verdict} ${verdictWord(verdict)}: ${reasons.map(reasonSentence).join('; ')}`
}

export function fillVerdict(element: HTMLElement, line: SubLine, roomy: boolean): void {
  const { verdict, reasons } = line.sub
  if (verdict === null) {
    element.setAttribute('aria-label', verdictLabel(line))
    element.replaceChildren()
    return
  }
  const [first] = reasons
  const more = reasons.length > 1 ? ` +${reasons.length - 1}` : ''
  const seen = roomy && first !== undefined ? reasonWord(first) + more : ''
  // What is read aloud begins with what is seen, so that both kinds of reader speak of the same words.
  element.setAttribute('aria-label', seen === '' ? verdictLabel(line) : `${verdict} ${seen}: ${verdictLabel(line)}`)
  element.replaceChildren(badge(line), ...(seen === '' ? [] : [part('reason', seen)]))
}
