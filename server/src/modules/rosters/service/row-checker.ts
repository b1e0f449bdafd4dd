import { formatNikMasked } from '@payung/identity';
import type { Day } from '@payung/kernel';
import { resolveVillage, type VillageIndex } from '#areas';
import { type AreaRange, type Scope, subtree } from '#platform/access';
import type { Context, Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { maskText } from '#platform/log';
import type { ClassifiedRow, SheetReading } from '../file/index.ts';
import {
  ageLimits,
  becauseOf,
  type FindVillage,
  type Judgement,
  judgeRow,
  type KeptQuestion,
  type KnownPerson,
  outcomeOf,
  type PersonReading,
  type RecordTerms,
  readPerson,
  repeatedRow,
  type Standing,
} from '../judge/index.ts';
import type { Census, Roster } from '../model.ts';
import { VillageCensus } from './census.ts';
import { type CheckedRow, ignored } from './checked-row.ts';
import { keptItem, keptQuestion, recall, type Settled, settle } from './doubts.ts';
import { FileMemory } from './file-memory.ts';
import type { Ground } from './ground.ts';
import { type MatchHashes, matchHashesOf } from './match-hashes.ts';
import { idsOf, matchPersonOf, namesakesOf } from './match-person.ts';
import { PeopleFinder } from './people-finder.ts';
import { prepareDoubtful, prepareRow } from './prepare-row.ts';
import { rowKeyOf } from './row-key.ts';
import { listingOf, type Register, registerOf } from './row-listing.ts';
import { enrolAreas, recordTerms, regencyOf, standingOf } from './standing.ts';

interface Terms {
  readonly roster: Roster;
  readonly ground: Ground;
  readonly villages: VillageIndex;
  /** What the sender may enrol. */
  readonly scope: Scope;
}

/** What came of a doubt. */
interface Outcome {
  readonly rowKey: Buffer;
  readonly question: KeptQuestion;
  readonly settled: Settled | undefined;
}

/** A row that was judged, with what is needed to settle a doubt about it. */
interface Draft extends KeyedRow {
  readonly judgement: Judgement;
  readonly proposedId: string;
}

/** A person row with the keys under which others are looked for. */
interface KeyedRow {
  readonly row: ClassifiedRow;
  readonly reading: PersonReading;
  readonly nikHash: Buffer | undefined;
  readonly hashes: MatchHashes;
}

/** Judges the rows of one roster, batch by batch, remembering what the file said before. */
export class RowChecker {
  readonly #ctx: Context;
  readonly #tx: Tx;
  readonly #terms: Terms;
  readonly #finder: PeopleFinder;
  readonly #memory = new FileMemory();
  /** The register whose deciles a sheet states, by sheet. */
  readonly #registers = new Map<string, Register | null>();
  readonly #census: VillageCensus;
  readonly #findVillage: FindVillage;
  readonly #today: Day;
  /** Where the sender may enrol. */
  readonly #areas: readonly AreaRange[];
  readonly #regencyOf: (village: number) => string;
  readonly #records: RecordTerms | null;
  /** Known people whom a row takes over, and where it stands. */
  readonly #enrolled = new Map<string, { readonly sheet: string; readonly row: number }>();
  #ordinal = 0;

  /** @param tx a transaction of the matching role, which sees all areas */
  constructor(ctx: Context, tx: Tx, terms: Terms) {
    this.#ctx = ctx;
    this.#tx = tx;
    this.#finder = new PeopleFinder(ctx, tx);
    this.#census = new VillageCensus(tx);
    this.#terms = terms;
    this.#today = ctx.platform.clock.today();
    const within = [subtree(terms.ground.area)];
    this.#areas = enrolAreas(terms.scope, terms.ground);
    this.#records = recordTerms(terms);
    this.#regencyOf = (village) => regencyOf(terms.villages, village);
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

  /** How many people the villages of the file held when their rows were judged. */
  get census(): Census {
    return this.#census.taken();
  }

  /** Judges rows in file order. @param sheets all sheets that began until now */
  async judge(rows: readonly ClassifiedRow[], sheets: readonly SheetReading[] = []): Promise<CheckedRow[]> {
    for (const sheet of sheets.slice(this.#registers.size))
      this.#registers.set(sheet.sheet, registerOf(sheet));
    const people = rows.flatMap((row) => (row.kind === 'person' ? [this.#read(row)] : []));
    const keyed = new Map(people.map((person) => [person.row, person]));
    const holders = await this.#finder.holders(
      people.flatMap(({ nikHash }) => (nikHash === undefined ? [] : [nikHash])),
    );
    await this.#census.take(people.map(({ reading }) => reading));
    const candidates = await this.#finder.candidates(
      people.filter(({ nikHash }) => !holders.has(keyOf(nikHash))).flatMap(({ hashes }) => hashes.sought),
    );
    const namesakes = await this.#finder.namesakes(people.flatMap(({ reading }) => namesakesOf(reading)));
    const standing = await standingOf(
      this.#tx,
      this.#terms,
      idsOf([...holders.values(), ...candidates.values(), namesakes].flat()),
    );
    const drafts = new Map<ClassifiedRow, Draft>();
    for (const row of rows) {
      this.#ordinal += 1;
      const person = keyed.get(row);
      if (person !== undefined)
        drafts.set(row, this.#judge(person, holders, candidates, namesakes, standing));
    }
    const settled = await this.#settle([...drafts.values()]);
    return rows.map((row) => {
      const draft = drafts.get(row);
      return draft === undefined ? ignored(row) : this.#checked(draft, settled.get(draft));
    });
  }

  /** Answers what was decided before, or falls to the thresholds; what stays open is asked. */
  async #settle(drafts: readonly Draft[]): Promise<ReadonlyMap<Draft, Outcome>> {
    const { sealer } = this.#ctx.platform;
    const doubts = drafts.flatMap((draft) => {
      const { judgement, proposedId, reading } = draft;
      const { question, warnings } = judgement;
      if (question === undefined) return [];
      const rowKey = rowKeyOf(sealer, matchPersonOf(reading));
      return [{ draft, rowKey, question, warnings, proposedId, numbered: reading.nik.ok, says: reading }];
    });
    if (doubts.length === 0) return new Map();
    const remembered = await recall(this.#tx, doubts);
    const meant = doubts.flatMap(({ question }) =>
      question.items.flatMap((item) => (item.kind === 'person' ? [item.person] : [])),
    );
    const terms = {
      standingOf: await standingOf(this.#tx, this.#terms, idsOf(meant)),
      areas: this.#areas,
      regencyOf: this.#regencyOf,
      records: this.#records,
    };
    return new Map(
      doubts.map((doubt): [Draft, Outcome] => {
        const { rowKey, question } = doubt;
        const kept = question.items.map((item) => keptItem(sealer, item, this.#regencyOf));
        const before = remembered.get(rowKey.toString('hex')) ?? new Map();
        const { settled, open } = settle(doubt, kept, before, this.#terms.roster, terms);
        const asked = kept.filter((_, place) => {
          const item = question.items[place];
          return item !== undefined && open.includes(item);
        });
        const because = question.numberTaken ? undefined : becauseOf(open, this.#regencyOf);
        const shown = keptQuestion({ ...question, because: because ?? question.because }, asked);
        return [doubt.draft, { rowKey, question: shown, settled }];
      }),
    );
  }

  #read(row: ClassifiedRow): KeyedRow {
    const { sealer } = this.#ctx.platform;
    const reading = readPerson(row, {
      ...ageLimits,
      findVillage: this.#findVillage,
      startsOn: this.#terms.roster.startsOn,
      today: this.#today,
      recordsOnly: this.#records !== null,
    });
    const nik = reading.nik.ok ? reading.nik.nik : undefined;
    return {
      row,
      reading,
      nikHash: nik === undefined ? undefined : sealer.blindIndex('nik', nik),
      hashes:
        reading.faults.length > 0 ? { kept: [], sought: [] } : matchHashesOf(sealer, matchPersonOf(reading)),
    };
  }

  #judge(
    person: KeyedRow,
    holders: ReadonlyMap<string, readonly KnownPerson[]>,
    candidates: ReadonlyMap<bigint, readonly KnownPerson[]>,
    namesakes: readonly KnownPerson[],
    standing: (personId: string) => Standing,
  ): Draft {
    const { row, reading, nikHash } = person;
    const proposedId = newId();
    const judgement = judgeRow({
      reading,
      proposedId,
      holders: holders.get(keyOf(nikHash)) ?? [],
      candidates: [
        ...person.hashes.sought.flatMap((hash) => candidates.get(hash) ?? []),
        ...(namesakesOf(reading).length === 0 ? [] : namesakes),
      ],
      standingOf: standing,
      earlier: this.#memory.sameNik(nikHash),
      similar: () => this.#memory.similar(matchPersonOf(reading), person.hashes.sought),
      areas: this.#areas,
      agreementArea: subtree(this.#terms.ground.area),
      regencyOf: this.#regencyOf,
      records: this.#records,
    });
    // Not a row whose number cannot be read: it is refused, corrected, and comes back.
    if (reading.nik.ok || reading.faults.length === 0) {
      const { sheet, row: number } = row.raw;
      const slim = { ...matchPersonOf(reading), name: reading.normalised.text };
      // Under village and word of the name only where nothing else is known: a large village would be compared with itself.
      const earlier = { sheet, row: number, ordinal: this.#ordinal, person: slim };
      this.#memory.remember(earlier, nikHash, person.hashes.kept);
    }
    return { ...person, judgement, proposedId };
  }

  #checked(draft: Draft, outcome: Outcome | undefined): CheckedRow {
    const { row, reading, proposedId } = draft;
    const judgement = this.#once(row, outcome?.settled?.judgement ?? this.#asked(draft, outcome));
    const { sealer } = this.#ctx.platform;
    const keys = {
      nikHash: draft.nikHash,
      matchHashes: draft.hashes.kept,
      example: this.#terms.roster.example,
    };
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
      listing: listingOf(row, this.#registers.get(row.raw.sheet) ?? null),
      enrol: judgement.enrol,
      prepared:
        outcome !== undefined
          ? prepareDoubtful(sealer, reading, judgement, proposedId, keys)
          : outcomeOf(judgement) !== 'wait'
            ? prepareRow(sealer, reading, judgement, keys)
            : undefined,
      doubt:
        outcome === undefined
          ? undefined
          : {
              rowKey: outcome.rowKey,
              question: outcome.question,
              decisionId: outcome.settled?.decisionId ?? null,
            },
    };
  }

  /** The row as it is asked: with what is still open. */
  #asked({ judgement }: Draft, outcome: Outcome | undefined): Judgement {
    const question = outcome?.question;
    if (question === undefined) return judgement;
    const { code, field, facts } = question;
    return { ...judgement, because: { code, field, facts } };
  }

  /** Somebody known is taken over from one row of the file only, under whatever numbers the others have them. */
  #once(row: ClassifiedRow, judgement: Judgement): Judgement {
    const takes = judgement.enrol || judgement.listed === true;
    if (judgement.verdict !== 'known' || !takes || judgement.personId === undefined) return judgement;
    const first = this.#enrolled.get(judgement.personId);
    if (first !== undefined) return repeatedRow(first, judgement.warnings);
    this.#enrolled.set(judgement.personId, { sheet: row.raw.sheet, row: row.raw.row });
    return judgement;
  }
}

function keyOf(hash: Buffer | undefined): string {
  return hash?.toString('hex') ?? '';
}
