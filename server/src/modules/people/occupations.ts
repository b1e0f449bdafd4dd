/**
 * Occupations as people write them on rosters, by code: the label, then other spellings.
 *
 * Compiled by hand for Nusa Tenggara Timur (CC0) from identity-card labels of Dukcapil and from rosters; the list names
 * occupations and says nothing about who holds them.
 */
const occupations: readonly (readonly [code: string, label: string, ...variants: string[]])[] = [
  [
    'petani',
    'Petani',
    'Tani',
    'Petani/Pekebun',
    'Petani Pekebun',
    'PETANI/PEKEBUN',
    'Tani Ladang',
    'Bertani',
    'Berkebun',
    'Petni',
  ],
  ['petani_sawah', 'Petani sawah', 'Tani Sawah', 'Penggarap sawah'],
  ['buruh_tani', 'Buruh tani', 'Buruh Tani/Perkebunan', 'Penggarap', 'Buruh kebun'],
  ['peternak', 'Peternak', 'Ternak', 'Buruh peternakan', 'Peternak sapi', 'Peternak babi', 'Gembala'],
  [
    'nelayan',
    'Nelayan',
    'Nelayan/Perikanan',
    'Buruh nelayan/perikanan',
    'Nlayan',
    'Melaut',
    'Nelayan tradisional',
  ],
  ['abk', 'Anak buah kapal', 'ABK', 'Awak kapal'],
  ['petani_rumput_laut', 'Pembudidaya rumput laut', 'Rumput laut', 'Petani agar-agar', 'Budidaya RL'],
  [
    'penyadap_lontar',
    'Penyadap tuak/lontar',
    'Iris tuak',
    'Penyadap nira',
    'Penyadap lontar',
    'Pengiris tuak',
    'Moke',
  ],
  ['pengolah_garam', 'Pengolah garam', 'Petani garam', 'Masak garam'],
  ['penenun', 'Penenun', 'Tenun', 'Penenun ikat', 'Tenun ikat', 'Pengrajin tenun'],
  ['pengrajin', 'Pengrajin', 'Anyam', 'Anyaman', 'Pengrajin kayu', 'Pandai besi'],
  ['penjual_sirih_pinang', 'Penjual sirih pinang', 'Jual pinang', 'Pedagang pinang'],
  ['papalele', 'Papalele', 'Papa lele', 'Pedagang keliling', 'Papalele ikan', 'Jibu-jibu'],
  ['pedagang', 'Pedagang', 'Dagang', 'Perdagangan', 'Berdagang', 'Pedagang pasar', 'Penjual', 'Jualan'],
  ['kios', 'Pemilik kios', 'Kios', 'Usaha kios', 'Warung', 'Wiraswasta kios'],
  ['pedagang_ikan', 'Penjual ikan', 'Jual ikan', 'Pedagang ikan'],
  ['pedagang_sayur', 'Penjual sayur', 'Jual sayur', 'Pedagang sayur mayur'],
  ['wiraswasta', 'Wiraswasta', 'Swasta', 'Wirausaha', 'Wira swasta', 'Usaha sendiri'],
  ['karyawan_toko', 'Karyawan toko', 'Pegawai toko', 'Pramuniaga', 'Penjaga toko', 'Kasir'],
  ['ojek', 'Tukang ojek', 'Ojek', 'Ojeg', 'Pengojek', 'Ojek pangkalan', 'Ojol', 'Tkg ojek'],
  [
    'sopir',
    'Sopir',
    'Supir',
    'Driver',
    'Sopir angkot',
    'Sopir bemo',
    'Sopir oto',
    'Pengemudi',
    'Sopir travel',
  ],
  ['konjak', 'Kernet/konjak', 'Konjak', 'Kondektur', 'Kernet'],
  ['buruh_pelabuhan', 'Buruh pelabuhan', 'TKBM', 'Tenaga bongkar muat', 'Buruh bagasi'],
  ['juru_mudi', 'Juru mudi perahu motor', 'Motoris', 'Juragan motor', 'Operator speed'],
  ['tukang_batu', 'Tukang batu', 'Tukang', 'Tkg batu', 'Tukang bangunan'],
  ['tukang_kayu', 'Tukang kayu', 'Meubel', 'Tukang mebel', 'Tkg kayu', 'Mebeler'],
  [
    'buruh_bangunan',
    'Buruh bangunan',
    'Buruh harian lepas',
    'BHL',
    'Kuli bangunan',
    'Pekerja proyek',
    'Buruh',
  ],
  ['penambang_pasir', 'Penambang pasir/batu', 'Gali pasir', 'Tambang batu', 'Pecah batu', 'Penambang mangan'],
  ['montir', 'Montir/bengkel', 'Bengkel', 'Mekanik', 'Pekerja bengkel', 'Tambal ban'],
  ['tukang_jahit', 'Penjahit', 'Jahit', 'Tukang jahit', 'Penjahit pakaian'],
  ['tukang_las', 'Tukang las', 'Las', 'Bengkel las', 'Tukang las/pandai besi'],
  ['tukang_cukur', 'Tukang cukur/salon', 'Salon', 'Pangkas rambut'],
  ['pemulung', 'Pemulung', 'Pengumpul barang bekas'],
  ['art', 'Pekerja rumah tangga', 'PRT', 'ART', 'Asisten rumah tangga', 'Pembantu', 'Pembantu rumah tangga'],
  ['irt', 'Ibu rumah tangga', 'IRT', 'Mengurus rumah tangga', 'Urus RT'],
  ['pelajar', 'Pelajar/Mahasiswa', 'Pelajar', 'Pelajar/mahasiswa', 'Siswa'],
  ['tidak_bekerja', 'Belum/Tidak bekerja', 'Belum bekerja', 'Tdk bekerja', '-'],
  ['kepala_desa', 'Kepala desa', 'Kades', 'Kepdes', 'Pj. Kades'],
  ['sekretaris_desa', 'Sekretaris desa', 'Sekdes'],
  ['kaur', 'Kepala urusan', 'Kaur', 'Kaur Umum', 'Kaur Keuangan', 'Kaur Perencanaan', 'Bendahara desa'],
  ['kasi', 'Kepala seksi', 'Kasi', 'Kasie', 'Kasi Pemerintahan', 'Kasi Kesra'],
  ['kadus', 'Kepala dusun', 'Kadus', 'Kepala Dusun', 'Kadus I'],
  ['staf_desa', 'Staf/aparat desa', 'Aparat desa', 'Perangkat desa', 'Prades', 'Operator desa'],
  ['bpd', 'Anggota BPD', 'BPD', 'Ketua BPD', 'Wakil BPD'],
  ['rt_rw', 'Ketua RT/RW', 'RT', 'RW', 'Ketua RT', 'Ketua RW'],
  ['linmas', 'Linmas', 'Hansip', 'Limas', 'Anggota linmas'],
  ['kader_posyandu', 'Kader posyandu', 'Kader', 'KPM', 'Kader kesehatan', 'Posyandu'],
  ['lpm', 'Pengurus LPM', 'LPM', 'LPA'],
  ['guru_honor', 'Guru honor', 'Guru honorer', 'GTT', 'Guru komite', 'Guru kontrak', 'Guru'],
  ['guru_paud', 'Guru PAUD', 'Tutor PAUD', 'PAUD'],
  [
    'tenaga_kontrak',
    'Tenaga kontrak daerah',
    'TKD',
    'Karyawan honorer',
    'Teko',
    'Non ASN',
    'Honorer',
    'Honda',
    'PTT',
  ],
  ['perawat_honor', 'Perawat honor', 'Perawat sukarela', 'Nakes', 'TKS'],
  ['bidan_ptt', 'Bidan kontrak/PTT', 'Bidan PTT', 'Bidan'],
  ['satpam', 'Satpam', 'Security', 'Satuan pengamanan', 'Penjaga malam'],
  ['cleaning', 'Petugas kebersihan', 'CS', 'Cleaning service', 'Tenaga kebersihan'],
  ['karyawan_swasta', 'Karyawan swasta', 'Karyawan', 'Peg. swasta', 'Pegawai swasta'],
  ['karyawan_hotel', 'Karyawan hotel', 'Hotel', 'Housekeeping', 'Waiter'],
  ['karyawan_koperasi', 'Karyawan koperasi', 'Kopdit', 'Pegawai kopdit', 'Karyawan KSP'],
  ['pemandu_wisata', 'Pemandu wisata', 'Guide', 'Tour guide'],
  ['rumah_makan', 'Pekerja rumah makan', 'Warung makan', 'Juru masak', 'Koki'],
  [
    'rohaniwan',
    'Rohaniwan/petugas gereja',
    'Koster',
    'Katekis',
    'Pendeta',
    'Guru agama',
    'Vikaris',
    'Majelis',
  ],
  ['marbot', 'Marbot/imam masjid', 'Imam masjid', 'Guru ngaji'],
  ['pmi', 'Pekerja migran', 'TKI', 'TKW', 'CPMI'],
  ['kpps', 'Petugas pemilu', 'KPPS', 'PPS', 'Pantarlih'],
  ['disabilitas', 'Penyandang disabilitas (bekerja)', 'Disabilitas', 'Difabel'],
  ['pekerja_lepas', 'Pekerja harian lepas', 'Harian lepas', 'PHL', 'Serabutan', 'Kerja serabutan'],
];

/** Codes of people without work: they are not workers, whatever the list says. */
const notWorkers = new Set(['irt', 'pelajar', 'tidak_bekerja']);

/** An occupation as far as we recognise it. */
export interface Occupation {
  /** Code of the list, or `other` when the text is not on it. */
  readonly code: string;
  /** As written. */
  readonly text: string;
  /** False for housewives, pupils and people without work. */
  readonly isWork: boolean;
}

const byText = new Map(
  occupations.flatMap(([code, ...names]) =>
    names.map((name) => [keyOf(name), code] as const).filter(([key]) => key !== ''),
  ),
);

function keyOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}

/** Reads an occupation; an empty text is `other`, because a roster of workers need not say what everybody does. */
export function readOccupation(text: string): Occupation {
  const code = byText.get(keyOf(text)) ?? 'other';
  return { code, text, isWork: !notWorkers.has(code) };
}

/** Names of the occupations of workers, as lists offer them. */
export function occupationLabels(): string[] {
  return occupations.flatMap(([code, label]) => (notWorkers.has(code) ? [] : [label]));
}
