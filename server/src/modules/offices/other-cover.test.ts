import { day, month } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { mergePeople } from '#people';
import type { Context } from '#platform/context';
import { belu, malaka, refusalOf, villages } from '../../testing/billing-world.ts';
import { appoint, previewHolder, replaceHolder, vacate } from './index.ts';
import { officesWorld } from './testing/offices-world.ts';

const world = await officesWorld();
const { terminal, newVillage, people, seat, pay, look } = world;
const terms = { label: null, decreeNumber: null, decreeDay: null, termTo: null } as const;
const [from, december] = [day('2026-11-16'), month('2026-12')];
const apbd = { by: 'fund', fundKind: 'apbd_regency', regency: 'Kabupaten Belu' } as const;
const wage = { ...apbd, by: 'employer' } as const;

/** An official of a new village, a member by the body in this segment, and somebody who is to follow. */
async function vacancy(segment: 'BPU' | 'PU' = 'BPU') {
  const village = await newVillage();
  const agreement = await world.sign({ segment });
  await look(`update agreement set grp = 'village_official' where agreement_id = $1`, agreement.agreementId);
  const [old = ''] = await world.enrol(agreement, { people: 1, village, from: day('2026-01-01') });
  await look(
    `update membership set grp = 'village_official', segment = $2 where person_id = $1`,
    old,
    segment,
  );
  const key = { personId: old, holdingId: await seat(village, 'sekretaris_desa', old) };
  const [next = ''] = await people(1, village, 'Pengganti');
  return { village, agreement, next, key };
}

type Vacancy = Awaited<ReturnType<typeof vacancy>>;

const replace = ({ key, next }: Vacancy, ctx: Context = terminal) =>
  replaceHolder(ctx, key, { personId: next, from, reason: 'replaced', diedOn: null, enrol: true, ...terms });
const preview = ({ key, next }: Vacancy, ctx: Context = terminal) =>
  previewHolder(ctx, { personId: next, office: 'sekretaris_desa', from, replaces: key.personId });
/** Who are members under the agreement of the body in December. */
const members = async ({ agreement }: Vacancy) =>
  (
    await look<{ person_id: string }>(
      `select person_id from membership where agreement_id = $1 and during @> date '2026-12-01'`,
      agreement.agreementId,
    )
  ).map((row) => row.person_id);
const working = (personId: string) =>
  look(`update membership set segment = 'PU' where person_id = $1`, personId);

