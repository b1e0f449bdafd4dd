import type { Source } from '../engine/parameter.ts';
import type { Text } from '../engine/text.ts';
import type { Segment } from '../membership/parameters.ts';
import { PERMENAKER_1_2025 } from '../register/permenaker-1-2025.ts';
import type { DocumentCode } from './document-catalogue.ts';

/** What a claim is about: programme and ground. */
export const GROUNDS = {
  JKK: ['care', 'stmb', 'disability', 'death'],
  JKM: ['death'],
  JHT: [
    'age56',
    'resignation',
    'termination',
    'pkwtEnd',
    'bpuStops',
    'leavingIndonesia',
    'totalDisability',
    'death',
    'partial',
  ],
  JP: ['oldAge', 'disability', 'widow', 'child', 'parent'],
  JKP: ['firstMonth', 'laterMonth'],
  scholarship: ['yearly'],
} as const;

/** A programme whose claims ask for documents. */
export type ClaimedProgramme = keyof typeof GROUNDS;

/** The segments whose members have the programme. */
export const SEGMENTS: Readonly<Record<ClaimedProgramme, readonly Segment[]>> = {
  JKK: ['PU', 'BPU', 'JAKON', 'PMI'],
  JKM: ['PU', 'BPU', 'JAKON', 'PMI'],
  JHT: ['PU', 'BPU', 'PMI'],
  JP: ['PU'],
  JKP: ['PU'],
  scholarship: ['PU', 'BPU', 'JAKON', 'PMI'],
};

/** What brings a document in that is not asked of everybody. */
export const CIRCUMSTANCES = [
  'spouseHeir',
  'minorHeir',
  'namedInWill',
  'unlistedHeir',
  'publicRoad',
  'ownCare',
  'transport',
  'housing',
  'over50Million',
  'onLeave',
  'training',
] as const;

/** One of `CIRCUMSTANCES`. */
export type Circumstance = (typeof CIRCUMSTANCES)[number];

/** Each circumstance as people say it. */
export const WHEN: Readonly<Record<Circumstance, Text>> = {
  spouseHeir: { id: 'janda atau duda menerima', en: 'a widow or widower is paid' },
  minorHeir: { id: 'anak di bawah umur menerima', en: 'a minor is paid' },
  namedInWill: { id: 'penerima ditunjuk dalam wasiat', en: 'the recipient is named in a will' },
  unlistedHeir: {
    id: 'penerima di luar daftar ahli waris',
    en: 'the recipient is outside the list of heirs',
  },
  publicRoad: { id: 'kecelakaan terjadi di jalan umum', en: 'the accident happened on a public road' },
  ownCare: {
    id: 'dirawat di tempat yang tidak bekerja sama dengan BPJS',
    en: 'care was given where there is no contract with BPJS',
  },
  transport: { id: 'biaya pengangkutan diminta', en: 'the cost of transport is claimed' },
  housing: { id: 'untuk perumahan', en: 'it is for housing' },
  over50Million: { id: 'pembayaran di atas Rp 50 juta', en: 'the payment is above Rp 50 million' },
  onLeave: { id: 'meninggal ketika cuti di Indonesia', en: 'the death came on leave in Indonesia' },
  training: { id: 'mengikuti pelatihan', en: 'a training is taken' },
};

/** Some documents that claims ask for, on one authority. */
export type Asked = {
  readonly programme: ClaimedProgramme;
  /** All grounds if absent. */
  readonly grounds?: readonly string[];
  /** All segments if absent. */
  readonly segments?: readonly Segment[];
  readonly when?: Circumstance;
  readonly codes: readonly DocumentCode[];
  readonly source: Source;
};

const quoted = (law: string, article: string | undefined, page: string): Source => ({
  law,
  ...(article !== undefined && { article }),
  confidence: 'quoted',
  page,
});
const known = (law: string, page?: string): Source => ({
  law,
  confidence: 'known',
  ...(page !== undefined && { page }),
});

const PASAL_19 = 'https://pasal.id/peraturan/permen/permenaker-no-1-tahun-2025/koreksi/9439651';
const PASAL_79 = 'https://pasal.id/peraturan/permen/permenaker-no-1-tahun-2025/koreksi/9439674';
const PMI_50 = 'https://pasal.id/en/peraturan/permen/Permenaker-no-4-tahun-2023/koreksi/9656527';
const PMI_57 = 'https://pasal.id/peraturan/permen/Permenaker-no-4-tahun-2023/koreksi/9656419';
const BLORA = 'https://perisaiblora.blogspot.com/2023/11/tata-cara-pembayaran-manfaat-jaminan.html';
const RIAU =
  'https://riau.antaranews.com/berita/317166/jaminan-kematian-bpjs-ketenagakerjaan-besaran-dan-cara-klaimnya';
