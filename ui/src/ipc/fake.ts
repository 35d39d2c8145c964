import type { Host } from './client'
export function fakeHost(): Host { throw new Error('x') }
