/** The history of the library. */
export { default as HistoryPage } from './HistoryPage.vue'
