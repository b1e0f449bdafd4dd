import type { Facts } from '#platform/refusal';
import type { Finding, Judgement } from './finding.ts';
import { bringsOf, filling, type RowBrings } from './judge-filling.ts';
import { changesOf, type RecordTerms } from './judge-listed.ts';
import type { KnownPerson, Standing } from './known-person.ts';
import { subtreeHas } from './scope.ts';

/** What decides whether somebody known is enrolled, or brought up to date. */
export interface EnrolTerms {
  readonly standingOf: (personId: string) => Standing;
  /** Area ranges in which the sender may enrol. */
  readonly areas: readonly (readonly [number, number])[];
  readonly regencyOf: (village: number) => string;
  /** Of a list that records; null of one that enrols. */
  readonly records: RecordTerms | null;
}

/** What the row brings. */
interface KnownRow {
  /** Whether it has a NIK. */
  readonly numbered: boolean;
  /** Undefined when it is no longer known what the row says. */
  readonly says?: RowBrings | undefined;
  /** What it may fill in of somebody who lives in the village, as `heldBits`; left out, what it says. */
  readonly brings?: ((village: number) => number) | undefined;
}

/**
 * The row means this person of the base, for certain or because somebody decided so. Somebody without a NIK is enrolled when the
 * row brings one. A list that records enrols nobody: it confirms them, or brings them up to date. Either fills in what is still empty.
 */
export function judgeKnown(
  terms: EnrolTerms,
  person: KnownPerson,
  warnings: readonly Finding[],
  row: KnownRow,
): Judgement {
  const judged = judgeStanding(terms, person, warnings, row);
  const mayFill = !person.disputed && terms.areas.some((range) => subtreeHas(range, person.village));
  const { says, brings = (village) => (says === undefined ? 0 : bringsOf(says, village)) } = row;
  const lacks = mayFill ? brings(person.village) & ~person.holds : 0;
  return lacks === 0 ? judged : filling(judged, lacks, person.village);
}

function judgeStanding(
  terms: EnrolTerms,
  person: KnownPerson,
  warnings: readonly Finding[],
  row: KnownRow,
): Judgement {
  if (person.dead) {
    const because = { code: 'person.dead', field: null, facts: {} } as const;
    return { verdict: 'refused', because, warnings, personId: undefined, enrol: false };
  }
  const known = (because: Finding, enrol = false): Judgement => ({
    verdict: 'known',
    because,
    warnings,
    personId: person.personId,
    enrol,
  });
  const standing = terms.standingOf(person.personId);
  if (terms.records === null && standing.member)
    return known({ code: 'known.member', field: null, facts: {} });
  const elsewhere: Finding | null =
    standing.elsewhere === null ? null : { ...standing.elsewhere, field: null };
  if (elsewhere !== null && elsewhere.code !== 'known.otherEmployer') return known(elsewhere);
  if (!terms.areas.some((range) => subtreeHas(range, person.village))) {
    const facts = { regency: terms.regencyOf(person.village) };
    return known({ code: 'known.elsewhere', field: null, facts });
  }
  if (person.disputed) return known({ code: 'known.disputed', field: 'nik', facts: {} });
  if (terms.records !== null && standing.now !== null) {
    const [first, ...others] = changesOf(standing.now, row.says, terms.records);
    if (person.envelope === null || !row.numbered)
      return { ...known(first), warnings: [...others, ...warnings], listed: true };
    const changes = first.code === 'known.unchanged' ? others : [first, ...others];
    return {
      ...known({ code: 'updated.nik', field: 'nik', facts: {} }),
      warnings: [...changes, ...warnings],
      completes: { personId: person.personId, envelope: person.envelope },
      listed: true,
    };
  }
  if (person.envelope === null) {
    return known(elsewhere ?? { code: 'known.reactivated', field: null, facts: {} }, true);
  }
  if (!row.numbered) return known({ code: 'known.withoutNik', field: 'nik', facts: {} });
  const completed: Finding = { code: 'known.completed', field: 'nik', facts: {} };
  return {
    ...known(elsewhere ?? completed, true),
    warnings: elsewhere === null ? warnings : [completed, ...warnings],
    completes: { personId: person.personId, envelope: person.envelope },
  };
}

/** The person stands on an earlier row of the file, and is taken from there. */
export function repeatedRow(facts: Facts, warnings: readonly Finding[]): Judgement {
  return {
    verdict: 'known',
    because: { code: 'known.repeated', field: 'nik', facts },
    warnings,
    personId: undefined,
    enrol: false,
  };
}
