/** Wordings that the analyst taught the program. */
export { default as EffectList } from './EffectList.vue'
export { default as SynonymPage } from './SynonymPage.vue'
