/** The status line and the tray of long work. */
export { default as JobTray } from './JobTray.vue'
