import { LawError } from '../engine/error.ts';
import { type Explained, Explanation } from '../engine/explain.ts';
import { has, readCount, readFields, readRequiredWord } from '../engine/input.ts';
import type { Rule } from '../engine/run.ts';
import { type Text, wordsText } from '../engine/text.ts';
import {
  bpuRegistrationAge,
  type Programme,
  type ProgrammeRow,
  programmeTable,
  type Scale,
  type Segment,
} from './parameters.ts';

/** Who registers. `scale` is required for PU; without an age the limit of BPU is not tested. */
export type Registration = {
  readonly segment: Segment;
  readonly scale?: Scale;
  readonly ageAtRegistration?: number;
};

/** The programmes, or why none. */
export type Programmes =
  | {
      readonly eligible: true;
      readonly compulsory: readonly Programme[];
      readonly optional: readonly Programme[];
    }
  | { readonly eligible: false; readonly because: readonly ['bpu.age'] };

const SEGMENTS: readonly Segment[] = ['PU', 'BPU', 'JAKON', 'PMI'];
const SCALES: readonly Scale[] = ['micro', 'small', 'medium', 'large'];

const LAW = { law: 'Perpres 109/2013', article: 'Pasal 6 ayat (3)' };

/**
 * The programmes a member must and may be registered in, by the law as known on the day it was checked.
 *
 * BPU who are employers, for whom JHT is reported to be compulsory, are not told apart here.
 *
 * @law Perpres 109/2013 Pasal 6 ayat (3)
 * @throws LawError input.missing for PU without a scale
 */
export function membershipProgrammes(registration: Registration): Explained<Programmes> {
  const { segment, scale, ageAtRegistration } = registration;
  if (segment === 'PU' && scale === undefined)
    throw new LawError('input.missing', 'scale', { accepted: wordsText(SCALES) });
  const x = new Explanation('membership.programmes', programmeTable.checked);
  const { compulsory, optional } = x.pick(
    programmeTable,
    (rows) => rowOf(rows, segment, segment === 'PU' ? (scale ?? null) : null),
    rowText,
  );
  const granted: Programmes = { eligible: true, compulsory, optional };
  if (
    segment !== 'BPU' ||
    ageAtRegistration === undefined ||
    ageAtRegistration < x.read(bpuRegistrationAge)
  ) {
    return x.result(granted, rowText({ segment, scale: scale ?? null, compulsory, optional }), LAW);
  }
  x.uncertainty({
    id: 'membership.bpu_age',
    text: {
      id: 'Batas usia pendaftaran BPU adalah praktik daerah; pasalnya belum dibaca',
      en: 'The age limit of registration as BPU is practice of regions; the article was not read',
    },
    changesResult: true,
    otherwise: granted,
  });
  const refused: Programmes = { eligible: false, because: ['bpu.age'] };
  return x.result(
    refused,
    {
      id: `Tidak dapat mendaftar sebagai BPU pada usia ${ageAtRegistration} tahun`,
      en: `No registration as BPU at the age of ${ageAtRegistration}`,
    },
    { law: 'Permenaker 5/2021' },
  );
}

function rowOf(rows: readonly ProgrammeRow[], segment: Segment, scale: Scale | null): ProgrammeRow {
  const row = rows.find((candidate) => candidate.segment === segment && candidate.scale === scale);
  if (row === undefined) throw new LawError('input.range', 'segment', { accepted: wordsText(SEGMENTS) });
  return row;
}

function rowText({ segment, compulsory, optional }: ProgrammeRow): Text {
  const list = (programmes: readonly Programme[]) => (programmes.length === 0 ? '–' : programmes.join(', '));
  return {
    id: `${segment}: wajib ${list(compulsory)}; pilihan ${list(optional)}`,
    en: `${segment}: compulsory ${list(compulsory)}; optional ${list(optional)}`,
  };
}

/** `membership.programmes` of the rules protocol. */
export const membershipProgrammesRule: Rule = {
  id: 'membership.programmes',
  about: { id: 'Program wajib dan pilihan peserta', en: 'Compulsory and optional programmes of a member' },
  answer(input) {
    const fields = readFields(input, ['segment', 'scale', 'ageAtRegistration']);
    return membershipProgrammes({
      segment: readRequiredWord(fields, 'segment', SEGMENTS),
      ...(has(fields, 'scale') && { scale: readRequiredWord(fields, 'scale', SCALES) }),
      ...(has(fields, 'ageAtRegistration') && { ageAtRegistration: readCount(fields, 'ageAtRegistration') }),
    });
  },
};
