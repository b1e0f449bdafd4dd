import { type Day, day } from '@payung/kernel';
import type { Tx } from '#platform/context';
import type { Figure, Measure } from '../model.ts';

/** All figures of these areas that the scope shows, by measure, then the latest period first. */
export async function listFigures(tx: Tx, areas: readonly number[]): Promise<Figure[]> {
  if (areas.length === 0) return [];
  const rows = await tx.db
    .selectFrom('figure')
    .selectAll()
    .where('area', 'in', areas)
    .orderBy('area')
    .orderBy('measure')
    .orderBy('period', 'desc')
    .orderBy('figure_id')
    .execute();
  return rows.map((row) => ({
    figureId: row.figure_id,
    area: row.area,
    branchId: row.branch_id,
    measure: row.measure as Measure,
    segment: row.segment,
    period: row.period,
    value: Number(row.value),
    low: numberOrNull(row.low),
    high: numberOrNull(row.high),
    estimate: row.estimate,
    unit: row.unit as Figure['unit'],
    definition: row.definition,
    source: row.source,
    url: row.url,
    asOf: dayOrNull(row.as_of),
    confidence: row.confidence,
    note: row.note,
  }));
}

/** Inserts those that are not there yet; none is ever changed. Returns how many were new. */
export async function insertFigures(tx: Tx, figures: readonly Figure[]): Promise<number> {
  if (figures.length === 0) return 0;
  const rows = await tx.db
    .insertInto('figure')
    .values(
      figures.map((figure) => ({
        figure_id: figure.figureId,
        area: figure.area,
        branch_id: figure.branchId,
        measure: figure.measure,
        segment: figure.segment,
        period: figure.period,
        value: String(figure.value),
        low: textOrNull(figure.low),
        high: textOrNull(figure.high),
        estimate: figure.estimate,
        unit: figure.unit,
        definition: figure.definition,
        source: figure.source,
        url: figure.url,
        as_of: figure.asOf,
        confidence: figure.confidence,
        note: figure.note,
        made_by: tx.actor.id,
      })),
    )
    .onConflict((conflict) => conflict.column('figure_id').doNothing())
    .returning('figure_id')
    .execute();
  return rows.length;
}

function numberOrNull(text: string | null): number | null {
  return text === null ? null : Number(text);
}

function textOrNull(value: number | null): string | null {
  return value === null ? null : String(value);
}

function dayOrNull(text: string | null): Day | null {
  return text === null ? null : day(text);
}
