/** What the analyst chose to assume and to measure against, as a part of the view. Pure functions over plain data. */
import type { Benchmark, Choices, Conversion, Derivation, GrowthBase, PlanId } from '@/ipc'

/** Nothing is assumed. */
export function noChoices(): Choices {
  return { conversions: [], closest_year: null, benchmark: null }
}

/** Whether two conversions are the same choice: of a growth target, whatever its base and rate. */
export function sameConversion(left: Conversion, right: Conversion): boolean {
  if (left.kind !== right.kind || left.indicator !== right.indicator) return false
  if (left.kind === 'growth_to_level' && right.kind === 'growth_to_level') return left.target === right.target
  if (left.kind === 'level_per_context' && right.kind === 'level_per_context') return left.variable === right.variable
  return true
}

/** The choices with one conversion put in, in the place of one about the same figure. */
export function withConversion(choices: Choices, conversion: Conversion): Choices {
  return { ...choices, conversions: [...withoutConversion(choices, conversion).conversions, conversion] }
}

/** The choices without one conversion. */
export function withoutConversion(choices: Choices, conversion: Conversion): Choices {
  return { ...choices, conversions: choices.conversions.filter((other) => !sameConversion(other, conversion)) }
}

/** The choices with another benchmark, or with none. */
export const withBenchmark = (choices: Choices, benchmark: Benchmark | null): Choices => ({ ...choices, benchmark })

/** Whether the figures are measured against this plan. */
export const isBenchmarkPlan = ({ benchmark }: Choices, plan: PlanId): boolean => benchmark?.kind === 'plan' && benchmark.plan === plan

/** The choice behind a derived figure of `indicator`; `null` when it stands no longer. */
export function choiceBehind(choices: Choices, indicator: string, { kind, inputs }: Derivation): Conversion | null {
  const behind = (one: Conversion): boolean => {
    if (one.kind !== kind) return false
    switch (one.kind) {
      case 'annual_to_increment':
        return one.indicator === indicator
      case 'growth_to_level':
        return inputs.some((input) => input.kind === 'target' && input.target === one.target)
      case 'level_per_context':
        return one.into === indicator && inputs.some((input) => input.kind === 'context' && input.figure.variable === one.variable)
    }
  }
  return choices.conversions.find(behind) ?? null
}

/** How many choices are in force. */
export function choiceCount(choices: Choices): number {
  return choices.conversions.length + (choices.closest_year === null ? 0 : 1) + (choices.benchmark === null ? 0 : 1)
}

/** Reads saved choices without trusting them: what is not of the right shape is left out. */
export function readChoices(value: unknown): Choices {
  if (!isRecord(value)) return noChoices()
  const conversions = Array.isArray(value.conversions) ? value.conversions.filter(isConversion) : []
  return {
    conversions,
    closest_year: isWhole(value.closest_year) ? value.closest_year : null,
    benchmark: isBenchmark(value.benchmark) ? value.benchmark : null,
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value)
const isText = (value: unknown): value is string => typeof value === 'string'

function isConversion(value: unknown): value is Conversion {
  if (!isRecord(value) || !isText(value.indicator)) return false
  switch (value.kind) {
    case 'annual_to_increment':
      return true
    case 'growth_to_level':
      return isWhole(value.target) && isBase(value.base) && (value.rate === 'whole' || value.rate === 'yearly')
    case 'level_per_context':
      return isText(value.into) && ['population', 'employment', 'gdp', 'budget_expenditure'].some((word) => word === value.variable)
    default:
      return false
  }
}

function isBase(value: unknown): value is GrowthBase {
  if (!isRecord(value)) return false
  if (value.kind === 'target') return isWhole(value.target)
  return value.kind === 'number' && isWhole(value.ordinal) && isText(value.words) && (value.year === null || isWhole(value.year))
}

function isBenchmark(value: unknown): value is Benchmark {
  return isRecord(value) && (value.kind === 'median' || (value.kind === 'plan' && isWhole(value.plan)))
}
