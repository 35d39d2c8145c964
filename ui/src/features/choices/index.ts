export { default as ChainTables } from './ChainTables.vue'
export { default as ChoicesButton } from './ChoicesButton.vue'
export { default as ChoicesDialog } from './ChoicesDialog.vue'
