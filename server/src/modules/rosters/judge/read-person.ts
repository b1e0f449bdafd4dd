import {
  checkAgainst,
  type NikReading,
  type NormalisedName,
  normaliseName,
  parseNik,
  type Sex,
} from '@payung/identity';
import { ageOn, type Day } from '@payung/kernel';
import { type Occupation, readOccupation } from '#people';
import { maskText } from '#platform/log';
import { type Cell, type ClassifiedRow, cellText, parseBirth, parseRtRw, parseSex } from '../file/index.ts';
import type { Finding } from './finding.ts';
import { type Details, readDetails } from './read-details.ts';
import { readLife } from './read-life.ts';

/** What the place columns of a row come to. */
type VillageReading =
  | { readonly kind: 'found'; readonly code: number }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

/** Finds a village by what a row says of it; undefined texts were not given. */
export type FindVillage = (place: {
  readonly village: string;
  readonly district: string | undefined;
  readonly regency: string | undefined;
}) => VillageReading;

interface ReadingTerms {
  readonly findVillage: FindVillage;
  /** The day the memberships would begin: ages are counted on it. */
  readonly startsOn: Day;
  readonly today: Day;
  /** Youngest and first refused age; see `ageLimits`. */
  readonly youngest: number;
  readonly tooOld: number;
  /** The list calls women W, so that a lone P may stand for Pria. */
  readonly saysWanita: boolean;
  /** Nobody becomes a member: whoever could not be one is recorded all the same. */
  readonly recordsOnly: boolean;
}

/**
 * Ages at which a BPU membership may begin: from `youngest`, and below `tooOld`. The upper limit is quoted from regional
 * practice under Permenaker 5/2021; the lower is the working age of UU 20/1999 (ILO 138). Both are to be confirmed.
 */
export const ageLimits = { youngest: 15, tooOld: 65 } as const;

/**
 * A row as a person, as far as it can be read. `faults` refuse the row, `gaps` let it be recorded only, `doubts` ask for a human,
 * `warnings` do neither.
 */
