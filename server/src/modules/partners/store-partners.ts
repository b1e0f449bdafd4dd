import { sql } from 'kysely';
import { subtree } from '#platform/access';
import type { Tx } from '#platform/context';
import type { Partner, SeatedPartner } from './model.ts';

/** Which partners are meant; all of them when nothing is said. */
export interface PartnerFilter {
  /** Each stands in the name. */
  readonly words?: readonly string[];
  /** Seated in this area or below it. */
  readonly area?: number | undefined;
  /** Seated in this area, below it, or in one that holds it. */
  readonly around?: number | undefined;
}

/** A pattern for texts that hold the word, its own signs taken as they stand. */
export function holding(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** A page of partners by seat and name; `next` is the id after which the following one begins, null on the last. */
export async function listPartners(
  tx: Tx,
  { words = [], area, around }: PartnerFilter,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ partners: SeatedPartner[]; next: string | null }> {
  const rows = await seated(tx)
    .where((is) => is.and(words.map((word) => is('partner.name', 'ilike', holding(word)))))
    .$if(area !== undefined, (q) => q.where(seatedBelow(area ?? 0)))
    .$if(around !== undefined, (q) =>
      q.where((is) => is.or([seatedBelow(around ?? 0), is('partner.area', 'in', areasHolding(around ?? 0))])),
    )
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(partner.area, partner.name, partner.partner_id) > (select p.area, p.name, p.partner_id from partner p where p.partner_id = ${after})`,
      ),
    )
    .orderBy('partner.area')
    .orderBy('partner.name')
    .orderBy('partner.partner_id')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit).map(partnerOf);
  return { partners: page, next: rows.length > limit ? (page.at(-1)?.partnerId ?? null) : null };
}

/** The partner; undefined when there is none. */
export async function findPartner(tx: Tx, partnerId: string): Promise<SeatedPartner | undefined> {
  const row = await seated(tx).where('partner.partner_id', '=', partnerId).executeTakeFirst();
  return row === undefined ? undefined : partnerOf(row);
}

function seated(tx: Tx) {
  return tx.db
    .selectFrom('partner')
    .innerJoin('area', 'area.code', 'partner.area')
    .select([
      'partner.partner_id',
      'partner.kind',
      'partner.name',
      'partner.area',
      'partner.example',
      'area.name as area_name',
    ]);
}

type SeatedRow = Awaited<ReturnType<ReturnType<typeof seated>['execute']>>[number];

function partnerOf(row: SeatedRow): SeatedPartner {
  return {
    partnerId: row.partner_id,
    kind: row.kind as Partner['kind'],
    name: row.name,
    area: row.area,
    areaName: row.area_name,
    example: row.example,
  };
}

function seatedBelow(code: number) {
  const [from, beyond] = subtree(code);
  return sql<boolean>`(partner.area >= ${from} and partner.area < ${beyond})`;
}

/** The areas that hold this one, itself among them. */
export function areasHolding(code: number): number[] {
  return [1, 10_000, 1_000_000, 100_000_000].map((size) => code - (code % size));
}

export async function insertPartner(tx: Tx, partner: Partner): Promise<void> {
  await tx.db
    .insertInto('partner')
    .values({
      partner_id: partner.partnerId,
      kind: partner.kind,
      name: partner.name,
      area: partner.area,
      example: partner.example,
    })
    .execute();
}
