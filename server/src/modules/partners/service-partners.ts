import { scopeHasArea } from '#platform/access';
import { type Context, change, read, type Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { Refusal } from '#platform/refusal';
import {
  type Fund,
  type FundKind,
  type Partner,
  type PartnerKind,
  payerOf,
  type SeatedPartner,
} from './model.ts';
import * as store from './store.ts';
import * as partnerStore from './store-partners.ts';

/** More than a list to choose from has in most places; where there are more, they are asked for page by page. */
const pageSize = 1_000;

/** What somebody looks for, word by word: neither case nor the order of the words counts. @throws Refusal request.invalid */
export function wordsOf(q: string | undefined): string[] {
  // The database has no text with a null character, and does not compare with one.
  if (q?.includes('\0')) throw new Refusal('request.invalid', { path: 'q', problem: 'unreadable' });
  return (q ?? '').split(/\s+/).filter((word) => word !== '');
}

/**
 * A page of the partners, by seat and name.
 *
 * @param of.q words of the name, in any order and case
 * @param of.area those seated in it or below it
 * @param of.around also those seated in an area that holds this one: all who may have people in it
 * @throws Refusal auth.forbidden, request.invalid
 */
export function pageOfPartners(
  ctx: Context,
  of: {
    readonly q?: string | undefined;
    readonly area?: number | undefined;
    readonly around?: number | undefined;
    readonly after?: string | undefined;
    readonly limit?: number | undefined;
  },
): Promise<{ partners: SeatedPartner[]; next: string | null }> {
  const { q, area, around, after, limit = pageSize } = of;
  return read(ctx, 'reference.read', (tx) =>
    partnerStore.listPartners(tx, { words: wordsOf(q), area, around }, { after, limit }),
  );
}

/** One partner and where it is seated. @throws Refusal auth.forbidden, partners.notFound */
export function getSeatedPartner(ctx: Context, partnerId: string): Promise<SeatedPartner> {
  return read(ctx, 'reference.read', (tx) => getPartner(tx, partnerId));
}

/** All partners, or those seated below `area`, to look somebody up among them. @throws Refusal auth.forbidden */
export async function listPartners(ctx: Context, area?: number): Promise<Partner[]> {
  const found: Partner[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await pageOfPartners(ctx, { area, after });
    found.push(...page.partners);
    after = page.next;
  }
  return found;
}

/** The partner, inside the caller's transaction. @throws Refusal partners.notFound */
export async function getPartner(tx: Tx, partnerId: string): Promise<SeatedPartner> {
  const partner = await partnerStore.findPartner(tx, partnerId);
  if (partner === undefined) throw new Refusal('partners.notFound');
  return partner;
}

/**
 * Records a partner seated in the caller's scope.
 *
 * @throws Refusal auth.forbidden, areas.outsideScope, partners.exists
 */
export async function createPartner(
  ctx: Context,
  input: { kind: PartnerKind; name: string; area: number; example?: boolean },
): Promise<Partner> {
  const partner = { partnerId: newId(), example: false, ...input };
  await change(ctx, 'agreements.manage', async (tx) => {
    refuseOutside(tx, input.area);
    await partnerStore.insertPartner(tx, partner);
    await tx.record({
      action: 'partners.created',
      subjectKind: 'partner',
      subjectId: partner.partnerId,
      area: input.area,
      facts: { kind: input.kind },
    });
  });
  return partner;
}

/**
 * Purses, those of the latest year first.
 *
 * @param of.q words of the name or the year, in any order and case
 * @param of.payingFor only those that may pay for workers of this area
 * @throws Refusal auth.forbidden, request.invalid
 */
export function listFunds(
  ctx: Context,
  of: {
    readonly q?: string | undefined;
    readonly payingFor?: number | undefined;
    readonly limit?: number | undefined;
  } = {},
): Promise<Fund[]> {
  const { q, ...filter } = of;
  return read(ctx, 'reference.read', (tx) => store.listFunds(tx, { words: wordsOf(q), ...filter }));
}

/**
 * Records a purse whose owner is seated in the caller's scope. Who pays in the sense of PP 50/2025 follows from its kind.
 *
 * @throws Refusal auth.forbidden, areas.outsideScope
 */
export async function createFund(
  ctx: Context,
  input: { kind: FundKind; name: string; partnerId: string; area: number; year: number },
): Promise<Fund> {
  const fund: Fund = { fundId: newId(), ...input, ...payerOf(input.kind) };
  await change(ctx, 'agreements.manage', async (tx) => {
    refuseOutside(tx, input.area);
    await store.insertFund(tx, fund);
    await tx.record({
      action: 'funds.created',
      subjectKind: 'fund',
      subjectId: fund.fundId,
      area: input.area,
      facts: { kind: input.kind, year: input.year },
    });
  });
  return fund;
}

/** Partners and funds are read by everybody, so the row-level policies do not hold writes to the scope; this does. */
function refuseOutside(tx: Tx, area: number): void {
  if (!scopeHasArea(tx.scope, area)) throw new Refusal('areas.outsideScope', { code: area });
}
