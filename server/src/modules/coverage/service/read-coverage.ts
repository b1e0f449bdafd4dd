import { type Month, monthIndex } from '@payung/kernel';
import { type Area, areaPlace, formatAreaCode, listSuccessions } from '#areas';
import { type Context, read, type Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import {
  type Coverage,
  type CoverageRow,
  type Dimension,
  type Figure,
  latestByDefinition,
  nobody,
  percentagesOf,
  type Tile,
} from '../model.ts';
import * as counts from '../store/count.ts';
import { listFigures } from '../store/figures.ts';

/** True when the whole area lies in the caller's scope: a part of a total is no total. */
export function seesWhole(tx: Tx, area: Pick<Area, 'code' | 'beyond'>): boolean {
  return tx.scope.areas.some(([from, beyond]) => from <= area.code && area.beyond <= beyond);
}

/**
 * Who is covered in an area and a month: totals, what they divide into, each percentage with all that it rests on, and what
 * others have published. Exact at once: changes that are not folded yet are included.
 *
 * @throws Refusal auth.forbidden, areas.notFound, coverage.outsideScope when part of the area is not the caller's
 */
export async function coverageOf(
  ctx: Context,
  wanted: { readonly area: number; readonly month: Month; readonly by: Dimension },
): Promise<Coverage> {
  return read(ctx, 'coverage.read', async (tx) => {
    const { area, parents, children } = await areaPlace(tx, wanted.area);
    if (!seesWhole(tx, area)) throw new Refusal('coverage.outsideScope', { code: formatAreaCode(area.code) });
    const figures = await listFigures(tx, [area.code, ...children.map(({ code }) => code)]);
    const own = figures.filter((figure) => figure.area === area.code);
    const month = monthIndex(wanted.month);
    const totals = await counts.countArea(tx, area, month);
    const rows =
      wanted.by === 'area'
        ? await rowsByArea(tx, area, children, figures, wanted.month)
        : (await counts.countBy(tx, area, month, wanted.by)).map((row) => ({
            ...row,
            percentages: percentagesOf(row.counts.people, own, wanted.month, row.key),
          }));
    return {
      area,
      parents,
      month: wanted.month,
      by: wanted.by,
      totals,
      percentages: percentagesOf(totals.people, own, wanted.month),
      registered: await counts.countRegistered(tx, area, month),
      rows,
      published: own.filter(({ measure }) => measure !== 'denominator'),
      breaks: await listSuccessions(tx, area.code, area.beyond),
    };
  });
}

async function rowsByArea(
  tx: Tx,
  area: Area,
  children: readonly Area[],
  figures: readonly Figure[],
  month: Month,
): Promise<CoverageRow[]> {
  const counted = await counts.countChildren(tx, area, monthIndex(month));
  return children.map((child) => {
    const found = counted.get(child.code) ?? nobody;
    const own = figures.filter((figure) => figure.area === child.code);
    return {
      key: String(child.code),
      label: child.name,
      counts: found,
      percentages: percentagesOf(found.people, own, month),
    };
  });
}

/**
 * The tile map below an area: every child that has a tile. Tiles outside the caller's scope are there and say nothing, so
 * that the map keeps its shape.
 *
 * @throws Refusal auth.forbidden, areas.notFound
 */
export async function coverageTiles(ctx: Context, code: number, month: Month): Promise<Tile[]> {
  return read(ctx, 'coverage.read', async (tx) => {
    const { area, children } = await areaPlace(tx, code);
    const figures = await listFigures(
      tx,
      children.map((child) => child.code),
    );
    const counted = await counts.countChildren(tx, area, monthIndex(month));
    return children.flatMap((child): Tile[] => {
      if (child.tile === null) return [];
      const place = { code: child.code, name: child.name, shortName: child.shortName, ...child.tile };
      if (!seesWhole(tx, child)) return [{ ...place, counts: null, percentages: [], published: [] }];
      const found = counted.get(child.code) ?? nobody;
      const own = figures.filter((figure) => figure.area === child.code);
      const percents = own.filter(
        ({ measure, segment }) => measure === 'coverage_percent' && segment === 'all',
      );
      return [
        {
          ...place,
          counts: found,
          percentages: percentagesOf(found.people, own, month),
          published: latestByDefinition(percents, month),
        },
      ];
    });
  });
}
