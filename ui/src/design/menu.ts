/** One entry of a menu. */
export interface MenuItem<K extends string = string> {
  key: K
  label: string
  /** Present on entries of which exactly one is in force. */
  checked?: boolean
  disabled?: boolean
  testid?: string
}
