/** The analyst's choices in the stand-in: one offer, one pair of plans, a context table that keeps what is entered. */
import type { ChangeAnswer, ContextDraft, ContextFigure, ContextKey, ConversionOffer } from './types'

type Args = Record<string, unknown>

const OFFER: ConversionOffer = {
  conversion: { kind: 'annual_to_increment', indicator: '科技型中小企业数' },
  sentence: null,
  figures: [{ plan: 5, region: '甲市', value: '600', unit: '家', year: 2022, formula: '200家/年 × 3年（2020—2022） = 600家', lack: null }],
}

export function fakeChoices(): Record<string, (args: Args) => unknown> {
  let table: ContextFigure[] = []
  const changed = (): ChangeAnswer => ({
    batch: { batch: table.length + 1, at: '2026-11-22T08:00:00Z', kind: 'context_set', subject: null, count: 1 },
    state: { undo: null, redo: null },
  })
  const same = (one: ContextKey, other: ContextKey) => one.region === other.region && one.variable === other.variable && one.year === other.year
  const put = (figure: ContextFigure) => (table = [...table.filter((one) => !same(one, figure)), figure])
  const read = (draft: ContextDraft): ContextFigure => ({ ...draft, variable: 'population', year: Number(draft.year), note: draft.note || null })
  return {
    conversion_offer: () => [OFFER],
    chain_build: () => ({ links: [] }),
    context_list: () => table,
    context_set(args) {
      const draft = args.draft as ContextDraft
      const problems = draft.source === '' ? ['source'] : []
      if (problems.length === 0) put(read(draft))
      return { problems, change: problems.length === 0 ? changed() : { ...changed(), batch: null } }
    },
    context_remove(args) {
      for (const key of args.keys as ContextKey[]) table = table.filter((one) => !same(one, key))
      return changed()
    },
    context_read: (args) => {
      const rows = (args.text as string).split('\n').map((line) => line.split('\t'))
      const figures = rows.filter((row) => row.length > 5).map(([region = '', , year = '', value = '', unit = '', source = '']) => read({ region, variable: '', year, value, unit, source, note: '' }))
      const refused = rows.flatMap((row, at) => (row.length > 5 ? [] : [{ line: at + 1, words: row.join(' '), problems: ['source'] }]))
      return { figures, replaced: 0, refused }
    },
    context_choose: () => null,
    context_import(args) {
      for (const figure of args.figures as ContextFigure[]) put(figure)
      return changed()
    },
  }
}
