import type { Language } from '@payung/kernel';
import type { LawErrorCode } from './error.ts';
import type { Json } from './explain.ts';
import type { Text } from './text.ts';

/** An invalid request as a rule answers it: the code, the field, what would be accepted and what came. */
export type Invalid = {
  readonly code: LawErrorCode;
  readonly path: string;
  readonly accepted?: Text;
  readonly came?: Json;
};

const HAPPENED: Readonly<Record<LawErrorCode, Text>> = {
  'rule.unknown': { id: 'Aturan ini tidak ada', en: 'There is no such rule' },
  'input.missing': { id: 'Belum diisi', en: 'Missing' },
  'input.unknown': { id: 'Isian ini tidak dikenal', en: 'The rule has no such field' },
  'input.type': { id: 'Jenis isiannya keliru', en: 'The wrong kind of value' },
  'input.format': { id: 'Bentuk isiannya keliru', en: 'Not written as expected' },
  'input.range': { id: 'Di luar yang diterima', en: 'Outside what is accepted' },
  'input.combination': { id: 'Bertentangan dengan isian lain', en: 'Contradicts another field' },
  'date.outOfRange': {
    id: 'Pada tanggal itu ketentuannya belum ada, atau tanggalnya di luar 1900–2200',
    en: 'There was no such law on that day, or the day lies outside 1900–2200',
  },
  'parameter.unpublished': {
    id: 'Nilai untuk bulan itu diumumkan setiap tahun dan belum diumumkan',
    en: 'The value for that month is announced yearly and has not been announced yet',
  },
};

const ACCEPTED: Text = { id: 'yang diterima', en: 'accepted' };
const CAME: Text = { id: 'yang diisi', en: 'given' };

/** The error as one sentence: what is wrong, what is accepted, what came. It does not name the field: it stands beside it. */
export function errorText({ code, accepted, came }: Invalid, language: Language): string {
  const parts = [
    accepted === undefined ? undefined : `${ACCEPTED[language]}: ${accepted[language]}`,
    came === undefined ? undefined : `${CAME[language]}: ${JSON.stringify(came)}`,
  ].filter((part) => part !== undefined);
  const happened = HAPPENED[code][language];
  return parts.length === 0 ? `${happened}.` : `${happened} (${parts.join('; ')}).`;
}
