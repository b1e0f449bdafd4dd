import { addDetails, type Details } from '#people';
import { type Context, change } from '#platform/context';
import { Refusal } from '#platform/refusal';
import { setCorrected } from '../store/batches.ts';

/**
 * Fills in what the sheet lacks of a member. What is known already is replaced by what is said now.
 *
 * @throws Refusal auth.forbidden, people.notFound
 */
export function completeMember(ctx: Context, personId: string, details: Details): Promise<void> {
  return change(ctx, 'registration.complete', async (tx) => {
    const area = await addDetails(tx, personId, details);
    await tx.record({
      action: 'registration.completed',
      subjectKind: 'person',
      subjectId: personId,
      area,
      facts: { fields: Object.keys(details) },
    });
  });
}

/**
 * Says that the cause of a rejection is mended: the member goes on the next sheet.
 *
 * @throws Refusal auth.forbidden, registration.notRejected
 */
export function correctRejection(ctx: Context, batchId: string, ordinal: number): Promise<void> {
  return change(ctx, 'registration.complete', async (tx) => {
    const area = await setCorrected(tx, batchId, ordinal);
    if (area === undefined) throw new Refusal('registration.notRejected');
    await tx.record({
      action: 'registration.corrected',
      subjectKind: 'registration_batch',
      subjectId: batchId,
      area,
      facts: { ordinal },
    });
  });
}
