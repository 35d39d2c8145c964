/** Tokens in TypeScript form, for components and charts. */
export { planColour, planHex, planShape, type ShapeName } from './plan-colours'
export { TYPE_ORDER, typeColour, typeInk } from './type-colours'
export { default as PlanMark } from './PlanMark.vue'
export { default as MenuButton } from './MenuButton.vue'
export type { MenuItem } from './menu'
export { default as ErrorText } from './ErrorText.vue'
export { default as Icon } from './Icon.vue'
export { default as ModalDialog } from './ModalDialog.vue'
