import type { Day } from '@payung/kernel';
import type { Tx } from '#platform/context';

/**
 * What one module tells the others, inside the transaction that made it true. Payloads hold ids, areas and days only.
 * The table of who says and who listens is in ARCHITECTURE.md.
 */
export interface FactPayloads {
  /** Cover rows were added or closed. `added` and `closed` are cover ids, `personIds` the people concerned. */
  'cover.changed': {
    readonly personIds: readonly string[];
    readonly added: readonly string[];
    readonly closed: readonly string[];
  };
  /** A roster was accepted that brought new people. */
  'people.recorded': { readonly rosterId: string };
  /** Whether these people live, or since when not, was recorded, withdrawn, or came with a merge. Records in and outside the scope. */
  'death.changed': { readonly people: readonly string[] };
  /** Merges began (`merged`) or were undone (`unmerged`); both are ids of person_alias. */
  'person.merged': { readonly merged: readonly string[]; readonly unmerged: readonly string[] };
  /** An accepted roster is taken back: what was made of it elsewhere goes with it. */
  'roster.undone': { readonly rosterId: string };
  /** Residence was recorded or corrected. `residences` are all that stood before, so that old months can be told apart. */
  'person.moved': {
    readonly people: readonly {
      readonly personId: string;
      readonly residences: readonly {
        readonly area: number;
        readonly from: Day;
        readonly until: Day | null;
      }[];
    }[];
  };
}

type FactName = keyof FactPayloads;
type Listener<N extends FactName> = (tx: Tx, payload: FactPayloads[N]) => Promise<void>;

const listeners = new Map<FactName, Listener<FactName>[]>();

/** Listens to a fact. Called once per process, in api.ts; an error in a listener undoes the whole transaction. */
export function subscribe<N extends FactName>(name: N, listener: Listener<N>): void {
  const known = listeners.get(name) ?? [];
  if (known.includes(listener as Listener<FactName>)) return;
  listeners.set(name, [...known, listener as Listener<FactName>]);
}

/** Tells every listener, one after the other, in the caller's transaction. */
export async function publish<N extends FactName>(tx: Tx, name: N, payload: FactPayloads[N]): Promise<void> {
  for (const listener of listeners.get(name) ?? []) await listener(tx, payload);
}
