/**
 * What a column of a roster can hold. `birth` is place and date in one cell (TTL); `sex_male` and `sex_female`
 * are the two columns to tick that stand under one heading; `life` says who died or moved away; `decile` is the
 * welfare decile of P3KE or DTSEN, 1 the poorest.
 */
export type Field =
  | 'no'
  | 'nik'
  | 'name'
  | 'birth_date'
  | 'birth_place'
  | 'birth'
  | 'sex'
  | 'sex_male'
  | 'sex_female'
  | 'village'
  | 'district'
  | 'regency'
  | 'province'
  | 'rt'
  | 'rw'
  | 'rt_rw'
  | 'dusun'
  | 'address'
  | 'mother'
  | 'phone'
  | 'occupation'
  | 'wage'
  | 'kk'
  | 'kpj'
  | 'npp'
  | 'nik_hash'
  | 'segment'
  | 'programmes'
  | 'paid_until'
  | 'bank'
  | 'village_code'
  | 'decile'
  | 'life'
  | 'marital'
  | 'family_role'
  | 'email'
  | 'postal_code'
  | 'work_place'
  | 'work_hours'
  | 'answer'
  | 'answer_code'
  | 'answer_words'
  | 'note';

/**
 * The words under which rosters name their columns, as people type them; the first is the one we recommend.
 *
 * Compiled by hand from BPJS participant exports, OpenSID's import sheet and village rosters of NTT (CC0), and
 * widened here by the spellings of SIPP and SIAK. They are compared after `headerKey`, so case, dots, spaces,
 * slashes and the usual abbreviations need no entries of their own.
 */
