import { formatCount } from '@payung/kernel';

/** Zeros that a word stands for, as amounts are spoken of. */
const WORDS: Readonly<Record<string, number>> = {
  '': 0,
  rb: 3,
  ribu: 3,
  jt: 6,
  juta: 6,
  m: 9,
  milyar: 9,
  miliar: 9,
};

/**
 * Whole rupiah from what people type: `1.500.000`, `Rp 1.500.000,00`, `1,500,000`, `1500000`, `1,5 juta`. A text that can be
 * read in two ways (`1.5`), or as no amount at all, comes back as it is: the law then says what it accepts. Undefined if
 * nothing was typed.
 */
export function moneyTyped(typed: string): number | string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const read = /^(-?)\s*(?:rp\.?|idr)?\s*(-?)\s*([\d.,]+)\s*([a-z]*)\s*(?:,-)?$/i.exec(text);
  const [, before = '', behind = '', digits = '', word = ''] = read ?? [];
  const zeros = WORDS[word.toLowerCase()];
  if (read === null || zeros === undefined) return text;
  const amount = zeros === 0 ? plainAmount(digits) : spokenAmount(digits, zeros);
  if (amount === undefined || !Number.isSafeInteger(amount)) return text;
  return before === '' && behind === '' ? amount : -amount;
}

/** An amount as Indonesians write it, for a field that says rupiah beside it; anything else as it was typed. */
export function moneyText(typed: string): string {
  const amount = moneyTyped(typed);
  return typeof amount === 'number' ? formatCount(amount, 'id') : typed;
}

/** How an amount is kept in the address; anything else as it was typed. */
export function moneyKept(typed: string): string {
  return String(moneyTyped(typed) ?? '');
}

/** A count that was typed; a text that is none as it is, undefined if nothing was typed. */
export function countTyped(typed: string): number | string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

/** A percentage with a comma or a point, as the law takes it; undefined if nothing was typed. */
export function percentTyped(typed: string): string | undefined {
  const text = typed.trim().replace(/\s*%$/, '').replace(',', '.');
  return text === '' ? undefined : text;
}

function plainAmount(digits: string): number | undefined {
  // Sen are never paid; two zeros behind the rupiah are a habit of bills.
  const whole = digits.replace(/[.,]00$/, '').replace(/,-?$/, '');
  if (/^\d+$/.test(whole)) return Number(whole);
  const isGrouped = /^\d{1,3}(\.\d{3})+$/.test(whole) || /^\d{1,3}(,\d{3})+$/.test(whole);
  return isGrouped ? Number(whole.replace(/[.,]/g, '')) : undefined;
}

function spokenAmount(digits: string, zeros: number): number | undefined {
  const [, whole = '', behind = ''] = /^(\d+)(?:[.,](\d+))?$/.exec(digits) ?? [];
  // 1.500 juta may be a thousand and a half, or one and a half.
  if (whole === '' || behind.length > zeros || /^\d{1,3}\.\d{3}$/.test(digits)) return undefined;
  return Number(whole + behind + '0'.repeat(zeros - behind.length));
}
