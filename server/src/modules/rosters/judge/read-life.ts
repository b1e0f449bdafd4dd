import { type Cell, cellText } from '../file/index.ts';
import type { Finding } from './finding.ts';

/** Why the list itself says that somebody is no worker of the place any more; undefined when it does not. */
export function readLife(cell: Cell | undefined): Finding | undefined {
  const text = cellText(cell).toLowerCase();
  if (/\b(?:mati|meninggal|wafat|almarhum(?:ah)?)\b/.test(text)) {
    return { code: 'life.dead', field: 'life', facts: {} };
  }
  if (/\b(?:pindah|hilang|pergi|tidak valid)\b/.test(text)) {
    return { code: 'life.gone', field: 'life', facts: {} };
  }
  return undefined;
}
