import { addDays, type Day, day, monthOf } from '@payung/kernel';
import { type Area, areaPlace, formatAreaCode } from '#areas';
import { subtree } from '#platform/access';
import { type Context, read, type Tx } from '#platform/context';
import { Refusal } from '#platform/refusal';
import type { TableFile } from '#platform/spreadsheet';
import { type AreaSeats, addFigures, type VillageOffice, type VillageSeats } from '../model.ts';
import { listOffices } from '../store.ts';
import * as store from '../store-read.ts';

interface SeatsOf {
  readonly area: number;
  /** Today when left out. */
  readonly on?: Day | undefined;
}

/** Refuses an area that the caller sees only in part: what is hidden would look vacant. @throws Refusal coverage.outsideScope */
function requireWhole(tx: Tx, code: number): void {
  const [from, beyond] = subtree(code);
  const whole = tx.scope.areas.some((range) => range[0] <= from && beyond <= range[1]);
  if (!whole) throw new Refusal('coverage.outsideScope', { code: formatAreaCode(code) });
}

/** Size of the areas right below. */
function stepBelow(area: Area): number {
  return { province: 1_000_000, regency: 10_000, district: 1, village: 1 }[area.level];
}

/**
 * The seats of village bodies in an area: how many there are, are filled, and are covered in the month of the day.
 *
 * @throws Refusal auth.forbidden, areas.notFound, coverage.outsideScope
 */
export function areaSeats(ctx: Context, { area: code, on: asked }: SeatsOf): Promise<AreaSeats> {
  return read(ctx, 'offices.read', async (tx) => {
    requireWhole(tx, code);
    const { area, parents, children } = await areaPlace(tx, code);
    const on = asked ?? tx.platform.clock.today();
    const offices = await listOffices(tx);
    const wanted = { area: subtree(code), on, step: stepBelow(area) };
    const figures = await store.listFigures(tx, wanted, offices);
    const bodies = [...new Set(offices.map(({ body }) => body))];
    return {
      area,
      parents,
      on,
      month: monthOf(on),
      total: addFigures(figures),
      bodies: bodies.map((body) => ({ body, ...addFigures(figures.filter((one) => one.body === body)) })),
      rows: children.map((child) => ({
        code: child.code,
        name: child.name,
        ...addFigures(figures.filter((one) => one.code === child.code)),
      })),
      people: figures[0]?.people ?? 0,
      coveredPeople: figures[0]?.coveredPeople ?? 0,
      severalSeats: figures[0]?.severalSeats ?? 0,
      sources: await store.listSources(tx, wanted, offices),
    };
  });
}

/**
 * The bodies of one village with their seats and holders.
 *
 * @throws Refusal auth.forbidden, areas.notFound, coverage.outsideScope
 */
export function villageSeats(ctx: Context, { area: code, on: asked }: SeatsOf): Promise<VillageSeats> {
  return read(ctx, 'offices.read', async (tx) => {
    requireWhole(tx, code);
    const { area, parents } = await areaPlace(tx, code);
    if (area.level !== 'village') throw new Refusal('areas.notFound', { code: formatAreaCode(code) });
    const on = asked ?? tx.platform.clock.today();
    const offices = (await listOffices(tx)).filter(({ villageKinds }) => villageKinds.includes(area.kind));
    const stated = await store.listSeats(tx, code, on);
    const holders = Map.groupBy(await store.listHoldings(tx, code, on, 'in office'), ({ office }) => office);
    return {
      area,
      parents,
      on,
      month: monthOf(on),
      total: addFigures(await store.listFigures(tx, { area: subtree(code), on, step: 1 }, offices)),
      offices: offices.map((office): VillageOffice => {
        const own = stated.get(office.office);
        return {
          ...office,
          count: own?.seats ?? office.seats,
          source: own?.source ?? (office.seats === null ? null : office.citation),
          since: own?.since ?? null,
          holders: holders.get(office.office) ?? [],
        };
      }),
      former: await store.listHoldings(tx, code, on, 'former'),
    };
  });
}

/** Everybody in a seat of the area, as a table; no number of anybody. @throws Refusal auth.forbidden, areas.notFound, coverage.outsideScope */
export function officialsTable(ctx: Context, { area: code, on: asked }: SeatsOf): Promise<TableFile> {
  return read(ctx, 'offices.read', async (tx) => {
    requireWhole(tx, code);
    const on = asked ?? tx.platform.clock.today();
    const offices = await listOffices(tx);
    const byCode = new Map(offices.map((office) => [office.office, office]));
    const rows = await store.listOfficials(tx, { area: subtree(code), on, step: 1 }, offices);
    return {
      name: `perangkat-${formatAreaCode(code)}-${on}`,
      header: [
        'village_code',
        'village',
        'body',
        'office',
        'seat',
        'label',
        'name',
        'decree_number',
        'decree_day',
        'from',
        'term_last_day',
        'covered',
      ],
      rows: rows.map((one) => [
        formatAreaCode(one.village),
        one.villageName,
        byCode.get(one.office)?.body ?? null,
        byCode.get(one.office)?.nameId ?? one.office,
        one.seat,
        one.label,
        one.name,
        one.decreeNumber,
        one.decreeDay,
        one.from,
        one.termUntil === null ? null : addDays(day(one.termUntil), -1),
        one.covered,
      ]),
    };
  });
}
