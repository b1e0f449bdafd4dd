import { formatRupiah, type Rupiah } from '@payung/kernel';
import type { Text } from '../engine/text.ts';

/** JKK pays instead of JKM. */
export const noJkm: Text = {
  id: 'Kecelakaan kerja: dibayar JKK, JKM tidak dibayar',
  en: 'A work accident: JKK pays, JKM does not',
};

/** The JHT balance. */
export function savings(balance: Rupiah): Text {
  return { id: `Saldo JHT: ${formatRupiah(balance)}`, en: `JHT balance: ${formatRupiah(balance)}` };
}

/** What JP pays at once. */
export function lumpSum(amount: Rupiah): Text {
  return {
    id: `JP sekaligus, jumlah yang diberikan: ${formatRupiah(amount)}`,
    en: `JP paid at once, the amount given: ${formatRupiah(amount)}`,
  };
}

/** The five amounts and their sum; those of Rp 0 are left out. */
export function sumOf(
  parts: {
    readonly jkk: Rupiah;
    readonly jkm: Rupiah;
    readonly scholarship: Rupiah;
    readonly jht: Rupiah;
    readonly jpLumpSum: Rupiah;
  },
  total: Rupiah,
): Text {
  const chain = (scholarship: string) =>
    [
      ['JKK', parts.jkk] as const,
      ['JKM', parts.jkm] as const,
      [scholarship, parts.scholarship] as const,
      ['JHT', parts.jht] as const,
      ['JP', parts.jpLumpSum] as const,
    ]
      .filter(([, amount]) => amount > 0)
      .map(([name, amount]) => `${name} ${formatRupiah(amount)}`)
      .join(' + ');
  return {
    id: `${chain('beasiswa')} = ${formatRupiah(total)}`,
    en: `${chain('scholarship')} = ${formatRupiah(total)}`,
  };
}

/** A year of the monthly pension. */
export function annual(monthly: Rupiah, yearly: Rupiah): Text {
  return {
    id: `Manfaat pensiun setahun: 12 × ${formatRupiah(monthly)} = ${formatRupiah(yearly)}`,
    en: `Pension of a year: 12 × ${formatRupiah(monthly)} = ${formatRupiah(yearly)}`,
  };
}

/** All payments, and the pension beside them. */
export function total(amount: Rupiah, monthly: Rupiah | undefined): Text {
  const id = `Seluruh manfaat: ${formatRupiah(amount)}`;
  const en = `All payments: ${formatRupiah(amount)}`;
  if (monthly === undefined) return { id, en };
  return {
    id: `${id}, dan manfaat pensiun ${formatRupiah(monthly)} per bulan`,
    en: `${en}, and a pension of ${formatRupiah(monthly)} a month`,
  };
}
