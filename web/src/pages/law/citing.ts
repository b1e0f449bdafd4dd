import { regulationsIn, type ShownParameter, type ShownRow } from '@payung/law';

/** A parameter and those of its rows that cite one regulation. */
export interface Citing {
  readonly parameter: ShownParameter;
  readonly rows: readonly ShownRow[];
}

/** The parameters that cite a regulation, by its id. */
export function citing(parameters: readonly ShownParameter[]): ReadonlyMap<string, readonly Citing[]> {
  const cited = new Map<string, Citing[]>();
  for (const parameter of parameters) {
    const rows = parameter.rows.flatMap((row) => regulationsIn(row.source.law).map((id) => ({ id, row })));
    for (const [id, found] of Map.groupBy(rows, (one) => one.id)) {
      const list = cited.get(id) ?? [];
      list.push({ parameter, rows: found.map(({ row }) => row) });
      cited.set(id, list);
    }
  }
  return cited;
}
