import type { Language } from '@payung/kernel';

/** The units of the parameters in words, by the unit as it is written down; most are English words already. */
const units: Readonly<Record<string, string | readonly [id: string, en: string]>> = {
  IDR: 'rupiah',
  'IDR/month': ['rupiah per bulan', 'rupiah per month'],
  'IDR/case': ['rupiah per kasus', 'rupiah per case'],
  'IDR per contract': ['rupiah per perjanjian kerja', 'rupiah per contract'],
  'benefit in kind': ['manfaat berupa layanan', 'benefit in kind'],
  'class of a government hospital': ['kelas rumah sakit pemerintah', 'class of a government hospital'],
  cost: ['biaya', 'cost'],
  'day of month': ['tanggal dalam bulan', 'day of month'],
  days: ['hari', 'days'],
  'days of 24 hours': ['hari 24 jam', 'days of 24 hours'],
  'days of the year': ['hari dalam tahun', 'days of the year'],
  'working days': ['hari kerja', 'working days'],
  'monthly wages': ['upah sebulan', 'monthly wages'],
  months: ['bulan', 'months'],
  'months before dismissal': ['bulan sebelum PHK', 'months before dismissal'],
  'months in the last 24': ['bulan dalam 24 bulan terakhir', 'months in the last 24'],
  years: ['tahun', 'years'],
  children: ['anak', 'children'],
  'consecutive months': ['bulan berturut-turut', 'consecutive months'],
  'IDR/year, and years at most, by level': [
    'rupiah per tahun dan lama paling banyak, menurut jenjang',
    'rupiah per year, and years at most, by level',
  ],
  times: ['kali', 'times'],
  programmes: ['program', 'programmes'],
  ranks: ['urutan', 'ranks'],
  'true or false': ['ya atau tidak', 'yes or no'],
  'share of 80 monthly wages': ['bagian dari 80 × upah sebulan', 'share of 80 monthly wages'],
  'share of average wage per year': [
    'bagian dari upah rata-rata per tahun iur',
    'share of average wage per year',
  ],
  'share of balance': ['bagian dari saldo', 'share of balance'],
  'share of base': ['bagian dari dasar iuran', 'share of base'],
  'share of benefit, per day': ['bagian dari manfaat, per hari', 'share of benefit, per day'],
  'share of wage': ['bagian dari upah', 'share of wage'],
  'share of wage, by risk class': [
    'bagian dari upah, menurut kelompok risiko',
    'share of wage, by risk class',
  ],
  'share of capped wage': ['bagian dari upah sampai batasnya', 'share of capped wage'],
  'share of monthly wage': ['bagian dari upah sebulan', 'share of monthly wage'],
  'share of counted wage, months 1…n': [
    'bagian dari upah yang diperhitungkan, bulan ke-1…n',
    'share of counted wage, months 1…n',
  ],
  'share of contribution': ['bagian dari iuran', 'share of contribution'],
  'share of contribution per month': ['bagian dari iuran per bulan', 'share of contribution per month'],
  'share of each slice of the contract value': [
    'bagian dari setiap lapisan nilai kontrak',
    'share of each slice of the contract value',
  ],
  'share of membership months': ['bagian dari bulan kepesertaan', 'share of membership months'],
  'share of pension': ['bagian dari manfaat pensiun', 'share of pension'],
  "share of the reference price of a government hospital's rehabilitation centre": [
    'bagian dari harga acuan pusat rehabilitasi rumah sakit pemerintah',
    "share of the reference price of a government hospital's rehabilitation centre",
  ],
};

/** A unit in words; one that has none is shown as it is written down. */
export function unitText(unit: string, language: Language): string {
  const words = units[unit] ?? unit;
  return typeof words === 'string' ? words : words[language === 'id' ? 0 : 1];
}