// biome-ignore format: a word list
export const HEADER_WORDS: Readonly<Record<Field, readonly string[]>> = {
  no: ['No', 'Nomor', 'No Urut', 'Nomor Urut', 'Urut', 'Baris', 'No Baris'],
  nik: ['NIK', 'No KTP', 'Nomor KTP', 'No Induk', 'NIK/KTP', 'No NIK', 'Nomor NIK', 'No Identitas', 'KTP',
    'E-KTP', 'No KTP/NIK', 'NIK KTP', 'Nomor Induk Kependudukan', 'No Induk Kependudukan', 'Nomor Identitas',
    'NIK/No KTP', 'NIK Peserta', 'NIK Pekerja', 'NIK Tenaga Kerja', 'NIK Penduduk', 'NIK sesuai KTP'],
  name: ['Nama Lengkap', 'Nama', 'Nama Peserta', 'Nama Pekerja', 'Nama sesuai KTP', 'NM', 'Nama & Gelar',
    'Nama Tenaga Kerja', 'Nama Lengkap sesuai KTP', 'Nama Penduduk', 'Nama Warga', 'Nama Penerima',
    'Nama Anggota', 'Nama Calon Peserta', 'Nama Penerima Manfaat', 'Nama Lengkap Peserta', 'Nama Jemaat',
    'Nama Umat', 'Nama Nelayan', 'Nama Petani', 'Name'],
  birth_date: ['Tanggal Lahir', 'Tgl Lahir', 'Tgl Lhr', 'Tanggallahir', 'Tgl/Bln/Thn Lahir', 'Birth Date',
    'Date of Birth'],
  birth_place: ['Tempat Lahir', 'Tmp Lahir', 'Tempatlahir', 'Tpt Lahir', 'Kota Lahir', 'Birth Place',
    'Place of Birth'],
  birth: ['Tempat, Tanggal Lahir', 'TTL', 'Tempat/Tgl Lahir', 'Tempat & Tanggal Lahir',
    'Tempat dan Tanggal Lahir', 'Tpt Tgl Lahir', 'Kelahiran'],
  sex: ['Jenis Kelamin', 'JK', 'L/P', 'Kelamin', 'Gender', 'Sex', 'Jns Kelamin', 'Jns Kel',
    'Jenis Kelamin (L/P)', 'J/K', 'P/L', 'Lk/Pr'],
  sex_male: [],
  sex_female: [],
  village: ['Desa/Kelurahan', 'Desa', 'Desa/Kel', 'Kelurahan', 'Kelurahan/Desa', 'Kel/Desa', 'Nama Desa',
    'Dusun/Desa', 'Nama Desa/Kelurahan', 'Village', 'Desa/Lurah'],
  district: ['Kecamatan', 'Kec', 'Nama Kecamatan', 'District'],
  regency: ['Kabupaten/Kota', 'Kabupaten', 'Kab', 'Kab/Kota', 'Kota', 'Kota/Kab', 'Nama Kabupaten', 'Regency'],
  province: ['Provinsi', 'Propinsi', 'Prov', 'Province'],
  rt: ['RT', 'No RT'],
  rw: ['RW', 'No RW'],
  rt_rw: ['RT/RW', 'RT RW', 'RT-RW'],
  dusun: ['Dusun', 'Lingkungan', 'Dusun/Lingkungan', 'Nama Dusun', 'Kampung', 'Dukuh'],
  address: ['Alamat', 'Alamat Lengkap', 'Alamat sesuai KTP', 'Alamat Rumah', 'Alamat Domisili',
    'Alamat Tempat Tinggal', 'Tempat Tinggal', 'Jalan', 'Address'],
  mother: ['Nama Ibu Kandung', 'Nama Ibu', 'Ibu Kandung', 'Nama gadis ibu kandung', 'Ibu', 'Nama Gadis Ibu',
    'Mother'],
  phone: ['No HP', 'HP', 'No Telp', 'WA', 'Nomor HP', 'No Telepon', 'Telepon', 'Telp', 'No WA', 'No HP/WA',
    'Handphone', 'Nomor Handphone', 'No Handphone', 'Kontak', 'No Kontak', 'Phone'],
  occupation: ['Jenis Pekerjaan', 'Pekerjaan', 'Profesi', 'Jabatan', 'Ket Pekerjaan', 'Mata Pencaharian',
    'Pekerjaan Utama', 'Bidang Usaha', 'Jenis Usaha', 'Jenis Pekerjaan 1', 'Pekerjaan 1', 'Pekerjaan ID', 'Occupation'],
  wage: ['Penghasilan', 'Upah', 'Gaji', 'Upah dilaporkan', 'Pendapatan', 'Penghasilan per Bulan',
    'Upah per Bulan', 'Gaji Pokok', 'Penghasilan/Bulan', 'Penghasilan Rata-rata', 'Income', 'Wage'],
  kk: ['No KK', 'KK', 'Nomor KK', 'No Kartu Keluarga', 'Nomor Kartu Keluarga', 'Kartu Keluarga'],
  kpj: ['No KPJ', 'KPJ', 'Nomor Peserta', 'No BPJS TK', 'No Peserta', 'Nomor KPJ', 'No Kartu Peserta',
    'No BPJS Ketenagakerjaan', 'No Kepesertaan', 'Nomor Referensi'],
  npp: ['NPP', 'No NPP', 'Nomor Pendaftaran Perusahaan'],
  nik_hash: ['Hash NIK', 'NIK Hash', 'NIK Tersandi', 'Sandi NIK'],
  segment: ['Segmen', 'Segmen Kepesertaan', 'Jenis Kepesertaan', 'Segmentasi', 'Segment'],
  programmes: ['Program', 'Program Diikuti', 'Program Kepesertaan', 'Program Jaminan', 'Programmes'],
  paid_until: ['Lunas Sampai', 'Dibayar Sampai', 'Bayar Sampai', 'Iuran Sampai', 'Lunas sampai dengan', 'BLTH', 'BLTH Terakhir',
    'Periode Terakhir', 'Bulan Iuran Terakhir', 'Paid Until'],
  bank: ['No Rekening', 'Rek Bank NTT', 'No Rek', 'Rekening', 'Nomor Rekening'],
  village_code: ['Kode Desa', 'Kode Desa/Kelurahan', 'Kode Kemdagri', 'Kode Kemendagri', 'Kode Wilayah', 'Kode Wilayah Desa'],
  decile: ['Desil', 'Desil Kesejahteraan', 'Desil Nasional', 'Desil Keluarga', 'Desil P3KE', 'Desil DTSEN', 'Desil Regsosek',
    'Decile'],
  life: ['Status Dasar', 'Status Hidup', 'Status Penduduk'],
  marital: ['Status Perkawinan', 'Status Kawin', 'Status Nikah', 'Status Pernikahan', 'Marital Status'],
  family_role: ['Hubungan Keluarga', 'SHDK', 'Status Hubungan Dalam Keluarga', 'Hubungan dengan Kepala Keluarga',
    'Hubungan dalam Keluarga', 'Status Hubungan', 'KK Level'],
  email: ['Email', 'E-mail', 'Surel', 'Alamat Email'],
  postal_code: ['Kode Pos', 'Kodepos', 'Postal Code'],
  work_place: ['Lokasi Bekerja', 'Lokasi Kerja', 'Tempat Bekerja', 'Tempat Kerja', 'Lokasi Usaha', 'Lokasi Pekerjaan'],
  work_hours: ['Jam Kerja', 'Jam Bekerja', 'Waktu Kerja'],
  answer: ['Hasil', 'Hasil Pendaftaran', 'Hasil Verifikasi', 'Status Pendaftaran', 'Status Verifikasi'],
  answer_code: ['Kode Tolak', 'Kode Penolakan', 'Kode Hasil', 'Kode Alasan'],
  answer_words: ['Alasan', 'Alasan Tolak', 'Alasan Penolakan', 'Alasan Ditolak', 'Pesan'],
  note: ['Keterangan', 'Ket', 'Catatan', 'Note', 'Notes', 'Status'],
};

