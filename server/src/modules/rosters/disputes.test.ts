import { beforeEach, describe, expect, test } from 'vitest';
import { listDisputes, mergePeople, searchPeople, settleDispute } from '#people';
import { checkRoster } from './service/check.ts';
import { decideRow } from './service/decide.ts';
import { getRoster } from './service/read.ts';
import { alor, belu, beluLists, listOf } from './testing/belu-lists.ts';

const { platform, terminal, user, sign, send, accept, verdicts, look } = await beluLists();
const officer = user('registration_officer', belu);

let sequence = 0;
let agreementId = '';
const newNik = () => `5304051708${String(909_100 + ++sequence)}`;
beforeEach(async () => {
  agreementId = await sign(`PKS-${++sequence}`);
});

const claims = (nik: string) =>
  look<{ name: string; state: string; numbered: boolean }>(
    `select p.name, i.state, p.numbered from identifier i join person p using (person_id)
     where p.person_id = any ($1) order by p.name`,
    claimants.get(nik),
  );
const claimants = new Map<string, string[]>();

/** Two people on one NIK: one enrolled, the other decided to be somebody else and recorded. */
async function dispute(first: string, second: string, village = {}) {
  const nik = newNik();
  const area = 'village' in village ? alor : belu;
  await accept(
    await send(await sign(`PKS-first-${++sequence}`, area), listOf({ nik, name: first, ...village })),
  );
  const row = { nik, name: second, birth: '03-02-1971', mother: 'Ana' };
  const rosterId = await send(agreementId, listOf(row));
  await decideRow(terminal, rosterId, 2, { choice: 'new', why: 'KTP keduanya dilihat' });
  const found = async (name: string) => (await searchPeople(terminal, name)).people[0]?.personId ?? '';
  const ids = async () => {
    const both = [await found(first), await found(second)] as const;
    claimants.set(nik, [...both]);
    return both;
  };
  return { nik, row, rosterId, ids };
}

describe('two people on one NIK', () => {
  test('are both kept, and neither is enrolled until it is settled', async () => {
    const { nik, row, rosterId, ids } = await dispute('Abraham Abanat', 'Theodora Lopez');
    expect(await verdicts(rosterId)).toEqual(['new new.disputed']);
    expect((await getRoster(terminal, rosterId)).roster).toMatchObject({ enrolled: 0, recorded: 1 });
    await accept(rosterId);
    await ids();
    expect(await claims(nik)).toEqual([
      { name: 'Abraham Abanat', state: 'disputed', numbered: true },
      { name: 'Theodora Lopez', state: 'disputed', numbered: true },
    ]);
    const again = await send(
      await sign(`PKS-again-${++sequence}`),
      listOf({ nik, name: 'Abraham Abanat' }, { nik: newNik(), name: 'Bakri Bakoil' }),
    );
    expect(await verdicts(again)).toEqual(['known known.disputed', 'new new.ready']);
    const other = await send(agreementId, listOf(row, { nik: newNik(), name: 'Cosmas Dethan' }));
    expect((await verdicts(other))[0]).toBe('known known.disputed');
    expect((await searchPeople(terminal, nik)).people).toHaveLength(2);
  });

  // biome-ignore format: aligned table of cases
  test.each([
    ['the first one',  0, 'Daniel Foenay',  'Elisabet Ganggut'],
    ['the second one', 1, 'Fidelis Humau',  'Getrudis Isliko'],
  ] as const)('settled for %s: the other stays without a number, and both can be taken on', async (_, holder, first, second) => {
    const { nik, rosterId, ids } = await dispute(first, second);
    await accept(rosterId);
    const both = await ids();
    expect((await listDisputes(officer)).some(({ people }) => people.some(({ name }) => name === first))).toBe(true);
    await settleDispute(officer, both[holder], 'Surat Dukcapil diperlihatkan');
    const names = [first, second];
    expect(await claims(nik)).toEqual(
      names.map((name, place) =>
        place === holder ? { name, state: 'held', numbered: true } : { name, state: 'withdrawn', numbered: false },
      ),
    );
    expect((await searchPeople(terminal, nik)).people.map(({ name }) => name)).toEqual([names[holder]]);
    expect((await listDisputes(officer)).some(({ people }) => people.some(({ name }) => name === first))).toBe(false);
    await expect(settleDispute(officer, both[holder], 'sekali lagi')).rejects.toMatchObject({ code: 'people.notDisputed' });
    const [entry] = await look<{ facts: object }>(
      `select facts from audit_entry where action = 'people.nikSettled' and subject_id = $1`,
      both[holder],
    );
    expect(entry?.facts).toEqual({ reason: 'Surat Dukcapil diperlihatkan', others: [both[1 - holder]] });
  });

  test('across the border: nobody of the other side is named, and only who answers for both settles', async () => {
    const { rosterId, ids } = await dispute('Hendrik Jehadut', 'Imelda Koroh', {
      village: 'Adang Buom',
      district: 'Teluk Mutiara',
    });
    await accept(rosterId);
    const [ofAlor, ofBelu] = await ids();
    const mine = (await listDisputes(officer)).filter(({ elsewhere }) => elsewhere > 0);
    expect(mine).toEqual([{ people: [expect.objectContaining({ name: 'Imelda Koroh' })], elsewhere: 1 }]);
    expect(JSON.stringify(mine)).not.toContain(ofAlor);
    await expect(settleDispute(officer, ofBelu, 'milik kami')).rejects.toMatchObject({
      code: 'people.disputedElsewhere',
    });
    await expect(settleDispute(officer, ofAlor, 'milik mereka')).rejects.toMatchObject({
      code: 'people.notFound',
    });
    await settleDispute(user('registration_officer', 5_300_000_000), ofAlor, 'Surat Dukcapil');
    expect((await listDisputes(officer)).filter(({ elsewhere }) => elsewhere > 0)).toEqual([]);
  });

  test('a reason that holds a NIK is refused, and who may not settle is', async () => {
    await expect(settleDispute(officer, crypto.randomUUID(), 'NIK 5304051708909001')).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await expect(
      settleDispute(user('village_operator', belu), crypto.randomUUID(), 'alasan'),
    ).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
  });
});

