import { type Context, change, read, type Tx } from '#platform/context';
import { currentHead } from '#platform/seal';

/**
 * People's envelopes, in the order of their ids; yields the size of each batch.
 *
 * An envelope begins with its version and the key's id. These statements write the column `sealed` of a table that is module people's:
 * what an envelope looks like is the platform's business, and no meaning of the person changes.
 */
export async function* resealPeople(ctx: Context, batch: number): AsyncGenerator<number> {
  const active = currentHead(ctx.platform.keyring);
  while (await read(ctx, 'register.keep', (tx) => hasFormerCompletion(tx, active))) {
    yield await change(ctx, 'register.keep', (tx) => resealCompletions(tx, active, batch));
  }
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const ids = await read(ctx, 'register.keep', (tx) => listFormer(tx, active, after, batch));
    const last = ids.at(-1);
    if (last === undefined) return;
    yield await change(ctx, 'register.keep', (tx) => resealBatch(tx, active, ids));
    after = last;
  }
}

async function listFormer(tx: Tx, active: Buffer, after: string, limit: number): Promise<string[]> {
  const { rows } = await tx.client.query<{ person_id: string }>(
    `select person_id from person where person_id > $1 and substring(sealed from 1 for 5) <> $2 order by person_id limit $3`,
    [after, active, limit],
  );
  return rows.map((row) => row.person_id);
}

async function hasFormerCompletion(tx: Tx, active: Buffer): Promise<boolean> {
  const { rows } = await tx.client.query(
    'select from person_completion where substring(sealed from 1 for 5) <> $1 limit 1',
    [active],
  );
  return rows.length > 0;
}

/** Envelopes as they were before a roster completed them. */
async function resealCompletions(tx: Tx, active: Buffer, limit: number): Promise<number> {
  const { rows } = await tx.client.query<{ person_id: string; roster_id: string; sealed: Buffer }>(
    `select person_id, roster_id, sealed from person_completion where substring(sealed from 1 for 5) <> $1
     order by person_id, roster_id limit $2 for update`,
    [active, limit],
  );
  const { sealer } = tx.platform;
  await tx.client.query(
    `update person_completion c set sealed = fresh.sealed
     from unnest($1::uuid[], $2::uuid[], $3::bytea[]) as fresh (person_id, roster_id, sealed)
     where c.person_id = fresh.person_id and c.roster_id = fresh.roster_id`,
    [
      rows.map((row) => row.person_id),
      rows.map((row) => row.roster_id),
      rows.map((row) => sealer.seal(row.person_id, sealer.open(row.person_id, row.sealed))),
    ],
  );
  await tx.record({
    action: 'seal.completionsResealed',
    facts: { count: rows.length, sealingKey: tx.platform.keyring.activeSealingKey },
  });
  return rows.length;
}

async function resealBatch(tx: Tx, active: Buffer, ids: readonly string[]): Promise<number> {
  // Asked again under the lock: somebody may have written the envelope since it was listed.
  const { rows } = await tx.client.query<{ person_id: string; sealed: Buffer }>(
    `select person_id, sealed from person where person_id = any ($1) and substring(sealed from 1 for 5) <> $2
     order by person_id for update`,
    [ids, active],
  );
  const { sealer } = tx.platform;
  const envelopes = rows.map((row) => sealer.seal(row.person_id, sealer.open(row.person_id, row.sealed)));
  await tx.client.query(
    `update person set sealed = fresh.sealed from unnest($1::uuid[], $2::bytea[]) as fresh (person_id, sealed)
     where person.person_id = fresh.person_id`,
    [rows.map((row) => row.person_id), envelopes],
  );
  await tx.record({
    action: 'seal.peopleResealed',
    facts: { count: rows.length, sealingKey: tx.platform.keyring.activeSealingKey },
  });
  return rows.length;
}
