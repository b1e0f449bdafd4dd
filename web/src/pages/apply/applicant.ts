/** Headings of the collective form F1 BPU, as the lists that Payung reads have them. */
export const f1Headings = [
  'No',
  'NIK',
  'Nama Lengkap',
  'Tempat Lahir',
  'Tanggal Lahir',
  'Jenis Kelamin',
  'Alamat',
  'RT',
  'RW',
  'Desa/Kelurahan',
  'Kecamatan',
  'Kabupaten/Kota',
  'Kode Pos',
  'No HP',
  'Email',
  'Nama Ibu Kandung',
  'Lokasi Bekerja',
  'Jenis Pekerjaan 1',
  'Jenis Pekerjaan 2',
  'Jam Kerja',
  'Penghasilan',
  'Program',
  'Periode Iuran',
  'Kode Wadah',
] as const;

/** Fields of the form in the order of the sheet; each is text as it was typed, empty if it was left out. */
export const applicantFields = [
  'nik',
  'name',
  'birthPlace',
  'birthDate',
  'sex',
  'address',
  'rt',
  'rw',
  'village',
  'district',
  'phone',
  'mother',
  'workPlace',
  'work',
  'secondWork',
  'workHours',
] as const;

export type ApplicantField = (typeof applicantFields)[number];

/** Who wants to be registered. `birthDate` is YYYY-MM-DD, `sex` is L, P or empty. */
export type Applicant = Readonly<Record<ApplicantField, string>>;

/** An empty form. */
export const nobody: Applicant = {
  nik: '',
  name: '',
  birthPlace: '',
  birthDate: '',
  sex: '',
  address: '',
  rt: '',
  rw: '',
  village: '',
  district: '',
  phone: '',
  mother: '',
  workPlace: '',
  work: '',
  secondWork: '',
  workHours: '',
};

/** How a NIK looks as far as it was typed. `complete` says that it is built like one, never that it was issued. */
export type NikState = 'empty' | 'notDigits' | 'short' | 'long' | 'noDate' | 'complete';

/** Reads a NIK as it is typed; blanks, points and hyphens between the digits are no fault. */
export function nikState(typed: string): NikState {
  const text = nikDigits(typed);
  if (text === '') return 'empty';
  if (!/^\d+$/.test(text)) return 'notDigits';
  if (text.length !== 16) return text.length < 16 ? 'short' : 'long';
  // A woman's day of birth is counted on from 40.
  const day = Number(text.slice(6, 8)) % 40;
  const month = Number(text.slice(8, 10));
  const isDate = Number(text.slice(6, 8)) <= 71 && day >= 1 && day <= 31 && month >= 1 && month <= 12;
  return isDate && !text.endsWith('0000') ? 'complete' : 'noDate';
}

/** The NIK without what people put between its digits. */
export function nikDigits(typed: string): string {
  return typed.replace(/[\s.-]/g, '');
}

/** What stands on the sheet beside what the applicant filled in. */
export interface Beside {
  readonly kabupaten: string;
  /** Whole rupiah a month; empty if it could not be read. */
  readonly income: string;
  readonly programmes: string;
}

/** The row of the sheet, cell by cell under `f1Headings`. What the operator or the branch fills in is empty. */
export function sheetRow(applicant: Applicant, beside: Beside): readonly string[] {
  const cells: Readonly<Partial<Record<(typeof f1Headings)[number], string>>> = {
    No: '1',
    NIK: nikDigits(applicant.nik),
    'Nama Lengkap': applicant.name,
    'Tempat Lahir': applicant.birthPlace,
    'Tanggal Lahir': /^\d{4}-\d\d-\d\d$/.test(applicant.birthDate)
      ? applicant.birthDate.split('-').toReversed().join('-')
      : '',
    'Jenis Kelamin': applicant.sex,
    Alamat: applicant.address,
    RT: applicant.rt,
    RW: applicant.rw,
    'Desa/Kelurahan': applicant.village,
    Kecamatan: applicant.district,
    'Kabupaten/Kota': beside.kabupaten,
    'No HP': applicant.phone,
    'Nama Ibu Kandung': applicant.mother,
    'Lokasi Bekerja': applicant.workPlace,
    'Jenis Pekerjaan 1': applicant.work,
    'Jenis Pekerjaan 2': applicant.secondWork,
    'Jam Kerja': applicant.workHours,
    Penghasilan: beside.income,
    Program: beside.programmes,
  };
  return f1Headings.map((heading) => (cells[heading] ?? '').trim());
}

/** The sheet as a file that Payung reads back and no spreadsheet carries out: headings and one row, divided by semicolons. */
export function sheetFile(row: readonly string[]): string {
  // A telephone number may begin with a plus: of digits alone nothing is carried out.
  const carriedOut = /^(?=[=\-@\t\r\n]|\+(?![\d ]+$))/;
  const line = (cells: readonly string[]) =>
    cells.map((cell) => `"${cell.replace(carriedOut, "'").replaceAll('"', '""')}"`).join(';');
  return `\uFEFF${line(f1Headings)}\r\n${line(row)}\r\n`;
}
