import type { Tx } from '#platform/context';
import type { PersonReading } from '../judge/index.ts';
import type { Census } from '../model.ts';
import { countPeople, countWithoutNik } from '../store/census.ts';

/**
 * Counts the people of a village before its rows are judged. A row without a NIK is told from others only by who lives beside
 * it, so acceptance holds the village and counts again: whoever came in meanwhile may be the very person.
 */
export class VillageCensus {
  readonly #tx: Tx;
  readonly #withoutNik = new Map<number, number>();
  readonly #all = new Map<number, number>();

  /** @param matchTx a transaction of the matching role, which sees all areas */
  constructor(matchTx: Tx) {
    this.#tx = matchTx;
  }

  /** Counts the villages of these rows that were not counted before. */
  async take(readings: readonly PersonReading[]): Promise<void> {
    const villagesOf = (rows: readonly PersonReading[], counted: ReadonlyMap<number, number>) => [
      ...new Set(
        rows.flatMap(({ village }) => (village === undefined || counted.has(village) ? [] : [village])),
      ),
    ];
    await count(this.#tx, countWithoutNik, villagesOf(readings, this.#withoutNik), this.#withoutNik);
    const unnumbered = readings.filter(({ nik }) => !nik.ok);
    await count(this.#tx, countPeople, villagesOf(unnumbered, this.#all), this.#all);
  }

  taken(): Census {
    return { withoutNik: recordOf(this.#withoutNik), all: recordOf(this.#all) };
  }
}

async function count(
  tx: Tx,
  ask: typeof countPeople,
  villages: readonly number[],
  into: Map<number, number>,
): Promise<void> {
  if (villages.length === 0) return;
  const found = await ask(tx, villages);
  for (const village of villages) into.set(village, found.get(village) ?? 0);
}

function recordOf(counts: ReadonlyMap<number, number>): Record<string, number> {
  return Object.fromEntries([...counts].filter(([, people]) => people > 0));
}
