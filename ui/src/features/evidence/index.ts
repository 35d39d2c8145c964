/** The evidence behind a cell. */
export { default as EvidenceDrawer } from './EvidenceDrawer.vue'
export { pieces } from './sentence'
export { sectionPath } from './words'
