/** Finding plans, indicators and commands by a few characters. Pure; the component draws what this returns. */

/** Something that can be found. */
export interface Entry {
  id: string
  kind: 'view' | 'plan' | 'indicator' | 'command'
  text: string
  /** Stands beside the text in a lighter ink. */
  hint: string
  /** Further words by which it can be found. */
  also: string
  run: () => void
}

/** At most this many of a kind are listed. */
export const MOST = 8

/** How well an entry fits: 0 begins with the words, 1 holds them, 2 holds every word somewhere, `null` not at all. */
export function fit(entry: Pick<Entry, 'text' | 'also'>, words: string): number | null {
  const sought = words.trim().toLowerCase()
  if (sought === '') return 1
  const text = entry.text.toLowerCase()
  if (text.startsWith(sought)) return 0
  const whole = `${text} ${entry.also.toLowerCase()}`
  if (whole.includes(sought)) return 1
  return sought.split(/\s+/).every((word) => whole.includes(word)) ? 2 : null
}

/** The best entries of each kind, in the order of kinds given; equal fits keep their order. */
export function found(entries: readonly Entry[], words: string): Entry[] {
  const fits = entries.flatMap((entry) => {
    const how = fit(entry, words)
    return how === null ? [] : [{ entry, how }]
  })
  return (['view', 'plan', 'indicator', 'command'] as const).flatMap((kind) =>
    fits
      .filter(({ entry }) => entry.kind === kind)
      .sort((a, b) => a.how - b.how)
      .slice(0, MOST)
      .map(({ entry }) => entry),
  )
}
