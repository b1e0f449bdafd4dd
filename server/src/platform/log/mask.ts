/**
 * What may not stand in a log, an error or an audit entry: numbers of people and what is known of them.
 * Masking works on the shape of digits and on names of fields. It cannot know a name inside a sentence: never write one.
 */

// One character between two digits, as people write and Excel shows them.
const GAP = "[\\s.\\-_/'’]?";

/** Kept: UUIDs, and digests in hexadecimal (which hold sixteen digits in a row by chance, once in forty). */
const IDENTIFIER = '\\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\\b|\\b(?=[0-9]*[a-f])[0-9a-f]{32,}\\b';
const SIXTEEN = `(?<!\\d)\\d(?:${GAP}\\d){15}(?!\\d)`;
/** Kept, or a date and the hour after it would count as one long number. */
const DATE = '(?<!\\d)(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?!\\d)';
const PHONE = `(?<!\\d)(?:\\+?62|0)${GAP}8\\d(?:${GAP}\\d){6,11}(?!\\d)`;
/** Accounts, KPJ, phones of other shapes. Dots do not join here: they group the digits of an amount or a village code. */
const LONG = '\\d{9,}|\\d(?:[ -]?\\d){9,}';

const NUMBERS = new RegExp(`(${IDENTIFIER})|(${SIXTEEN})|(${DATE})|${PHONE}|${LONG}`, 'gi');
const IDENTIFIERS_OR_SIXTEEN = new RegExp(`(?:${IDENTIFIER})|(${SIXTEEN})`, 'gi');

/**
 * Replaces numbers that may be a NIK or KK (sixteen digits, also with one space, dot or dash between them), a phone or an account
 * by `[16 digits]` or `[digits]`. UUIDs, hexadecimal digests, dates and amounts with dots stay.
 */
export function maskText(text: string): string {
  if (!/\d/.test(text)) return text;
  return text.replace(NUMBERS, (found, identifier, sixteen, date) => {
    if (identifier !== undefined || date !== undefined) return found;
    return sixteen === undefined ? '[digits]' : '[16 digits]';
  });
}

/** Whether a text holds what may be a NIK or KK number; a UUID or digest in hexadecimal is none. */
export function holdsNik(text: string): boolean {
  return [...text.matchAll(IDENTIFIERS_OR_SIXTEEN)].some(([, sixteen]) => sixteen !== undefined);
}

// biome-ignore format: one line per kind
const PERSONAL = new Set([
  'nik', 'kk', 'nokk', 'nomorkk', 'kpj', 'nokpj',
  'name', 'nama', 'fullname', 'namalengkap', 'mother', 'mothername', 'ibu', 'namaibu', 'ibukandung',
  'birth', 'birthdate', 'birthday', 'tanggallahir', 'tgllahir',
  'phone', 'phonenumber', 'telepon', 'telp', 'hp', 'nohp', 'email', 'address', 'alamat',
  'account', 'accountnumber', 'accountholder', 'rekening', 'norekening',
  'wage', 'wages', 'upah', 'gaji', 'health', 'sealed',
]);

// biome-ignore format: one line per kind
const SECRET = new Set([
  'password', 'passwordhash', 'secret', 'token', 'accesstoken', 'refreshtoken', 'totp', 'otp',
  'cookie', 'setcookie', 'authorization', 'privatekey', 'connectionstring',
  // PostgreSQL repeats the row at fault in these.
  'detail', 'where', 'hint', 'internalquery', 'parameters',
]);

const plainKey = (key: string) => key.toLowerCase().replace(/[^a-z]/g, '');

/** Whether a field of this name holds what identifies or describes a person (`motherName`, `no_kk`, `Alamat`). */
export function isPersonalKey(key: string): boolean {
  return PERSONAL.has(plainKey(key));
}

const DEEPEST = 8;

/**
 * A copy for a log: personal and secret fields become `[masked]`, texts pass {@link maskText}, numbers of 15 digits and more
 * (a NIK that a spreadsheet made a number) become `[digits]`, bytes their length. Null stays, so that "was empty" can be told.
 */
export function maskValue(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'number') return Math.abs(value) >= 1e14 ? '[digits]' : value;
  if (typeof value === 'bigint') return maskText(String(value));
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth === DEEPEST) return '[deeper]';
  if (Array.isArray(value)) return value.map((item) => maskValue(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      maskText(key),
      item !== null && item !== undefined && (isPersonalKey(key) || SECRET.has(plainKey(key)))
        ? '[masked]'
        : maskValue(item, depth + 1),
    ]),
  );
}
