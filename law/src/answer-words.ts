import type { Text } from './engine/text.ts';

/** How a member of an answer is written: rupiah, a number with its unit, a date, a share, or a word of a list. */
export type AnswerForm =
  | 'money'
  | 'number'
  | 'months'
  | 'years'
  | 'day'
  | 'month'
  | 'percent'
  | 'word'
  | 'group';

type Word = Text & { readonly form: AnswerForm };

const money = (id: string, en: string): Word => ({ form: 'money', id, en });
const months = (id: string, en: string): Word => ({ form: 'months', id, en });
const word = (id: string, en: string): Word => ({ form: 'word', id, en });
const group = (id: string, en: string): Word => ({ form: 'group', id, en });

/** What the members of answers are called. A member that is missing here is shown by its own name. */
export const answerWords: ReadonlyMap<string, Word> = new Map(
  Object.entries({
    JHT: money('JHT', 'JHT'),
    JKK: money('JKK', 'JKK'),
    JKM: money('JKM', 'JKM'),
    JKP: money('JKP, dari iuran yang sudah ada', 'JKP, out of existing contributions'),
    JP: money('JP', 'JP'),
    air: money('Angkutan udara', 'Air transport'),
    amount: money('Santunan', 'Benefit'),
    arrearsMonths: months('Bulan tunggakan yang harus dilunasi', 'Months of arrears to be settled'),
    balance: money('Saldo', 'Balance'),
    band: { form: 'number', id: 'Lapisan penghasilan', en: 'Income band' },
    base: money('Dasar perhitungan', 'Base of the calculation'),
    before: money('Sebelum bekerja', 'Before work'),
    benefitMax: money('Manfaat paling banyak', 'Highest benefit'),
    benefitMin: money('Manfaat paling sedikit', 'Lowest benefit'),
    berkala: money('Santunan berkala', 'Periodic benefit'),
    children: group('Anak', 'Child'),
    compensation: money('Ganti rugi', 'Compensation'),
    compulsory: word('Wajib', 'Compulsory'),
    contributions: money('Iuran', 'Contributions'),
    deadline: { form: 'day', id: 'Batas waktu', en: 'Deadline' },
    development: money('Hasil pengembangan', 'Return'),
    dueDate: { form: 'day', id: 'Batas waktu pembayaran', en: 'To be paid by' },
    duringAfter: money('Selama dan setelah bekerja', 'During and after work'),
    earliest: { form: 'day', id: 'Paling awal', en: 'Earliest day' },
    eligible: word('Berhak', 'Eligible'),
    employer: money('Bagian pemberi kerja', "Employer's part"),
    employerTotal: money('Jumlah bagian pemberi kerja', "Employer's total"),
    extra: money('Bulan tambahan', 'Additional months'),
    fromJKK: money('Dari iuran JKK', 'From the JKK contribution'),
    fromJKM: money('Dari iuran JKM', 'From the JKM contribution'),
    funeral: money('Biaya pemakaman', 'Funeral'),
    government: money('Dari pemerintah pusat', 'From the central government'),
    inTime: word('Tepat waktu', 'In time'),
    jht: money('JHT', 'JHT'),
    jkk: money('JKK', 'JKK'),
    jkm: money('JKM', 'JKM'),
    jpAnnual: money('JP setahun', 'JP in a year'),
    jpLumpSum: money('JP sekaligus', 'JP lump sum'),
    jpMonthly: money('JP sebulan', 'JP in a month'),
    land: money('Angkutan darat', 'Land transport'),
    method: word('Cara menghitung', 'Method'),
    month: { form: 'month', id: 'Bulan', en: 'Month' },
    monthly: money('Sebulan', 'In a month'),
    monthsCount: months('Lama', 'Length'),
    monthsUsed: months('Masa iur yang dihitung', 'Contribution period counted'),
    optional: word('Pilihan', 'Optional'),
    payable: money('Dapat dibayar', 'Payable'),
    payableMonthsMin: months('Paling sedikit dibayar', 'To be paid at least'),
    penalty: money('Denda', 'Fine'),
    pensionAge: { form: 'years', id: 'Usia pensiun', en: 'Pension age' },
    percent: { form: 'percent', id: 'Persentase', en: 'Percentage' },
    ratePercent: { form: 'percent', id: 'Persentase', en: 'Percentage' },
    raw: money('Sebelum pembulatan atau batas', 'Before rounding or bounds'),
    remaining: money('Sisa sampai lulus', 'Left until graduation'),
    santunan: money('Santunan', 'Grant'),
    scholarship: money('Beasiswa', 'Scholarship'),
    sea: money('Angkutan laut', 'Sea transport'),
    startsOn: { form: 'day', id: 'Mulai dibayar', en: 'Paid from' },
    status: word('Status', 'Standing'),
    total: money('Jumlah', 'Total'),
    type: word('Bentuk pembayaran', 'Kind of payment'),
    unpaidMonths: months('Belum dibayar', 'Not paid for'),
    value: money('Nilai', 'Value'),
    wageCap: money('Batas atas upah', 'Wage cap'),
    worker: money('Bagian pekerja', "Worker's part"),
    workerTotal: money('Jumlah bagian pekerja', "Worker's total"),
    yearAmount: money('Tahun ini', 'This year'),
    yearTotal: money('Jumlah tahun ini', 'Total of this year'),
  } satisfies Readonly<Record<string, Word>>),
);

/** Words that stand as a value in answers. */
export const valueWords: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    active: { id: 'aktif', en: 'active' },
    arrears: { id: 'menunggak', en: 'in arrears' },
    inactive: { id: 'tidak aktif', en: 'inactive' },
    contract: { id: 'dari nilai kontrak', en: 'by the contract value' },
    wage: { id: 'dari upah', en: 'by the wage' },
    monthly: { id: 'bulanan', en: 'monthly' },
    lumpSum: { id: 'sekaligus', en: 'at once' },
  }),
);
