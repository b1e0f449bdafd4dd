import { type Day, day } from '@payung/kernel';
import type { Context } from '#platform/context';
import { newId } from '#platform/ids';
import { type TestPlatform, testPlatform } from './test-platform.ts';

/** Places of the tests: two kabupaten of NTT, with villages. */
export const belu = 5304000000;
export const malaka = 5321000000;
export const villages = { fatubaa: 5304012001, dafala: 5304012002, besikama: 5321012001 } as const;

const areas = [
  [5300000000, 5400000000, 'province', 'provinsi', 'Nusa Tenggara Timur', null],
  [belu, 5305000000, 'regency', 'kabupaten', 'Kabupaten Belu', 5300000000],
  [malaka, 5322000000, 'regency', 'kabupaten', 'Kabupaten Malaka', 5300000000],
  [5304010000, 5304020000, 'district', 'kecamatan', 'Tasifeto Timur', belu],
  [5321010000, 5321020000, 'district', 'kecamatan', 'Malaka Barat', malaka],
  [villages.fatubaa, 5304012002, 'village', 'desa', "Fatuba'a", 5304010000],
  [villages.dafala, 5304012003, 'village', 'desa', 'Dafala', 5304010000],
  [villages.besikama, 5321012002, 'village', 'desa', 'Besikama', 5321010000],
] as const;

interface AgreementTerms {
  readonly area?: number;
  readonly fundKind?: 'apbd_regency' | 'dana_desa' | 'csr';
  readonly programmes?: number;
  readonly segment?: 'BPU' | 'PU';
  readonly from?: Day;
  readonly until?: Day | null;
}

export interface SignedAgreement {
  readonly agreementId: string;
  readonly number: string;
  readonly partnerId: string;
  readonly fundId: string;
  readonly area: number;
  readonly programmes: number;
}

interface EnrolTerms {
  readonly people: number;
  readonly village?: number;
  readonly from?: Day;
  readonly until?: Day | null;
  readonly income?: number;
}

/** A platform with places, on which agreements are signed and people enrolled behind the scenes, as the superuser. */
export interface BillingWorld extends TestPlatform {
  /** May bill and import everywhere. */
  readonly terminal: Context;
  sign(terms?: AgreementTerms): Promise<SignedAgreement>;
  /** Returns the ids of the people. */
  enrol(agreement: SignedAgreement, terms: EnrolTerms): Promise<string[]>;
  /** Rows of a query as the superuser. */
  look<T extends object>(sql: string, ...values: unknown[]): Promise<T[]>;
}

const payers = { apbd_regency: 'government', dana_desa: 'government', csr: 'other' } as const;

export async function billingWorld(): Promise<BillingWorld> {
  const world = await testPlatform();
  const { superuser } = world.database;
  const look = async <T extends object>(sql: string, ...values: unknown[]): Promise<T[]> =>
    (await superuser.query<T>(sql, values)).rows;
  for (const [code, beyond, level, kind, name, parent] of areas) {
    await look(
      `insert into area (code, beyond, level, kind, name, name_key, parent, source) values ($1, $2, $3, $4, $5, lower($5), $6, 'test')`,
      code,
      beyond,
      level,
      kind,
      name,
      parent,
    );
  }
  let signed = 0;
  return {
    ...world,
    look,
    async sign(terms = {}) {
      signed += 1;
      const { area = belu, fundKind = 'apbd_regency', programmes = 3, segment = 'BPU' } = terms;
      const { from = day('2026-01-01'), until = null } = terms;
      const ids = { agreementId: newId(), partnerId: newId(), fundId: newId() };
      const number = `PKS/${signed}/2026`;
      await look(
        `insert into partner (partner_id, kind, name, area) values ($1, 'government', $2, $3)`,
        ids.partnerId,
        `Pemda ${signed}`,
        area,
      );
      await look(
        `insert into fund (fund_id, kind, name, partner_id, area, year, payer, payer_certainty, payer_citation)
         values ($1, $2, $3, $4, $5, 2026, $6, $7, 'PP 50/2025')`,
        ids.fundId,
        fundKind,
        `Dana ${signed}`,
        ids.partnerId,
        area,
        payers[fundKind],
        fundKind === 'dana_desa' ? 'uncertain' : 'settled',
      );
      await look(
        `insert into agreement (agreement_id, partner_id, area, kind, number, title, segment, grp, programmes, income, fund_id, during, made_by)
         values ($1, $2, $3, 'PKS', $4, 'Pekerja rentan', $5, 'vulnerable', $6, 1000000, $7, daterange($8, $9), 'test')`,
        ids.agreementId,
        ids.partnerId,
        area,
        number,
        segment,
        programmes,
        ids.fundId,
        from,
        until,
      );
      return { ...ids, number, area, programmes };
    },
    async enrol(agreement, terms) {
      const {
        village = villages.fatubaa,
        from = day('2026-11-01'),
        until = null,
        income = 1_000_000,
      } = terms;
      const people = Array.from({ length: terms.people }, () => ({ person: newId(), membership: newId() }));
      await look(
        `with one as (select * from jsonb_to_recordset($1) as t(person uuid, membership uuid)),
         born as (
           insert into person (person_id, name, name_key, name_turned, area, partners, sealed, example)
           select person, 'Contoh', 'contoh', 'contoh', $2, array[$3::uuid], '\\x00', true from one),
         living as (
           insert into residence (person_id, area, during, source)
           select person, $2, daterange('2020-01-01', null), 'test' from one),
         joined as (
           insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
           select person, membership, $3, $4, 'BPU', 'vulnerable', 'other', $5, $6, $2, daterange($7, $8) from one)
         insert into membership_basis (person_id, membership_id, income, partner_id, area, during)
         select person, membership, $9, $3, $2, daterange($7, $8) from one`,
        JSON.stringify(people),
        village,
        agreement.partnerId,
        agreement.agreementId,
        agreement.programmes,
        agreement.fundId,
        from,
        until,
        income,
      );
      return people.map(({ person }) => person);
    },
  };
}

/** What a promise refuses with: its code and facts; undefined when it does not. */
export async function refusalOf(
  promise: Promise<unknown>,
): Promise<{ code: unknown; facts: unknown } | undefined> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'facts' in error)
      return { code: error.code, facts: error.facts };
    throw error;
  }
  return undefined;
}
