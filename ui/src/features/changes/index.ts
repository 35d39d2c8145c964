/** Undo, redo and histories. */
export { default as HistoryList } from './HistoryList.vue'
export { default as UndoButtons } from './UndoButtons.vue'
export { default as SaidLine } from './SaidLine.vue'
