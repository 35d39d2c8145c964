/** What a plan says about itself, as a form. */
export { default as MetaForm } from './MetaForm.vue'
export { metaProblems } from './meta'
