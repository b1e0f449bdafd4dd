import { type Cell, cellText } from './row.ts';

/** The decile of a cell: `3`, `Desil 3`, `D3`; undefined when it says nothing that is a decile from 1 to 10. */
export function parseDecile(cell: Cell | undefined): number | undefined {
  const match = /^(?:desil|d)?\s*[-.]?\s*(10|0?[1-9])$/i.exec(cellText(cell));
  return match === null ? undefined : Number(match[1]);
}
