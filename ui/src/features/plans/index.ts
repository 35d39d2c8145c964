/** The plan bar over the pages. */
export { default as PlanBar } from './PlanBar.vue'
