import { formatNikMasked, matchKeys, type Nik } from '@payung/identity';
import { type Day, type Month, monthIndex } from '@payung/kernel';
import type { VillageIndex } from '#areas';
import { bitsOf, type Programme, programmesOf, type Segment } from '#partners';
import type { Context, Tx } from '#platform/context';
import { maskText } from '#platform/log';
import { Refusal } from '#platform/refusal';
import { type ClassifiedRow, listRemembered, PeopleFinder } from '#rosters';
import { judgeMember, type MemberJudgement, matchPersonOf } from '../judge.ts';
import type { MemberCounts } from '../model.ts';
import { type MemberReading, readMember } from '../read/member.ts';
import type { MemberDoubtInsert } from '../store/doubts.ts';
import type { MemberRowInsert } from '../store/files.ts';
import { type Asked, coverTerms, keptDoubt, keyOfReading, settle } from './questions.ts';

interface CheckTerms {
  readonly month: Month;
  readonly villages: VillageIndex;
  readonly hashOf: ((nik: Nik) => string) | undefined;
}

/** Somebody of the base whom the file covers in a segment. */
export interface CoveredMember {
  readonly personId: string;
  readonly village: number;
  readonly segment: Segment;
  readonly programmes: readonly Programme[];
}

interface KeyedRow {
  readonly reading: MemberReading;
  readonly nikIndex: Buffer | undefined;
  readonly matchHashes: readonly bigint[];
}

/** A row with its verdict, and the question when there was one. */
interface JudgedRow {
  readonly row: ClassifiedRow;
  readonly reading: MemberReading;
  readonly judgement: MemberJudgement;
  readonly asked?: Asked & { readonly rowKey: Buffer };
}

/** A question whose row has its place in the file. */
interface PlacedQuestion {
  readonly ordinal: number;
  readonly reading: MemberReading;
  readonly asked: Asked & { readonly rowKey: Buffer };
}

/** What a file came to. */
export interface CheckedMembers {
  readonly rows: readonly MemberRowInsert[];
  readonly doubts: readonly MemberDoubtInsert[];
  readonly covered: readonly CoveredMember[];
  readonly counts: MemberCounts;
}

/** With fewer people who look alike, that none fits may be so; with more, the salt is wrong. */
const fewestUnfit = 3;

/** Judges the rows of one file, batch by batch. */
export class MemberChecker {
  readonly #tx: Tx;
  readonly #terms: CheckTerms;
  readonly #finder: PeopleFinder;
  readonly #today: Day;
  readonly #rows: MemberRowInsert[] = [];
  readonly #covered = new Map<string, CoveredMember>();
  /** Programmes that rows in no doubt state, by person and segment, as bits. */
  readonly #certain = new Map<string, number>();
  readonly #questions: PlacedQuestion[] = [];
  #unfit = 0;
  #fitting = 0;

  /** @param matchTx a transaction of the matching role, which sees all areas */
  constructor(ctx: Context, matchTx: Tx, terms: CheckTerms) {
    this.#tx = matchTx;
    this.#terms = terms;
    this.#finder = new PeopleFinder(ctx, matchTx);
    this.#today = ctx.platform.clock.today();
  }

