import type { Found, Texts } from './truth.ts';

/**
 * The pairs within clusters, as `dedupe` writes them: the id of the record, and the cluster it is in.
 *
 * @returns undefined if there are no such two columns
 */
export function pairsOfClusters(columns: Texts): Found | undefined {
  const [id, ...others] = Object.keys(columns);
  const cluster = others.find((name) => /^cluster/i.test(name)) ?? others[0];
  if (id === undefined || cluster === undefined) return undefined;
  const members = new Map<string, string[]>();
  for (const [n, name = ''] of (columns[cluster] ?? []).entries()) {
    const own = columns[id]?.[n] ?? '';
    const known = members.get(name);
    if (known === undefined) members.set(name, [own]);
    else known.push(own);
  }
  const left: string[] = [];
  const right: string[] = [];
  for (const group of members.values()) {
    for (const [n, one] of group.entries()) {
      for (const other of group.slice(n + 1)) {
        left.push(one);
        right.push(other);
      }
    }
  }
  return { left, right, probability: undefined };
}
