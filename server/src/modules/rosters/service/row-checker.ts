import { formatNikMasked, matchKeys, type Nik } from '@payung/identity';
import { type Day, monthOf } from '@payung/kernel';
import { resolveVillage, type VillageIndex } from '#areas';
import { coverElsewhere, type StandingCover } from '#memberships';
import type { Agreement } from '#partners';
import { type AreaRange, type Scope, subtree } from '#platform/access';
import type { Context, Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { maskText } from '#platform/log';
import type { ClassifiedRow } from '../file/index.ts';
import {
  ageLimits,
  type Finding,
  type FindVillage,
  type Judgement,
  judgeRow,
  type KnownPerson,
  type PersonReading,
  readPerson,
  type Standing,
} from '../judge/index.ts';
import type { Roster } from '../model.ts';
import { FileMemory } from './file-memory.ts';
import { PeopleFinder } from './people-finder.ts';
import { type PreparedRow, prepareRow } from './prepare-row.ts';

/** A row with its verdict, ready to be kept. */
export interface CheckedRow {
  readonly sheet: string;
  readonly row: number;
  readonly verdict: Judgement['verdict'];
  readonly because: Finding;
  readonly warnings: readonly Finding[];
  /** Name as written; null for ignored rows. */
  readonly name: string | null;
  readonly nikMasked: string | null;
  readonly village: number | null;
  readonly personId: string | null;
  /** What acceptance inserts; undefined when the row is not enrolled. */
  readonly prepared: PreparedRow | undefined;
}

interface Terms {
  readonly roster: Roster;
  readonly agreement: Agreement;
  readonly villages: VillageIndex;
  /** What the sender may enrol. */
  readonly scope: Scope;
}

/** A person row with the keys under which others are looked for. */
interface KeyedRow {
  readonly row: ClassifiedRow;
  readonly reading: PersonReading;
  readonly nikHash: Buffer | undefined;
  readonly matchHashes: readonly bigint[];
}

/** Judges the rows of one roster, batch by batch, remembering what the file said before. */
export class RowChecker {
  readonly #ctx: Context;
  readonly #tx: Tx;
  readonly #terms: Terms;
  readonly #finder: PeopleFinder;
  readonly #memory = new FileMemory();
  readonly #findVillage: FindVillage;
  readonly #today: Day;
  /** Where the sender may enrol. */
  readonly #areas: readonly AreaRange[];

  /** @param tx a transaction of the matching role, which sees all areas */
  constructor(ctx: Context, tx: Tx, terms: Terms) {
    this.#ctx = ctx;
    this.#tx = tx;
    this.#finder = new PeopleFinder(ctx, tx);
    this.#terms = terms;
    this.#today = ctx.platform.clock.today();
    const within = [subtree(terms.agreement.area)];
    // A partner's own administrator answers for its members wherever the agreement reaches.
    this.#areas = terms.scope.partners.includes(terms.agreement.partnerId) ? within : terms.scope.areas;
    this.#findVillage = (place) => {
      const finding = resolveVillage(terms.villages, place, within);
      if (finding.found === 'one') return { kind: 'found', code: finding.village.code };
      if (finding.found === 'several') {
        return {
          kind: 'ambiguous',
          candidates: finding.candidates.map(({ name, district }) => `${name} (${district})`),
        };
      }
      // A village of that name outside the agreement's area is found, and refused for being outside.
      const [elsewhere] = finding.elsewhere;
      if (elsewhere !== undefined && finding.nearest.length === 0)
        return { kind: 'found', code: elsewhere.code };
      return {
        kind: 'unknown',
        nearest: finding.nearest.map(({ name, district }) => `${name} (${district})`),
      };
    };
  }

  /** Judges rows in file order. */
  async judge(rows: readonly ClassifiedRow[]): Promise<CheckedRow[]> {
    const people = rows.flatMap((row) => (row.kind === 'person' ? [this.#read(row)] : []));
    const holders = await this.#finder.holders(
      people.flatMap(({ nikHash }) => (nikHash === undefined ? [] : [nikHash])),
    );
    const candidates = await this.#finder.candidates(
      people.filter(({ nikHash }) => !holders.has(keyOf(nikHash))).flatMap(({ matchHashes }) => matchHashes),
    );
    const standing = await this.#standing([...holders.values()].flat());
    const keyed = new Map(people.map((person) => [person.row, person]));
    return rows.map((row) => {
      const person = keyed.get(row);
      return person === undefined ? ignored(row) : this.#judge(person, holders, candidates, standing);
    });
  }

  #read(row: ClassifiedRow): KeyedRow {
    const { sealer } = this.#ctx.platform;
    const reading = readPerson(row, {
      ...ageLimits,
      findVillage: this.#findVillage,
      startsOn: this.#terms.roster.startsOn,
      today: this.#today,
    });
    const nik = reading.nik.ok ? reading.nik.nik : undefined;
    // The NIK itself is found by its blind index; its sixteen one-digit-off forms would make four fifths of the keys to find
    // what birth date and name find anyway (docs/decisions).
    const keys = reading.faults.length > 0 ? [] : matchKeys({ ...matchPersonOf(reading), nik: undefined });
    return {
      row,
      reading,
      nikHash: nik === undefined ? undefined : sealer.blindIndex('nik', nik),
      matchHashes: keys.map((key) => sealer.matchHash(key)),
    };
  }

  async #standing(people: readonly KnownPerson[]): Promise<(personId: string) => Standing> {
    const { roster, agreement, villages } = this.#terms;
    const ids = [...new Set(people.map(({ personId }) => personId))];
    const memberships = await coverElsewhere(this.#tx, ids, monthOf(roster.startsOn));
    const byPerson = Map.groupBy(memberships, ({ personId }) => personId);
    const isOurs = (one: StandingCover) =>
      one.partnerId === agreement.partnerId && one.segment === agreement.segment;
    return (personId) => {
      const standing = byPerson.get(personId) ?? [];
      const other = standing.find((one) => !isOurs(one) && one.state !== 'none');
      return {
        member: standing.some(isOurs),
        elsewhere:
          other === undefined ? null : { fundKind: other.fundKind, regency: regencyOf(villages, other.area) },
      };
    };
  }

  #judge(
    person: KeyedRow,
    holders: ReadonlyMap<string, readonly KnownPerson[]>,
    candidates: ReadonlyMap<bigint, readonly KnownPerson[]>,
    standingOf: (personId: string) => Standing,
  ): CheckedRow {
    const { row, reading, nikHash } = person;
    const proposedId = newId();
    const judgement = judgeRow({
      reading,
      proposedId,
      holders: holders.get(keyOf(nikHash)) ?? [],
      candidates: person.matchHashes.flatMap((hash) => candidates.get(hash) ?? []),
      standingOf,
      earlier: this.#memory.sameNik(nikHash),
      similar: () => this.#memory.similar(matchPersonOf(reading), person.matchHashes),
      areas: this.#areas,
      agreementArea: subtree(this.#terms.agreement.area),
      regencyOf: (village) => regencyOf(this.#terms.villages, village),
    });
    // Only rows whose number can be read: a refused row is corrected and comes back.
    if (nikHash !== undefined) {
      const { sheet, row: number } = row.raw;
      const slim = { ...matchPersonOf(reading), name: reading.normalised.text };
      this.#memory.remember({ sheet, row: number, person: slim }, nikHash, person.matchHashes);
    }
    const { sealer } = this.#ctx.platform;
    return {
      sheet: row.raw.sheet,
      row: row.raw.row,
      verdict: judgement.verdict,
      because: judgement.because,
      warnings: judgement.warnings,
      // In a row whose cells slipped, a number stands where the name should.
      name: maskText(reading.name),
      nikMasked: reading.nik.ok ? formatNikMasked(reading.nik.nik) : null,
      village: reading.village ?? null,
      personId: judgement.personId ?? null,
      prepared: judgement.enrol ? prepareRow(sealer, reading, judgement, person) : undefined,
    };
  }
}

/** What matching may know of a row. */
function matchPersonOf(reading: PersonReading) {
  const nik: Nik | undefined = reading.nik.ok ? reading.nik.nik : undefined;
  return {
    nik,
    name: reading.normalised,
    birthDate: reading.birthDate,
    birthPrecision: reading.birthPrecision,
    sex: reading.sex,
    mother: reading.mother,
    village: reading.village,
  };
}

/** Name of the kabupaten or kota a village lies in; its code for a village no longer on the list. */
function regencyOf(villages: VillageIndex, village: number): string {
  return villages.byCode.get(village)?.regency ?? String(village);
}

function keyOf(hash: Buffer | undefined): string {
  return hash?.toString('hex') ?? '';
}

function ignored(row: ClassifiedRow): CheckedRow {
  return {
    sheet: row.raw.sheet,
    row: row.raw.row,
    verdict: 'ignored',
    because: { code: `ignored.${row.because ?? 'blank'}`, field: null, facts: {} },
    warnings: [],
    name: null,
    nikMasked: null,
    village: null,
    personId: null,
    prepared: undefined,
  };
}
