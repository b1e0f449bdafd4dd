import { month, monthIndex } from '@payung/kernel';
import { describe, expect, test } from 'vitest';
import { listMemberships } from '#memberships';
import { decideRow } from './service/decide.ts';
import { getRoster, listRosterRows, textOf } from './service/read.ts';
import { beluLists, listOf, type Person } from './testing/belu-lists.ts';

const lists = await beluLists();
const { terminal, people, look } = lists;

type Segment = 'BPU' | 'PU';

let agreements = 0;
const sign = async (segment: Segment) => {
  agreements += 1;
  const agreementId = await lists.sign(`PKS-W${agreements}`);
  await look('update payung.agreement set segment = $2 where agreement_id = $1', agreementId, segment);
  return agreementId;
};

/** A member in a segment, whose November is paid, by a fund or of their own money, or only agreed. */
async function memberOf(
  person: Partial<Person>,
  [segment, paid, own]: readonly [Segment, boolean, own?: true],
) {
  const rosterId = await lists.send(await sign(segment), listOf(person));
  await lists.accept(rosterId);
  if (own) {
    await look(
      `update payung.fund set kind = 'worker', payer = 'self' where fund_id = (select fund_id from payung.membership where roster_id = $1)`,
      rosterId,
    );
  }
  if (!paid) return;
  await look(
    `insert into payung.cover (person_id, cover_id, membership_id, partner_id, months, programmes, fund_id, evidence, bill_id, area)
     select person_id, gen_random_uuid(), membership_id, partner_id, int4range($2, $2 + 1), 3, fund_id, 'ledger', gen_random_uuid(), area
     from payung.membership where roster_id = $1`,
    rosterId,
    monthIndex(month('2026-11')),
  );
}

const somebody = (): Partial<Person> => {
  const [person] = people(1);
  if (person === undefined) throw new Error('one person');
  return person;
};

describe('somebody whom another pays for already', () => {
  const [paidWage, wage] = [['PU', true] as const, ['PU', false] as const];
  const [paidFund, fund] = [['BPU', true] as const, ['BPU', false] as const];
  const ownMoney = ['BPU', true, true] as const;

  // biome-ignore format: aligned table of cases
  test.each([
    // comes as              is already                 reason                  enrolled
    ['a wage earner',  'PU',  'employed elsewhere by agreement', [wage],           'known.otherEmployer',  1],
    ['a wage earner',  'PU',  'employed elsewhere, and paid for', [paidWage],       'known.otherEmployer',  1],
    ['a wage earner',  'PU',  'BPU whom a fund pays for',        [paidFund],       'known.fundBesideWage', 0],
    ['a wage earner',  'PU',  'BPU by agreement only',           [fund],           'known.reactivated',    1],
    ['a wage earner',  'PU',  'BPU of their own money',         [ownMoney],       'known.reactivated',    1],
    ['a wage earner',  'PU',  'both, and the fund comes first',  [wage, paidFund], 'known.fundBesideWage', 0],
    ['BPU',            'BPU', 'employed elsewhere, and paid for', [paidWage],       'known.otherFund',      0],
    ['BPU',            'BPU', 'employed elsewhere by agreement', [wage],           'known.reactivated',    1],
  ] as const)('%s (%s): %s', async (_, segment, __, already, reason, enrolled) => {
    const person = somebody();
    for (const one of already) await memberOf(person, one);
    const rosterId = await lists.send(await sign(segment), listOf(person));
    const [row] = (await listRosterRows(terminal, rosterId, { verdict: 'known' })).rows;
    // Of the other membership no more is told than the kind of fund and the kabupaten.
    const told = { fund: 'apbd_regency', regency: 'Kabupaten Belu' };
    expect(row).toMatchObject({ reason, enrol: enrolled === 1 });
    expect(row?.facts).toEqual(reason === 'known.reactivated' ? {} : told);
    expect((await getRoster(terminal, rosterId)).roster.enrolled).toBe(enrolled);
  });

  test('two employers: both memberships stand, also when the second began to pay after the check', async () => {
    const person = somebody();
    await memberOf(person, wage);
    const again = await lists.send(await sign('PU'), listOf(person));
    await memberOf(person, paidWage);
    await lists.accept(again);
    expect(await lists.verdicts(again)).toEqual(['known known.otherEmployer']);
    const [known] = await look<{ person_id: string }>(
      'select person_id from payung.person where name = $1',
      person.name,
    );
    const { memberships, findings } = await listMemberships(terminal, known?.person_id ?? '');
    expect(memberships).toHaveLength(3);
    expect(new Set(findings.map(({ flag }) => flag))).toEqual(new Set(['two_employers']));
    const { text, remedy } = textOf('id', 'known.otherEmployer', { fund: 'partner', regency: 'Kupang' });
    expect(`${text} ${remedy}`).toMatch(/pemberi kerja lain.*Dua pemberi kerja sah/s);
  });

  test('decided on the desk they are told apart too', async () => {
    const person = { ...somebody(), mother: '' };
    await memberOf(person, paidWage);
    const turned = { ...person, nik: `${person.nik?.slice(0, 12)}9888` };
    const asked = await lists.send(await sign('PU'), listOf(turned));
    expect(await lists.verdicts(asked)).toEqual(['doubtful doubtful.similar']);
    await decideRow(terminal, asked, 2, { choice: 'same', candidate: 1 });
    expect(await lists.verdicts(asked)).toEqual(['known known.otherEmployer']);
  });
});
