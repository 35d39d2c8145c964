/** The indicators page. */
export { default as IndicatorsPage } from './IndicatorsPage.vue'