export interface PersonReading {
  readonly name: string;
  readonly normalised: NormalisedName;
  readonly nik: NikReading;
  readonly sex: Sex | undefined;
  readonly birthDate: Day | undefined;
  readonly birthPrecision: 'day' | 'month' | 'year' | undefined;
  readonly village: number | undefined;
  readonly rt: string | undefined;
  readonly rw: string | undefined;
  readonly mother: string | undefined;
  readonly phone: string | undefined;
  readonly kk: string | undefined;
  readonly address: string | undefined;
  readonly occupation: Occupation;
  readonly details: Details;
  /** What stands in the way of enrolling the person, though not of recording them. */
  readonly gaps: readonly Finding[];
  readonly faults: readonly Finding[];
  readonly doubts: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Reads the recognised cells of a row. Never fails: what cannot be read becomes a fault with its remedy. */
export function readPerson(row: ClassifiedRow, terms: ReadingTerms): PersonReading {
  const found: Found = { faults: [], gaps: [], doubts: [], warnings: [] };
  const values = row.values ?? {};
  const text = (cell: Cell | undefined) => cellText(cell) || undefined;

  const name = cellText(values.name);
  const normalised = normaliseName(name);
  if (normalised.text === '') found.faults.push({ code: 'name.missing', field: 'name', facts: {} });
  if (normalised.deceased) found.doubts.push({ code: 'name.deceased', field: 'name', facts: {} });

  const life = readLife(values.life);
  if (life !== undefined) found.faults.push(life);

  const nik = parseNik(nikText(values.nik), {
    referenceDay: terms.today,
    lossyColumn: typeof values.nik === 'number',
  });
  if (!nik.ok) {
    // A number that is wrong is corrected first; whoever has none is recorded until they have one.
    const standing = nik.reason === 'nik.missing' ? found.gaps : found.faults;
    standing.push({ code: nik.reason, field: 'nik', facts: nik.facts });
  }

  const { birthDate, birthPrecision } = readBirth(values, nik, terms, found);
  const sex = readSex(values, nik, normalised, terms, found);
  if (sex === undefined && birthDate === undefined && found.gaps.length > 0) {
    found.faults.push({ code: 'person.tooLittle', field: null, facts: {} });
  }
  if (nik.ok) {
    for (const warning of checkAgainst(nik, {
      birthDate: birthPrecision === 'day' ? birthDate : undefined,
      sex,
    })) {
      const finding = { code: warning.code, field: 'nik', facts: warning.facts };
      // Rows that slipped, and family-card numbers, differ in everything; a corrected birth date differs in one part.
      const several = warning.code === 'nik.birthDateDiffers' && warning.facts.difference === 'several';
      const doubtful = several || warning.code === 'nik.sexDiffers' || warning.code === 'nik.looksLikeKk';
      (doubtful ? found.doubts : found.warnings).push(finding);
    }
    for (const { code, facts } of nik.warnings) found.warnings.push({ code, field: 'nik', facts });
  }
  if (birthDate !== undefined) {
    const age = ageOn(birthDate, terms.startsOn);
    const facts = { age, youngest: terms.youngest, tooOld: terms.tooOld };
    const standing = terms.recordsOnly ? found.warnings : found.faults;
    if (age < terms.youngest) standing.push({ code: 'age.tooYoung', field: 'birth_date', facts });
    if (age >= terms.tooOld) standing.push({ code: 'age.tooOld', field: 'birth_date', facts });
  }
  const village = readVillage(values, terms, found);
  const place = parseRtRw(values.rt_rw ?? values.rt, values.rw);
  const occupation = readOccupation(cellText(values.occupation));
  if (!occupation.isWork && !terms.recordsOnly) {
    found.doubts.push({ code: 'occupation.notWork', field: 'occupation', facts: {} });
  }
  return {
    name,
    normalised,
    nik,
    sex,
    birthDate,
    birthPrecision,
    village,
    occupation,
    rt: place?.rt,
    rw: place?.rw,
    mother: text(values.mother),
    phone: text(values.phone),
    kk: text(values.kk),
    address: text(values.address),
    // Only a row that is kept asks for them.
    get details() {
      return readDetails(values);
    },
    ...found,
  };
}

/** A NIK kept as a number arrives without its exponent, so that what is wrong with it can be said. */
function nikText(cell: Cell | undefined): string {
  return typeof cell === 'number' ? String(cell) : cellText(cell);
}

type Values = NonNullable<ClassifiedRow['values']>;
type Found = Record<'faults' | 'gaps' | 'doubts' | 'warnings', Finding[]>;

/** Dates of birth read before, by their text: a list of a million rows has some twenty thousand. */
const births = { today: '', read: new Map<string, ReturnType<typeof parseBirth>>() };
/** More would hold on to memory for texts that do not come again. */
const mostBirths = 30_000;

function writtenBirth(cell: Cell | undefined, today: Day): ReturnType<typeof parseBirth> {
  if (typeof cell !== 'string') return parseBirth(cell, { today });
  if (births.today !== today || births.read.size >= mostBirths) {
    births.today = today;
    births.read.clear();
  }
  const known = births.read.get(cell);
  if (known !== undefined) return known;
  const reading = parseBirth(cell, { today });
  births.read.set(cell, reading);
  return reading;
}

/** The birth date of its column, or the one in the NIK when the column says nothing or nothing readable. */
function readBirth(values: Values, nik: NikReading, terms: ReadingTerms, found: Found) {
  const written = writtenBirth(values.birth_date ?? values.birth, terms.today);
  const fromNik = nik.ok ? nik.birthDate : undefined;
  if (written.ok) {
    for (const code of written.warnings) found.warnings.push({ code, field: 'birth_date', facts: {} });
    // 03/04/1990 read day first, while the NIK says 4 March: the NIK decides between the two readings.
    if (written.alternative !== undefined && fromNik === written.alternative) {
      return { birthDate: written.alternative, birthPrecision: written.precision };
    }
    return { birthDate: written.day, birthPrecision: written.precision };
  }
  if (fromNik !== undefined) {
    if (written.code !== 'date.missing')
      found.warnings.push({ code: 'date.fromNik', field: 'birth_date', facts: {} });
    return { birthDate: fromNik, birthPrecision: 'day' as const };
  }
  if (written.code !== 'date.missing' || nik.ok) {
    found.faults.push({ code: written.code, field: 'birth_date', facts: written.facts });
  }
  return { birthDate: undefined, birthPrecision: undefined };
}

/** The sex of its column or columns; else the one in the NIK, a title, or nothing. */
function readSex(
  values: Values,
  nik: NikReading,
  name: NormalisedName,
  terms: ReadingTerms,
  found: Found,
): Sex | undefined {
  const fromNik = nik.ok ? nik.sex : undefined;
  const ticked =
    cellText(values.sex_male) !== '' ? 'L' : cellText(values.sex_female) !== '' ? 'P' : undefined;
  if (ticked !== undefined) return ticked;
  const written = parseSex(values.sex);
  if (!written.ok) {
    if (written.code === 'sex.unknown') found.warnings.push({ code: 'sex.unknown', field: 'sex', facts: {} });
    return fromNik ?? name.sex;
  }
  // Beside W for women, P is Pria; in any other list a P beside a man's NIK contradicts it.
  if (written.uncertain && fromNik === 'L' && terms.saysWanita) {
    found.warnings.push({ code: 'sex.pria', field: 'sex', facts: {} });
    return 'L';
  }
  return written.sex;
}

function readVillage(values: Values, terms: ReadingTerms, found: Found): number | undefined {
  const village = cellText(values.village ?? values.address);
  if (village === '') {
    found.faults.push({ code: 'village.missing', field: 'village', facts: {} });
    return undefined;
  }
  const reading = terms.findVillage({
    village,
    district: cellText(values.district) || undefined,
    regency: cellText(values.regency) || undefined,
  });
  if (reading.kind === 'found') return reading.code;
  const shown = maskText(village);
  found.faults.push(
    reading.kind === 'ambiguous'
      ? {
          code: 'village.ambiguous',
          field: 'village',
          facts: { village: shown, candidates: reading.candidates },
        }
      : { code: 'village.unknown', field: 'village', facts: { village: shown, nearest: reading.nearest } },
  );
  return undefined;
}
