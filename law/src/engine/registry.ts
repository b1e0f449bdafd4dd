/**
 * What is defined, by its id and in the order given.
 *
 * @throws RangeError if two have the same id
 */
export function registry<T extends { readonly id: string }>(defined: readonly T[]): ReadonlyMap<string, T> {
  const byId = new Map<string, T>();
  for (const one of defined) {
    if (byId.has(one.id)) throw new RangeError(`${one.id} is defined twice`);
    byId.set(one.id, one);
  }
  return byId;
}
