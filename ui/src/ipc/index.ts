/** The way to the core: commands, their types, and errors. */
export * from './client'
export type * from './types'
export { WireError } from './error'
