import { day } from '@payung/kernel';
import type { Tx } from '#platform/context';
import type { Agreement, Decree } from './model.ts';

/** @param area whose list it fixes: that of the agreement, or a village in it */
export async function insertDecree(
  tx: Tx,
  agreement: Agreement,
  decree: Decree,
  area: number,
): Promise<void> {
  await tx.db
    .insertInto('decree')
    .values({
      decree_id: decree.decreeId,
      agreement_id: agreement.agreementId,
      partner_id: agreement.partnerId,
      area,
      kind: decree.kind,
      number: decree.number,
      signed_on: decree.signedOn,
      annex_digest: decree.annexDigest,
      signed_by: decree.signedBy,
      signed_as: decree.signedAs,
      made_by: tx.actor.id,
    })
    .execute();
}

export async function listDecrees(tx: Tx, agreementId: string): Promise<Decree[]> {
  const rows = await tx.db
    .selectFrom('decree')
    .select(['decree_id', 'kind', 'number', 'signed_on', 'annex_digest', 'signed_by', 'signed_as'])
    .where('agreement_id', '=', agreementId)
    .orderBy('signed_on')
    .execute();
  return rows.map((row) => ({
    decreeId: row.decree_id,
    kind: row.kind as Decree['kind'],
    number: row.number,
    signedOn: day(row.signed_on),
    annexDigest: row.annex_digest,
    signedBy: row.signed_by,
    signedAs: row.signed_as,
  }));
}
