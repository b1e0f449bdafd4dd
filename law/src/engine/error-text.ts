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
  'input.missing': { id: 'Belum diisi', en: 'Not filled in' },
  'input.unknown': { id: 'Isian ini tidak dikenal', en: 'There is no such field' },
  'input.type': { id: 'Isian ini tidak dapat dipakai', en: 'This cannot be used here' },
  'input.format': { id: 'Isian ini tidak terbaca', en: 'This cannot be read' },
  'input.range': { id: 'Isian ini di luar batas', en: 'This is out of bounds' },
  'input.combination': { id: 'Tidak cocok dengan isian lain', en: 'This does not fit another field' },
  'date.outOfRange': {
    id: 'Pada tanggal itu ketentuannya belum ada, atau tanggalnya di luar 1900–2200',
    en: 'There was no such law on that day, or the day lies outside 1900–2200',
  },
  'parameter.unpublished': {
    id: 'Nilai untuk bulan itu diumumkan setiap tahun dan belum diumumkan',
    en: 'The value for that month is announced yearly and has not been announced yet',
  },
};

const ACCEPTED: Text = { id: 'Yang diterima', en: 'Accepted' };
const CAME: Text = { id: 'Yang diisi', en: 'Given' };

/**
 * The error in short sentences: what is wrong, what is accepted, what came. It does not name the field: it stands beside it,
 * for people who fill in a form as for programs that send a request.
 */
export function errorText({ code, accepted, came }: Invalid, language: Language): string {
  const sentences = [
    HAPPENED[code][language],
    accepted === undefined ? undefined : `${ACCEPTED[language]}: ${accepted[language]}`,
    came === undefined ? undefined : `${CAME[language]}: ${cameText(came)}`,
  ];
  return sentences.flatMap((sentence) => (sentence === undefined ? [] : [`${sentence}.`])).join(' ');
}

/** A text keeps its quotes: a number that came as text must not look like the number that is accepted. */
function cameText(came: Json): string {
  return typeof came === 'string' ? `“${came}”` : JSON.stringify(came);
}
