/** True when `code` lies in the half-open range. */
export function subtreeHas([from, beyond]: readonly [number, number], code: number): boolean {
  return from <= code && code < beyond;
}
