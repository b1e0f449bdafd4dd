import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Day, parseDay } from '@payung/kernel';
import { z } from 'zod';
import { areaPlace, formatAreaCode, parseAreaCode } from '#areas';
import { type Context, change, read } from '#platform/context';
import { newId } from '#platform/ids';
import { Refusal } from '#platform/refusal';
import { type Figure, measures } from '../model.ts';
import { insertFigures, listFigures } from '../store/figures.ts';
import { seesWhole } from './read-coverage.ts';

const shippedFile = join(import.meta.dirname, '../../../../../data/figures-ntt.json');
const ShippedFigures = z.object({
  figures: z.array(
    z.object({
      id: z.uuid(),
      area: z.string(),
      branch: z.string().nullable(),
      measure: z.enum(measures),
      segment: z.string(),
      period: z.string(),
      value: z.number(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      unit: z.enum(['person', 'percent']),
      definition: z.string(),
      source: z.string(),
      url: z.url().nullable(),
      asOf: z.string().nullable(),
      confidence: z.string(),
      estimate: z.boolean(),
      note: z.string().nullable(),
    }),
  ),
});

/** The published figures of Nusa Tenggara Timur as shipped, each with its source. */
export async function shippedFigures(): Promise<Figure[]> {
  const { figures } = ShippedFigures.parse(JSON.parse(await readFile(shippedFile, 'utf8')));
  return figures.map(({ id, area, branch, asOf, ...figure }) => {
    const code = parseAreaCode(area);
    if (code === undefined) throw new Error(`${shippedFile}: ${id} names no area: ${area}`);
    return {
      ...figure,
      figureId: id,
      area: code,
      branchId: branch,
      asOf: asOf === null ? null : (parseDay(asOf) ?? null),
    };
  });
}

/**
 * Loads the shipped figures; the areas must be loaded before. A second time it changes nothing. Returns how many were new.
 *
 * @throws Refusal auth.forbidden
 */
export async function loadFigures(ctx: Context): Promise<number> {
  const figures = await shippedFigures();
  return change(ctx, 'reference.manage', async (tx) => {
    const inserted = await insertFigures(tx, figures);
    await tx.record({ action: 'figures.loaded', facts: { inserted, listed: figures.length } });
    return inserted;
  });
}

/** What somebody enters; the unit follows from the measure. */
interface NewFigure {
  readonly area: number;
  readonly measure: Figure['measure'];
  readonly segment: string;
  readonly period: string;
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly estimate: boolean;
  readonly definition: string;
  readonly source: string;
  readonly url?: string | undefined;
  readonly asOf?: Day | undefined;
  readonly confidence: string;
  readonly note?: string | undefined;
}

/**
 * Enters a figure beside those that are there, also when it contradicts them.
 *
 * @throws Refusal auth.forbidden, areas.notFound, coverage.outsideScope
 */
export async function createFigure(ctx: Context, entered: NewFigure): Promise<Figure> {
  return change(ctx, 'coverage.manage', async (tx) => {
    const { area } = await areaPlace(tx, entered.area);
    if (!seesWhole(tx, area)) throw new Refusal('coverage.outsideScope', { code: formatAreaCode(area.code) });
    const figure: Figure = {
      ...entered,
      figureId: newId(),
      branchId: null,
      unit: entered.measure.endsWith('_percent') ? 'percent' : 'person',
      low: entered.low ?? null,
      high: entered.high ?? null,
      url: entered.url ?? null,
      asOf: entered.asOf ?? null,
      note: entered.note ?? null,
    };
    await insertFigures(tx, [figure]);
    await tx.record({
      action: 'figures.created',
      subjectKind: 'figure',
      subjectId: figure.figureId,
      area: figure.area,
      facts: { measure: figure.measure, period: figure.period },
    });
    return figure;
  });
}

/**
 * The figures of one area, by measure, latest first.
 *
 * @throws Refusal auth.forbidden, coverage.outsideScope
 */
export async function listAreaFigures(ctx: Context, code: number): Promise<Figure[]> {
  return read(ctx, 'coverage.read', async (tx) => {
    const { area } = await areaPlace(tx, code);
    if (!seesWhole(tx, area)) throw new Refusal('coverage.outsideScope', { code: formatAreaCode(code) });
    return listFigures(tx, [code]);
  });
}
