import { LawError } from '../engine/error.ts';
import {
  type Fields,
  has,
  readCount,
  readDay,
  readFields,
  readFlag,
  readList,
  readMoney,
  readRequiredWord,
  readWord,
  readWords,
  wholeText,
} from '../engine/input.ts';
import type { Confidence } from '../engine/parameter.ts';
import type { Text } from '../engine/text.ts';
import { areaDigits } from './area.ts';
import type {
  BodyEnrolment,
  LocalRule,
  VillageBody,
  VillageInstitution,
  VillageOfficial,
  VulnerableCriteria,
  WelfareRegister,
} from './local-rule.ts';

/** The registers by name. */
export const REGISTERS: readonly WelfareRegister[] = ['P3KE', 'DTSEN', 'DTKS'];

const OFFICIALS: readonly VillageOfficial[] = ['kepalaDesa', 'perangkatDesa'];
const INSTITUTIONS: readonly VillageInstitution[] = [
  'BPD',
  'RT',
  'RW',
  'LPM',
  'PKK',
  'posyandu',
  'karangTaruna',
];

/** The village bodies by name. */
export const BODIES: readonly VillageBody[] = [...OFFICIALS, ...INSTITUTIONS];

const SEGMENTS: readonly ('PU' | 'BPU')[] = ['PU', 'BPU'];
const CONFIDENCES: readonly Confidence[] = [
  'quoted',
  'secondary',
  'derived',
  'known',
  'inferred',
  'convention',
];
const OLDEST = 150;
const DECILES = 10;

const TEXT: Text = { id: 'teks yang tidak kosong', en: 'a text that is not empty' };
const AREA: Text = {
  id: 'kode Kemendagri: 53.04 atau 5304000000',
  en: 'a Kemendagri code: 53.04 or 5304000000',
};
const CRITERIA: readonly (keyof VulnerableCriteria)[] = [
  'minAge',
  'maxAge',
  'withoutEmployer',
  'withoutRoutineIncome',
  'incomeBelow',
  'registers',
  'maxDecile',
  'occupations',
  'excludedOccupations',
  'resident',
];

/**
 * The local rule of a request; undefined if there is none.
 *
 * @throws LawError with the path inside the rule; input.combination if its bounds contradict each other, or if it enrols
 *   village officials otherwise than as wage earners
 */
export function readLocalRule(fields: Fields, name: string): LocalRule | undefined {
  if (!has(fields, name)) return undefined;
  const path = `${fields.prefix}${name}`;
  const known = ['law', 'article', 'confidence', 'page', 'area', 'from', 'until', 'vulnerable', 'bodies'];
  const rule = readFields(fields.values.get(name), known, path);
  const from = readDay(rule, 'from');
  const until = has(rule, 'until') ? readDay(rule, 'until') : undefined;
  if (until !== undefined && until <= from) {
    const accepted = { id: `sesudah ${from}`, en: `after ${from}` };
    throw new LawError('input.combination', `${path}.until`, { accepted });
  }
  return {
    source: {
      law: readText(rule, 'law'),
      ...(has(rule, 'article') && { article: readText(rule, 'article') }),
      ...(has(rule, 'page') && { page: readText(rule, 'page') }),
      confidence: readWord(rule, 'confidence', CONFIDENCES, 'known'),
    },
    area: readArea(rule, 'area'),
    from,
    ...(until !== undefined && { until }),
    ...(has(rule, 'vulnerable') && {
      vulnerable: readCriteria(rule.values.get('vulnerable'), `${path}.vulnerable`),
    }),
    ...(has(rule, 'bodies') && { bodies: readList(rule, 'bodies').map(readEnrolment) }),
  };
}

/**
 * A required text that is not empty.
 *
 * @throws LawError input.missing, input.type, input.format
 */
export function readText(fields: Fields, name: string): string {
  const path = `${fields.prefix}${name}`;
  if (!has(fields, name)) throw new LawError('input.missing', path, { accepted: TEXT });
  return textFrom(fields.values.get(name), path);
}

/**
 * A required Kemendagri code, dotted or ten digits.
 *
 * @throws LawError input.missing, input.type, input.format
 */
export function readArea(fields: Fields, name: string): string {
  const text = readText(fields, name);
  if (areaDigits(text) !== undefined) return text;
  throw new LawError('input.format', `${fields.prefix}${name}`, { accepted: AREA, came: text });
}

function readCriteria(value: unknown, path: string): VulnerableCriteria {
  const fields = readFields(value, CRITERIA, path);
  const ages = { least: 0, most: OLDEST };
  const minAge = has(fields, 'minAge') ? readCount(fields, 'minAge', ages) : undefined;
  const maxAge = has(fields, 'maxAge') ? readCount(fields, 'maxAge', ages) : undefined;
  if (minAge !== undefined && maxAge !== undefined && maxAge < minAge)
    throw new LawError('input.combination', `${path}.maxAge`, { accepted: wholeText(minAge, OLDEST) });
  return {
    ...(minAge !== undefined && { minAge }),
    ...(maxAge !== undefined && { maxAge }),
    withoutEmployer: readFlag(fields, 'withoutEmployer', false),
    withoutRoutineIncome: readFlag(fields, 'withoutRoutineIncome', false),
    ...(has(fields, 'incomeBelow') && { incomeBelow: readMoney(fields, 'incomeBelow') }),
    ...(has(fields, 'registers') && { registers: readRegisters(fields) }),
    ...(has(fields, 'maxDecile') && {
      maxDecile: readCount(fields, 'maxDecile', { least: 1, most: DECILES }),
    }),
    ...(has(fields, 'occupations') && { occupations: readTexts(fields, 'occupations') }),
    ...(has(fields, 'excludedOccupations') && {
      excludedOccupations: readTexts(fields, 'excludedOccupations'),
    }),
    resident: readFlag(fields, 'resident', false),
  };
}

function readEnrolment({ item, path }: { readonly item: unknown; readonly path: string }): BodyEnrolment {
  const fields = readFields(item, ['body', 'segment', 'base'], path);
  const body = readRequiredWord(fields, 'body', BODIES);
  const segment = readRequiredWord(fields, 'segment', SEGMENTS);
  const base = has(fields, 'base') ? { base: readMoney(fields, 'base', 1) } : {};
  const institution = INSTITUTIONS.find((candidate) => candidate === body);
  if (institution !== undefined) return { body: institution, segment, ...base };
  const official = OFFICIALS.find((candidate) => candidate === body);
  if (official === undefined || segment !== 'PU') {
    throw new LawError('input.combination', `${path}.segment`, {
      accepted: { id: 'PU bagi kepala desa dan perangkat desa', en: 'PU for kepala desa and perangkat desa' },
      came: segment,
    });
  }
  return { body: official, segment, ...base };
}

function readRegisters(fields: Fields): readonly WelfareRegister[] {
  // An empty list would leave nobody: the rule that asks for no register leaves the field away.
  readList(fields, 'registers', 1);
  return readWords(fields, 'registers', REGISTERS, []);
}

function readTexts(fields: Fields, name: string): readonly string[] {
  return readList(fields, name, 1).map(({ item, path }) => textFrom(item, path));
}

function textFrom(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new LawError('input.type', path, { accepted: TEXT });
  const text = value.trim();
  if (text === '') throw new LawError('input.format', path, { accepted: TEXT });
  return text;
}
