import type { Text } from '../engine/text.ts';

/** A document: its name, who issues it, and why it is asked. */
export type DocumentEntry = { readonly name: Text; readonly issuer: Text; readonly why: Text };

const BPJS: Text = { id: 'BPJS Ketenagakerjaan', en: 'BPJS Ketenagakerjaan' };
const DUKCAPIL: Text = { id: 'Dukcapil', en: 'the civil registry (Dukcapil)' };
const EMPLOYER: Text = { id: 'pemberi kerja', en: 'the employer' };
const MEMBER: Text = { id: 'peserta', en: 'the member' };
const SCHOOL: Text = { id: 'sekolah atau perguruan tinggi', en: 'the school or university' };
const BANK: Text = { id: 'bank', en: 'the bank' };
const COURT: Text = { id: 'pengadilan', en: 'the court' };
const DOCTOR: Text = {
  id: 'dokter pemeriksa atau dokter penasihat',
  en: 'the examining or the advising doctor',
};
const VILLAGE: Text = {
  id: 'lurah atau kepala desa, diketahui camat',
  en: 'the head of the village, countersigned by the district (camat)',
};
const IDENTITY: Text = { id: 'memastikan identitas', en: 'shows who it is' };

/** Every document that a claim may need. */
export const DOCUMENTS = {
  claimForm: {
    name: { id: 'Surat permohonan atau formulir pengajuan', en: 'Application letter or claim form' },
    issuer: { id: 'pemohon, pada formulir BPJS Ketenagakerjaan', en: 'the claimant, on the form of BPJS' },
    why: { id: 'memulai klaim dan batas waktu pembayarannya', en: 'begins the claim and the time to pay it' },
  },
  memberCard: {
    name: { id: 'Kartu Peserta BPJS Ketenagakerjaan', en: 'Membership card' },
    issuer: BPJS,
    why: { id: 'menunjukkan kepesertaan dan nomornya', en: 'shows the membership and its number' },
  },
  projectNumber: {
    name: { id: 'Nomor kepesertaan proyek', en: 'Membership number of the construction project' },
    issuer: { id: 'BPJS Ketenagakerjaan, melalui pemberi kerja', en: 'BPJS, through the employer' },
    why: { id: 'pekerja konstruksi terdaftar per proyek', en: 'construction workers are members by project' },
  },
  memberId: {
    name: { id: 'KTP atau bukti identitas lain peserta', en: 'Identity card of the member' },
    issuer: DUKCAPIL,
    why: IDENTITY,
  },
  passport: {
    name: { id: 'Paspor', en: 'Passport' },
    issuer: { id: 'imigrasi', en: 'the immigration office' },
    why: IDENTITY,
  },
  heirId: {
    name: { id: 'KTP ahli waris', en: 'Identity card of the heir' },
    issuer: DUKCAPIL,
    why: IDENTITY,
  },
  familyCard: {
    name: { id: 'Kartu Keluarga', en: 'Family card' },
    issuer: DUKCAPIL,
    why: { id: 'menunjukkan hubungan keluarga', en: 'shows who belongs to the family' },
  },
  deathCertificate: {
    name: { id: 'Surat keterangan kematian', en: 'Certificate of death' },
    issuer: {
      id: 'dokter, desa atau kelurahan, atau Perwakilan RI di luar negeri',
      en: 'a doctor, the village, or an Indonesian mission abroad',
    },
    why: { id: 'menunjukkan kematian dan harinya', en: 'shows the death and its day' },
  },
  deathDeed: {
    name: { id: 'Akta kematian', en: 'Deed of death' },
    issuer: DUKCAPIL,
    why: { id: 'menunjukkan kematian dan harinya', en: 'shows the death and its day' },
  },
  heirCertificate: {
    name: { id: 'Surat keterangan ahli waris', en: 'Certificate of heirs' },
    issuer: VILLAGE,
    why: { id: 'menunjukkan siapa ahli warisnya', en: 'shows who the heirs are' },
  },
  marriageBook: {
    name: { id: 'Buku nikah atau akta perkawinan', en: 'Marriage book or deed' },
    issuer: { id: 'KUA atau Dukcapil', en: 'the office of religious affairs (KUA) or Dukcapil' },
    why: {
      id: 'menunjukkan bahwa janda atau duda adalah pasangan sah',
      en: 'shows that the survivor was the lawful spouse',
    },
  },
  birthCertificate: {
    name: { id: 'Akta kelahiran anak', en: 'Birth certificate of the child' },
    issuer: DUKCAPIL,
    why: { id: 'menunjukkan orang tua dan umur anak', en: 'shows the parents and the age of the child' },
  },
  guardianCertificate: {
    name: { id: 'Surat keterangan atau penetapan wali', en: 'Certificate or appointment of the guardian' },
    issuer: { id: 'pejabat yang berwenang atau pengadilan', en: 'the competent official or the court' },
    why: { id: 'menunjukkan siapa menerima bagi anak', en: 'shows who receives for the child' },
  },
  guardianId: {
    name: { id: 'KTP wali', en: 'Identity card of the guardian' },
    issuer: DUKCAPIL,
    why: IDENTITY,
  },
  notarialWill: {
    name: { id: 'Wasiat dalam akta notaris', en: 'The will as a notarial deed' },
    issuer: { id: 'notaris', en: 'a notary' },
    why: { id: 'menunjukkan siapa yang ditunjuk', en: 'shows who is named' },
  },
  courtDetermination: {
    name: { id: 'Penetapan ahli waris', en: 'Determination of heirs' },
    issuer: COURT,
    why: { id: 'ahli waris tidak disebut dalam peraturan', en: 'the heir is not listed in the regulations' },
  },
  bankAccount: {
    name: { id: 'Rekening tabungan penerima', en: 'Savings account of the recipient' },
    issuer: BANK,
    why: {
      id: 'tujuan pembayaran, atas nama penerima',
      en: 'where it is paid, in the name of the recipient',
    },
  },
  taxNumber: {
    name: { id: 'NPWP', en: 'Tax number (NPWP)' },
    issuer: { id: 'kantor pajak', en: 'the tax office' },
    why: { id: 'pajak atas pembayaran di atas Rp 50 juta', en: 'tax on payments above Rp 50 million' },
  },
  workReference: {
    name: { id: 'Surat keterangan kerja', en: 'Work reference' },
    issuer: EMPLOYER,
    why: { id: 'menunjukkan hubungan kerja', en: 'shows the employment' },
  },
  firstReport: {
    name: { id: 'Laporan kecelakaan tahap I', en: 'First report of the accident (stage I)' },
    issuer: { id: 'pemberi kerja; BPU sendiri', en: 'the employer; BPU themselves' },
    why: { id: 'dilaporkan dalam 2 × 24 jam', en: 'the accident is reported within 2 × 24 hours' },
  },
  secondReport: {
    name: { id: 'Laporan akibat kecelakaan tahap II', en: 'Report of the outcome (stage II)' },
    issuer: { id: 'pemberi kerja; BPU sendiri', en: 'the employer; BPU themselves' },
    why: { id: 'sekaligus pengajuan manfaat JKK', en: 'is at the same time the claim of JKK' },
  },
  doctorCertificate: {
    name: { id: 'Surat keterangan dokter', en: "Doctor's certificate" },
    issuer: DOCTOR,
    why: {
      id: 'menyatakan sembuh, cacat dan tingkatnya, atau meninggal',
      en: 'states recovery, the disability and its degree, or the death',
    },
  },
  medicalResume: {
    name: { id: 'Surat diagnosis atau resume medis', en: 'Diagnosis or medical summary' },
    issuer: { id: 'rumah sakit di negara penempatan', en: 'the hospital abroad' },
    why: { id: 'menunjukkan cedera dan perawatannya', en: 'shows the injury and its care' },
  },
  missionStatement: {
    name: { id: 'Surat keterangan kejadian', en: 'Statement of the event' },
    issuer: {
      id: 'pemberi kerja, Perwakilan RI, atau KDEI',
      en: 'the employer, the Indonesian mission or KDEI',
    },
    why: { id: 'menunjukkan kecelakaan di luar negeri', en: 'shows the accident abroad' },
  },
  attendanceList: {
    name: { id: 'Daftar hadir', en: 'Attendance list' },
    issuer: EMPLOYER,
    why: { id: 'menunjukkan bahwa peserta bekerja hari itu', en: 'shows that the member worked that day' },
  },
  witnessStatements: {
    name: { id: 'Pernyataan saksi', en: 'Statements of witnesses' },
    issuer: { id: 'saksi kejadian', en: 'those who saw it' },
    why: { id: 'menunjukkan bagaimana kecelakaan terjadi', en: 'shows how the accident happened' },
  },
  policeReport: {
    name: { id: 'Laporan polisi atau surat Jasa Raharja', en: 'Police report or letter of Jasa Raharja' },
    issuer: { id: 'kepolisian atau Jasa Raharja', en: 'the police or Jasa Raharja' },
    why: { id: 'kecelakaan di jalan umum', en: 'the accident happened on a public road' },
  },
  transportReceipts: {
    name: { id: 'Kuitansi biaya pengangkutan', en: 'Receipts of transport' },
    issuer: { id: 'pengangkut', en: 'the carrier' },
    why: { id: 'penggantian biaya pengangkutan', en: 'the cost of transport is reimbursed' },
  },
  careReceipts: {
    name: { id: 'Kuitansi pengobatan atau perawatan', en: 'Receipts of treatment or care' },
    issuer: { id: 'fasilitas kesehatan', en: 'the place of care' },
    why: {
      id: 'penggantian, bila fasilitasnya tidak bekerja sama dengan BPJS',
      en: 'reimbursement where the place of care has no contract with BPJS',
    },
  },
  leaveStatement: {
    name: { id: 'Surat keterangan sedang cuti di Indonesia', en: 'Statement of leave in Indonesia' },
    issuer: {
      id: 'pemberi kerja, Pelaksana Penempatan, Perwakilan RI, atau KDEI',
      en: 'the employer, the placement agency, the Indonesian mission or KDEI',
    },
    why: { id: 'meninggal ketika cuti tetap dijamin', en: 'a death on leave is covered as well' },
  },
  resignationLetter: {
    name: { id: 'Surat keterangan pengunduran diri', en: 'Statement of the resignation' },
    issuer: EMPLOYER,
    why: { id: 'masa tunggu dihitung darinya', en: 'the waiting time runs from it' },
  },
  terminationProof: {
    name: { id: 'Bukti pemutusan hubungan kerja', en: 'Proof of the dismissal' },
    issuer: {
      id: 'pemberi kerja, dinas ketenagakerjaan, atau pengadilan hubungan industrial',
      en: 'the employer, the labour office or the industrial court',
    },
    why: { id: 'menunjukkan PHK dan harinya', en: 'shows the dismissal and its day' },
  },
  contractEnd: {
    name: { id: 'PKWT atau keterangan berakhirnya', en: 'Fixed-term contract or statement of its end' },
    issuer: EMPLOYER,
    why: { id: 'menunjukkan hari berakhirnya', en: 'shows the day of its end' },
  },
  businessStop: {
    name: { id: 'Surat pernyataan berhenti berusaha', en: 'Declaration of having stopped the business' },
    issuer: MEMBER,
    why: { id: 'menunjukkan peserta BPU berhenti bekerja', en: 'shows that the BPU member stopped working' },
  },
  leavingStatement: {
    name: {
      id: 'Surat pernyataan tidak bekerja lagi di Indonesia',
      en: 'Declaration of leaving work in Indonesia',
    },
    issuer: MEMBER,
    why: { id: 'meninggalkan Indonesia untuk selamanya', en: 'the member leaves Indonesia for good' },
  },
  housingDocuments: {
    name: { id: 'Dokumen perumahan dari bank', en: 'Housing documents of the bank' },
    issuer: BANK,
    why: { id: 'sebagian JHT untuk perumahan', en: 'a part of JHT for housing' },
  },
  incapacityStatement: {
    name: { id: 'Surat keterangan tidak mampu bekerja', en: 'Statement of inability to work' },
    issuer: EMPLOYER,
    why: { id: 'cacat total tetap mengakhiri pekerjaan', en: 'the disability ended the work' },
  },
  searchCommitment: {
    name: {
      id: 'Komitmen Aktivitas Pencarian Kerja (KAPK)',
      en: 'Commitment to search for work (KAPK)',
    },
    issuer: { id: 'peserta, di SIAPkerja', en: 'the member, on SIAPkerja' },
    why: { id: 'syarat bersedia bekerja kembali', en: 'the member must be willing to work again' },
  },
  selfAssessment: {
    name: { id: 'Asesmen diri', en: 'Self-assessment' },
    issuer: { id: 'peserta, di SIAPkerja', en: 'the member, on SIAPkerja' },
    why: { id: 'syarat bulan kedua sampai keenam', en: 'a condition of months two to six' },
  },
  searchProof: {
    name: {
      id: 'Bukti melamar ke 5 perusahaan atau 1 wawancara',
      en: 'Proof of 5 applications or 1 interview',
    },
    issuer: { id: 'peserta, di SIAPkerja', en: 'the member, on SIAPkerja' },
    why: { id: 'syarat bulan kedua sampai keenam', en: 'a condition of months two to six' },
  },
  trainingAttendance: {
    name: { id: 'Kehadiran pelatihan paling sedikit 80%', en: 'Attendance of at least 80% of the training' },
    issuer: { id: 'lembaga pelatihan', en: 'the training centre' },
    why: { id: 'bila mengikuti pelatihan', en: 'where a training is taken' },
  },
  scholarshipForm: {
    name: { id: 'Formulir beasiswa', en: 'Scholarship form' },
    issuer: { id: 'wali, pada formulir BPJS Ketenagakerjaan', en: 'the guardian, on the form of BPJS' },
    why: { id: 'diajukan setiap tahun', en: 'the scholarship is claimed every year' },
  },
  schoolStatement: {
    name: { id: 'Surat keterangan sekolah', en: 'Statement of the school' },
    issuer: SCHOOL,
    why: {
      id: 'menunjukkan jenjang dan bahwa masih bersekolah',
      en: 'shows the level and that school goes on',
    },
  },
  schoolReport: {
    name: { id: 'Rapor atau transkrip terakhir', en: 'Last report or transcript' },
    issuer: SCHOOL,
    why: { id: 'menunjukkan tingkat pendidikannya', en: 'shows the year of schooling' },
  },
} as const satisfies Readonly<Record<string, DocumentEntry>>;

/** The code of a document. */
export type DocumentCode = keyof typeof DOCUMENTS;