const DEPOK =
  'https://depok.pikiran-rakyat.com/nasional/pr-094377344/3-aturan-baru-klaim-jht-dalam-permenaker-nomor-4-tahun-2022-peserta-tidak-perlu-menunggu-sampai-usia-56-tahun';
const TRIBUN =
  'https://www.tribunnewswiki.com/2022/04/29/simak-syarat-dan-cara-klaim-jht-berdasarkan-peraturan-baru';
// The text of Permenaker 2/2022, which Permenaker 4/2022 replaced: not a reading of the law in force.
const HALONUSA =
  'https://news.halonusa.id/berita/80525/isi-aturan-jaminan-hari-tua-jht-permenaker-nomor-2-tahun-2022/halaman/5';
const BISNIS =
  'https://finansial.bisnis.com/read/20230725/215/1677782/klaim-jaminan-pensiun-bpjs-ketenagakerjaan-begini-caranya';
const INFO_BPJS = 'https://infobpjs.id/cara-klaim-jaminan-pensiun-bpjs-ketenagakerjaan/';
const GRID_CHILD =
  'https://star.grid.id/amp/453635722/cara-ajukan-klaim-jaminan-pensiun-jika-peserta-bpjs-ketenagakerjaan-telah-meninggal-dunia';
const KOMPAS =
  'https://money.kompas.com/read/2022/02/12/160100326/simak-begini-cara-jadi-peserta-hingga-ajukan-klaim-jkp?page=2';
const BISNIS_JKP =
  'https://ekonomi.bisnis.com/read/20220223/12/1504010/cara-klaim-jaminan-kehilangan-pekerjaan-jkp-siapkan-dokumen-ini';
const CINEWS =
  'https://cinews.id/29/03/2024/anak-peserta-bpjs-ketenagakerjaan-dapat-menikmati-beasiswa-simak-syarat-dan-ketentuannya';

const REPORTED = quoted(PERMENAKER_1_2025.law, 'Pasal 19 ayat (3)', PASAL_19);
const ACCIDENT = known(PERMENAKER_1_2025.law);
const ABROAD = quoted('Permenaker 4/2023', 'Pasal 50', PMI_50);
const DIED_ABROAD = quoted('Permenaker 4/2023', 'Pasal 57 ayat (1)', PMI_57);
const DIED = quoted('PP 44/2015', 'Pasal 40 ayat (3)', BLORA);
const DIED_AT_SITE = quoted(PERMENAKER_1_2025.law, 'Pasal 79 ayat (2)', PASAL_79);
const SAVINGS = known('Permenaker 4/2022', HALONUSA);
const PENSION = quoted('Permenaker 29/2015', undefined, BISNIS);
const WIDOW = quoted('Permenaker 29/2015', undefined, INFO_BPJS);
const ORPHAN = quoted('Permenaker 29/2015', undefined, GRID_CHILD);

const AT_HOME: readonly Segment[] = ['PU', 'BPU'];
const NOT_PU: readonly Segment[] = ['BPU', 'JAKON'];
const NOT_PMI: readonly Segment[] = ['PU', 'BPU', 'JAKON'];

