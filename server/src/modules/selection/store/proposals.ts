import { day, type Month, monthFromIndex, monthIndex } from '@payung/kernel';
import { sql } from 'kysely';
import type { Tx } from '#platform/context';
import { newId } from '#platform/ids';
import type { Meeting, Proposal, ProposalState, ProposalStep } from '../model.ts';

function proposals(tx: Tx) {
  return tx.db
    .selectFrom('proposal')
    .innerJoin('area', 'area.code', 'proposal.area')
    .leftJoin('area as district', 'district.code', 'area.parent')
    .innerJoin('partner', 'partner.partner_id', 'proposal.partner_id')
    .leftJoin('agreement', 'agreement.agreement_id', 'proposal.agreement_id')
    .leftJoin('fund', 'fund.fund_id', 'agreement.fund_id')
    .leftJoin('decree as minutes', 'minutes.decree_id', 'proposal.minutes_id')
    .leftJoin('decree', 'decree.decree_id', 'proposal.decree_id')
    .select([
      'proposal.proposal_id',
      'proposal.area',
      'area.name as area_name',
      'area.kind as area_kind',
      'district.name as district_name',
      'proposal.agreement_id',
      'agreement.number as agreement_number',
      'proposal.partner_id',
      'partner.name as partner_name',
      'fund.name as fund_name',
      'proposal.rule_id',
      'proposal.quota',
      'proposal.state',
      'proposal.makers',
      'proposal.met_on',
      'proposal.place',
      'proposal.led_by',
      'proposal.attendance',
      'proposal.minutes',
      'proposal.minutes_id',
      'minutes.number as minutes_number',
      'proposal.verified_by',
      'proposal.decree_id',
      'decree.number as decree_number',
      'proposal.enrolled',
      'proposal.example',
      'proposal.recorded_at',
      sql<number>`lower(proposal.months)`.as('first'),
      sql<number>`upper(proposal.months)`.as('beyond'),
      sql<number>`(select count(*)::integer from proposal_entry e where e.proposal_id = proposal.proposal_id and e.struck is null)`.as(
        'listed',
      ),
    ]);
}

type ProposalRow = Awaited<ReturnType<ReturnType<typeof proposals>['execute']>>[number];

function proposalOf(row: ProposalRow): Proposal {
  return {
    proposalId: row.proposal_id,
    area: row.area,
    areaName: row.area_name,
    areaKind: row.area_kind === 'kelurahan' ? 'kelurahan' : 'desa',
    districtName: row.district_name,
    agreementId: row.agreement_id,
    agreementNumber: row.agreement_number ?? '',
    partnerId: row.partner_id,
    partnerName: row.partner_name,
    fundName: row.fund_name ?? '',
    ruleId: row.rule_id,
    from: monthFromIndex(row.first),
    to: monthFromIndex(row.beyond - 1),
    quota: row.quota,
    state: row.state as ProposalState,
    meeting: meetingOf(row),
    minutesId: row.minutes_id,
    minutesNumber: row.minutes_number,
    decreeId: row.decree_id,
    decreeNumber: row.decree_number,
    listed: row.listed,
    enrolled: row.enrolled,
    makers: row.makers,
    verifiedBy: row.verified_by,
    recordedAt: String(row.recorded_at),
    example: row.example,
  };
}

function meetingOf({ met_on, place, led_by, attendance, minutes }: ProposalRow): Meeting | null {
  if (met_on === null || place === null || led_by === null || attendance === null || minutes === null)
    return null;
  return { metOn: day(met_on), place, ledBy: led_by, attendance, minutes };
}

/** Proposals the scope shows, newest first. */
export async function listProposals(tx: Tx): Promise<Proposal[]> {
  const rows = await proposals(tx).orderBy('proposal.proposal_id', 'desc').execute();
  return rows.map(proposalOf);
}

/** @param lock whether to hold the proposal until the transaction ends, so that two people do not step it at once */
export async function findProposal(
  tx: Tx,
  proposalId: string,
  { lock = false } = {},
): Promise<Proposal | undefined> {
  if (lock) await sql`select from proposal where proposal_id = ${proposalId} for update`.execute(tx.db);
  const row = await proposals(tx).where('proposal.proposal_id', '=', proposalId).executeTakeFirst();
  return row === undefined ? undefined : proposalOf(row);
}

export async function insertProposal(
  tx: Tx,
  proposal: {
    proposalId: string;
    area: number;
    agreementId: string;
    partnerId: string;
    ruleId: string | null;
    from: Month;
    to: Month;
    quota: number;
    example: boolean;
  },
): Promise<void> {
  await tx.db
    .insertInto('proposal')
    .values({
      proposal_id: proposal.proposalId,
      area: proposal.area,
      agreement_id: proposal.agreementId,
      partner_id: proposal.partnerId,
      rule_id: proposal.ruleId,
      months: sql`int4range(${monthIndex(proposal.from)}, ${monthIndex(proposal.to) + 1})`,
      quota: proposal.quota,
      makers: [tx.actor.id],
      example: proposal.example,
    })
    .execute();
}

/** What a step writes besides the state. */
export interface StepValues {
  readonly meeting?: Meeting;
  readonly minutesId?: string;
  readonly verifiedBy?: string | null;
  readonly decreeId?: string;
  readonly enrolled?: number;
}

/** Moves a proposal, and keeps the step. */
export async function stepProposal(
  tx: Tx,
  { proposalId, area }: Pick<Proposal, 'proposalId' | 'area'>,
  state: ProposalState,
  { meeting, minutesId, verifiedBy, decreeId, enrolled }: StepValues = {},
  note: string | null = null,
): Promise<void> {
  await tx.db
    .updateTable('proposal')
    .set({
      state,
      ...(meeting !== undefined && {
        met_on: meeting.metOn,
        place: meeting.place,
        led_by: meeting.ledBy,
        attendance: meeting.attendance,
        minutes: meeting.minutes,
      }),
      ...(minutesId !== undefined && { minutes_id: minutesId }),
      ...(verifiedBy !== undefined && { verified_by: verifiedBy }),
      ...(decreeId !== undefined && { decree_id: decreeId }),
      ...(enrolled !== undefined && { enrolled }),
    })
    .where('proposal_id', '=', proposalId)
    .execute();
  await insertStep(tx, proposalId, area, state, note);
}

export async function insertStep(
  tx: Tx,
  proposalId: string,
  area: number,
  state: ProposalState,
  note: string | null,
): Promise<void> {
  await tx.db
    .insertInto('proposal_step')
    .values({ step_id: newId(), proposal_id: proposalId, area, state, note, made_by: tx.actor.id })
    .execute();
}

/** Remembers the actor as one of those who made the list. */
export async function addMaker(tx: Tx, proposalId: string): Promise<void> {
  await sql`
    update proposal set makers = makers || ${tx.actor.id}::text
    where proposal_id = ${proposalId} and not makers @> array[${tx.actor.id}::text]`.execute(tx.db);
}

export async function listSteps(tx: Tx, proposalId: string): Promise<ProposalStep[]> {
  const rows = await tx.db
    .selectFrom('proposal_step')
    .select(['state', 'note', 'made_by', 'recorded_at'])
    .where('proposal_id', '=', proposalId)
    .orderBy('step_id')
    .execute();
  return rows.map((row) => ({
    state: row.state as ProposalState,
    note: row.note,
    madeBy: row.made_by,
    recordedAt: String(row.recorded_at),
  }));
}
