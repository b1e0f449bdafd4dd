import { type Rupiah, rupiah } from '@payung/kernel';

/** An amount as a bank writes it: whole rupiah, and whether the text itself says that the money went out or came in. */
export type AmountReading =
  | { readonly ok: true; readonly amount: Rupiah; readonly direction: 'in' | 'out' | undefined }
  | { readonly ok: false; readonly reason: 'missing' | 'unreadable' | 'fraction' };

/**
 * Reads `97.927.200,00`, `97,927,200.00`, `Rp 97.927.200,-`, `97927200`, `1.000.000,00 CR`, `(250.000)`.
 *
 * Three digits after every mark are thousands (16.800 is sixteen thousand eight hundred); one or two digits after the last mark
 * are cents, which must be zero: money here is whole rupiah. Brackets, a minus and DB say that money went out.
 */
export function parseAmount(text: string): AmountReading {
  let rest = text.normalize('NFKC').toUpperCase().replace(/\s+/g, '');
  if (rest === '' || rest === '-') return { ok: false, reason: 'missing' };
  const word = /^(CR|K|DB|DR|D)(?=[\d(RI-])|(CR|K|DB|DR|D)$/.exec(rest);
  if (word !== null) rest = rest.replace(word[0], '');
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed !== null) rest = bracketed[1] ?? '';
  rest = rest.replace(/^([+-]?)(?:RP\.?|IDR)/, '$1').replace(/,-+$/, '');
  const negative = rest.startsWith('-') || rest.endsWith('-');
  rest = rest.replace(/^[+-]|-$/g, '');
  const value = wholeOf(rest);
  if (typeof value === 'string') return { ok: false, reason: value };
  const says = (word?.[1] ?? word?.[2] ?? '').charAt(0);
  const out = negative || bracketed !== null || says === 'D';
  return { ok: true, amount: rupiah(value), direction: out ? 'out' : says === '' ? undefined : 'in' };
}

function wholeOf(digits: string): number | 'unreadable' | 'fraction' {
  if (/^\d+$/.test(digits) || /^\d{1,3}(\.\d{3})+$/.test(digits) || /^\d{1,3}(,\d{3})+$/.test(digits))
    return safe(digits.replace(/[.,]/g, ''));
  const match =
    /^(\d{1,3}(?:\.\d{3})+|\d+),(\d{1,2})$/.exec(digits) ??
    /^(\d{1,3}(?:,\d{3})+|\d+)\.(\d{1,2})$/.exec(digits);
  if (match === null) return 'unreadable';
  return /^0+$/.test(match[2] ?? '') ? safe((match[1] ?? '').replace(/[.,]/g, '')) : 'fraction';
}

function safe(digits: string): number | 'unreadable' {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : 'unreadable';
}
