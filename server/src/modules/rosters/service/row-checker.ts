import { formatNikMasked } from '@payung/identity';
import type { Day } from '@payung/kernel';
import type { VillageIndex } from '#areas';
import { type AreaRange, type Scope, subtree } from '#platform/access';
import type { Context, Tx } from '#platform/context';
import { newId } from '#platform/ids';
import { maskText } from '#platform/log';
import { type ClassifiedRow, type SheetReading, saysWanita } from '../file/index.ts';
import {
  ageLimits,
  becauseOf,
  type FindVillage,
  type Judgement,
  judgeRow,
  type KeptQuestion,
  outcomeOf,
  type RecordTerms,
  readPerson,
  repeatedRow,
} from '../judge/index.ts';
import type { Census, Roster } from '../model.ts';
import { BatchLookUp, type Found, type KeyedRow } from './batch-look-up.ts';
import { type CheckedRow, ignored } from './checked-row.ts';
import { keptItem, keptQuestion, recall, type Settled, settle } from './doubts.ts';
import { FileMemory } from './file-memory.ts';
import { villageFinder } from './find-village.ts';
import type { Ground } from './ground.ts';
import { type MatchTexts, matchHashes, matchTextsOf } from './match-hashes.ts';
import { matchPersonOf } from './match-person.ts';
import { prepareDoubtful, prepareRow } from './prepare-row.ts';
import { rowKeyOf } from './row-key.ts';
import { listingOf, type Register, registerOf } from './row-listing.ts';
import { enrolAreas, recordTerms, regencyOf } from './standing.ts';

const noTexts: MatchTexts = { kept: [], sought: [] };

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

/** A batch of rows on its way. */
interface LookedUp {
  readonly rows: readonly ClassifiedRow[];
  /** Beside `rows`; undefined for a row that names nobody. */
  readonly keyed: readonly (KeyedRow | undefined)[];
  readonly found: Promise<Found>;
}

/** Judges the rows of one roster, batch by batch, remembering what the file said before. */
export class RowChecker {
  readonly #ctx: Context;
  readonly #tx: Tx;
  readonly #terms: Terms;
  readonly #look: BatchLookUp;
  readonly #memory = new FileMemory();
  /** The register whose deciles a sheet states, by sheet. */
  readonly #registers = new Map<string, Register | null>();
  readonly #findVillage: FindVillage;
  readonly #today: Day;
  /** Where the sender may enrol. */
  readonly #areas: readonly AreaRange[];
  readonly #regencyOf: (village: number) => string;
  readonly #records: RecordTerms | null;
  /** Known people whom a row takes over, and where it stands. */
  readonly #enrolled = new Map<string, { readonly sheet: string; readonly row: number }>();
  /** The list has called a woman W. */
  #saysWanita = false;
  #ordinal = 0;

  /** @param tx a transaction of the matching role, which sees all areas */
  constructor(ctx: Context, tx: Tx, terms: Terms) {
    this.#ctx = ctx;
    this.#tx = tx;
    this.#look = new BatchLookUp(ctx, tx, terms);
    this.#terms = terms;
    this.#today = ctx.platform.clock.today();
    this.#areas = enrolAreas(terms.scope, terms.ground);
    this.#records = recordTerms(terms);
    this.#regencyOf = (village) => regencyOf(terms.villages, village);
    this.#findVillage = villageFinder(terms.villages, terms.ground.area);
  }

  /** How many people the villages of the file held when their rows were judged. */
  get census(): Census {
    return this.#look.census;
  }

