/** The chart of one sub-row in three layers: what it says, where it stands, how it is drawn. */
export { default as SubRowChart } from './SubRowChart.vue'
export { chartSpec, type ChartSpec } from './spec'
export { chartOption, type ChartTheme } from './option'
export { chartTexts } from './texts'
