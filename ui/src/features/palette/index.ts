/** What can be done, in one list: the keys, the palette and the sheet of keys. */
export { default as CommandPalette } from './CommandPalette.vue'
export { default as KeySheet } from './KeySheet.vue'
export { listenForKeys } from './keys'