/** What claims ask for. Of rows that name the same document for the same claim the first holds: those that were read lead. */
// biome-ignore format: aligned table of rows
export const ASKED: readonly Asked[] = [
  // JKK
  { programme: 'JKK', segments: ['PU'], codes: ['secondReport', 'memberCard', 'memberId', 'doctorCertificate'], source: REPORTED },
  { programme: 'JKK', segments: ['PU'], when: 'transport', codes: ['transportReceipts'], source: REPORTED },
  { programme: 'JKK', segments: ['PU'], when: 'ownCare', codes: ['careReceipts'], source: quoted(PERMENAKER_1_2025.law, 'Pasal 19 ayat (3) dan ayat (4)', PASAL_19) },
  { programme: 'JKK', segments: NOT_PU, codes: ['secondReport', 'memberCard', 'memberId', 'doctorCertificate'], source: ACCIDENT },
  { programme: 'JKK', segments: NOT_PU, when: 'transport', codes: ['transportReceipts'], source: ACCIDENT },
  { programme: 'JKK', segments: NOT_PU, when: 'ownCare', codes: ['careReceipts'], source: ACCIDENT },
  { programme: 'JKK', segments: ['JAKON'], codes: ['projectNumber'], source: ACCIDENT },
  { programme: 'JKK', segments: NOT_PMI, codes: ['firstReport', 'witnessStatements', 'bankAccount'], source: ACCIDENT },
  { programme: 'JKK', segments: ['PU', 'JAKON'], codes: ['attendanceList'], source: ACCIDENT },
  { programme: 'JKK', segments: NOT_PMI, when: 'publicRoad', codes: ['policeReport'], source: ACCIDENT },
  { programme: 'JKK', segments: ['PMI'], codes: ['memberCard', 'passport', 'missionStatement', 'medicalResume', 'bankAccount'], source: ABROAD },
  { programme: 'JKK', segments: ['PMI'], when: 'transport', codes: ['transportReceipts'], source: ABROAD },
  { programme: 'JKK', segments: ['PMI'], when: 'ownCare', codes: ['careReceipts'], source: ABROAD },
  { programme: 'JKK', segments: ['PMI'], grounds: ['death'], codes: ['heirId'], source: ABROAD },
  { programme: 'JKK', grounds: ['death'], codes: ['deathCertificate', 'heirCertificate', 'heirId', 'familyCard'], source: ACCIDENT },
  { programme: 'JKK', grounds: ['death'], when: 'spouseHeir', codes: ['marriageBook'], source: ACCIDENT },
  { programme: 'JKK', grounds: ['death'], when: 'minorHeir', codes: ['birthCertificate', 'guardianCertificate', 'guardianId'], source: ACCIDENT },
  { programme: 'JKK', grounds: ['death'], when: 'namedInWill', codes: ['notarialWill'], source: ACCIDENT },
  { programme: 'JKK', grounds: ['death'], when: 'unlistedHeir', codes: ['courtDetermination'], source: ACCIDENT },
  // JKM
  { programme: 'JKM', segments: AT_HOME, codes: ['claimForm', 'memberCard', 'deathCertificate', 'heirCertificate'], source: DIED },
  { programme: 'JKM', segments: AT_HOME, codes: ['heirId', 'familyCard'], source: quoted('Permenaker 5/2021', undefined, RIAU) },
  { programme: 'JKM', segments: ['JAKON'], codes: ['claimForm', 'projectNumber', 'deathDeed', 'heirCertificate'], source: DIED_AT_SITE },
  { programme: 'JKM', segments: ['JAKON'], when: 'namedInWill', codes: ['notarialWill'], source: quoted(PERMENAKER_1_2025.law, 'Pasal 79 ayat (2a)', PASAL_79) },
  { programme: 'JKM', segments: ['JAKON'], when: 'unlistedHeir', codes: ['courtDetermination'], source: quoted(PERMENAKER_1_2025.law, 'Pasal 79 ayat (2b)', PASAL_79) },
  { programme: 'JKM', segments: ['PMI'], codes: ['claimForm', 'memberCard', 'memberId', 'heirId', 'familyCard', 'deathCertificate', 'heirCertificate', 'bankAccount'], source: DIED_ABROAD },
  { programme: 'JKM', segments: ['PMI'], when: 'onLeave', codes: ['leaveStatement'], source: quoted('Permenaker 4/2023', 'Pasal 57 ayat (2)', PMI_57) },
  { programme: 'JKM', segments: NOT_PMI, codes: ['memberId', 'heirId', 'familyCard', 'bankAccount'], source: ACCIDENT },
  { programme: 'JKM', segments: ['PU'], codes: ['workReference'], source: ACCIDENT },
  { programme: 'JKM', when: 'spouseHeir', codes: ['marriageBook'], source: ACCIDENT },
  { programme: 'JKM', when: 'minorHeir', codes: ['birthCertificate', 'guardianCertificate', 'guardianId'], source: ACCIDENT },
  { programme: 'JKM', when: 'namedInWill', codes: ['notarialWill'], source: ACCIDENT },
  { programme: 'JKM', when: 'unlistedHeir', codes: ['courtDetermination'], source: ACCIDENT },
  { programme: 'JKM', when: 'over50Million', codes: ['taxNumber'], source: ACCIDENT },
  // JHT
  { programme: 'JHT', grounds: ['age56'], codes: ['memberCard', 'memberId'], source: quoted('Permenaker 4/2022', undefined, DEPOK) },
  { programme: 'JHT', grounds: ['termination'], codes: ['terminationProof'], source: quoted('Permenaker 4/2022', undefined, TRIBUN) },
  { programme: 'JHT', codes: ['memberCard'], source: SAVINGS },
  { programme: 'JHT', grounds: ['resignation', 'termination', 'pkwtEnd', 'bpuStops', 'totalDisability', 'partial'], codes: ['memberId'], source: SAVINGS },
  { programme: 'JHT', grounds: ['resignation'], codes: ['resignationLetter'], source: known('Permenaker 4/2022') },
  { programme: 'JHT', grounds: ['pkwtEnd'], codes: ['contractEnd'], source: known('Permenaker 4/2022') },
  { programme: 'JHT', grounds: ['bpuStops'], codes: ['businessStop'], source: known('Permenaker 4/2022') },
  { programme: 'JHT', grounds: ['leavingIndonesia'], codes: ['leavingStatement', 'passport'], source: SAVINGS },
  { programme: 'JHT', grounds: ['totalDisability'], codes: ['doctorCertificate'], source: SAVINGS },
  { programme: 'JHT', grounds: ['death'], codes: ['deathCertificate', 'heirCertificate', 'heirId', 'familyCard'], source: SAVINGS },
  { programme: 'JHT', grounds: ['death'], when: 'spouseHeir', codes: ['marriageBook'], source: known('Permenaker 4/2022') },
  { programme: 'JHT', grounds: ['death'], when: 'minorHeir', codes: ['birthCertificate', 'guardianCertificate', 'guardianId'], source: known('Permenaker 4/2022') },
  { programme: 'JHT', grounds: ['death'], when: 'namedInWill', codes: ['notarialWill'], source: known(PERMENAKER_1_2025.law) },
  { programme: 'JHT', grounds: ['death'], when: 'unlistedHeir', codes: ['courtDetermination'], source: SAVINGS },
  { programme: 'JHT', grounds: ['partial'], when: 'housing', codes: ['housingDocuments'], source: known('PP 46/2015') },
  { programme: 'JHT', codes: ['bankAccount'], source: known('Permenaker 4/2022') },
  { programme: 'JHT', when: 'over50Million', codes: ['taxNumber'], source: known('Permenaker 4/2022') },
  // JP
  { programme: 'JP', grounds: ['oldAge', 'disability'], codes: ['claimForm', 'memberCard', 'memberId', 'familyCard'], source: PENSION },
  { programme: 'JP', grounds: ['disability'], codes: ['doctorCertificate', 'incapacityStatement'], source: PENSION },
  { programme: 'JP', grounds: ['widow'], codes: ['claimForm', 'memberCard', 'heirId', 'familyCard', 'marriageBook', 'deathCertificate', 'heirCertificate'], source: WIDOW },
  { programme: 'JP', grounds: ['child'], codes: ['claimForm', 'memberCard', 'birthCertificate', 'familyCard', 'deathCertificate', 'heirCertificate'], source: ORPHAN },
  { programme: 'JP', grounds: ['child'], when: 'minorHeir', codes: ['guardianCertificate', 'guardianId'], source: ORPHAN },
  { programme: 'JP', grounds: ['parent'], codes: ['claimForm', 'memberCard', 'heirId', 'familyCard', 'deathCertificate', 'heirCertificate'], source: ORPHAN },
  { programme: 'JP', codes: ['bankAccount'], source: known('Permenaker 29/2015') },
  // JKP
  { programme: 'JKP', grounds: ['firstMonth'], codes: ['terminationProof', 'searchCommitment'], source: quoted('PP 37/2021', undefined, KOMPAS) },
  { programme: 'JKP', grounds: ['firstMonth'], codes: ['bankAccount'], source: quoted('PP 37/2021', undefined, BISNIS_JKP) },
  { programme: 'JKP', grounds: ['laterMonth'], codes: ['selfAssessment', 'searchProof'], source: quoted('PP 37/2021', undefined, BISNIS_JKP) },
  { programme: 'JKP', grounds: ['laterMonth'], when: 'training', codes: ['trainingAttendance'], source: quoted('PP 37/2021', undefined, BISNIS_JKP) },
  // scholarship
  { programme: 'scholarship', codes: ['scholarshipForm', 'birthCertificate', 'familyCard', 'schoolStatement', 'schoolReport', 'bankAccount', 'guardianId'], source: quoted('Permenaker 5/2021', undefined, CINEWS) },
];
