import { type Comparison, comparePeople, type MatchPerson, type Nik } from '@payung/identity';
import type { Month } from '@payung/kernel';
import type { KnownPerson } from '#rosters';
import type { MemberVerdict } from './model.ts';
import type { MemberFinding, MemberReading } from './read/member.ts';

/** Somebody of the base whom a row may mean, and what the two have in common. */
export interface Candidate {
  readonly person: KnownPerson;
  readonly comparison: Comparison;
}

/** What is decided of one row, and of whom it speaks. */
export interface MemberJudgement {
  readonly verdict: MemberVerdict;
  readonly because: MemberFinding;
  /** Set when the row is about this person and covers them in the month. */
  readonly covered: KnownPerson | undefined;
  /** Whom a doubtful row may mean, the likeliest first; nobody twice, and nobody when the row is in no doubt. */
  readonly candidates: readonly Candidate[];
  /** Set when a person of the same name and birth date was found whose NIK does not give the hash of the row. */
  readonly unfit: boolean;
}

/** What decides whether somebody whom a row means is covered by it. */
export interface CoverTerms {
  readonly reading: Pick<MemberReading, 'segment' | 'paidUntil'>;
  readonly month: Month;
  /** True when the caller may write about people of this village. */
  readonly inScope: (village: number) => boolean;
  readonly regencyOf: (village: number) => string;
}

interface MemberContext extends CoverTerms {
  readonly reading: MemberReading;
  /** Who holds the row's NIK; empty when nobody does, or when the row has none. */
  readonly holders: readonly KnownPerson[];
  /** Others found under shared match keys. */
  readonly candidates: readonly KnownPerson[];
  /** The hash of a NIK under the agreed salt; undefined when no salt was given. */
  readonly hashOf: ((nik: Nik) => string) | undefined;
}

/** What a row says of its person, as far as matching looks at it. */
export function matchPersonOf(reading: MemberReading): MatchPerson {
  return {
    nik: reading.nik?.ok ? reading.nik.nik : undefined,
    name: reading.normalised,
    birthDate: reading.birthDate,
    birthPrecision: reading.birthPrecision,
    sex: reading.sex,
    mother: reading.mother,
  };
}

/** Decides what a row of a branch's file is. Only a row that surely means somebody of the base covers anybody. */
export function judgeMember(context: MemberContext): MemberJudgement {
  const { reading, candidates, hashOf } = context;
  if (reading.fault !== undefined) return decided('refused', reading.fault);
  const row = matchPersonOf(reading);
  const hashed = candidates.filter(
    ({ nik }) => nik !== undefined && reading.nikHash !== undefined && hashOf?.(nik) === reading.nikHash,
  );
  const holders = distinct([...context.holders, ...hashed]);
  const [holder] = holders;
  if (holder !== undefined) {
    // The hash of the row is that of the holder's number: the numbers are the same.
    const held = likeliest({ ...row, nik: row.nik ?? holder.nik }, holders);
    if (holders.length > 1 || holder.disputed) {
      return doubtful(finding('doubtful.nikDisputed', 'nik'), held);
    }
    return held[0]?.comparison.verdict === 'same'
      ? judgeMeant(context, holder, held)
      : doubtful(finding('doubtful.nikOfAnother', 'nik', whereKnown(context, holder)), held);
  }
  const similar = likeliest(row, distinct(candidates)).filter(
    ({ comparison }) => comparison.verdict !== 'different',
  );
  const [first] = similar;
  if (first === undefined) return decided('unknown', finding('unknown.notHere', null));
  // With a number of its own, be it hashed, that is not this person's, the row is somebody else or one of the two is wrong.
  const numbered = reading.nik !== undefined || reading.nikHash !== undefined;
  if (!numbered && similar.length === 1 && first.comparison.verdict === 'same') {
    return judgeMeant(context, first.person, similar);
  }
  const code = numbered ? 'doubtful.numberDiffers' : 'doubtful.similar';
  return {
    ...doubtful(finding(code, 'name', whereKnown(context, first.person)), similar),
    unfit: reading.nikHash !== undefined,
  };
}

/** Somebody recorded as dead whom a branch calls active is for a human to look at. */
function judgeMeant(
  context: CoverTerms,
  person: KnownPerson,
  similar: readonly Candidate[],
): MemberJudgement {
  return person.dead && context.inScope(person.village)
    ? doubtful(finding('doubtful.dead', null), similar)
    : judgeMatched(context, person);
}

/** The row means this person, for certain or because somebody decided so. */
export function judgeMatched(context: CoverTerms, person: KnownPerson): MemberJudgement {
  const { reading, month } = context;
  if (!context.inScope(person.village)) {
    return decided('matched', finding('matched.elsewhere', null, whereKnown(context, person)));
  }
  if (person.dead) return decided('matched', finding('matched.dead', null));
  if (reading.segment === undefined) return decided('matched', finding('matched.segmentUnknown', 'segment'));
  if (reading.paidUntil !== undefined && reading.paidUntil < month) {
    return decided('matched', finding('matched.lapsed', 'paid_until'));
  }
  return { ...decided('matched', finding('matched.covered', null)), covered: person };
}

/** The row means none of those it was held against. */
export const nobodyHere: MemberJudgement = decided('unknown', finding('unknown.notHere', null));

function likeliest(row: MatchPerson, people: readonly KnownPerson[]): Candidate[] {
  return people
    .map((person) => ({ person, comparison: comparePeople(row, person) }))
    .sort((a, b) => b.comparison.score - a.comparison.score);
}

function doubtful(because: MemberFinding, candidates: readonly Candidate[]): MemberJudgement {
  return { ...decided('doubtful', because), candidates };
}

function decided(verdict: MemberVerdict, because: MemberFinding): MemberJudgement {
  return { verdict, because, covered: undefined, candidates: [], unfit: false };
}

function finding(
  code: MemberFinding['code'],
  field: string | null,
  facts: MemberFinding['facts'] = {},
): MemberFinding {
  return { code, field, facts };
}

/** What the sender may learn of somebody: the kabupaten, and nothing more. */
function whereKnown(context: CoverTerms, person: KnownPerson) {
  return { regency: context.regencyOf(person.village) };
}

function distinct(people: readonly KnownPerson[]): KnownPerson[] {
  return [...new Map(people.map((person) => [person.personId, person])).values()];
}
