/**
 * The ids of the regulations that a citation names, in its order: `Permenaker 5/2021 jo. Permenaker 1/2025` names two, and
 * a part that begins with a number has the kind of the part before it. Articles are left out.
 */
export function regulationsIn(law: string): readonly string[] {
  const ids: string[] = [];
  for (const part of law.split(/;| jo\. /)) {
    const named = part.replace(/ (?:Pasal|Lampiran) .*$/, '').trim();
    const kind = ids.at(-1)?.replace(/ \d+\/.*$/, '') ?? '';
    ids.push(/^\d/.test(named) ? `${kind} ${named}` : named);
  }
  return ids;
}
