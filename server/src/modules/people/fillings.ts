import type { Tx } from '#platform/context';
import { tellsWhatItHolds } from '#platform/seal';
import { lackingOf, withoutFilled } from './details.ts';
import { joinedByHash, replaceEnvelopes } from './store-details.ts';
import {
  emptyClear,
  fillClear,
  listClearFilled,
  listClearFilling,
  listFilled,
  listFilling,
} from './store-fillings.ts';
import { endFillings, keepFillings } from './store-trace.ts';

/**
 * Fills in what is still empty of the known people of an accepted roster by what its rows say; what is recorded stays as it is. Which
 * fields of whom is kept, for `takeBackFilled` and for good. Filling in again fills in nothing. An envelope that tells in clear to lack
 * what it holds, because an earlier version sealed it, is sealed anew.
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
    const resealed = rows.flatMap(({ personId, area, recorded, said, saidFor, sameVillage }) => {
      const before = sealer.open(personId, recorded);
      const lacking = lackingOf(before, sealer.open(saidFor, said), sameVillage);
      const fields = Object.keys(lacking);
      if (fields.length === 0 && tellsWhatItHolds(recorded, before)) return [];
      const after = sealer.seal(personId, { ...before, ...lacking });
      return [{ personId, area, fields, residenceFrom: null, workId: null, before: recorded, after }];
    });
    if (resealed.length === 0) continue;
    const filled = resealed.filter(({ fields }) => fields.length > 0);
    await keepFillings(tx, rosterId, filled);
    await joinedByHash(tx, () => replaceEnvelopes(tx, resealed));
    envelopes += filled.length;
  }
  let clear = 0;
  for await (const rows of listClearFilling(tx, rosterId)) {
    const filled = rows.map(({ rt, rw, occupationText, ...row }) => ({
      ...row,
      fields: [
        ...(rt === null ? [] : ['rt']),
        ...(rw === null ? [] : ['rw']),
        ...(occupationText === null ? [] : ['occupation']),
      ],
    }));
    await keepFillings(tx, rosterId, filled);
    await joinedByHash(tx, () => fillClear(tx, rows));
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
    await endFillings(tx, rosterId, idsOf(rows));
  }
  for await (const rows of listClearFilled(tx, rosterId)) {
    await joinedByHash(tx, () => emptyClear(tx, rosterId, rows));
    await endFillings(tx, rosterId, idsOf(rows));
  }
  return emptied;
}

const idsOf = (rows: readonly { readonly personId: string }[]) => rows.map(({ personId }) => personId);
