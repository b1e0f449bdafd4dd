import { type Day, formatDay } from '@payung/kernel';
import { type Agreement, advanceStage, getAgreement } from '#partners';
import { type Scope, scopeHasArea, subtree } from '#platform/access';
import { type Context, change, read } from '#platform/context';
import { digestOf } from '#platform/files';
import { newId } from '#platform/ids';
import { openProgress, queueJob } from '#platform/jobs';
import { Refusal } from '#platform/refusal';
import { FILE_LIMITS } from '../file/index.ts';
import type { Policy } from '../model.ts';
import * as store from '../store/rosters.ts';
import { checkRosterJob } from './job-names.ts';

export interface RosterInput {
  readonly agreementId: string;
  readonly fileName: string;
  readonly content: Uint8Array;
  /** First day of the memberships that acceptance would open. */
  readonly startsOn: Day;
  readonly policy: Policy;
  /** A doubtful row that resembles one person by this percentage or more is that person; left out, a human is asked. */
  readonly sameFrom?: number | undefined;
  /** A doubtful row that resembles nobody by this percentage is a new person; left out, a human is asked. */
  readonly newBelow?: number | undefined;
}

/**
 * Takes in a file: seals and keeps it, and queues its check. The same file for the same agreement and start changes nothing:
 * `repeated` is then true, and the id is that of the roster it made the first time.
 *
 * @throws Refusal auth.forbidden, file.empty, file.tooLarge, agreements.notFound, agreements.notInForce
 */
export async function sendRoster(
  ctx: Context,
  input: RosterInput,
): Promise<{ rosterId: string; repeated: boolean }> {
  const size = input.content.byteLength;
  if (size === 0) throw new Refusal('file.empty');
  if (size > FILE_LIMITS.bytes) {
    throw new Refusal('file.tooLarge', { bytes: size, limit: FILE_LIMITS.bytes });
  }
  if ((input.newBelow ?? 1) > (input.sameFrom ?? 100)) {
    throw new Refusal('request.invalid', { path: 'newBelow', problem: '> sameFrom' });
  }
  const digest = digestOf(input.content);
  const before = await read(ctx, 'rosters.send', (tx) =>
    store.findSameFile(tx, input.agreementId, digest, input.startsOn),
  );
  if (before !== undefined) return { rosterId: before.roster_id, repeated: true };

  const [rosterId, fileId] = [newId(), newId()];
  await ctx.platform.files.put(fileId, input.content);
  try {
    await change(ctx, 'rosters.send', async (tx) => {
      const agreement = await getAgreement(tx, input.agreementId);
      if (
        input.startsOn < agreement.from ||
        (agreement.until !== null && input.startsOn >= agreement.until)
      ) {
        const day = formatDay(input.startsOn, ctx.language);
        throw new Refusal('agreements.notInForce', { number: agreement.number, day });
      }
      const { partnerId } = agreement;
      const area = areaOfSender(tx.scope, agreement);
      const { agreementId, fileName, startsOn, policy, sameFrom, newBelow } = input;
      const roster = {
        rosterId,
        fileId,
        fileName,
        digest,
        size,
        agreementId,
        partnerId,
        area,
        startsOn,
        policy,
        sameFrom: sameFrom ?? null,
        newBelow: newBelow ?? null,
        example: agreement.example,
      };
      await store.insertRoster(tx, roster);
      await openProgress(tx, { subjectId: rosterId, task: checkRosterJob, area, partnerId });
      await queueJob(tx, checkRosterJob, rosterId);
      // A village sees the agreement of its kabupaten and cannot move it on; accepting its list does.
      if (area === agreement.area) {
        await advanceStage(tx, agreementId, 'data_received', ctx.platform.clock.today());
      }
      await tx.record({
        action: 'rosters.sent',
        subjectKind: 'roster',
        subjectId: rosterId,
        area,
        facts: { bytes: size, policy, sameFrom, newBelow },
        digest: Buffer.from(digest, 'hex'),
      });
    });
  } catch (error) {
    await ctx.platform.files.remove(fileId);
    // Two uploads of one file at once: the other one made the roster.
    const other = await read(ctx, 'rosters.send', (tx) =>
      store.findSameFile(tx, input.agreementId, digest, input.startsOn),
    );
    if (other !== undefined) return { rosterId: other.roster_id, repeated: true };
    throw error;
  }
  return { rosterId, repeated: false };
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
