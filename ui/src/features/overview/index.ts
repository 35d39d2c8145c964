/** The overview page: the plans side by side. */
export { default as OverviewPage } from './OverviewPage.vue'
