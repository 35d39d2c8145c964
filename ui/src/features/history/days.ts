/** Steps by the day on which they were made, on the clock of this computer. Pure. */
import type { ChangeStep } from '@/ipc'
import { clockText, dayText } from '@/lib'

export interface Day {
  name: string
  steps: ChangeStep[]
}

/** The days in the order in which they come. */
export function byDay(steps: readonly ChangeStep[]): Day[] {
  const days: Day[] = []
  for (const step of steps) {
    const name = dayText(step.batch.at)
    const last = days.at(-1)
    if (last?.name === name) last.steps.push(step)
    else days.push({ name, steps: [step] })
  }
  return days
}

/** The time of day of a step. */
export const timeOf = (step: ChangeStep) => clockText(step.batch.at)
