import { type Day, day, month } from '@payung/kernel';
import { readOccupation } from '#people';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import {
  assessPeople,
  checkPeople,
  createProposal,
  decideProposal,
  decreeProposal,
  rankPeople,
  verifyProposal,
} from '#selection';
import { type BillingWorld, belu, billingWorld, type SignedAgreement, villages } from './billing-world.ts';

export { belu, malaka, refusalOf, villages } from './billing-world.ts';

/** Somebody recorded in a village; what is left out is what makes them eligible. */
export interface Villager {
  readonly name?: string;
  readonly birthDate?: Day | null;
  readonly village?: number;
  readonly occupation?: string;
  readonly dead?: boolean;
  readonly numbered?: boolean;
}

/** A platform with villages in which people are recorded, not enrolled. */
export interface SelectionWorld extends BillingWorld {
  /** Drafts for the village, and checks for the kabupaten: two people. */
  readonly operator: Context;
  readonly officer: Context;
  /** Returns their ids, in the order given. */
  settle(people: readonly Villager[]): Promise<string[]>;
  /** A draft for two places in Fatuba'a from November to December 2026. */
  propose(agreement: SignedAgreement, quota?: number): Promise<string>;
  /** The draft with so many people on it, all without routine income, in the order of the ids returned. */
  ranked(
    agreement: SignedAgreement,
    people: number,
    quota?: number,
  ): Promise<{ proposalId: string; people: string[] }>;
}

export const minutes = {
  metOn: day('2026-11-10'),
  place: "Balai Desa Fatuba'a",
  ledBy: 'Yosef Contoh',
  attendance: 41,
  minutes: 'Daftar disepakati menurut urutan.',
  signedOn: day('2026-11-10'),
} as const;

export const sk = {
  signedOn: day('2026-11-15'),
  signedBy: 'Maria Contoh',
  signedAs: 'Bupati Belu',
} as const;

let serial = 0;

export async function selectionWorld(): Promise<SelectionWorld> {
  const world = await billingWorld();
  const { platform, look } = world;
  const operator = world.user('village_operator', villages.fatubaa);
  const officer = world.user('registration_officer', belu);
  const settle = async (people: readonly Villager[]): Promise<string[]> => {
    const ids: string[] = [];
    for (const one of people) {
      const personId = newId();
      serial += 1;
      const { village = villages.fatubaa, numbered = true, dead = false } = one;
      const { birthDate = day('1985-05-17'), occupation = 'Petani', name = `Contoh ${serial}` } = one;
      const nik = `530401170585${9000 + serial}`;
      const sealed = platform.sealer.seal(personId, numbered ? { nik } : {});
      await look(
        `insert into person (person_id, name, name_key, name_turned, birth_date, birth_precision, area, sealed, numbered, died_on, example)
         values ($1, $2, lower($2), lower($2), $3, $4, $5, $6, $7, $8, true)`,
        personId,
        name,
        birthDate,
        birthDate === null ? null : 'day',
        village,
        sealed,
        numbered,
        dead ? '2026-01-01' : null,
      );
      await look(
        `insert into residence (person_id, area, rt, rw, during, source) values ($1, $2, '004', '002', '[2020-01-01,)', 'test')`,
        personId,
        village,
      );
      await look(
        `insert into work (person_id, work_id, occupation, occupation_text, area, during, source)
         values ($1, $2, $3, $4, $5, '[2020-01-01,)', 'test')`,
        personId,
        newId(),
        readOccupation(occupation).code,
        occupation,
        village,
      );
      ids.push(personId);
    }
    return ids;
  };
  const propose = (agreement: SignedAgreement, quota = 2) =>
    createProposal(operator, {
      area: villages.fatubaa,
      agreementId: agreement.agreementId,
      from: month('2026-11'),
      to: month('2026-12'),
      quota,
    });
  return {
    ...world,
    operator,
    officer,
    settle,
    propose,
    async ranked(agreement, count, quota = 2) {
      const people = await settle(Array.from({ length: count }, () => ({})));
      await assessPeople(operator, people, { hasRoutineIncome: false });
      const proposalId = await propose(agreement, quota);
      await rankPeople(operator, proposalId, people);
      return { proposalId, people };
    },
  };
}

/** A list that went as far as its decree, SK/7; returns its id. */
export async function decreedList(
  world: SelectionWorld,
  terms: { readonly people: number; readonly quota: number },
): Promise<string> {
  const { proposalId, people } = await world.ranked(await world.sign(), terms.people, terms.quota);
  await decideProposal(world.operator, proposalId, { ...minutes, number: 'BA/7' });
  await checkPeople(world.officer, proposalId, people, null);
  await verifyProposal(world.officer, proposalId);
  await decreeProposal(world.officer, proposalId, { ...sk, number: 'SK/7' });
  return proposalId;
}
