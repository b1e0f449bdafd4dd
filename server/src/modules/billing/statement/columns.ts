/** What a column of a statement holds. */
export type Field =
  | 'date'
  | 'reference'
  | 'amount'
  | 'credit'
  | 'debit'
  | 'direction'
  | 'description'
  | 'bill';

/** Headings of banks and virtual-account reports, as letters and digits only; the earlier of two for one field wins. */
const HEADINGS: Readonly<Record<Field, readonly string[]>> = {
  date: [
    'tanggal',
    'tgl',
    'tanggaltransaksi',
    'tgltransaksi',
    'tgltrx',
    'tanggalbayar',
    'tglbayar',
    'tanggalpembayaran',
    'tanggalposting',
    'tglposting',
    'postingdate',
    'postdate',
    'tanggalefektif',
    'tglefektif',
    'valuedate',
    'date',
    'transactiondate',
    'waktu',
    'waktutransaksi',
    'tanggalwaktu',
  ],
  reference: [
    'noreferensi',
    'nomorreferensi',
    'noref',
    'referensi',
    'ref',
    'refno',
    'reference',
    'referenceno',
    'referencenumber',
    'notransaksi',
    'nomortransaksi',
    'idtransaksi',
    'transactionid',
    'nojurnal',
    'nomorjurnal',
    'journalno',
    'nobukti',
    'nomorbukti',
    'noarsip',
    'traceno',
  ],
  credit: ['kredit', 'credit', 'mutasikredit', 'jumlahkredit', 'uangmasuk', 'masuk', 'penerimaan', 'cr'],
  amount: [
    'jumlah',
    'nominal',
    'amount',
    'nilai',
    'jumlahbayar',
    'totalbayar',
    'jumlahpembayaran',
    'jumlahtransaksi',
    'mutasi',
    'total',
  ],
  debit: [
    'debit',
    'debet',
    'mutasidebit',
    'mutasidebet',
    'jumlahdebit',
    'uangkeluar',
    'keluar',
    'pengeluaran',
    'db',
  ],
  direction: ['dk', 'dbcr', 'crdb', 'debitkredit', 'debetkredit', 'jenis', 'jenistransaksi', 'tipe', 'type'],
  description: [
    'keterangan',
    'uraian',
    'deskripsi',
    'description',
    'remark',
    'remarks',
    'berita',
    'beritatransfer',
    'catatan',
    'narasi',
    'rincian',
    'uraiantransaksi',
    'keterangantransaksi',
  ],
  bill: ['notagihan', 'nomortagihan', 'tagihan', 'kodetagihan', 'noinvoice', 'invoice', 'nomorinvoice'],
};

/** Where each field stands, from 0; a field without a column is absent. */
export type Columns = Readonly<Partial<Record<Field, number>>>;

/** A heading as compared: what stands in brackets, such as `(Rp)`, and everything but letters and digits is left out. */
function headingKey(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/\([^)]*\)/g, '')
    .replace(/[^a-z0-9]/g, '');
}

/** The columns that a row names as headings. */
export function columnsOf(cells: readonly string[]): Columns {
  const keys = cells.map(headingKey);
  const columns: Partial<Record<Field, number>> = {};
  for (const field of Object.keys(HEADINGS) as Field[]) {
    const heading = HEADINGS[field].find((word) => keys.includes(word));
    if (heading !== undefined) columns[field] = keys.indexOf(heading);
  }
  return columns;
}

/** The fields without which a statement cannot be read, in the words of its headings; empty when it can. */
export function missingFields(columns: Columns): string[] {
  return [
    ...(columns.date === undefined ? ['date'] : []),
    ...(columns.amount === undefined && columns.credit === undefined ? ['amount'] : []),
    ...(columns.description === undefined && columns.bill === undefined ? ['description'] : []),
  ];
}
