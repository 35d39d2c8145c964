/** One entry of the menu of the table. */
export interface TableAction {
  key: string
  label: string
  disabled?: boolean
  run: () => void
}
