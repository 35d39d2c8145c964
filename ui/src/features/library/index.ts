/** The library: its plans, its file, its backups. */
export { default as LibraryDesk } from './LibraryDesk.vue'
export { default as RestoreScreen } from './RestoreScreen.vue'
export { useCare } from './care'
