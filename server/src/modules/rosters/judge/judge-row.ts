import { comparePeople, type MatchPerson } from '@payung/identity';
import { judgeNew } from './answer.ts';
import type { Finding, Judgement } from './finding.ts';
import { type EnrolTerms, judgeKnown, repeatedRow } from './judge-known.ts';
import type { KnownPerson } from './known-person.ts';
import { becauseOf, type EarlierRow, earlierRow, holding, type Item, likely } from './question.ts';
import type { PersonReading } from './read-person.ts';
import { subtreeHas } from './scope.ts';

interface RowContext extends EnrolTerms {
  readonly reading: PersonReading;
  /** Proposed id if the person turns out to be new. */
  readonly proposedId: string;
  /** Who holds the row's NIK; empty when nobody does. */
  readonly holders: readonly KnownPerson[];
  /** The one holder was found to be meant already. */
  readonly sure: boolean;
  /** Others found under shared match keys. */
  readonly candidates: readonly KnownPerson[];
  /** The first row of the file with the same NIK. */
  readonly earlier: EarlierRow | undefined;
  /** An earlier row of the file that seems to mean the same person under another NIK; asked for only when it matters. */
  readonly similar: () => EarlierRow | undefined;
  /** Area of the agreement, or of the list that records. */
  readonly agreementArea: readonly [number, number];
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
  if (village === undefined) throw new Error('a row without faults has a village');
  const numbered = reading.nik.ok;
  if (
    !subtreeHas(context.agreementArea, village) ||
    !context.areas.some((range) => subtreeHas(range, village))
  ) {
    return refused(
      { code: 'village.outOfScope', field: 'village', facts: { regency: context.regencyOf(village) } },
      reading.warnings,
    );
  }
  const row: MatchPerson = {
    nik: reading.nik.ok ? reading.nik.nik : undefined,
    name: reading.normalised,
    birthDate: reading.birthDate,
    birthPrecision: reading.birthPrecision,
    sex: reading.sex,
    mother: reading.mother,
    village,
  };
  if (context.earlier !== undefined) return repeated(context, row, context.earlier);
  const holder = context.holders[0];
  if (holder !== undefined) return judgeHolder(context, row, holder);
  const items = doubtsOf(context, row);
  const [only, another] = items;
  // Without a NIK on one side, name, birth date and mother together say who it is.
  if (only?.kind === 'person' && only.sure && another === undefined) {
    return judgeKnown(context, only.person, reading.warnings, { numbered, says: reading });
  }
  // The other way round the earlier row would hide the number of this one: that is asked.
  if (only?.kind === 'row' && only.sure && another === undefined && !numbered) {
    return repeatedRow({ sheet: only.row.sheet, row: only.row.row }, reading.warnings);
  }
  const because = becauseOf(items, context.regencyOf);
  if (because !== undefined) {
    const others = reading.doubts.filter((doubt) => doubt !== because);
    return doubtful(because, [...others, ...reading.warnings], items);
  }
  if (context.records !== null || !numbered) {
    return judgeNew(context.proposedId, reading.warnings, { numbered, enrols: context.records === null });
  }
  return {
    verdict: 'new',
    because: { code: 'new.ready', field: null, facts: {} },
    warnings: reading.warnings,
    personId: context.proposedId,
    enrol: true,
  };
}

/** Everything a human has to look at before the row can be a new person. */
function doubtsOf(context: RowContext, row: MatchPerson): Item[] {
  const similar = context.similar();
  return [
    ...likely(row, context.candidates),
    ...(similar === undefined ? [] : [earlierRow(row, similar)]),
    ...context.reading.doubts.map((finding): Item => ({ kind: 'doubt', finding })),
  ];
}

/** Somebody of the base holds the row's NIK. */
function judgeHolder(context: RowContext, row: MatchPerson, holder: KnownPerson): Judgement {
  const { reading } = context;
  const ask = (because: Finding) =>
    doubtful(because, reading.warnings, holding(row, context.holders), { numberTaken: true });
  if (context.holders.length > 1 || holder.disputed) {
    const [claimant, another] = context.holders.filter((one) => comparePeople(row, one).verdict === 'same');
    if (claimant !== undefined && another === undefined) {
      const disputed = { ...claimant, disputed: true };
      return judgeKnown(context, disputed, [...reading.doubts, ...reading.warnings], {
        numbered: true,
        says: reading,
      });
    }
    return ask({ code: 'doubtful.nikDisputed', field: 'nik', facts: {} });
  }
  if (!context.sure && comparePeople(row, holder).verdict !== 'same') {
    return ask({ code: 'doubtful.nikOfAnother', field: 'nik', facts: whereKnown(context, holder) });
  }
  return judgeKnown(context, holder, [...reading.doubts, ...reading.warnings], {
    numbered: true,
    says: reading,
  });
}

/** The file names the same NIK twice: the same person once more, or a number copied from another row. */
function repeated({ reading }: RowContext, row: MatchPerson, earlier: EarlierRow): Judgement {
  const facts = { sheet: earlier.sheet, row: earlier.row };
  const same = comparePeople({ name: reading.normalised }, { name: earlier.person.name }).evidence.find(
    ({ field }) => field === 'name',
  );
  if (same?.agreement === 'different') {
    const because = { code: 'doubtful.nikTwiceInFile', field: 'nik', facts } as const;
    return doubtful(because, reading.warnings, [earlierRow(row, earlier)], { numberTaken: true });
  }
  return repeatedRow(facts, reading.warnings);
}

/** What the sender may learn of somebody: the kabupaten, and nothing more. */
function whereKnown(context: RowContext, person: KnownPerson) {
  return { regency: context.regencyOf(person.village) };
}

function refused(because: Finding, warnings: readonly Finding[]): Judgement {
  return { verdict: 'refused', because, warnings, personId: undefined, enrol: false };
}

function doubtful(
  because: Finding,
  warnings: readonly Finding[],
  items: readonly Item[],
  { numberTaken } = { numberTaken: false },
): Judgement {
  const question = { because, items, numberTaken };
  return { verdict: 'doubtful', because, warnings, personId: undefined, enrol: false, question };
}
