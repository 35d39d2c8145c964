/** Every command of the window with its words and its key. The palette, the key sheet and the keyboard read this one list. */
import { exportReport, FORMATS } from '@/features/export'
import { t, type MessageKey } from '@/lib'
import { useChanges, useComparison, useIntake, useOverlays, useView, useViewHistory, withBenchmark } from '@/state'

/** A key by its place on the keyboard, so that it works with any input method and layout. */
export interface Chord {
  code: string
  alt?: boolean
  /** Control, or Command on a Mac. */
  main?: boolean
  shift?: boolean
  /** As printed on the sheet. */
  shown: string
}

export interface Command {
  id: string
  words: MessageKey
  /** What the words leave open. */
  given?: Record<string, string | number>
  chord?: Chord
  /** In a field in which one writes, the key keeps the field's own meaning. */
  spares_writing?: boolean
  run: () => void
}

const alt = (code: string, shown: string): Chord => ({ code, alt: true, shown: `Alt ${shown}` })

/** The commands, most wanted first. */
export function commands(): Command[] {
  const view = useView()
  const overlays = useOverlays()
  const intake = useIntake()
  const changes = useChanges()
  const history = useViewHistory()
  return [
    { id: 'palette', words: 'keys.palette', chord: { code: 'KeyK', main: true, shown: 'Ctrl K' }, run: () => (overlays.palette = true) },
    { id: 'overview', words: 'keys.overview', chord: alt('Digit1', '1'), run: () => view.goTo('overview') },
    { id: 'indicators', words: 'keys.indicators', chord: alt('Digit2', '2'), run: () => view.goTo('indicators') },
    { id: 'charts', words: 'keys.charts', chord: alt('Digit3', '3'), run: () => view.goTo('charts') },
    { id: 'intake', words: 'keys.intake', chord: alt('Digit4', '4'), run: () => view.goTo('intake') },
    { id: 'undo', words: 'keys.undo', chord: { code: 'KeyZ', main: true, shown: 'Ctrl Z' }, spares_writing: true, run: () => void changes.undo() },
    { id: 'redo', words: 'keys.redo', chord: { code: 'KeyZ', main: true, shift: true, shown: 'Ctrl Shift Z' }, spares_writing: true, run: () => void changes.redo() },
    { id: 'redo-y', words: 'keys.redo', chord: { code: 'KeyY', main: true, shown: 'Ctrl Y' }, spares_writing: true, run: () => void changes.redo() },
    { id: 'back', words: 'keys.back', chord: { code: 'ArrowLeft', alt: true, shown: 'Alt ←' }, run: () => history.back() },
    { id: 'forward', words: 'keys.forward', chord: { code: 'ArrowRight', alt: true, shown: 'Alt →' }, run: () => history.forward() },
    { id: 'save-view', words: 'keys.save_view', chord: { code: 'KeyS', main: true, shown: 'Ctrl S' }, run: () => (overlays.views = 'save') },
    {
      id: 'text',
      words: 'keys.text',
      chord: alt('KeyT', 'T'),
      run: () => {
        if (!view.filtered) view.goTo('indicators')
        view.togglePanel(true)
        overlays.text_wanted = true
      },
    },
    { id: 'panel', words: 'keys.panel', chord: alt('KeyF', 'F'), run: () => view.togglePanel() },
    { id: 'clear', words: 'keys.clear', chord: alt('KeyC', 'C'), run: () => view.clearFilter() },
    { id: 'plans', words: 'plans.show_all', chord: alt('KeyA', 'A'), run: () => view.showAllPlans() },
    { id: 'choices', words: 'keys.choices', chord: alt('KeyB', 'B'), run: () => (overlays.choices = 'conversions') },
    { id: 'context', words: 'keys.context', run: () => (overlays.choices = 'context') },
    { id: 'benchmark-median', words: 'keys.benchmark_median', run: () => (view.choices = withBenchmark(view.choices, { kind: 'median' })) },
    ...(view.choices.benchmark === null ? [] : [{ id: 'benchmark-none', words: 'keys.benchmark_none' as const, run: () => (view.choices = withBenchmark(view.choices, null)) }]),
    ...closestYears(),
    { id: 'import', words: 'plans.add', chord: alt('KeyI', 'I'), run: () => void intake.chooseFrom('files') },
    ...FORMATS.map((format, at) => ({
      id: `export-${format}`,
      words: `export.key_${format}` as const,
      chord: { ...alt(`Digit${at + 1}`, `Shift ${at + 1}`), shift: true },
      run: () => void exportReport(format),
    })),
    { id: 'language', words: 'keys.language', chord: alt('KeyL', 'L'), run: () => view.switchLanguage() },
    { id: 'theme', words: 'keys.theme', chord: alt('KeyM', 'M'), run: () => view.switchTheme() },
    { id: 'print', words: 'keys.print', chord: { code: 'KeyP', main: true, shown: 'Ctrl P' }, run: () => window.print() },
    { id: 'sheet', words: 'keys.sheet', chord: { code: 'Slash', shift: true, shown: '?' }, spares_writing: true, run: () => (overlays.keys = true) },
  ]
}

/** Of several years the closest to one that is stated; or all of them again. */
function closestYears(): Command[] {
  const view = useView()
  const now = view.choices.closest_year
  const years = useComparison().facets?.year.flatMap(({ value }) => (value === '' || Number(value) === now ? [] : [Number(value)])) ?? []
  const choose = (closest_year: number | null) => () => (view.choices = { ...view.choices, closest_year })
  const every: Command[] = now === null ? [] : [{ id: 'closest-none', words: 'keys.closest_none', run: choose(null) }]
  return [...every, ...years.map((year): Command => ({ id: `closest-${year}`, words: 'keys.closest_year', given: { year }, run: choose(year) }))]
}

/** A command in words. */
export const commandText = (command: Command) => t(command.words, command.given ?? {})
