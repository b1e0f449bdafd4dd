import { type Day, day, rupiah } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import { type Agreement, type AgreementEvent, bitsOf, type Fund, programmesOf } from './model.ts';
import { areasHolding, holding } from './store-partners.ts';

const fundColumns = [
  'fund.fund_id',
  'fund.kind as fund_kind',
  'fund.name as fund_name',
  'fund.partner_id as fund_partner',
  'fund.area as fund_area',
  'fund.year',
  'fund.payer',
  'fund.payer_certainty',
  'fund.payer_citation',
] as const;

interface FundRow {
  fund_id: string;
  fund_kind: string;
  fund_name: string;
  fund_partner: string;
  fund_area: number;
  year: number;
  payer: string;
  payer_certainty: string;
  payer_citation: string;
}

function fundOf(row: FundRow): Fund {
  return {
    fundId: row.fund_id,
    kind: row.fund_kind as Fund['kind'],
    name: row.fund_name,
    partnerId: row.fund_partner,
    area: row.fund_area,
    year: row.year,
    payer: row.payer as Fund['payer'],
    payerCertainty: row.payer_certainty as Fund['payerCertainty'],
    payerCitation: row.payer_citation,
  };
}

/**
 * Purses, those of the latest year first.
 *
 * @param of.words each stands in the name or the year
 * @param of.payingFor only those that may pay for workers of this area, as `mayPayFor` says
 */
export async function listFunds(
  tx: Tx,
  of: {
    readonly words?: readonly string[];
    readonly payingFor?: number | undefined;
    readonly limit?: number | undefined;
  } = {},
): Promise<Fund[]> {
  const { words = [], payingFor, limit } = of;
  const said = sql<string>`concat_ws(' ', fund.name, fund.year)`;
  const rows = await tx.db
    .selectFrom('fund')
    .select(fundColumns)
    .where((is) => is.and(words.map((word) => is(said, 'ilike', holding(word)))))
    .$if(payingFor !== undefined, (q) =>
      q.where((is) =>
        is.or([is('fund.payer', '!=', 'government'), is('fund.area', 'in', areasHolding(payingFor ?? 0))]),
      ),
    )
    .$if(limit !== undefined, (q) => q.limit(limit ?? 0))
    .orderBy('fund.year', 'desc')
    .orderBy('fund.name')
    .execute();
  return rows.map(fundOf);
}

export async function insertFund(tx: Tx, fund: Fund): Promise<void> {
  await tx.db
    .insertInto('fund')
    .values({
      fund_id: fund.fundId,
      kind: fund.kind,
      name: fund.name,
      partner_id: fund.partnerId,
      area: fund.area,
      year: fund.year,
      payer: fund.payer,
      payer_certainty: fund.payerCertainty,
      payer_citation: fund.payerCitation,
    })
    .execute();
}

function agreements(tx: Tx) {
  return tx.db
    .selectFrom('agreement')
    .innerJoin('partner', 'partner.partner_id', 'agreement.partner_id')
    .innerJoin('area', 'area.code', 'agreement.area')
    .innerJoin('fund', 'fund.fund_id', 'agreement.fund_id')
    .leftJoin('agreement_stage', 'agreement_stage.agreement_id', 'agreement.agreement_id')
    .select([
      'agreement.agreement_id',
      'agreement.partner_id',
      'partner.name as partner_name',
      'partner.example',
      'agreement.area',
      'area.name as area_name',
      'agreement.kind',
      'agreement.number',
      'agreement.title',
      'agreement.segment',
      'agreement.grp',
      'agreement.sector',
      'agreement.programmes',
      'agreement.income',
      'agreement_stage.stage',
      'agreement_stage.on_day',
      sql<string>`lower(agreement.during)`.as('from'),
      sql<string | null>`upper(agreement.during)`.as('until'),
      ...fundColumns,
    ]);
}

type AgreementRow = Awaited<ReturnType<ReturnType<typeof agreements>['execute']>>[number];

function agreementOf(row: AgreementRow): Agreement {
  return {
    agreementId: row.agreement_id,
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    area: row.area,
    areaName: row.area_name,
    kind: row.kind as Agreement['kind'],
    number: row.number,
    title: row.title,
    segment: row.segment as Agreement['segment'],
    group: row.grp as Agreement['group'],
    sector: row.sector as Agreement['sector'],
    programmes: programmesOf(row.programmes),
    income: rupiah(row.income),
    fund: fundOf(row),
    from: day(row.from),
    until: row.until === null ? null : day(row.until),
    stage: row.stage as Agreement['stage'],
    stageOn: row.on_day === null ? null : day(row.on_day),
    example: row.example,
  };
}

