import type { Day } from '@payung/kernel';
import { type Agreement, advanceStage, getAgreementInForce, getPartner } from '#partners';
import { type Scope, scopeHasArea, subtree } from '#platform/access';
import { type Context, change, read, type Tx } from '#platform/context';
import { digestOf } from '#platform/files';
import { newId } from '#platform/ids';
import { openProgress, queueJob } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import { FILE_LIMITS } from '../file/index.ts';
import type { Policy, Purpose } from '../model.ts';
import * as store from '../store/rosters.ts';
import { checkRosterJob } from './job-names.ts';

/** A file and how it is judged, whatever it is for. */
export interface RosterFileInput {
  readonly fileName: string;
  readonly content: Uint8Array;
  /** First day of the memberships that acceptance would open; of a list that records, the day from which what it says holds. */
  readonly startsOn: Day;
  readonly policy: Policy;
  /** A doubtful row that resembles one person by this percentage or more is that person; left out, a human is asked. */
  readonly sameFrom?: number | undefined;
  /** A doubtful row that resembles nobody by this percentage is a new person; left out, a human is asked. */
  readonly newBelow?: number | undefined;
}

/** What the list is for. `enrol` asks for the agreement, `record` for where its people live and whose list it is. */
export interface SendingPurpose {
  /** `record`: people are recorded or brought up to date, and nobody becomes a member; `enrol` when left out. */
  readonly purpose?: Purpose | undefined;
  readonly agreementId?: string | undefined;
  /** A village, or any area that holds those where its people live. */
  readonly area?: number | undefined;
  readonly partnerId?: string | undefined;
}

export type RosterInput = RosterFileInput & SendingPurpose;

/**
 * Takes in a file: seals and keeps it, and queues its check. The same file for the same agreement and start changes nothing,
 * unless what it did was undone: `repeated` is then true, and the id is that of the roster it made the first time.
 *
 * @throws Refusal auth.forbidden, file.empty, file.tooLarge, agreements.notFound, agreements.notInForce, partners.notFound,
 *   partners.elsewhere, areas.outsideScope, areas.notFound
 */
export async function sendRoster(
  ctx: Context,
  input: RosterInput,
): Promise<{ rosterId: string; repeated: boolean }> {
  const size = input.content.byteLength;
  if (size === 0) throw new Refusal('file.empty');
  if (size > FILE_LIMITS.textBytes) {
    throw new Refusal('file.tooLarge', { bytes: size, limit: FILE_LIMITS.textBytes });
  }
  if ((input.newBelow ?? 1) > (input.sameFrom ?? 100)) {
    throw new Refusal('request.invalid', { path: 'newBelow', problem: 'aboveOther' });
  }
  const digest = digestOf(input.content);
  const sameFile = () =>
    read(ctx, 'rosters.send', (tx) => store.findSameFile(tx, sentForOf(input), digest, input.startsOn));
  const before = await sameFile();
  if (before !== undefined) return { rosterId: before.roster_id, repeated: true };

  const [rosterId, fileId] = [newId(), newId()];
  await ctx.platform.files.put(fileId, input.content);
  try {
    await change(ctx, 'rosters.send', async (tx) => {
      const { fileName, startsOn, policy, sameFrom, newBelow } = input;
      const ground = await groundOfSending(tx, sentForOf(input), startsOn);
      const { agreementId, partnerId, area } = ground;
      await store.insertRoster(tx, {
        ...ground,
        rosterId,
        fileId,
        fileName,
        digest,
        size,
        startsOn,
        policy,
        sameFrom: sameFrom ?? null,
        newBelow: newBelow ?? null,
      });
      await openProgress(tx, { subjectId: rosterId, task: checkRosterJob, area, partnerId });
      await queueJob(tx, checkRosterJob, rosterId);
      // A village sees the agreement of its kabupaten and cannot move it on; accepting its list does.
      if (agreementId !== null && ground.whole) {
        await advanceStage(tx, agreementId, 'data_received', ctx.platform.clock.today());
      }
      await tx.record({
        action: 'rosters.sent',
        subjectKind: 'roster',
        subjectId: rosterId,
        area,
        facts: { bytes: size, purpose: ground.purpose, policy, sameFrom, newBelow },
        digest: Buffer.from(digest, 'hex'),
      });
    });
  } catch (error) {
    await ctx.platform.files.remove(fileId);
    // Two uploads of one file at once: the other one made the roster.
    const other = await sameFile();
    if (other !== undefined) return { rosterId: other.roster_id, repeated: true };
    throw error;
  }
  return { rosterId, repeated: false };
}

/** What a list is for, and whose it is. */
interface Ground {
  readonly purpose: Purpose;
  readonly agreementId: string | null;
  readonly partnerId: string;
  readonly area: number;
  readonly example: boolean;
  /** The list is one of the agreement's whole area. */
  readonly whole: boolean;
}

function sentForOf({ purpose, agreementId, area, partnerId }: SendingPurpose): store.SentFor {
  if (purpose !== 'record') {
    if (agreementId === undefined) throw new Refusal('agreements.notFound');
    return { agreementId };
  }
  if (area === undefined) throw new Refusal('areas.notFound', { code: '–' });
  if (partnerId === undefined) throw new Refusal('partners.notFound');
  return { area, partnerId };
}

async function groundOfSending(tx: Tx, sentFor: store.SentFor, startsOn: Day): Promise<Ground> {
  return sentFor.agreementId === undefined
    ? groundToRecord(tx, sentFor)
    : groundToEnrol(tx, sentFor.agreementId, startsOn);
}

async function groundToEnrol(tx: Tx, agreementId: string, startsOn: Day): Promise<Ground> {
  const agreement = await getAgreementInForce(tx, agreementId, startsOn);
  const { partnerId, example } = agreement;
  const area = areaOfSender(tx.scope, agreement);
  return { purpose: 'enrol', agreementId, partnerId, area, example, whole: area === agreement.area };
}

/** The sender answers for the area, and the partner is seated in it, above it or below it. */
async function groundToRecord(
  tx: Tx,
  { area, partnerId }: { readonly area: number; readonly partnerId: string },
): Promise<Ground> {
  const partner = await getPartner(tx, partnerId);
  const [from, beyond] = subtree(area);
  const [seat, past] = subtree(partner.area);
  const theirs = tx.scope.partners.includes(partnerId) && seat <= from && beyond <= past;
  if (!theirs && !scopeHasArea(tx.scope, area)) throw new Refusal('areas.outsideScope', { code: area });
  if (past <= from || beyond <= seat) throw new Refusal('partners.elsewhere', { partner: partner.name });
  return { purpose: 'record', agreementId: null, partnerId, area, example: partner.example, whole: false };
}

/**
 * Whose list it is: that of the whole agreement when the sender answers for all of it, else that of the sender's own part, which
 * then decides who may see it.
 *
 * @throws Refusal agreements.notFound when the sender answers for no part of it
 */
function areaOfSender(scope: Scope, agreement: Agreement): number {
  if (scopeHasArea(scope, agreement.area) || scope.partners.includes(agreement.partnerId))
    return agreement.area;
  const [from, beyond] = subtree(agreement.area);
  const own = scope.areas.find((range) => from <= range[0] && range[1] <= beyond);
  if (own === undefined) throw new Refusal('agreements.notFound');
  return own[0];
}
