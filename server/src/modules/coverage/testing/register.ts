import { randomUUID } from 'node:crypto';
import type { TestDatabase } from '#testing';

/** Villages in three kecamatan of three kabupaten, so that drill-downs have something to add up. */
export const villages = [5_304_012_001, 5_304_012_002, 5_304_022_006, 5_305_142_006, 5_371_061_006] as const;

export interface TestMembership {
  readonly personId: string;
  readonly membershipId: string;
  readonly partnerId: string;
}

/** Writes rows of other modules straight into the database, as its superuser. */
export class TestRegister {
  readonly database: TestDatabase;
  partners: string[] = [];
  funds: string[] = [];

  constructor(database: TestDatabase) {
    this.database = database;
  }

  query(text: string, values: unknown[] = []) {
    return this.database.superuser.query(text, values);
  }

  /** Three partners, each with a fund. */
  async addPartners(): Promise<void> {
    for (const name of ['Pemkab Belu', 'Koperasi Obor', 'Paroki Atambua']) {
      const partner = randomUUID();
      const fund = randomUUID();
      await this.query('insert into partner (partner_id, kind, name, area) values ($1, $2, $3, 5304000000)', [
        partner,
        'government',
        name,
      ]);
      await this.query(
        `insert into fund (fund_id, kind, name, partner_id, area, year, payer, payer_citation)
         values ($1, 'csr', $2, $3, 5304000000, 2026, 'other', 'test')`,
        [fund, `CSR ${name}`, partner],
      );
      this.partners.push(partner);
      this.funds.push(fund);
    }
  }

  /** A person who has lived in `area` since 2000, unless `area` is undefined: then nobody knows where. */
  async addPerson(area: number | undefined): Promise<string> {
    const id = randomUUID();
    await this.query(
      `insert into person (person_id, name, name_key, name_turned, area, sealed, example) values ($1, 'X', 'x', 'x', $2, '', true)`,
      [id, area ?? villages[0]],
    );
    if (area !== undefined) await this.setResidences(id, [{ area, from: '2000-01-01', until: null }]);
    return id;
  }

  async setResidences(
    personId: string,
    spans: readonly { area: number; from: string; until: string | null }[],
  ): Promise<void> {
    await this.query('delete from residence where person_id = $1', [personId]);
    for (const { area, from, until } of spans) {
      await this.query(
        `insert into residence (person_id, area, during, source) values ($1, $2, daterange($3, $4), 'test')`,
        [personId, area, from, until],
      );
    }
  }

  async addMembership(
    personId: string,
    partner: number,
    segment: 'PU' | 'BPU' | 'JAKON' | 'PMI',
    group: string,
    from = '2026-01-01',
    until: string | null = null,
  ): Promise<TestMembership> {
    const membershipId = randomUUID();
    const partnerId = this.partners[partner] ?? '';
    await this.query(
      `insert into membership (person_id, membership_id, partner_id, agreement_id, segment, grp, sector, programmes, fund_id, area, during)
       values ($1, $2, $3, $2, $4, $5, 'other', 3, $6, $7, daterange($8, $9))`,
      [personId, membershipId, partnerId, segment, group, this.funds[partner], villages[0], from, until],
    );
    return { personId, membershipId, partnerId };
  }

  /** Adds cover for `[first, beyond)`, as text for int4range; undefined when such cover stands already. */
  async addCover(
    membership: TestMembership,
    months: readonly [first: number, beyond: number],
    evidence: 'ledger' | 'bpjs_file' | 'law',
    programmes = 3,
    fund = 0,
  ): Promise<string | undefined> {
    const id = randomUUID();
    const { rows } = await this.query(
      `insert into cover (person_id, cover_id, membership_id, partner_id, months, programmes, fund_id, evidence, bill_id, area)
       select $1, $2, $3, $4, int4range($5, $6), $7, $8, $9, case when $9 = 'ledger' then $2::uuid end, $10
       where not exists (select from cover where membership_id = $3 and evidence = $9 and closed_at is null
         and months && int4range($5, $6))
       returning cover_id`,
      [
        membership.personId,
        id,
        membership.membershipId,
        membership.partnerId,
        ...months,
        programmes,
        this.funds[fund],
        evidence,
        villages[4],
      ],
    );
    return rows.length === 0 ? undefined : id;
  }

  async closeCover(coverIds: readonly string[]): Promise<void> {
    await this.query('update cover set closed_at = now() where cover_id = any($1)', [coverIds]);
  }

  /** Forgets every person and every count; partners, funds and areas stay. */
  async clear(): Promise<void> {
    await this.query(
      'truncate cover, membership, residence, person, person_alias, cover_delta, cover_cell, cover_rollup cascade',
    );
  }
}