/**
 * Agreements the scope shows, newest first.
 *
 * @param of.words each stands in the number, the title, the fund or the partner's name
 * @param of.openOn neither ended nor past their last day on this day
 */
export async function listAgreements(
  tx: Tx,
  of: {
    readonly words?: readonly string[];
    readonly openOn?: Day | undefined;
    readonly limit?: number | undefined;
  } = {},
): Promise<Agreement[]> {
  const { words = [], openOn, limit } = of;
  const said = sql<string>`concat_ws(' ', agreement.number, agreement.title, fund.name, partner.name)`;
  const rows = await agreements(tx)
    .where((is) => is.and(words.map((word) => is(said, 'ilike', holding(word)))))
    .$if(openOn !== undefined, (q) =>
      q.where(
        sql<boolean>`agreement_stage.stage is distinct from 'ended' and (upper_inf(agreement.during) or upper(agreement.during) > ${openOn}::date)`,
      ),
    )
    .$if(limit !== undefined, (q) => q.limit(limit ?? 0))
    .orderBy('agreement.agreement_id', 'desc')
    .execute();
  return rows.map(agreementOf);
}

export async function findAgreement(tx: Tx, agreementId: string): Promise<Agreement | undefined> {
  const row = await agreements(tx).where('agreement.agreement_id', '=', agreementId).executeTakeFirst();
  return row === undefined ? undefined : agreementOf(row);
}

export async function findAgreementByNumber(tx: Tx, number: string): Promise<Agreement | undefined> {
  const row = await agreements(tx).where('agreement.number', '=', number).executeTakeFirst();
  return row === undefined ? undefined : agreementOf(row);
}

export async function insertAgreement(
  tx: Tx,
  agreement: Omit<Agreement, 'partnerName' | 'areaName' | 'stage' | 'stageOn' | 'fund' | 'example'> & {
    readonly fundId: string;
  },
): Promise<void> {
  await tx.db
    .insertInto('agreement')
    .values({
      agreement_id: agreement.agreementId,
      partner_id: agreement.partnerId,
      area: agreement.area,
      kind: agreement.kind,
      number: agreement.number,
      title: agreement.title,
      segment: agreement.segment,
      grp: agreement.group,
      sector: agreement.sector,
      programmes: bitsOf(agreement.programmes),
      income: agreement.income,
      fund_id: agreement.fundId,
      during: sql`daterange(${agreement.from}::date, ${agreement.until}::date)`,
      made_by: tx.actor.id,
    })
    .execute();
}

/** Locks the agreement, so that two steps at once cannot both follow the same one. False when the scope hides it. */
export async function lockAgreement(tx: Tx, agreementId: string): Promise<boolean> {
  const rows = await sql`select pg_advisory_xact_lock(hashtextextended(${agreementId}::text, 0))
    from agreement where agreement_id = ${agreementId}`.execute(tx.db);
  return rows.rows.length > 0;
}

export async function insertEvent(
  tx: Tx,
  event: {
    eventId: string;
    agreement: Agreement;
    stage: Agreement['stage'] & string;
    onDay: Day;
    note: string | null;
  },
): Promise<void> {
  await tx.db
    .insertInto('agreement_event')
    .values({
      event_id: event.eventId,
      agreement_id: event.agreement.agreementId,
      partner_id: event.agreement.partnerId,
      area: event.agreement.area,
      stage: event.stage,
      on_day: event.onDay,
      note: event.note,
      made_by: tx.actor.id,
    })
    .execute();
}

export async function listEvents(tx: Tx, agreementId: string): Promise<AgreementEvent[]> {
  const rows = await tx.db
    .selectFrom('agreement_event')
    .select(['stage', 'on_day', 'note', 'made_by', 'recorded_at'])
    .where('agreement_id', '=', agreementId)
    .orderBy('event_id')
    .execute();
  return rows.map((row) => ({
    stage: row.stage as AgreementEvent['stage'],
    onDay: day(row.on_day),
    note: row.note,
    madeBy: row.made_by,
    recordedAt: String(row.recorded_at),
  }));
}

/** The fund; undefined when there is none. */
export async function findFund(tx: Tx, fundId: string): Promise<Fund | undefined> {
  const row = await tx.db
    .selectFrom('fund')
    .select(fundColumns)
    .where('fund.fund_id', '=', fundId)
    .executeTakeFirst();
  return row === undefined ? undefined : fundOf(row);
}
