import { type Day, day, type Month, monthIndex } from '@payung/kernel';
import type { Context } from '#platform/context';
import { type BillingWorld, billingWorld, villages } from '../../../testing/billing-world.ts';
import { appoint, type Holding, stateSeats, type VillageSeats, villageSeats } from '../index.ts';

const terms = { label: null, decreeNumber: null, decreeDay: null, termTo: null } as const;

/** A register with villages, people and seats; each village is new, so that no test sees what another did. */
export interface OfficesWorld extends BillingWorld {
  newVillage(kind?: 'desa' | 'kelurahan'): Promise<number>;
  /** People recorded in a village, without a membership. */
  people(count: number, village?: number, name?: string): Promise<string[]>;
  /** In office from the first of January unless told otherwise; returns the id of the holding. */
  seat(village: number, office: string, personId: string, more?: object, ctx?: Context): Promise<string>;
  state(village: number, office: string, seats: number, since?: string, ctx?: Context): Promise<void>;
  seatsOf(village: number, ctx?: Context, on?: Day): Promise<VillageSeats>;
  holdersOf(village: number, office: string): Promise<readonly Holding[]>;
  /** A membership of an agreement of its own, with one paid month. */
  pay(personId: string, at: Month, village?: number): Promise<void>;
}

export async function officesWorld(): Promise<OfficesWorld> {
  const world = await billingWorld();
  let last = 5304012100;
  const seatsOf = (village: number, ctx = world.terminal, on?: Day) =>
    villageSeats(ctx, { area: village, on });
  return {
    ...world,
    seatsOf,
    async newVillage(kind = 'desa') {
      last += 1;
      await world.look(
        `insert into area (code, beyond, level, kind, name, name_key, parent, source) values ($1::bigint, $1::bigint + 1, 'village', $2, 'Uji', 'uji', 5304010000, 'test')`,
        last,
        kind,
      );
      return last;
    },
    async people(count, village = villages.fatubaa, name = 'Contoh') {
      const rows = await world.look<{ person_id: string }>(
        `insert into person (person_id, name, name_key, name_turned, area, sealed, example)
         select gen_random_uuid(), $3, lower($3), lower($3), $1, '\\x00', true from generate_series(1, $2) returning person_id`,
        village,
        count,
        name,
      );
      return rows.map((row) => row.person_id);
    },
    async seat(village, office, personId, more = {}, ctx = world.terminal) {
      const appointment = { personId, from: day('2026-01-01'), ...terms, ...more };
      return (await appoint(ctx, village, office, appointment)).holdingId;
    },
    state: (village, office, seats, since = '2020-01-01', ctx = world.terminal) =>
      stateSeats(ctx, { village, office, seats, since: day(since), source: 'Perdes 3/2020' }),
    holdersOf: async (village, office) =>
      (await seatsOf(village)).offices.find((one) => one.office === office)?.holders ?? [],
    async pay(personId, at, village = villages.fatubaa) {
      const agreement = await world.sign();
      await world.look(
        `with m as (
           insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
           values ($1, gen_random_uuid(), $2, $3, 'BPU', 'vulnerable', 'other', 3, $4, $5, '[2026-01-01,)') returning *)
         insert into cover (person_id, cover_id, membership_id, partner_id, months, programmes, fund_id, evidence, bill_id, area)
         select person_id, gen_random_uuid(), membership_id, partner_id, int4range($6, $6 + 1), 3, fund_id, 'ledger', gen_random_uuid(), area from m`,
        personId,
        agreement.partnerId,
        agreement.agreementId,
        agreement.fundId,
        village,
        monthIndex(at),
      );
    },
  };
}
