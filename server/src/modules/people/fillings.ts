import type { Tx } from '#platform/context';
import { lackingOf, withoutFilled } from './details.ts';
import { joinedByHash, replaceEnvelopes } from './store-details.ts';
import {
  emptyClear,
  fillClear,
  keepFilled,
  listClearFilled,
  listClearFilling,
  listFilled,
  listFilling,
} from './store-fillings.ts';

/**
 * Fills in what is still empty of the known people of an accepted roster by what its rows say; what is recorded stays as it is. What
 * was filled in is kept beside the rows, for `takeBackFilled`. Filling in again fills in nothing.
 *
 * Returns of how many people something was filled in: of the envelope, and of what lies in clear.
 */
export async function fillFromPrepared(
  tx: Tx,
  rosterId: string,
): Promise<{ readonly envelopes: number; readonly clear: number }> {
  const { sealer } = tx.platform;
  let envelopes = 0;
  for await (const rows of listFilling(tx, rosterId)) {
    const filled = rows.flatMap(({ ordinal, personId, recorded, said, saidFor, sameVillage }) => {
      const before = sealer.open(personId, recorded);
      const lacking = lackingOf(before, sealer.open(saidFor, said), sameVillage);
      if (Object.keys(lacking).length === 0) return [];
      const after = sealer.seal(personId, { ...before, ...lacking });
      return [{ ordinal, fields: Object.keys(lacking), personId, before: recorded, after }];
    });
    if (filled.length === 0) continue;
    envelopes += await joinedByHash(tx, async () => {
      await keepFilled(tx, rosterId, filled);
      return replaceEnvelopes(tx, filled);
    });
  }
  let clear = 0;
  for await (const rows of listClearFilling(tx, rosterId)) {
    const filled = rows.map(({ ordinal, rt, rw, occupationText }) => ({
      ordinal,
      fields: [
        ...(rt === null ? [] : ['rt']),
        ...(rw === null ? [] : ['rw']),
        ...(occupationText === null ? [] : ['occupation']),
      ],
    }));
    await joinedByHash(tx, async () => {
      await fillClear(tx, rows);
      await keepFilled(tx, rosterId, filled);
    });
    clear += rows.length;
  }
  return { envelopes, clear };
}

/**
 * Takes back what a roster filled in, where it still stands as the roster said it: what somebody changed since is theirs. Returns how
 * many envelopes are emptier.
 */
export async function takeBackFilled(tx: Tx, rosterId: string): Promise<number> {
  const { sealer } = tx.platform;
  let emptied = 0;
  for await (const rows of listFilled(tx, rosterId)) {
    const changes = rows.map(({ personId, recorded, said, saidFor, filled }) => ({
      personId,
      before: recorded,
      after: sealer.seal(
        personId,
        withoutFilled(sealer.open(personId, recorded), sealer.open(saidFor, said), filled),
      ),
    }));
    emptied += await joinedByHash(tx, () => replaceEnvelopes(tx, changes));
  }
  for await (const rows of listClearFilled(tx, rosterId)) {
    await joinedByHash(tx, () => emptyClear(tx, rosterId, rows));
  }
  return emptied;
}
