/**
 * Review, undo and redo of the recorded targets, for development in a plain browser and for tests. A likeness of the
 * core that is good enough to try the page with, and no part of the product.
 */
import { WireError } from './error'
import names from './fixture/names.json'
import recorded from './fixture/review.json'
import type {
  BatchKind, ChangeAnswer, ChangeBatch, ChangedThing, ChangePage, ChangeQuery, ChangeState, ChangeStep, Decision, EditField, FieldEdit, FieldProblem, Filter, HistoryStep, IndicatorName, Mark,
  RenamePreview, RenameRequest, ReviewItem, ReviewPage, ReviewQuery, Status, Synonym, TargetAnswer, TargetDraft, TargetId, TaughtSynonym,
} from './types'

const PAGE = recorded as unknown as ReviewPage
const NAMES = names as unknown as IndicatorName[]
const STATUS: readonly Status[] = ['extracted', 'accepted', 'edited', 'rejected']

interface Step {
  batch: ChangeBatch
  before: readonly (readonly [TargetId, ReviewItem | undefined])[]
  after: readonly (readonly [TargetId, ReviewItem | undefined])[]
}

type Args = Record<string, unknown>

const chosen = <T>(list: readonly T[], value: T) => list.length === 0 || list.includes(value)

/** The commands of the review. */
export function fakeReview(): Record<string, (args: Args) => unknown> {
  const items = new Map(PAGE.items.map((item) => [item.target, item]))
  const first = new Map(items)
  let done: Step[] = []
  let undone: Step[] = []
  let next = 1
  const taught = new Map<string, string>()

  const get = (id: TargetId): ReviewItem => {
    const item = items.get(id)
    if (!item) throw new WireError({ code: 'not_found', message: `no target ${id}`, subject: null, causes: [] })
    return item
  }
  const state = (): ChangeState => ({ undo: done.at(-1)?.batch ?? null, redo: undone.at(-1)?.batch ?? null })

  function change(kind: BatchKind, subject: string | null, after: [TargetId, ReviewItem][]): ChangeAnswer {
    const changed = after.filter(([id, item]) => JSON.stringify(items.get(id)) !== JSON.stringify(item))
    if (changed.length === 0) return { batch: null, state: state() }
    const batch = { batch: next++, at: '2026-11-22T10:00:00Z', kind, subject, count: changed.length }
    done.push({ batch, before: changed.map(([id]) => [id, items.get(id)]), after: changed })
    undone = []
    for (const [id, item] of changed) items.set(id, item)
    return { batch, state: state() }
  }

  function put(entries: Step['before']): void {
    for (const [id, item] of entries) {
      if (item === undefined) items.delete(id)
      else items.set(id, item)
    }
  }

  const shown = (filter: Filter) =>
    [...items.values()].filter(
      (one) =>
        chosen(filter.plans, one.plan) && chosen(filter.type, one.type) && chosen(filter.measure, one.measure) &&
        (filter.status.length > 0 ? filter.status.includes(one.mention.status) : one.mention.status !== 'rejected') &&
        (filter.text === null || one.indicator.includes(filter.text)),
    )

  function list(query: ReviewQuery): ReviewPage {
    const all = shown(query.filter)
    const undecided = all.filter((one) => one.mention.status === 'extracted')
    const review = undecided.filter((one) => one.mention.confidence < PAGE.review_below)
    const queue = [...(query.scope === 'all' ? all : query.scope === 'undecided' ? undecided : review)]
    queue.sort((a, b) => (query.order === 'confidence' ? a.mention.confidence - b.mention.confidence : 0) || a.plan - b.plan || a.place.start - b.place.start)
    const any = shown({ ...query.filter, status: [...STATUS] })
    return {
      items: queue.slice(query.offset, query.offset + query.limit), queue: queue.map((one) => one.target),
      to_review: review.length, undecided: undecided.length, shown: all.length,
      status: STATUS.map((value) => ({ value, count: any.filter((one) => one.mention.status === value).length })), review_below: PAGE.review_below,
    }
  }

  const withStatus = (item: ReviewItem, status: Status): ReviewItem => ({ ...item, mention: { ...item.mention, status } })

  function decide(targets: TargetId[], decision: Decision): ChangeAnswer {
    const kinds = { accept: 'targets_accepted', reject: 'targets_rejected', reopen: 'targets_reopened' } as const
    const after = targets.map((id): [TargetId, ReviewItem] => {
      const item = get(id)
      if (decision === 'reopen') return [id, first.get(id) ?? item]
      if (decision === 'accept' && item.mention.status === 'edited') return [id, item]
      return [id, withStatus(item, decision === 'accept' ? 'accepted' : 'rejected')]
    })
    const [only] = targets
    return change(kinds[decision], targets.length === 1 && only !== undefined ? get(only).indicator : null, after)
  }

  function check(item: ReviewItem, edits: FieldEdit[]): FieldProblem[] {
    return edits.flatMap(({ field, value }): FieldProblem[] => {
      if (value === null) return field === 'name' || field === 'indicator' ? [{ field, fault: 'missing' }] : []
      if (field === 'value' || field === 'value_max') {
        if (!/^\d+(\.\d+)?$/.test(value)) return [{ field, fault: 'not_a_number' }]
        return item.mention.sentence.includes(value) ? [] : [{ field, fault: 'not_in_text' }]
      }
      if ((field === 'year' || field === 'year_from') && !/^\d{4}$/.test(value)) return [{ field, fault: 'not_a_year' }]
      return []
    })
  }

  function edited(item: ReviewItem, edits: FieldEdit[]): ReviewItem {
    const top: readonly EditField[] = ['indicator', 'type', 'measure', 'comment']
    let next: ReviewItem = item
    for (const { field, value } of edits) {
      const held = (field === 'year' || field === 'year_from') && value !== null ? Number(value) : value
      next = top.includes(field) ? { ...next, [field]: held } : { ...next, mention: { ...next.mention, [field]: held } }
    }
    return withStatus(next, 'edited')
  }

  function update(target: TargetId, edits: FieldEdit[]): TargetAnswer {
    const item = get(target)
    const problems = check(item, edits)
    if (problems.length > 0) return { problems, item: null, change: { batch: null, state: state() } }
    const made = change('targets_edited', item.indicator, [[target, edited(item, edits)]])
    return { problems, item: get(target), change: made }
  }

  function preview(request: RenameRequest): RenamePreview {
    const alike = [...items.values()].filter((one) => (one.mention.name === request.wording || one.indicator === request.indicator) && one.indicator !== request.to)
    return {
      to: request.to, known: NAMES.some((one) => one.indicator === request.to), type: NAMES.find((one) => one.indicator === request.to)?.type ?? '产业升级', overrides: null,
      items: alike.map((one) => ({ target: one.target, plan: one.plan, plan_name: one.plan_name, name: one.mention.name, quote: one.mention.sentence.slice(one.mention.quote.start, one.mention.quote.end), from: one.indicator, to: request.to, status: one.mention.status })),
    }
  }

  function history(id: TargetId): HistoryStep[] {
    const began = { at: '2026-11-22T08:00:00Z', action: 'extracted', by: 'extractor 2, lexicon 1.0', library: null, subject: null, fields: [] }
    const steps = done.filter((step) => step.after.some(([target]) => target === id)).map(({ batch, before, after }) => ({
      at: batch.at, action: batch.kind, by: 'hand', library: null, subject: batch.subject,
      fields: [{ target: id, plan: null, field: 'status', before: before.find(([target]) => target === id)?.[1]?.mention.status ?? null, after: after.find(([target]) => target === id)?.[1]?.mention.status ?? null }],
    }))
    return [began, ...steps]
  }

  const named = (wording: string, indicator: string, status: readonly Status[]) =>
    [...items.values()].filter((one) => one.mention.name === wording && one.indicator === indicator && status.includes(one.mention.status)).length

  /** The undecided targets of a wording, under another indicator. */
  const moved = (wording: string, indicator: string): [TargetId, ReviewItem][] =>
    [...items.values()].filter((one) => one.mention.name === wording && one.mention.status === 'extracted').map((one) => [one.target, { ...one, indicator }])

  function told(step: Step, plan: number | null, most: number): ChangeStep {
    const things = step.after.flatMap(([target, now], at): ChangedThing[] => {
      const was = step.before[at]?.[1]
      const one = now ?? was
      if (one === undefined || (plan !== null && one.plan !== plan)) return []
      const pairs = [['indicator', was?.indicator, now?.indicator], ['status', was?.mention.status, now?.mention.status], ['scope', was?.mention.scope, now?.mention.scope]] as const
      const fields = pairs.filter(([, before, after]) => before !== after).map(([field, before, after]) => ({ target, plan: one.plan, field, before: before ?? null, after: after ?? null }))
      return [{ plan: one.plan, plan_name: one.plan_name, target, indicator: one.indicator, indicator_en: one.indicator_en, here: items.has(target), fields }]
    })
    return { batch: step.batch, by: step.batch.kind.startsWith('synonym') ? `synonym ${step.batch.subject ?? ''}` : 'hand', things: things.slice(0, most), count: things.length }
  }

  return {
    review_list: (args) => list(args.query as ReviewQuery),
    target_get: (args) => get(args.target as TargetId),
    target_check: (args) => check(get(args.target as TargetId), args.edits as FieldEdit[]),
    target_update: (args) => update(args.target as TargetId, args.edits as FieldEdit[]),
    target_decide: (args) => decide(args.targets as TargetId[], args.decision as Decision),
    target_draft: (args): TargetDraft => ({ plan: args.plan as number, quote: args.quote as Mark, value_mark: null, fields: [{ field: 'name', value: '科技投入' }, { field: 'indicator', value: '科技投入' }, { field: 'type', value: '研发投入' }, { field: 'measure', value: 'growth' }, { field: 'op', value: '>=' }, { field: 'value', value: '8' }, { field: 'firmness', value: 'firm' }] }),
    target_add(args): TargetAnswer {
      const draft = args.draft as TargetDraft
      const like = [...items.values()].find((one) => one.plan === draft.plan && one.place.start <= draft.quote.end) ?? get(PAGE.items[0]?.target ?? 0)
      const made = { ...edited(like, draft.fields), target: 10_000 + next, place: draft.quote }
      const answer = change('target_added', made.indicator, [[made.target, made]])
      return { problems: [], item: made, change: answer }
    },
    indicator_list: () => NAMES,
    indicator_preview: (args) => preview(args.request as RenameRequest),
    indicator_rename: (args) => change('indicator_renamed', args.to as string, (args.targets as TargetId[]).map((id) => [id, withStatus({ ...get(id), indicator: args.to as string }, 'edited')])),
    synonym_list: (): TaughtSynonym[] =>
      [...taught].map(([wording, indicator]) => ({
        wording, indicator, indicator_en: NAMES.find((one) => one.indicator === indicator)?.indicator_en ?? null, since: '2026-11-22T10:00:00Z',
        follow: named(wording, indicator, ['extracted']), decided: named(wording, indicator, ['accepted', 'edited']),
      })),
    synonym_preview: (args) => preview({ wording: (args.synonym as Synonym).wording, indicator: null, to: (args.synonym as Synonym).indicator }),
    synonym_add(args) {
      const { wording, indicator } = args.synonym as Synonym
      taught.set(wording, indicator)
      return change('synonym_added', `${wording} → ${indicator}`, moved(wording, indicator))
    },
    synonym_remove(args) {
      const wording = args.wording as string
      taught.delete(wording)
      return change('synonym_removed', wording, moved(wording, wording))
    },
    removal_preview: (args) => preview({ wording: args.wording as string, indicator: null, to: args.wording as string }).items.filter((one) => one.status === 'extracted'),
    change_state: state,
    change_undo(): ChangeAnswer {
      const step = done.at(-1)
      if (!step) return { batch: null, state: state() }
      done = done.slice(0, -1)
      undone.push(step)
      put(step.before)
      return { batch: step.batch, state: state() }
    },
    change_redo(): ChangeAnswer {
      const step = undone.pop()
      if (!step) return { batch: null, state: state() }
      done.push(step)
      put(step.after)
      return { batch: step.batch, state: state() }
    },
    change_list(args): ChangePage {
      const { plan, offset, limit } = args.query as ChangeQuery
      const steps = done.map((step) => told(step, plan, 3)).filter((step) => step.count > 0).reverse()
      return { steps: steps.slice(offset, offset + limit), total: steps.length }
    },
    change_get(args): ChangeStep {
      const step = done.find((one) => one.batch.batch === args.batch)
      if (!step) throw new WireError({ code: 'not_found', message: `no step ${args.batch as number}`, subject: null, causes: [] })
      return told(step, args.plan as number | null, 500)
    },
    target_history: (args) => history(args.target as TargetId),
  }
}
