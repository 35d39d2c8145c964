/** The page of import, review and library. */
export { default as IntakePage } from './IntakePage.vue'
