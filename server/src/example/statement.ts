import type { Day, Rupiah } from '@payung/kernel';
import type { ExampleFile } from './belu.ts';

/** What a payer transfers for a bill. */
interface Transfer {
  readonly billNumber: string;
  readonly amount: Rupiah;
  readonly paidOn: Day;
  /** What the payer wrote, such as the number of the payment order. */
  readonly purpose: string;
}

/** The statement of the receiving bank on which a transfer came in, between a balance and a fee as on any other day. */
export function bankStatement({ billNumber, amount, paidOn, purpose }: Transfer): ExampleFile {
  const date = paidOn.split('-').toReversed().join('/');
  const money = (rupiah: number) => `${String(rupiah).replace(/\B(?=(\d{3})+$)/g, '.')},00`;
  const lines = [
    'REKENING KORAN (CONTOH);;;;',
    'Tanggal;No. Referensi;Keterangan;Debit;Kredit',
    ';;Saldo awal;;0,00',
    `${date};CONTOH-${billNumber};${purpose} ${billNumber};;${money(amount)}`,
    `${date};CONTOH-ADM-${billNumber};Biaya administrasi;2.500,00;`,
    `;;Saldo akhir;;${money(amount - 2500)}`,
  ];
  return {
    fileName: `CONTOH rekening koran ${billNumber}.csv`,
    content: new TextEncoder().encode(`${lines.join('\r\n')}\r\n`),
  };
}