/** Abbreviations inside headers and what they stand for; applied word by word. */
// biome-ignore format: a word list
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  nomor: 'no', nomer: 'no', nmr: 'no', num: 'no', number: 'no', tgl: 'tanggal', tggl: 'tanggal', tg: 'tanggal',
  bln: 'bulan', thn: 'tahun', th: 'tahun', tmp: 'tempat', tmpt: 'tempat', tpt: 'tempat', tmpat: 'tempat',
  lhr: 'lahir', lhir: 'lahir', jns: 'jenis', jenjs: 'jenis', klmn: 'kelamin', kel: 'kelurahan',
  kec: 'kecamatan', kab: 'kabupaten', prov: 'provinsi', propinsi: 'provinsi', ds: 'desa', dsn: 'dusun',
  nm: 'nama', lkp: 'lengkap', lengkp: 'lengkap', pek: 'pekerjaan', pekrjaan: 'pekerjaan', almt: 'alamat',
  telp: 'telepon', tlp: 'telepon', telpon: 'telepon', hp: 'hp', ket: 'keterangan', rek: 'rekening', dan: '',
  dg: 'dengan',
};

/**
 * A header in the form in which headers are compared: lower case, accents and marks gone, single letters joined
 * (`N I K` → `nik`), abbreviations written out (`Tgl. Lhr` → `tanggal lahir`).
 */
export function headerKey(text: string): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^(?:\p{L} )+\p{L}$/u, spelledOut)
    .split(' ');
  return words
    .map((word) => ABBREVIATIONS[word] ?? word)
    .filter((word) => word !== '')
    .join(' ');
}

/** `N I K` is one word; so is `L / P`, which then equals `LP`. */
function spelledOut(letters: string): string {
  return letters.replaceAll(' ', '');
}

