/** The page of charts. */
export { default as ChartsPage } from './ChartsPage.vue'
