import type { Tx } from '#platform/context';

type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Envelopes of people that wait in an unaccepted roster; yields the size of each batch. */
export async function* resealPrepared(transaction: InTransaction, batch: number): AsyncGenerator<number> {
  for (;;) {
    const count = await transaction((tx) => resealBatch(tx, batch));
    if (count === 0) return;
    yield count;
  }
}

async function resealBatch(tx: Tx, limit: number): Promise<number> {
  const { sealer, keyring } = tx.platform;
  const active = Buffer.from(keyring.activeSealingKey, 'hex');
  const { rows } = await tx.client.query<{
    roster_id: string;
    ordinal: number;
    person_id: string;
    sealed: Buffer;
  }>(
    `select roster_id, ordinal, coalesce(proposed_id, person_id) as person_id, sealed from intake.prepared_row
     where substring(sealed from 2 for 4) <> $1 order by roster_id, ordinal limit $2 for update`,
    [active, limit],
  );
  if (rows.length === 0) return 0;
  await tx.client.query(
    `update intake.prepared_row p set sealed = fresh.sealed
     from unnest($1::uuid[], $2::integer[], $3::bytea[]) as fresh (roster_id, ordinal, sealed)
     where p.roster_id = fresh.roster_id and p.ordinal = fresh.ordinal`,
    [
      rows.map((row) => row.roster_id),
      rows.map((row) => row.ordinal),
      rows.map((row) => sealer.seal(row.person_id, sealer.open(row.person_id, row.sealed))),
    ],
  );
  await tx.record({
    action: 'seal.preparedRowsResealed',
    facts: { count: rows.length, sealingKey: active.toString('hex') },
  });
  return rows.length;
}
