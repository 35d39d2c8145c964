/** The place at which a chip dropped at `x` goes, among the middles of the other chips. */
export function placeAt(x: number, middles: readonly number[]): number {
  return middles.filter((middle) => middle < x).length
}
