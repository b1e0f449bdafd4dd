import type { Day, Rupiah } from '@payung/kernel';
import { type Context, change, read, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { Refusal } from '#platform/refusal';
import {
  type Agreement,
  type AgreementEvent,
  type Decree,
  type DecreeInput,
  type Group,
  mayPayFor,
  mayStep,
  type Programme,
  type Segment,
  type Stage,
  takesMembers,
} from './model.ts';
import { wordsOf } from './service-partners.ts';
import * as store from './store.ts';
import { insertDecree, listDecrees } from './store-decrees.ts';

/**
 * Agreements in the caller's scope, newest first.
 *
 * @param of.q words of the number, the title, the fund or the partner, in any order and case
 * @param of.open only those under which people can still become members: neither ended nor past their last day
 */
export function listAgreements(
  ctx: Context,
  of: {
    readonly q?: string | undefined;
    readonly open?: boolean | undefined;
    readonly limit?: number | undefined;
  } = {},
): Promise<Agreement[]> {
  const { q, open = false, limit } = of;
  return read(ctx, 'agreements.read', (tx) =>
    store.listAgreements(tx, {
      words: wordsOf(q),
      openOn: open ? tx.platform.clock.today() : undefined,
      limit,
    }),
  );
}

export interface AgreementFile {
  readonly agreement: Agreement;
  readonly events: readonly AgreementEvent[];
  readonly decrees: readonly Decree[];
}

/**
 * One agreement with its steps and decrees.
 *
 * @throws Refusal auth.forbidden, agreements.notFound
 */
export function getAgreementFile(ctx: Context, agreementId: string): Promise<AgreementFile> {
  return read(ctx, 'agreements.read', async (tx) => ({
    agreement: await getAgreement(tx, agreementId),
    events: await store.listEvents(tx, agreementId),
    decrees: await listDecrees(tx, agreementId),
  }));
}

/** The agreement, inside the caller's transaction. @throws Refusal agreements.notFound */
export async function getAgreement(tx: Tx, agreementId: string): Promise<Agreement> {
  const agreement = await store.findAgreement(tx, agreementId);
  if (agreement === undefined) throw new Refusal('agreements.notFound');
  return agreement;
}

/**
 * The agreement, inside the caller's transaction, when people can become members under it from this day on.
 *
 * @throws Refusal agreements.notFound, agreements.notInForce
 */
export async function getAgreementInForce(tx: Tx, agreementId: string, startsOn: Day): Promise<Agreement> {
  const agreement = await getAgreement(tx, agreementId);
  if (takesMembers(agreement, startsOn)) return agreement;
  const { number, stage, stageOn } = agreement;
  // An agreement that was ended was in force until then.
  const day = stage === 'ended' && stageOn !== null && stageOn > startsOn ? stageOn : startsOn;
  throw new Refusal('agreements.notInForce', { number, day });
}

/** The agreement with this number. @throws Refusal auth.forbidden, agreements.notFound */
export function getAgreementByNumber(ctx: Context, number: string): Promise<Agreement> {
  return read(ctx, 'agreements.read', async (tx) => {
    const agreement = await store.findAgreementByNumber(tx, number);
    if (agreement === undefined) throw new Refusal('agreements.notFound');
    return agreement;
  });
}

export interface AgreementInput {
  readonly partnerId: string;
  readonly area: number;
  readonly kind: 'MoU' | 'PKS';
  readonly number: string;
  readonly title: string;
  readonly segment: Segment;
  readonly group: Group;
  readonly sector: 'transport' | 'other';
  readonly programmes: readonly Programme[];
  readonly income: Rupiah;
  readonly fundId: string;
  readonly from: Day;
  readonly until: Day | null;
}

/**
 * Records an agreement as a draft.
 *
 * @throws Refusal auth.forbidden, agreements.exists, funds.notFound, funds.outsideArea
 */
export async function createAgreement(ctx: Context, input: AgreementInput): Promise<string> {
  const agreementId = newId();
  await change(ctx, 'agreements.manage', async (tx) => {
    const fund = await store.findFund(tx, input.fundId);
    if (fund === undefined) throw new Refusal('funds.notFound');
    if (!mayPayFor(fund, input.area)) throw new Refusal('funds.outsideArea', { fund: fund.name });
    await store.insertAgreement(tx, { agreementId, ...input });
    const agreement = await getAgreement(tx, agreementId);
    await store.insertEvent(tx, {
      eventId: newId(),
      agreement,
      stage: 'draft',
      onDay: tx.platform.clock.today(),
      note: null,
    });
    await tx.record({
      action: 'agreements.created',
      subjectKind: 'agreement',
      subjectId: agreementId,
      area: input.area,
      facts: { number: input.number },
    });
  });
  return agreementId;
}

/**
 * Records a step of an agreement.
 *
 * @throws Refusal auth.forbidden, agreements.notFound, agreements.stageOrder
 */
export async function stepAgreement(
  ctx: Context,
  agreementId: string,
  stage: Stage,
  onDay: Day,
  note: string | null,
): Promise<void> {
  await change(ctx, 'agreements.manage', async (tx) => {
    const agreement = await getAgreement(tx, agreementId);
    const moved = await moveStage(tx, agreementId, stage, onDay, note);
    if (!moved) throw new Refusal('agreements.stageOrder', { from: agreement.stage, to: stage });
    await tx.record({
      action: 'agreements.stepped',
      subjectKind: 'agreement',
      subjectId: agreementId,
      area: agreement.area,
      facts: { stage },
    });
  });
}

/**
 * Moves an agreement on when that is a step forward; otherwise changes nothing. For use cases that imply a step: data
 * that came in, a bill that was issued, a bill that was paid.
 */
export async function advanceStage(tx: Tx, agreementId: string, stage: Stage, onDay: Day): Promise<void> {
  await moveStage(tx, agreementId, stage, onDay, null);
}

/**
 * Takes back a step that a use case implied, when the agreement stands at it: it is again where it was before. The step stays
 * in its history, and a new one follows it.
 */
export async function takeBackStage(tx: Tx, agreementId: string, stage: Stage, onDay: Day): Promise<void> {
  await store.lockAgreement(tx, agreementId);
  const agreement = await getAgreement(tx, agreementId);
  if (agreement.stage !== stage) return;
  const events = await store.listEvents(tx, agreementId);
  const before = events.findLast((event) => mayStep(event.stage, stage))?.stage ?? 'draft';
  await store.insertEvent(tx, { eventId: newId(), agreement, stage: before, onDay, note: null });
}

async function moveStage(
  tx: Tx,
  agreementId: string,
  stage: Stage,
  onDay: Day,
  note: string | null,
): Promise<boolean> {
  await store.lockAgreement(tx, agreementId);
  const agreement = await getAgreement(tx, agreementId);
  if (!mayStep(agreement.stage, stage)) return false;
  await store.insertEvent(tx, { eventId: newId(), agreement, stage, onDay, note });
  return true;
}

/** Records a decree (SK, Berita Acara) of an agreement. @throws Refusal auth.forbidden, agreements.notFound, decrees.exists */
export async function createDecree(ctx: Context, agreementId: string, input: DecreeInput): Promise<Decree> {
  return change(ctx, 'agreements.manage', async (tx) => {
    const agreement = await getAgreement(tx, agreementId);
    return recordDecree(tx, agreement, input, agreement.area);
  });
}

/**
 * The same inside the caller's transaction, for the list of `area`: that of the agreement, or a village in it. Two villages may
 * use the same number.
 */
export async function recordDecree(
  tx: Tx,
  agreement: Agreement,
  input: DecreeInput,
  area: number,
): Promise<Decree> {
  const decree = { decreeId: newId(), signedBy: null, signedAs: null, ...input };
  await insertDecree(tx, agreement, decree, area);
  await tx.record({
    action: 'decrees.created',
    subjectKind: 'decree',
    subjectId: decree.decreeId,
    area,
    facts: { kind: decree.kind, number: decree.number },
  });
  return decree;
}

/** A decree of the agreement, inside the caller's transaction. @throws Refusal request.notFound when the scope shows none */
export async function getDecree(tx: Tx, agreementId: string, decreeId: string): Promise<Decree> {
  const decree = (await listDecrees(tx, agreementId)).find((one) => one.decreeId === decreeId);
  if (decree === undefined) throw new Refusal('request.notFound');
  return decree;
}
