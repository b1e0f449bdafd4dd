import type { Context, Tx } from '#platform/context';
import type { ClassifiedRow } from '../file/index.ts';
import type { KnownPerson, PersonReading, Standing } from '../judge/index.ts';
import type { Census } from '../model.ts';
import { VillageCensus } from './census.ts';
import { type MatchTexts, matchHashes } from './match-hashes.ts';
import { idsOf, type matchPersonOf, namesakesOf } from './match-person.ts';
import { PeopleFinder, type Settled } from './people-finder.ts';
import { membershipAsked, type RosterTerms, standingOf } from './standing.ts';

/** A person row with the keys under which others are looked for. */
export interface KeyedRow {
  readonly row: ClassifiedRow;
  readonly reading: PersonReading;
  readonly person: ReturnType<typeof matchPersonOf>;
  readonly nikHash: Buffer | undefined;
  readonly texts: MatchTexts;
}

/** People of the base whom the rows of a batch may mean. */
export interface Found {
  readonly standing: (personId: string) => Standing;
  /** Who holds the number of a row; undefined when nobody does, or the row has none. */
  holders(row: KeyedRow): readonly KnownPerson[] | undefined;
  /** Whether its one holder is certainly meant. */
  isSure(row: KeyedRow): boolean;
  /** Others whom the row may mean, under shared match keys or of one name in one village. */
  candidates(row: KeyedRow): readonly KnownPerson[];
}

const member: Standing = { member: true, elsewhere: null, now: null };

/** Looks up everybody whom the rows of a batch may mean: a handful of statements for a batch of any size. */
export class BatchLookUp {
  readonly #ctx: Context;
  readonly #tx: Tx;
  readonly #terms: RosterTerms;
  readonly #finder: PeopleFinder;
  readonly #census: VillageCensus;

  /** @param matchTx a transaction of the matching role, which sees all areas */
  constructor(ctx: Context, matchTx: Tx, terms: RosterTerms) {
    this.#ctx = ctx;
    this.#tx = matchTx;
    this.#terms = terms;
    this.#finder = new PeopleFinder(ctx, matchTx);
    this.#census = new VillageCensus(matchTx);
  }

  /** How many people the villages of the rows held when they were looked up. */
  get census(): Census {
    return this.#census.taken();
  }

  async find(rows: readonly KeyedRow[]): Promise<Found> {
    await this.#census.take(rows.map(({ reading }) => reading));
    const first = await this.#finder.settled(rows, membershipAsked(this.#terms));
    const settled = new Map<KeyedRow, Settled>();
    const members = new Set<string>();
    const others: KeyedRow[] = [];
    for (const [place, row] of rows.entries()) {
      const one = first[place];
      if (one === undefined) others.push(row);
      else settled.set(row, one);
      if (one?.member === true) members.add(one.person.personId);
    }
    const holders = await this.#finder.holders(
      others.flatMap(({ nikHash }) => (nikHash === undefined ? [] : [nikHash])),
    );
    const holdersOf = ({ nikHash }: KeyedRow) => nikHash && holders.get(nikHash.toString('hex'));
    const candidates = await this.#candidates(others.filter((row) => holdersOf(row) === undefined));
    const known = [...settled.values()].map(({ person }) => person);
    // Of members no more is asked.
    const asked = [...known, ...[...holders.values(), ...candidates.values()].flat()];
    const standing = await standingOf(
      this.#tx,
      this.#terms,
      idsOf(asked).filter((personId) => !members.has(personId)),
    );
    return {
      standing: (personId) => (members.has(personId) ? member : standing(personId)),
      holders(row) {
        const one = settled.get(row);
        return one === undefined ? holdersOf(row) : [one.person];
      },
      isSure: (row) => settled.has(row),
      candidates: (row) => candidates.get(row) ?? [],
    };
  }

  async #candidates(rows: readonly KeyedRow[]): Promise<Map<KeyedRow, KnownPerson[]>> {
    const { sealer } = this.#ctx.platform;
    const sought = rows.map((row) => ({ row, hashes: matchHashes(sealer, row.texts.sought) }));
    const byHash = await this.#finder.candidates(sought.flatMap(({ hashes }) => hashes));
    const namesakes = await this.#finder.namesakes(rows.flatMap(({ reading }) => namesakesOf(reading)));
    return new Map(
      sought.map(({ row, hashes }) => [
        row,
        [
          ...hashes.flatMap((hash) => byHash.get(hash) ?? []),
          ...(namesakesOf(row.reading).length === 0 ? [] : namesakes),
        ],
      ]),
    );
  }
}
