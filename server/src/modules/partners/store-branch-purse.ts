import type { Tx } from '#platform/context';
import type { Fund, Partner } from './model.ts';

/** Keeps a partner and its purse of a year unless they are there, and says which they are. */
export async function keepBranchPurse(
  tx: Tx,
  partner: Partner,
  fund: Omit<Fund, 'partnerId' | 'area'>,
): Promise<{ partnerId: string; fundId: string }> {
  const { kind, name, area, example } = partner;
  await tx.db
    .insertInto('partner')
    .values({ partner_id: partner.partnerId, kind, name, area, example })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { partner_id: partnerId } = await tx.db
    .selectFrom('partner')
    .select('partner_id')
    .where('kind', '=', kind)
    .where('area', '=', area)
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  await tx.db
    .insertInto('fund')
    .values({
      fund_id: fund.fundId,
      kind: fund.kind,
      name: fund.name,
      partner_id: partnerId,
      area,
      year: fund.year,
      payer: fund.payer,
      payer_certainty: fund.payerCertainty,
      payer_citation: fund.payerCitation,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { fund_id: fundId } = await tx.db
    .selectFrom('fund')
    .select('fund_id')
    .where('partner_id', '=', partnerId)
    .where('kind', '=', fund.kind)
    .where('year', '=', fund.year)
    .executeTakeFirstOrThrow();
  return { partnerId, fundId };
}
