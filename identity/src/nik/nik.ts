declare const nikBrand: unique symbol;

/**
 * A *Nomor Induk Kependudukan*: 16 digits that read as one (province, date, serial). It says nothing about whether the
 * number was ever issued: there is no checksum, only Dukcapil can tell. Never compared with BPS area codes.
 */
export type Nik = string & { readonly [nikBrand]: 'Nik' };

/** *Laki-laki* (male) or *perempuan* (female), as on the identity card. */
export type Sex = 'L' | 'P';

/**
 * The NIK with district, birth date and sex hidden: `5304••••••••9001`. For screens and logs of people who need to tell rows
 * apart, not to know the number. Text of another length is hidden altogether, since nobody knows which part of it is which.
 */
export function formatNikMasked(nik: string): string {
  if (nik.length !== 16) return '•'.repeat(nik.length);
  return `${nik.slice(0, 4)}••••••••${nik.slice(12)}`;
}

/**
 * The sex a NIK was issued for: women's birth days are written plus 40.
 */
export function sexOfNik(nik: Nik): Sex {
  return nik.charCodeAt(6) >= FOUR ? 'P' : 'L';
}

const FOUR = 52; // '4'
