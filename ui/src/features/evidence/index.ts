/** The evidence behind a cell. */
export { default as EvidenceDrawer } from './EvidenceDrawer.vue'