describe('who comes into a seat and is protected already', () => {
  // biome-ignore format: aligned table of cases
  test.each<[string, 'BPU' | 'PU', (official: Vacancy) => Promise<unknown>, string, object | null]>([
    ['paid by another fund',              'BPU', ({ next }) => pay(next, december),                                                     'paidElsewhere', apbd],
    ['paid by it until a month before',   'BPU', ({ next }) => pay(next, month('2026-11')),                                             'paidElsewhere', apbd],
    ['paid in another kabupaten',         'BPU', ({ next }) => pay(next, december, villages.besikama),                                  'paidElsewhere', { ...apbd, regency: 'Kabupaten Malaka' }],
    ['paid as somebody employed',         'BPU', async ({ next }) => { await pay(next, december); await working(next); },               'paidElsewhere', apbd],
    ['paid under another record',         'BPU', async ({ next, village }) => {
      const [other = ''] = await people(1, village);
      await pay(other, december);
      await mergePeople(terminal, { personId: next, into: other, reason: 'satu orang' });
    },                                                                                                                                  'paidElsewhere', apbd],
    ['paid, and without a NIK',           'BPU', async ({ next }) => { await pay(next, december); await look('update person set numbered = false where person_id = $1', next); }, 'paidElsewhere', apbd],
    ['a member elsewhere, never paid',    'BPU', async ({ next }) => { await pay(next, december); await look('delete from cover where person_id = $1', next); }, 'changed', null],
    ['paid until the membership ended',   'BPU', async ({ next }) => { await pay(next, month('2026-11')); await look(`update membership set during = '[2026-01-01,2026-12-01)' where person_id = $1`, next); }, 'changed', null],
    ['employed elsewhere, as here',       'PU',  async ({ next }) => { await pay(next, december); await working(next); },               'changed', wage],
    ['employed here, another fund paying','PU',  ({ next }) => pay(next, december),                                                     'paidElsewhere', apbd],
  ])('%s', async (_, segment, given, memberships, elsewhere) => {
    const official = await vacancy(segment);
    await given(official);
    expect(await preview(official)).toEqual(elsewhere);
    const enrolled = memberships === 'changed';
    const newFrom = enrolled ? '2026-12-01' : null;
    expect(await replace(official)).toMatchObject({ memberships, elsewhere, oldUntil: '2026-11-30', newFrom });
    expect(await members(official)).toEqual(enrolled ? [official.next] : []);
  });

  test('is told on filling an empty seat too, whoever pays, and keeps the membership', async () => {
    const village = await newVillage();
    const [paid = '', employed = '', free = ''] = await people(3, village);
    await pay(paid, december);
    await pay(employed, december);
    await working(employed);
    const told = async (personId: string, office: string) => {
      const candidate = { personId, office, from: day('2026-12-01') };
      const expected = await previewHolder(terminal, candidate);
      const { elsewhere } = await appoint(terminal, village, office, { ...candidate, ...terms });
      expect(elsewhere).toEqual(expected);
      return elsewhere;
    };
    expect(await told(paid, 'kepala_desa')).toEqual(apbd);
    expect(await told(employed, 'sekretaris_desa')).toEqual(wage);
    expect(await told(free, 'kaur')).toBeNull();
    expect(await look('select from membership where person_id = any($1)', [paid, employed])).toHaveLength(2);
  });

  test('is told to whom the scope shows the person, as kind of fund and kabupaten, and to nobody else', async () => {
    const official = await vacancy();
    await pay(official.next, december, villages.besikama);
    const operator = world.user('village_operator', official.village);
    const elsewhere = { ...apbd, regency: 'Kabupaten Malaka' };
    expect(await preview(official, operator)).toEqual(elsewhere);
    const answers = await Promise.all(
      [world.user('registration_officer', malaka), world.user('planner', belu)].map((ctx) =>
        refusalOf(preview(official, ctx)),
      ),
    );
    expect(answers.map((refusal) => refusal?.code)).toEqual(['people.notFound', 'auth.forbidden']);
    // Who may not enrol changes the seat, and knows what to tell who may.
    expect(await replace(official, operator)).toMatchObject({ memberships: 'notAllowed', elsewhere });
  });

  test('is asked for a seat there is, in place of who holds it, within a year of today, and the asking is kept', async () => {
    const { village, next, key } = await vacancy();
    const asked = { personId: next, office: 'sekretaris_desa', from, replaces: key.personId };
    // biome-ignore format: aligned table of cases
    const refused = [
      [{ ...asked, office: 'raja' },                        'offices.notFound'],
      [{ ...asked, replaces: next },                        'offices.holdingNotFound'],
      [{ ...asked, office: 'kaur' },                        'offices.holdingNotFound'],
      [{ ...asked, from: day('2025-11-19') },               'request.invalid'],
      [{ ...asked, from: day('2027-11-21') },               'request.invalid'],
    ] as const;
    for (const [candidate, code] of refused) {
      expect((await refusalOf(previewHolder(terminal, candidate)))?.code).toBe(code);
    }
    for (const near of ['2025-11-20', '2027-11-20']) {
      expect(await previewHolder(terminal, { ...asked, from: day(near) })).toBeNull();
    }
    const entries = await look(
      `select facts, area from audit_entry where action = 'offices.coverAsked' and subject_id = $1 order by id`,
      next,
    );
    expect(entries).toEqual([
      { facts: { office: 'sekretaris_desa', from: '2025-11-20' }, area: village },
      { facts: { office: 'sekretaris_desa', from: '2027-11-20' }, area: village },
    ]);
  });

  test('is asked no more in place of who has left', async () => {
    const official = await vacancy();
    await vacate(terminal, official.key, day('2026-11-10'), 'resigned');
    expect((await refusalOf(preview(official)))?.code).toBe('offices.holdingNotFound');
  });
});
