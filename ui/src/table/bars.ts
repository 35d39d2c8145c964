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
