import type { VillageIndex } from '#areas';
import { bitsOf } from '#partners';
import { scopeHasArea } from '#platform/access';
import type { Tx } from '#platform/context';
import type { Sealer } from '#platform/seal';
import { nameOf, type Remembered, rowKeyOf } from '#rosters';
import {
  type Candidate,
  type CoverTerms,
  judgeMatched,
  type MemberJudgement,
  matchPersonOf,
  nobodyHere,
} from '../judge.ts';
import type { MemberReading } from '../read/member.ts';
import type { KeptCandidate, MemberDoubtInsert, MemberQuestion } from '../store/doubts.ts';

/** What became of a doubtful row, without asking anybody when it was answered before. */
export interface Asked {
  readonly judgement: MemberJudgement;
  readonly question: MemberQuestion;
  /** The decision it rests on; null when it is still to be asked. */
  readonly decisionId: string | null;
}

/**
 * Keyed hash of what a row says of its person: the same content in next month's file has the same key. A hashed number is part of
 * it, so that under another salt the row is asked anew.
 */
export function keyOfReading(sealer: Sealer, reading: MemberReading): Buffer {
  const key = rowKeyOf(sealer, matchPersonOf(reading));
  return reading.nikHash === undefined
    ? key
    : sealer.blindIndex('row', `${key.toString('hex')}|${reading.nikHash}`);
}

/**
 * Answers a doubtful row from what was decided before; whom it was found not to mean is left out of the question.
 *
 * @param hashed the row has a number that cannot be shown, not even masked
 */
export function settle(
  judgement: MemberJudgement,
  remembered: ReadonlyMap<string, Remembered>,
  terms: CoverTerms,
  hashed: boolean,
): Asked {
  const { because, candidates } = judgement;
  const known = candidates.map((one) => {
    const kept = keptOf(one, terms);
    return { one, kept, before: remembered.get(nameOf(kept)) };
  });
  const ask = (of: readonly { readonly kept: KeptCandidate }[]): MemberQuestion => ({
    code: because.code,
    field: because.field,
    facts: { ...because.facts, ...(hashed && { hashed }) },
    items: of.map(({ kept }) => kept),
  });
  const same = known.find(({ before }) => before?.same === true);
  if (same?.before !== undefined) {
    const settled = judgeMatched(terms, same.one.person);
    return { judgement: settled, question: ask(known), decisionId: same.before.decisionId };
  }
  const open = known.filter(({ before }) => before === undefined);
  const last = known.at(-1)?.before;
  return open.length === 0 && last !== undefined
    ? { judgement: nobodyHere, question: ask(known), decisionId: last.decisionId }
    : { judgement, question: ask(open), decisionId: null };
}

function keptOf({ person, comparison }: Candidate, terms: CoverTerms): KeptCandidate {
  const { score, rule, verdict, evidence } = comparison;
  return {
    kind: 'person',
    person: person.personId,
    regency: terms.regencyOf(person.village),
    score: Math.round(score * 100),
    rule,
    verdict,
    evidence,
  };
}

/** A question as it is kept with its row. */
export function keptDoubt(
  ordinal: number,
  rowKey: Buffer,
  reading: MemberReading,
  { question, decisionId, judgement }: Asked,
  statedBefore: number | null,
): MemberDoubtInsert {
  const covered = decisionId === null ? undefined : judgement.covered;
  return {
    ordinal,
    row_key: rowKey.toString('hex'),
    birth_date: reading.birthDate ?? null,
    birth_precision: reading.birthDate === undefined ? null : (reading.birthPrecision ?? 'day'),
    sex: reading.sex ?? null,
    programmes: bitsOf(reading.programmes),
    doubt: question,
    decision_id: decisionId,
    person_id: covered?.personId ?? null,
    stated_before: covered === undefined ? null : statedBefore,
  };
}

/** What decides who is covered by a row, for the caller. */
export function coverTerms(
  { scope }: Pick<Tx, 'scope'>,
  of: Pick<CoverTerms, 'reading' | 'month'> & { readonly villages: VillageIndex },
): CoverTerms {
  return {
    reading: of.reading,
    month: of.month,
    inScope: (village) => scopeHasArea(scope, village),
    regencyOf: (village) => of.villages.byCode.get(village)?.regency ?? String(village),
  };
}
