/**
 * The cells that have been looked at. The table asks for what it shows and what lies around it; only the newest wish
 * is asked for while an answer is under way, so that quick scrolling leaves no queue behind it.
 */
import type { CellLine, CellQuery, EmptyReason, StatedCell } from '@/ipc'

/** Columns of one piece. */
const WIDTH = 32
/** More pieces than this no line has. */
const BANDS = 1024
/** Pieces kept; those looked at longest ago go first. */
const KEPT = 16_000
/** Sub-rows asked for at once: an answer stays small enough to be read between two frames. */
const AT_ONCE = 96

export type StoredCell = StatedCell | EmptyReason

export interface Piece {
  stated: Map<number, StatedCell>
  silent: Map<number, EmptyReason>
}

export interface Wish {
  /** Sub-rows in the order of how much they are wanted. */
  sub_rows: readonly number[]
  /** Columns of the comparison, in any order. */
  columns: readonly number[]
}

export interface CellStore {
  readonly ticket: number
  /** What is here of all sub-rows but these. */
  without: (sub_rows: ReadonlySet<number>) => Map<number, Piece>
  /** The cell, or nothing as long as it is not here. */
  get: (sub_row: number, column: number) => StoredCell | undefined
  /** Asks for what is not here; resolves once nothing of this wish is under way. */
  want: (wish: Wish) => Promise<void>
}

export interface StoreActions {
  ask: (query: CellQuery) => Promise<CellLine[] | null>
  /** Cells have come. */
  arrived: () => void
  /** The ticket is no longer good. */
  stale: () => void
  failed: (thrown: unknown) => void
}

/** `known` are cells of an earlier comparison that are the same in this one. */
export function cellStore(ticket: number, actions: StoreActions, known: Map<number, Piece> = new Map()): CellStore {
  const pieces = known
  let wish: Wish | null = null
  let working: Promise<void> | null = null

  const keyOf = (sub_row: number, column: number): number => sub_row * BANDS + Math.floor(column / WIDTH)

  function get(sub_row: number, column: number): StoredCell | undefined {
    const piece = pieces.get(keyOf(sub_row, column))
    if (piece === undefined) return undefined
    return piece.stated.get(column) ?? piece.silent.get(column) ?? 'not_mentioned'
  }

  /** What of the wish is not here: the sub-rows of one band of columns. */
  function next({ sub_rows, columns }: Wish): CellQuery | null {
    for (const band of new Set(columns.map((column) => Math.floor(column / WIDTH)))) {
      const missing = sub_rows.filter((sub_row) => !pieces.has(keyOf(sub_row, band * WIDTH)))
      if (missing.length > 0) return { ticket, sub_rows: missing.slice(0, AT_ONCE), first: band * WIDTH, end: (band + 1) * WIDTH }
    }
    return null
  }

  function keep(query: CellQuery, lines: CellLine[]): void {
    for (const line of lines) {
      pieces.set(keyOf(line.sub_row, query.first), {
        stated: new Map(line.stated.map((cell) => [cell.column, cell])),
        silent: new Map(line.silent.map((cell) => [cell.column, cell.reason])),
      })
    }
    for (const key of pieces.keys()) {
      if (pieces.size <= KEPT) break
      pieces.delete(key)
    }
  }

  async function work(): Promise<void> {
    for (let query = wish && next(wish); query !== null; query = wish && next(wish)) {
      const lines = await actions.ask(query)
      if (lines === null) {
        actions.stale()
        return
      }
      keep(query, lines)
      // A number the comparison does not have would be asked for without end.
      if (lines.length < query.sub_rows.length) return
      actions.arrived()
    }
  }

  function want(wanted: Wish): Promise<void> {
    wish = wanted
    working ??= work()
      .catch(actions.failed)
      .finally(() => (working = null))
    return working
  }

  const without = (sub_rows: ReadonlySet<number>): Map<number, Piece> => new Map([...pieces].filter(([key]) => !sub_rows.has(Math.floor(key / BANDS))))

  return { ticket, without, get, want }
}
