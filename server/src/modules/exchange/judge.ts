import { comparePeople, type MatchPerson, type Nik } from '@payung/identity';
import type { Month } from '@payung/kernel';
import type { KnownPerson } from '#rosters';
import type { MemberVerdict } from './model.ts';
import type { MemberFinding, MemberReading } from './read/member.ts';

/** What is decided of one row, and of whom it speaks. */
export interface MemberJudgement {
  readonly verdict: MemberVerdict;
  readonly because: MemberFinding;
  /** Set when the row is about this person and covers them in the month. */
  readonly covered: KnownPerson | undefined;
  /** Set when a person of the same name and birth date was found whose NIK does not give the hash of the row. */
  readonly unfit: boolean;
}

interface MemberContext {
  readonly reading: MemberReading;
  readonly month: Month;
  /** Who holds the row's NIK; empty when nobody does, or when the row has none. */
  readonly holders: readonly KnownPerson[];
  /** Others found under shared match keys. */
  readonly candidates: readonly KnownPerson[];
  /** The hash of a NIK under the agreed salt; undefined when no salt was given. */
  readonly hashOf: ((nik: Nik) => string) | undefined;
  /** True when the caller may write about people of this village. */
  readonly inScope: (village: number) => boolean;
  readonly regencyOf: (village: number) => string;
}

/** Decides what a row of a branch's file is. Only a row that surely means somebody of the base covers anybody. */
export function judgeMember(context: MemberContext): MemberJudgement {
  const { reading, candidates, hashOf } = context;
  if (reading.fault !== undefined) return decided('refused', reading.fault);
  const row: MatchPerson = {
    nik: reading.nik?.ok ? reading.nik.nik : undefined,
    name: reading.normalised,
    birthDate: reading.birthDate,
    birthPrecision: reading.birthPrecision,
    sex: reading.sex,
    mother: reading.mother,
  };
  const hashed = candidates.filter(
    ({ nik }) => nik !== undefined && reading.nikHash !== undefined && hashOf?.(nik) === reading.nikHash,
  );
  const holders = distinct([...context.holders, ...hashed]);
  const [holder] = holders;
  if (holder !== undefined) {
    if (holders.length > 1 || holder.disputed)
      return decided('doubtful', finding('doubtful.nikDisputed', 'nik'));
    // The hash of the row is that of the holder's number: the numbers are the same.
    const same = comparePeople({ ...row, nik: row.nik ?? holder.nik }, holder).verdict === 'same';
    return same
      ? judgeMatched(context, holder)
      : decided('doubtful', finding('doubtful.nikOfAnother', 'nik', whereKnown(context, holder)));
  }
  const similar = distinct(candidates).filter((one) => comparePeople(row, one).verdict !== 'different');
  const [first] = similar;
  if (first === undefined) return decided('unknown', finding('unknown.notHere', null));
  // With a number of its own, be it hashed, that is not this person's, the row is somebody else or one of the two is wrong.
  const numbered = reading.nik !== undefined || reading.nikHash !== undefined;
  if (!numbered && similar.length === 1 && comparePeople(row, first).verdict === 'same') {
    return judgeMatched(context, first);
  }
  const code = numbered ? 'doubtful.numberDiffers' : 'doubtful.similar';
  return {
    ...decided('doubtful', finding(code, 'name', whereKnown(context, first))),
    unfit: reading.nikHash !== undefined,
  };
}

function judgeMatched(context: MemberContext, person: KnownPerson): MemberJudgement {
  const { reading, month } = context;
  if (person.dead) return decided('doubtful', finding('doubtful.dead', null));
  if (!context.inScope(person.village)) {
    return decided('matched', finding('matched.elsewhere', null, whereKnown(context, person)));
  }
  if (reading.segment === undefined) return decided('matched', finding('matched.segmentUnknown', 'segment'));
  if (reading.paidUntil !== undefined && reading.paidUntil < month) {
    return decided('matched', finding('matched.lapsed', 'paid_until'));
  }
  return { ...decided('matched', finding('matched.covered', null)), covered: person };
}

function decided(verdict: MemberVerdict, because: MemberFinding): MemberJudgement {
  return { verdict, because, covered: undefined, unfit: false };
}

function finding(
  code: MemberFinding['code'],
  field: string | null,
  facts: MemberFinding['facts'] = {},
): MemberFinding {
  return { code, field, facts };
}

/** What the sender may learn of somebody: the kabupaten, and nothing more. */
function whereKnown(context: MemberContext, person: KnownPerson) {
  return { regency: context.regencyOf(person.village) };
}

function distinct(people: readonly KnownPerson[]): KnownPerson[] {
  return [...new Map(people.map((person) => [person.personId, person])).values()];
}
