/** The indicator table and its pure parts. */
export { default as PlanMatrix } from './PlanMatrix.vue'
export { cellView, plainText, spanOfYears, statementView, type CellView, type StatementView } from './cell'
export { isOneCell, type Rect } from './navigation'
export { verdictNote } from './notes'
export { firstCharted, flatten, lineKey, type Line, type Sort, type SubLine } from './rows'
export { toTsv } from './tsv'
