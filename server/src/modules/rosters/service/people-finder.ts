import { comparePeople, type MatchPerson, type Nik, type NormalisedName, parseNik } from '@payung/identity';
import type { Day } from '@payung/kernel';
import { clearBits } from '#people';
import type { Context, Tx } from '#platform/context';
import { holdsOf } from '#platform/seal';
import type { KnownPerson } from '../judge/index.ts';
import {
  listCandidates,
  listDisputed,
  listHolders,
  listNamesakes,
  listPeople,
  listSoleHolders,
  type PersonRecord,
  type SoleHolder,
} from '../store/matching.ts';

/** A row that may have a number. */
interface NumberedRow {
  readonly nikHash: Buffer | undefined;
  readonly person: MatchPerson & { readonly name: NormalisedName };
}

/** Which membership is asked about on the way: days as a range. */
export type MembershipAsked = Parameters<typeof listSoleHolders>[2];

/** Somebody whom a row certainly means. */
export interface Settled {
  readonly person: KnownPerson;
  /** Whether the membership asked about is in force. */
  readonly member: boolean;
}

/**
 * Finds people of the base whom rows of a file may mean: by number, or under shared match keys. It sees across all areas, so
 * its transaction is one of `match`; what a user may be told of it is the caller's to decide.
 */
export class PeopleFinder {
  readonly #ctx: Context;
  readonly #tx: Tx;
  readonly #today: Day;

  constructor(ctx: Context, matchTx: Tx) {
    this.#ctx = ctx;
    this.#tx = matchTx;
    this.#today = ctx.platform.clock.today();
  }

  /**
   * Of each row the one who alone holds its number and is certainly meant, as far as the clear columns tell; undefined where that
   * needs a closer look.
   */
  async settled<Row extends NumberedRow>(
    rows: readonly Row[],
    membership: MembershipAsked,
  ): Promise<(Settled | undefined)[]> {
    const numbers: Buffer[] = [];
    const places = rows.map(({ nikHash }) => (nikHash === undefined ? -1 : numbers.push(nikHash) - 1));
    const holders =
      numbers.length === 0
        ? new Map<number, SoleHolder>()
        : await listSoleHolders(this.#tx, Buffer.concat(numbers), membership);
    return rows.map((row, at) => {
      const holder = holders.get(places[at] ?? -1);
      return holder === undefined ? undefined : settledBy(row.person, holder);
    });
  }

  /** Who holds each of these numbers, by the hexadecimal of its blind index. */
  async holders(hashes: readonly Buffer[]): Promise<Map<string, KnownPerson[]>> {
    const found = new Map<string, KnownPerson[]>();
    const holders = hashes.length === 0 ? [] : await listHolders(this.#tx, hashes);
    for (const { hash, person, disputed, own } of holders) {
      const known = this.#open(person, disputed);
      // Of a merged person the number counts that was asked for, whichever of the records has it.
      const { nik } = own === undefined ? known : { ...known, nik: this.#numberIn(own.personId, own.sealed) };
      found.set(hash, [...(found.get(hash) ?? []), { ...known, nik }]);
    }
    return found;
  }

  /** These people, by id; a merged record speaks through its canonical one. */
  async byId(ids: readonly string[]): Promise<Map<string, KnownPerson>> {
    const found = ids.length === 0 ? [] : await listPeople(this.#tx, ids);
    const opened = await this.#openAll(found.map(({ person }) => person));
    return new Map(found.flatMap(({ id, person }) => withKey(id, opened.get(person.personId))));
  }

  /** Who is under each of these match keys; a key shared by too many is not followed. */
  async candidates(hashes: readonly bigint[]): Promise<Map<bigint, KnownPerson[]>> {
    const wanted = [...new Set(hashes)];
    const met = wanted.length === 0 ? [] : await listCandidates(this.#tx, wanted);
    const opened = await this.#openAll(met.map(({ person }) => person));
    const found = new Map<bigint, KnownPerson[]>();
    for (const { hash, person } of met) {
      const known = opened.get(person.personId);
      if (known !== undefined) found.set(hash, [...(found.get(hash) ?? []), known]);
    }
    return found;
  }

  /** People of these villages with exactly these normalised names: for rows that say little more. */
  async namesakes(
    of: readonly { readonly village: number; readonly nameKey: string }[],
  ): Promise<KnownPerson[]> {
    const found = of.length === 0 ? [] : await listNamesakes(this.#tx, of);
    return [...(await this.#openAll(found)).values()];
  }

  /** Opens each person once, and sees whose number is in dispute. */
  async #openAll(records: readonly PersonRecord[]): Promise<Map<string, KnownPerson>> {
    const opened = new Map<string, KnownPerson>();
    for (const record of records) {
      if (!opened.has(record.personId)) opened.set(record.personId, this.#open(record, false));
    }
    const { sealer } = this.#ctx.platform;
    const numbers = [...opened.values()].flatMap(({ personId, nik }) =>
      nik === undefined ? [] : [[personId, sealer.blindIndex('nik', nik)] as const],
    );
    const disputed = await listDisputed(
      this.#tx,
      numbers.map(([, hash]) => hash),
    );
    for (const [personId, hash] of numbers) {
      const known = opened.get(personId);
      if (known !== undefined && disputed.has(hash.toString('hex'))) {
        opened.set(personId, { ...known, disputed: true });
      }
    }
    return opened;
  }

  /** Opens the envelope of somebody a row may mean. What is read here is compared and forgotten, never shown. */
  #open(person: PersonRecord, disputed: boolean): KnownPerson {
    const record = this.#ctx.platform.sealer.open(person.personId, person.sealed);
    const { nik, mother } = record;
    return {
      personId: person.personId,
      name: person.name,
      nik: this.#readNik(nik),
      birthDate: person.birthDate ?? undefined,
      birthPrecision: person.birthPrecision ?? undefined,
      sex: person.sex ?? undefined,
      mother,
      village: person.village,
      dead: person.dead,
      disputed,
      // Of two records that may be made two again, what a row says may belong to the other.
      holds: person.speaks ? ~0 : holdsOf(record) | clearBits,
      envelope: person.numbered ? null : person.sealed,
    };
  }

  #numberIn(personId: string, sealed: Buffer): Nik | undefined {
    return this.#readNik(this.#ctx.platform.sealer.open(personId, sealed).nik);
  }

  #readNik(nik: string | undefined): Nik | undefined {
    const read = nik === undefined ? undefined : parseNik(nik, { referenceDay: this.#today });
    return read?.ok ? read.nik : undefined;
  }
}

/** The holder of the row's number, when the row names nobody else: with one number, no more than name and birth date decide. */
function settledBy(row: NumberedRow['person'], holder: SoleHolder): Settled | undefined {
  // A normalised name is normalised to itself. One number and one name: nothing else is looked at.
  const sameName = row.name.text !== '' && holder.nameKey === row.name.text;
  const person: KnownPerson = {
    personId: holder.personId,
    name: sameName ? row.name : holder.nameKey,
    nik: row.nik,
    birthDate: holder.birthDate ?? undefined,
    birthPrecision: holder.birthPrecision ?? undefined,
    village: holder.village,
    dead: holder.dead,
    disputed: false,
    holds: holder.holds,
    envelope: null,
  };
  const isMeant = sameName || comparePeople(row, person).verdict === 'same';
  return isMeant ? { person, member: holder.member } : undefined;
}

function withKey(id: string, person: KnownPerson | undefined): [string, KnownPerson][] {
  return person === undefined ? [] : [[id, person]];
}
