/** Export of what is on screen. */
export { default as ExportMenu } from './ExportMenu.vue'
export { exportReport, FORMATS } from './export-report'