  /**
   * Reads rows and looks up whom they may mean. The next batch may be looked up while this one is judged.
   *
   * @param sheets all sheets that began until now
   */
  lookUp(rows: readonly ClassifiedRow[], sheets: readonly SheetReading[]): LookedUp {
    for (const sheet of sheets.slice(this.#registers.size))
      this.#registers.set(sheet.sheet, registerOf(sheet));
    this.#saysWanita ||= rows.some(({ values }) => saysWanita(values?.sex));
    const keyed = rows.map((row) => (row.kind === 'person' ? this.#read(row) : undefined));
    const found = this.#look.find(keyed.filter((person) => person !== undefined));
    // Whoever judges the rows hears of a failure; until then nobody waits for it.
    found.catch(() => undefined);
    return { rows, keyed, found };
  }

  /** Judges the batches in file order. */
  async judge({ rows, keyed, found: looking }: LookedUp): Promise<CheckedRow[]> {
    const found = await looking;
    const drafts = keyed.map((person) => {
      this.#ordinal += 1;
      return person === undefined ? undefined : this.#judge(person, found);
    });
    const settled = await this.#settle(
      drafts.filter((draft) => draft !== undefined),
      found,
    );
    return rows.map((row, place) => {
      const draft = drafts[place];
      return draft === undefined ? ignored(row) : this.#checked(draft, settled.get(draft));
    });
  }

  /** Answers what was decided before, or falls to the thresholds; what stays open is asked. */
  async #settle(drafts: readonly Draft[], found: Found): Promise<ReadonlyMap<Draft, Outcome>> {
    const { sealer } = this.#ctx.platform;
    const doubts = drafts.flatMap((draft) => {
      const { judgement, proposedId, reading } = draft;
      const { question, warnings } = judgement;
      if (question === undefined) return [];
      const rowKey = rowKeyOf(sealer, draft.person);
      return [{ draft, rowKey, question, warnings, proposedId, numbered: reading.nik.ok, says: reading }];
    });
    if (doubts.length === 0) return new Map();
    const remembered = await recall(this.#tx, doubts);
    const terms = {
      standingOf: found.standing,
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
      saysWanita: this.#saysWanita,
      recordsOnly: this.#records !== null,
    });
    const person = matchPersonOf(reading);
    return {
      row,
      reading,
      person,
      nikHash: person.nik === undefined ? undefined : sealer.blindIndex('nik', person.nik),
      texts: reading.faults.length > 0 ? noTexts : matchTextsOf(person),
    };
  }

  #judge(keyed: KeyedRow, found: Found): Draft {
    const { row, reading, person, texts } = keyed;
    const proposedId = newId();
    const judgement = judgeRow({
      reading,
      proposedId,
      holders: found.holders(keyed) ?? [],
      sure: found.isSure(keyed),
      candidates: found.candidates(keyed),
      standingOf: found.standing,
      earlier: this.#memory.sameNik(person.nik),
      similar: () => this.#memory.similar(person, texts.sought),
      areas: this.#areas,
      agreementArea: subtree(this.#terms.ground.area),
      regencyOf: this.#regencyOf,
      records: this.#records,
    });
    // Not a row whose number cannot be read: it is refused, corrected, and comes back.
    if (reading.nik.ok || reading.faults.length === 0) {
      const { sheet, row: number } = row.raw;
      const slim = { ...person, name: reading.normalised.text };
      // Under village and word of the name only where nothing else is known: a large village would be compared with itself.
      this.#memory.remember({ sheet, row: number, ordinal: this.#ordinal, person: slim }, texts.kept);
    }
    return { ...keyed, judgement, proposedId };
  }

  #checked(draft: Draft, outcome: Outcome | undefined): CheckedRow {
    const { row, reading, proposedId } = draft;
    const judgement = this.#once(row, outcome?.settled?.judgement ?? this.#asked(draft, outcome));
    const { sealer } = this.#ctx.platform;
    const prepares = outcome !== undefined || outcomeOf(judgement) !== 'wait';
    // Whoever is known has theirs, unless the row completes them.
    const hashes = outcome !== undefined || judgement.verdict === 'new' || judgement.completes !== undefined;
    const keys = {
      nikHash: draft.nikHash,
      matchHashes: prepares && hashes ? matchHashes(sealer, draft.texts.kept) : [],
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
          : prepares
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