describe('what comes between the check and the acceptance', () => {
  /** A list that takes on somebody known, whose membership has ended. */
  async function knownAgain(name: string) {
    const nik = newNik();
    await accept(await send(await sign(`PKS-before-${++sequence}`), listOf({ nik, name })));
    await look(
      `update membership set during = '[2026-01-01,2026-10-31)'
       from person p where p.person_id = membership.person_id and p.name = $1`,
      name,
    );
    const rosterId = await send(await sign(`PKS-after-${++sequence}`), listOf({ nik, name }));
    return { nik, rosterId };
  }
  const state = async (rosterId: string) => (await getRoster(terminal, rosterId)).roster.state;

  test('a dispute: nobody is enrolled on the number, and the list is checked again', async () => {
    const { nik, rosterId } = await knownAgain('Jakobus Kiik');
    expect(await verdicts(rosterId)).toEqual(['known known.reactivated']);
    const claim = await send(
      await sign(`PKS-claim-${++sequence}`),
      listOf({ nik, name: 'Lusia Moruk', birth: '03-02-1971', mother: 'Ana' }),
    );
    await decideRow(terminal, claim, 2, { choice: 'new', why: 'KTP keduanya dilihat' });
    await accept(claim);
    await accept(rosterId);
    expect(await state(rosterId)).toBe('received');
    await checkRoster.run(terminal, rosterId);
    expect(await verdicts(rosterId)).toEqual(['known known.disputed']);
  });

  test('a merge: the record that speaks is enrolled, not the one that was found', async () => {
    const { nik, rosterId } = await knownAgain('Marselinus Nahak');
    await accept(
      await send(
        await sign(`PKS-other-${++sequence}`),
        listOf({ nik: newNik(), name: 'Oktovianus Taek', mother: 'Yuliana Bete' }),
      ),
    );
    const found = async (name: string) => (await searchPeople(terminal, name)).people[0]?.personId ?? '';
    const [personId, into] = [await found('marselinus nahak'), await found('oktovianus taek')];
    await mergePeople(terminal, { personId, into, reason: 'satu orang' });
    await accept(rosterId);
    expect(await state(rosterId)).toBe('received');
    await checkRoster.run(terminal, rosterId);
    const [row] = await look<{ person_id: string | null }>(
      `select person_id from roster_row where roster_id = $1 and verdict <> 'ignored'`,
      rosterId,
    );
    expect([null, into]).toContain(row?.person_id ?? null);
    expect(
      await look('select from identifier where hash = $1', platform.sealer.blindIndex('nik', nik)),
    ).toHaveLength(1);
  });
});
