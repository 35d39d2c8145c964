/** The filter: panel beside the page, chips over it. */
export { default as FilterChips } from './FilterChips.vue'
export { default as FilterPanel } from './FilterPanel.vue'
export { partText } from './texts'
