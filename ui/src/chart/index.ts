/** Charts as the core laid them out: drawn here, decided there. */
export { default as ChartFigure } from './ChartFigure.vue'
export { default as SceneView } from './SceneView.vue'
export { default as ChartTable } from './ChartTable.vue'
export { chartOf, firstChoice, KINDS, drawsFigures } from './choice'
export { neighbour, type Direction } from './moving'
