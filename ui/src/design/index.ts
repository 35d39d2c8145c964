/** Tokens in TypeScript form, for components and charts. */
export { planColour, planHex, planShape, type ShapeName } from './plan-colours'
export { naiveOverrides } from './naive-theme'
export { TYPE_ORDER, typeColour } from './type-colours'
export { default as PlanMark } from './PlanMark.vue'
export { default as MenuButton } from './MenuButton.vue'
export type { MenuItem } from './menu'
