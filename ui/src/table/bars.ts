/** How the end of a faint bar is drawn: the sign of the figure decides. */
import type { Op, Statement } from '@/ipc'

/** solid: exactly; open: at least; closed: at most; hollow: about; range: from one to the other. */
export type BarShape = 'solid' | 'open' | 'closed' | 'hollow' | 'range'

export function shapeOf(op: Op, isRange: boolean): BarShape {
  if (isRange) return 'range'
  switch (op) {
    case '>=':
    case '>':
      return 'open'
    case '<=':
    case '<':
      return 'closed'
    case '~':
      return 'hollow'
    case '=':
      return 'solid'
  }
}

export const barShape = (statement: Statement): BarShape => shapeOf(statement.op, (statement.harmonised?.value_max ?? null) !== null)

/** Both ends of a statement in the common unit. Lengths are the one place where a decimal becomes a floating number. */
export function ends(statement: Statement): [number, number] | null {
  if (statement.harmonised === null) return null
  const low = Number(statement.harmonised.value)
  const high = statement.harmonised.value_max === null ? low : Number(statement.harmonised.value_max)
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null
}
