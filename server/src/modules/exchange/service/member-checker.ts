import { formatNikMasked, matchKeys, type Nik } from '@payung/identity';
import { type Day, type Month, monthIndex } from '@payung/kernel';
import type { VillageIndex } from '#areas';
import { bitsOf, type Programme, programmesOf, type Segment } from '#partners';
import { scopeHasArea } from '#platform/access';
import type { Context, Tx } from '#platform/context';
import { maskText } from '#platform/log';
import { Refusal } from '#platform/refusal';
import { type ClassifiedRow, PeopleFinder } from '#rosters';
import { judgeMember, type MemberJudgement } from '../judge.ts';
import type { MemberCounts } from '../model.ts';
import { type MemberReading, readMember } from '../read/member.ts';
import type { MemberRowInsert } from '../store/files.ts';

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
    for (const row of rows) {
      const one = keyed.get(row);
      if (one === undefined) this.#keep(row, undefined, undefined);
      else {
        const judgement = judgeMember({
          reading: one.reading,
          month: this.#terms.month,
          holders: holders.get(keyOf(one.nikIndex)) ?? [],
          candidates: one.matchHashes.flatMap((hash) => candidates.get(hash) ?? []),
          hashOf: this.#terms.hashOf,
          inScope: (village) => scopeHasArea(this.#tx.scope, village),
          regencyOf: (village) => this.#terms.villages.byCode.get(village)?.regency ?? String(village),
        });
        this.#keep(row, one.reading, judgement);
      }
    }
  }

  /**
   * What the file came to.
   *
   * @throws Refusal members.saltUnfit when people were found by name and birth date, and not one by the hash of their NIK
   */
  result(): { rows: readonly MemberRowInsert[]; covered: readonly CoveredMember[]; counts: MemberCounts } {
    if (this.#fitting === 0 && this.#unfit >= fewestUnfit) {
      throw new Refusal('members.saltUnfit', { similar: this.#unfit });
    }
    const counts = { rowsIn: this.#rows.length, matched: 0, doubtful: 0, unknown: 0, refused: 0, ignored: 0 };
    for (const { verdict } of this.#rows) counts[verdict] += 1;
    return { rows: this.#rows, covered: [...this.#covered.values()], counts };
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
    const { normalised: name, birthDate, birthPrecision, sex, mother } = reading;
    const keys =
      reading.fault === undefined
        ? matchKeys({ nik: undefined, name, birthDate, birthPrecision, sex, mother })
        : [];
    return {
      reading,
      nikIndex: reading.nik?.ok ? sealer.blindIndex('nik', reading.nik.nik) : undefined,
      matchHashes: keys.map((key) => sealer.matchHash(key)),
    };
  }

  #keep(
    row: ClassifiedRow,
    reading: MemberReading | undefined,
    judgement: MemberJudgement | undefined,
  ): void {
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
    const person = judgement?.covered;
    const segment = reading?.segment;
    if (person === undefined || reading === undefined || segment === undefined) return;
    const key = `${person.personId} ${segment}`;
    const before = this.#covered.get(key)?.programmes ?? [];
    this.#covered.set(key, {
      personId: person.personId,
      village: person.village,
      segment,
      programmes: programmesOf(bitsOf(before) | bitsOf(reading.programmes)),
    });
  }
}

function keyOf(hash: Buffer | undefined): string {
  return hash?.toString('hex') ?? '';
}
