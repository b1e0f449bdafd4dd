import { day } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { addDeath, holdForDeath, recordDeath, withdrawDeath } from '#people';
import { change } from '#platform/context';
import { connectModules } from '../../api.ts';
import { belu, refusalOf, villages } from '../../testing/billing-world.ts';
import { vacate } from './index.ts';
import { officesWorld } from './testing/offices-world.ts';

const world = await officesWorld();
connectModules();
const { newVillage, people, seat, seatsOf } = world;
const officer = world.user('registration_officer', belu);

const die = (personId: string, diedOn: string) =>
  recordDeath(officer, {
    personId,
    diedOn: day(diedOn),
    evidence: 'family_report',
    reference: null,
    note: null,
  });
const revive = (personId: string) => withdrawDeath(officer, personId, 'Orang lain dengan nama sama');
/** Days of every holding of a person, and why it ended. */
const holdings = async (personId: string) =>
  (
    await world.look<{ during: string; reason: string | null; taken: string }>(
      `select h.during::text, h.end_reason as reason, o.during::text as taken
       from office_holding h join office_occupancy o using (holding_id) where h.person_id = $1 order by lower(h.during)`,
      personId,
    )
  ).map(({ during, reason, taken }) => {
    // The seat is taken on the days of the holding, always.
    expect(taken).toBe(during);
    return [during, reason];
  });

const saidOf = (personId: string) =>
  world.look(
    `select p.died_on::text as day, d.evidence, d.certified from person p join death d using (person_id)
     where person_id = $1 and d.died_on = p.died_on`,
    personId,
  );

describe('the seat of a holder who died', () => {
  test('is vacant from the day after, and theirs again when the death is withdrawn', async () => {
    const village = await newVillage();
    const [personId = ''] = await people(1);
    await seat(village, 'kepala_desa', personId);
    await die(personId, '2026-11-03');
    expect(await holdings(personId)).toEqual([['[2026-01-01,2026-11-04)', 'died']]);
    expect((await seatsOf(village)).former).toMatchObject([{ personId, endReason: 'died' }]);
    await revive(personId);
    expect(await holdings(personId)).toEqual([['[2026-01-01,)', null]]);
  });

  test('is left the same day when it was taken after the death', async () => {
    const village = await newVillage();
    const [personId = ''] = await people(1);
    await seat(village, 'kepala_desa', personId, { from: day('2026-11-10') });
    await die(personId, '2026-11-03');
    expect(await holdings(personId)).toEqual([['[2026-11-10,2026-11-11)', 'died']]);
    await revive(personId);
    expect(await holdings(personId)).toEqual([['[2026-11-10,)', null]]);
  });

  test('stays with whoever came into it since', async () => {
    const village = await newVillage();
    const [old = '', next = ''] = await people(2);
    await seat(village, 'kepala_desa', old);
    await die(old, '2026-11-03');
    await seat(village, 'kepala_desa', next, { from: day('2026-11-04') });
    await revive(old);
    expect(await holdings(old)).toEqual([['[2026-01-01,2026-11-04)', 'replaced']]);
    expect(await holdings(next)).toEqual([['[2026-11-04,)', null]]);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['earlier', '2026-11-03', '[2026-01-01,2026-11-04)'],
    ['later',   '2026-11-12', '[2026-01-01,2026-11-11)'],
  ])('that somebody else came into since is left by the death still, though a certificate says a day that is %s', async (_, on, then) => {
    const village = await newVillage();
    const [old = '', next = ''] = await people(2);
    await seat(village, 'kepala_desa', old);
    await die(old, '2026-11-10');
    await seat(village, 'kepala_desa', next, { from: day('2026-11-15') });
    await recordDeath(officer, {
      personId: old,
      diedOn: day(on),
      evidence: 'civil_certificate',
      reference: '5304-KM-01112026-0007',
      note: null,
    });
    expect(await holdings(old)).toEqual([[then, 'died']]);
    await revive(old);
    expect(await holdings(old)).toEqual([[then, 'replaced']]);
    expect(await holdings(next)).toEqual([['[2026-11-15,)', null]]);
  });

  test('is not taken by somebody dead', async () => {
    const [personId = ''] = await people(1);
    await die(personId, '2026-11-03');
    expect(await refusalOf(seat(await newVillage(), 'kepala_desa', personId))).toEqual({
      code: 'offices.holderDead',
      facts: { day: '2026-11-03' },
    });
  });
});

describe('a village that ends a seat because its holder died', () => {
  const ends = (personId: string, holdingId: string, ctx = officer) =>
    vacate(ctx, { personId, holdingId }, day('2026-11-03'), 'died');

  test('writes the death, and every other seat of theirs ends too', async () => {
    const [one, other] = [await newVillage(), await newVillage()];
    const [personId = ''] = await people(1);
    const holdingId = await seat(one, 'kaur', personId);
    await seat(other, 'rt_head', personId);
    await ends(personId, holdingId);
    expect(await saidOf(personId)).toEqual([
      { day: '2026-11-03', evidence: 'partner_report', certified: false },
    ]);
    expect((await holdings(personId)).map(([, reason]) => reason)).toEqual(['died', 'died']);
  });

  test('waits for a death that is recorded at the same moment, never in a circle', async () => {
    const village = await newVillage();
    const [personId = ''] = await people(1);
    const holdingId = await seat(village, 'kaur', personId);
    const held = Promise.withResolvers<void>();
    const released = Promise.withResolvers<void>();
    // Has the locks of a death, and has not reached the seat yet.
    const death = change(officer, 'deaths.record', async (tx) => {
      await holdForDeath(tx, [personId], true);
      held.resolve();
      await released.promise;
      const said = { evidence: 'family_report', reference: null, note: null } as const;
      await addDeath(tx, { personId, diedOn: day('2026-11-03'), ...said }, null);
    });
    await held.promise;
    const ending = refusalOf(ends(personId, holdingId));
    for (let waiting = 0; waiting === 0; ) {
      const rows = await world.look(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      waiting = rows.length;
    }
    released.resolve();
    await death;
    expect((await ending)?.code).toBe('offices.endedAlready');
    expect(await holdings(personId)).toEqual([['[2026-01-01,2026-11-04)', 'died']]);
  });

  test('only ends the seat of somebody who lives where it does not look', async () => {
    const village = await newVillage();
    const [personId = ''] = await people(1, villages.besikama);
    const holdingId = await seat(village, 'kepala_desa', personId);
    await ends(personId, holdingId, world.user('village_operator', village));
    expect(await holdings(personId)).toEqual([['[2026-01-01,2026-11-04)', 'died']]);
    expect(await saidOf(personId)).toEqual([]);
  });
});
