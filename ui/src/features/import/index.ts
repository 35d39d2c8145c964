/** Importing documents. */
export { default as ImportDesk } from './ImportDesk.vue'
export { default as DropZone } from './DropZone.vue'
export { isPoor, qualityText, sizeText } from './words'