  /** Judges the next rows, in file order. @throws Refusal members.saltMissing when a number is hashed and no salt was given */
  async judge(rows: readonly ClassifiedRow[]): Promise<void> {
    const keyed = new Map(
      rows.flatMap((row) => (row.kind === 'person' ? [[row, this.#read(row)] as const] : [])),
    );
    const people = [...keyed.values()];
    const holders = await this.#finder.holders(
      people.flatMap(({ nikIndex }) => (nikIndex === undefined ? [] : [nikIndex])),
    );
    const open = people.filter(({ nikIndex }) => !holders.has(keyOf(nikIndex)));
    const candidates = await this.#finder.candidates(open.flatMap(({ matchHashes }) => matchHashes));
    const judged = new Map(
      [...keyed].map(([row, one]) => {
        const { reading, nikIndex, matchHashes } = one;
        const judgement = judgeMember({
          ...this.#coverTerms(reading),
          reading,
          holders: holders.get(keyOf(nikIndex)) ?? [],
          candidates: matchHashes.flatMap((hash) => candidates.get(hash) ?? []),
          hashOf: this.#terms.hashOf,
        });
        return [row, { row, reading, judgement }];
      }),
    );
    const settled = await this.#settle([...judged.values()]);
    for (const row of rows) this.#keep(row, settled.get(row));
  }

  /** Answers what was decided before. */
  async #settle(judged: readonly JudgedRow[]): Promise<Map<ClassifiedRow, JudgedRow>> {
    const { sealer } = this.#tx.platform;
    const keys = new Map(
      judged
        .filter(({ judgement }) => judgement.candidates.length > 0)
        .map(({ row, reading }) => [row, keyOfReading(sealer, reading)]),
    );
    const remembered =
      keys.size === 0 ? new Map<string, never>() : await listRemembered(this.#tx, [...keys.values()]);
    return new Map(
      judged.map((one) => {
        const rowKey = keys.get(one.row);
        if (rowKey === undefined) return [one.row, one];
        const before = remembered.get(rowKey.toString('hex')) ?? new Map();
        const asked = settle(
          one.judgement,
          before,
          this.#coverTerms(one.reading),
          one.reading.nikHash !== undefined,
        );
        return [one.row, { ...one, judgement: asked.judgement, asked: { ...asked, rowKey } }];
      }),
    );
  }

  #coverTerms(reading: MemberReading) {
    const { month, villages } = this.#terms;
    return coverTerms(this.#tx, { reading, month, villages });
  }

  /**
   * What the file came to.
   *
   * @throws Refusal members.saltUnfit when people were found by name and birth date, and not one by the hash of their NIK
   */
  result(): CheckedMembers {
    if (this.#fitting === 0 && this.#unfit >= fewestUnfit) {
      throw new Refusal('members.saltUnfit', { similar: this.#unfit });
    }
    const counts = { rowsIn: this.#rows.length, matched: 0, doubtful: 0, unknown: 0, refused: 0, ignored: 0 };
    for (const { verdict } of this.#rows) counts[verdict] += 1;
    const doubts = this.#questions.map(({ ordinal, reading, asked }) =>
      keptDoubt(ordinal, asked.rowKey, reading, asked, this.#certain.get(coverKey(reading, asked)) ?? null),
    );
    return { rows: this.#rows, doubts, covered: [...this.#covered.values()], counts };
  }

  /** Rows judged so far. */
  get rowsIn(): number {
    return this.#rows.length;
  }

  #read(row: ClassifiedRow): KeyedRow {
    const { sealer } = this.#tx.platform;
    const reading = readMember(row, this.#today);
    if (reading.nikHash !== undefined && this.#terms.hashOf === undefined) {
      throw new Refusal('members.saltMissing');
    }
    const keys = reading.fault === undefined ? matchKeys({ ...matchPersonOf(reading), nik: undefined }) : [];
    return {
      reading,
      nikIndex: reading.nik?.ok ? sealer.blindIndex('nik', reading.nik.nik) : undefined,
      matchHashes: keys.map((key) => sealer.matchHash(key)),
    };
  }

  #keep(row: ClassifiedRow, one: JudgedRow | undefined): void {
    const { reading, judgement, asked } = one ?? {};
    if (judgement?.unfit === true) this.#unfit += 1;
    if (reading?.nikHash !== undefined && judgement?.verdict === 'matched') this.#fitting += 1;
    this.#rows.push({
      ordinal: this.#rows.length + 1,
      sheet: row.raw.sheet,
      row: row.raw.row,
      verdict: judgement?.verdict ?? 'ignored',
      reason: judgement?.because.code ?? `ignored.${row.because ?? 'blank'}`,
      field: judgement?.because.field ?? null,
      facts: judgement?.because.facts ?? {},
      // In a row whose cells slipped, a number stands where the name should.
      name: reading === undefined ? null : maskText(reading.name),
      nik_masked: reading?.nik?.ok ? formatNikMasked(reading.nik.nik) : null,
      segment: reading?.segment ?? null,
      npp: reading?.npp ?? null,
      paid_until: reading?.paidUntil === undefined ? null : monthIndex(reading.paidUntil),
    });
    if (reading !== undefined && asked !== undefined) {
      this.#questions.push({ ordinal: this.#rows.length, reading, asked });
    }
    if (reading !== undefined && judgement !== undefined)
      this.#cover(reading, judgement, asked === undefined);
  }

  #cover(reading: MemberReading, judgement: MemberJudgement, isCertain: boolean): void {
    const { segment, programmes } = reading;
    const person = judgement.covered;
    if (person === undefined || segment === undefined) return;
    const key = coverKey(reading, { judgement });
    const before = this.#covered.get(key)?.programmes ?? [];
    const bits = bitsOf(programmes);
    this.#covered.set(key, {
      personId: person.personId,
      village: person.village,
      segment,
      programmes: programmesOf(bitsOf(before) | bits),
    });
    if (isCertain) this.#certain.set(key, (this.#certain.get(key) ?? 0) | bits);
  }
}

function coverKey({ segment }: MemberReading, { judgement }: Pick<Asked, 'judgement'>): string {
  return `${judgement.covered?.personId} ${segment}`;
}

function keyOf(hash: Buffer | undefined): string {
  return hash?.toString('hex') ?? '';
}
