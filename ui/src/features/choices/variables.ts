import type { ContextVariable } from '@/ipc'

/** What the context table counts, in the order of the domain. */
export const VARIABLES: readonly ContextVariable[] = ['population', 'employment', 'gdp', 'budget_expenditure']

/** The unit that each is mostly given in; data, so the same in every language. */
export const UNITS: Record<ContextVariable, string> = { population: '万人', employment: '万人', gdp: '亿元', budget_expenditure: '亿元' }
