import { comparePeople, type MatchPerson } from '@payung/identity';
import type { Finding, Judgement } from './finding.ts';
import type { PersonReading } from './read-person.ts';
import { subtreeHas } from './scope.ts';

/** A person of the base whom a row may mean, as the matching role sees them. */
export interface KnownPerson extends MatchPerson {
  readonly personId: string;
  readonly village: number;
  readonly dead: boolean;
  /** The number is claimed by several people; a human decides. */
  readonly disputed: boolean;
}

/** What the base says of a person's protection now. */
export interface Standing {
  /** A membership under the very agreement of the roster is open. */
  readonly member: boolean;
  /** Covered, or about to be, from another fund: what may be told of it. Null when not. */
  readonly elsewhere: {
    readonly fundKind: string;
    readonly regency: string;
  } | null;
}

/** An earlier row of the same file. */
interface Earlier {
  readonly sheet: string;
  readonly row: number;
  readonly person: MatchPerson;
}

interface RowContext {
  readonly reading: PersonReading;
  /** Proposed id if the person turns out to be new. */
  readonly proposedId: string;
  /** Who holds the row's NIK; empty when nobody does. */
  readonly holders: readonly KnownPerson[];
  /** Others found under shared match keys. */
  readonly candidates: readonly KnownPerson[];
  readonly standingOf: (personId: string) => Standing;
  /** The first row of the file with the same NIK. */
  readonly earlier: Earlier | undefined;
  /** An earlier row of the file that seems to mean the same person under another NIK; asked for only when it matters. */
  readonly similar: () => Earlier | undefined;
  /** Area ranges in which the sender may enrol. */
  readonly areas: readonly (readonly [number, number])[];
  /** The agreement's own area. */
  readonly agreementArea: readonly [number, number];
  readonly regencyOf: (village: number) => string;
}

/**
 * Decides what a row is. Refusals come first, then what the file itself repeats, then what the base knows; only a row that
 * nothing speaks against is new.
 */
export function judgeRow(context: RowContext): Judgement {
  const { reading } = context;
  const [fault, ...otherFaults] = reading.faults;
  if (fault !== undefined) return refused(fault, [...otherFaults, ...reading.doubts, ...reading.warnings]);
  const { village } = reading;
  if (village === undefined || !reading.nik.ok)
    throw new Error('a row without faults has a village and a NIK');
  if (
    !subtreeHas(context.agreementArea, village) ||
    !context.areas.some((range) => subtreeHas(range, village))
  ) {
    return refused(
      { code: 'village.outOfScope', field: 'village', facts: { regency: context.regencyOf(village) } },
      reading.warnings,
    );
  }
  if (context.earlier !== undefined) return repeated(context, context.earlier);
  const row: MatchPerson = {
    nik: reading.nik.nik,
    name: reading.normalised,
    birthDate: reading.birthDate,
    birthPrecision: reading.birthPrecision,
    sex: reading.sex,
    mother: reading.mother,
    village,
  };
  const holder = context.holders[0];
  if (holder !== undefined) return judgeHolder(context, row, holder);
  const [doubt, ...otherDoubts] = reading.doubts;
  if (doubt !== undefined) return doubtful(doubt, [...otherDoubts, ...reading.warnings]);
  for (const candidate of context.candidates) {
    if (comparePeople(row, candidate).verdict === 'different') continue;
    return doubtful(
      { code: 'doubtful.similar', field: 'name', facts: whereKnown(context, candidate) },
      reading.warnings,
    );
  }
  const similar = context.similar();
  if (similar !== undefined) {
    const facts = { sheet: similar.sheet, row: similar.row };
    return doubtful({ code: 'doubtful.similarInFile', field: 'name', facts }, reading.warnings);
  }
  return {
    verdict: 'new',
    because: { code: 'new.ready', field: null, facts: {} },
    warnings: reading.warnings,
    personId: context.proposedId,
    enrol: true,
  };
}

/** Somebody of the base holds the row's NIK. */
function judgeHolder(context: RowContext, row: MatchPerson, holder: KnownPerson): Judgement {
  const { reading } = context;
  if (context.holders.length > 1 || holder.disputed) {
    return doubtful({ code: 'doubtful.nikDisputed', field: 'nik', facts: {} }, reading.warnings);
  }
  if (comparePeople(row, holder).verdict !== 'same') {
    return doubtful(
      { code: 'doubtful.nikOfAnother', field: 'nik', facts: whereKnown(context, holder) },
      reading.warnings,
    );
  }
  if (holder.dead) return refused({ code: 'person.dead', field: null, facts: {} }, reading.warnings);
  const standing = context.standingOf(holder.personId);
  const known = (because: Finding, enrol = false): Judgement => ({
    verdict: 'known',
    because,
    warnings: [...reading.doubts, ...reading.warnings],
    personId: holder.personId,
    enrol,
  });
  if (standing.member) return known({ code: 'known.member', field: null, facts: {} });
  const inScope = context.areas.some((range) => subtreeHas(range, holder.village));
  if (standing.elsewhere !== null) {
    const { fundKind, regency } = standing.elsewhere;
    return known({ code: 'known.otherFund', field: null, facts: { fund: fundKind, regency } });
  }
  if (!inScope) return known({ code: 'known.elsewhere', field: null, facts: whereKnown(context, holder) });
  return known({ code: 'known.reactivated', field: null, facts: {} }, true);
}

/** The file names the same NIK twice: the same person once more, or a number copied from another row. */
function repeated({ reading }: RowContext, earlier: Earlier): Judgement {
  const facts = { sheet: earlier.sheet, row: earlier.row };
  const same = comparePeople({ name: reading.normalised }, { name: earlier.person.name }).evidence.find(
    ({ field }) => field === 'name',
  );
  if (same?.agreement === 'different') {
    return doubtful({ code: 'doubtful.nikTwiceInFile', field: 'nik', facts }, reading.warnings);
  }
  return {
    verdict: 'known',
    because: { code: 'known.repeated', field: 'nik', facts },
    warnings: reading.warnings,
    personId: undefined,
    enrol: false,
  };
}

/** What the sender may learn of somebody: the kabupaten, and nothing more. */
function whereKnown(context: RowContext, person: KnownPerson) {
  return { regency: context.regencyOf(person.village) };
}

function refused(because: Finding, warnings: readonly Finding[]): Judgement {
  return { verdict: 'refused', because, warnings, personId: undefined, enrol: false };
}

function doubtful(because: Finding, warnings: readonly Finding[]): Judgement {
  return { verdict: 'doubtful', because, warnings, personId: undefined, enrol: false };
}