const FIELDS_BY_KEY = new Map<string, Field>();
for (const [field, words] of Object.entries(HEADER_WORDS) as [Field, readonly string[]][]) {
  for (const word of words) FIELDS_BY_KEY.set(headerKey(word), field);
}

/** Words that decide a header which is no known phrase, tried in order: the narrower meaning comes first. */
const HINTS: readonly (readonly [RegExp, Field])[] = [
  [
    /\b(ahli waris|ayah|bapak|suami|istri|pasangan|kepala keluarga|pendamping|petugas|perusahaan|instansi|badan usaha|kelompok|agama|pendidikan|status kawin|ibu nik|nik ibu|pekerjaan (?:2|kedua|sampingan))\b/,
    'note',
  ],
  [/\bibu\b.*\bkandung\b|\bgadis ibu\b/, 'mother'],
  [/\b(no )?kk\b|\bkartu keluarga\b/, 'kk'],
  [/\bkpj\b/, 'kpj'],
  [/\bnik\b|\bno ktp\b|\binduk kependudukan\b/, 'nik'],
  [/\btempat\b.*\btanggal\b.*\blahir\b|\bttl\b/, 'birth'],
  [/\btanggal\b.*\blahir\b/, 'birth_date'],
  [/\btempat\b.*\blahir\b/, 'birth_place'],
  [/\bkelamin\b/, 'sex'],
  [/^nama lengkap\b|^nama (peserta|pekerja|tenaga kerja|penerima|warga|penduduk|anggota)\b/, 'name'],
  [/^no (hp|wa|telepon|handphone)\b/, 'phone'],
  [/^(jenis )?pekerjaan\b/, 'occupation'],
  [/^(penghasilan|upah|gaji|pendapatan)\b/, 'wage'],
];

/** How a header was recognised: by a known phrase, or only by a word in it. */
type HeaderMatch = Readonly<{ field: Field; exact: boolean }>;

/** Headers that mean something only below another one: `Tempat` and `Tanggal` under `Tempat/Tgl Lahir`. */
const BELOW: readonly (readonly [above: RegExp, below: RegExp, Field])[] = [
  [/\blahir\b|\bttl\b|\bkelahiran\b/, /^tempat\b/, 'birth_place'],
  [/\blahir\b|\bttl\b|\bkelahiran\b/, /^tanggal\b/, 'birth_date'],
  [/\bkelamin\b|^jk$|^lp$|^sex$|^gender$/, /^(l|lk|laki|laki laki|pria)$/, 'sex_male'],
  [/\bkelamin\b|^jk$|^lp$|^sex$|^gender$/, /^(p|pr|perempuan|wanita)$/, 'sex_female'],
];

/**
 * The field a header names; undefined if it names none.
 *
 * @param above the header over it where headers take two rows, '' otherwise
 */
export function fieldOfHeader(text: string, above = ''): HeaderMatch | undefined {
  if (above === '' || headerKey(above) === headerKey(text)) return fieldOf(text);
  const [upper, lower] = [headerKey(above), headerKey(text)];
  const below = BELOW.find(([over, under]) => over.test(upper) && under.test(lower));
  if (below !== undefined) return { field: below[2], exact: true };
  return fieldOf(text) ?? fieldOf(`${above} ${text}`) ?? fieldOf(above);
}

function fieldOf(text: string): HeaderMatch | undefined {
  if (text.length > 80) return undefined;
  const bare = text.replace(/\([^)]*\)?|\[[^\]]*\]/g, ' ');
  for (const form of [text, bare]) {
    const field = FIELDS_BY_KEY.get(headerKey(form));
    if (field !== undefined) return { field, exact: true };
  }
  const key = headerKey(bare);
  const hint = HINTS.find(([pattern]) => pattern.test(key));
  // The first hint only keeps `Nama Ayah` or `NIK Ahli Waris` from being taken for the worker's own.
  return hint === undefined || hint === HINTS[0] ? undefined : { field: hint[1], exact: false };
}
