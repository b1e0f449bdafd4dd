import type { RejectReason } from '../model.ts';

/** What a row of the branch's answer says: taken, rejected for a reason, or nothing that can be understood. */
export type Answer =
  | { readonly state: 'accepted' }
  | { readonly state: 'rejected'; readonly reason: RejectReason }
  | { readonly state: 'unclear' };

/** Words by which a reason is told, the narrower meaning first. The branch's own codes are not published. */
const REASONS: readonly (readonly [RegExp, RejectReason])[] = [
  [/meninggal|wafat|mati\b/, 'registration.dead'],
  [
    /sudah (?:terdaftar|aktif|menjadi)|masih aktif|terdaftar di|peserta aktif|ganda|dobel|double/,
    'registration.activeElsewhere',
  ],
  [/usia|umur/, 'registration.tooOld'],
  [/nama/, 'registration.nameDiffers'],
  [/(?:tgl|tanggal) lahir|ttl/, 'registration.birthDiffers'],
  [/nik|dukcapil|ktp|padan/, 'registration.nikUnknown'],
  [/lengkap|kosong|wajib|belum diisi/, 'registration.incomplete'],
];

const ACCEPTED =
  /^(?:ok|ya|y|valid|sukses|berhasil|diterima|terima|lolos|aktif|terdaftar|approved?|accepted)\b/;
const REJECTED =
  /\b(?:ditolak|tolak|gagal|tidak|invalid|reject(?:ed)?|belum|salah|beda|berbeda|meninggal|ganda)\b|^(?:t|n|no)$/;

/**
 * Reads the answer to one person: its result (`DITERIMA`, `GAGAL`), its code and its words. A code alone, other than one of
 * zeros, rejects.
 */
export function readAnswer(result: string, code: string, words: string): Answer {
  const [said, why] = [result.trim().toLowerCase(), words.trim().toLowerCase()];
  const all = [said, code.trim().toLowerCase(), why].join(' ');
  const rejected = REJECTED.test(said) || (said === '' && REJECTED.test(why));
  if (!rejected && (ACCEPTED.test(said) || (said === '' && ACCEPTED.test(why)))) return { state: 'accepted' };
  const hasCode = /[1-9a-z]/i.test(code);
  if (!rejected && !hasCode) {
    return said === '' && /^0+$/.test(code.trim()) ? { state: 'accepted' } : { state: 'unclear' };
  }
  const reason = REASONS.find(([pattern]) => pattern.test(all))?.[1] ?? 'registration.other';
  return { state: 'rejected', reason };
}
