import { formatCount, formatDay, formatMonth, weekdayOf } from '@payung/kernel';
import type { PrintedDocument, PrintedLine } from '../service/annex.ts';

/** A part of a document under a heading. */
interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly isNumbered: boolean;
}

/** What a document says: the printed page and the file say the same. */
export interface DocumentTexts {
  readonly title: string;
  readonly subject: string;
  readonly sections: readonly Section[];
  /** Above the name of the signatory. */
  readonly signature: readonly string[];
  /** Above the annex. */
  readonly annex: string;
  readonly columns: readonly string[];
}

const weekdays = ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'];
const columns = [
  'No',
  'Nama',
  'NIK',
  'L/P',
  'Tanggal lahir',
  'Desa/Kel.',
  'RT/RW',
  'Pekerjaan',
  'Keterangan',
];
const blank = '..............................';

/** The texts of a document in Indonesian, as far as the register knows them; the office completes them. */
export function textsOf(printed: PrintedDocument): DocumentTexts {
  return printed.kind === 'decree' ? decreeTexts(printed) : minutesTexts(printed);
}

/** The cells of a line, under the columns of the document. */
export function cellsOf(line: PrintedLine): string[] {
  return [
    String(line.place),
    line.name,
    line.nik,
    line.sex ?? '',
    line.birthDate === null ? '' : formatDay(line.birthDate, 'id'),
    line.villageName,
    [line.rt, line.rw].filter((part) => part !== null).join('/'),
    line.occupation,
    line.isSubstitute ? 'cadangan' : '',
  ];
}

/** @law UU 40/2004; UU 24/2011; Inpres 2/2021 */
function decreeTexts({ proposal, decree, rule, lines }: PrintedDocument): DocumentTexts {
  const village = `${proposal.areaKind} ${proposal.areaName}`;
  const metOn = proposal.meeting === null ? '–' : formatDay(proposal.meeting.metOn, 'id');
  const months = `${formatMonth(proposal.from, 'id')} sampai dengan ${formatMonth(proposal.to, 'id')}`;
  const minutes = `Berita Acara nomor ${proposal.minutesNumber ?? '–'}`;
  const local =
    rule === undefined ? [] : [`${[rule.law, rule.article].filter((part) => part !== null).join(' ')};`];
  const title = `KEPUTUSAN ${(decree.signedAs ?? blank).toUpperCase()}`;
  const signedOn = formatDay(decree.signedOn, 'id');
  return {
    title,
    subject:
      `Penetapan Pekerja Rentan Penerima Perlindungan Jaminan Sosial Ketenagakerjaan ${village} Tahun ${proposal.to.slice(0, 4)}`.toUpperCase(),
    sections: [
      {
        heading: 'Menimbang:',
        lines: [
          `bahwa musyawarah ${proposal.areaKind} tanggal ${metOn} (${minutes}) mengusulkan pekerja rentan ${capital(village)}, dan usulan itu telah diverifikasi;`,
        ],
        isNumbered: false,
      },
      {
        heading: 'Mengingat:',
        lines: [
          'Undang-Undang Nomor 40 Tahun 2004 tentang Sistem Jaminan Sosial Nasional;',
          'Undang-Undang Nomor 24 Tahun 2011 tentang Badan Penyelenggara Jaminan Sosial;',
          'Instruksi Presiden Nomor 2 Tahun 2021 tentang Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan;',
          ...local,
          `Perjanjian nomor ${proposal.agreementNumber} dengan ${proposal.partnerName}.`,
        ],
        isNumbered: true,
      },
      {
        heading: 'MEMUTUSKAN, menetapkan:',
        lines: [
          `KESATU: ${formatCount(lines.length, 'id')} orang sebagaimana tercantum dalam lampiran ditetapkan sebagai pekerja rentan penerima perlindungan jaminan sosial ketenagakerjaan.`,
          `KEDUA: Iurannya dibayar dari ${proposal.fundName} untuk bulan ${months}.`,
          'KETIGA: Keputusan ini berlaku sejak tanggal ditetapkan.',
        ],
        isNumbered: false,
      },
    ],
    signature: [
      `Ditetapkan di ${blank}`,
      `pada tanggal ${signedOn}`,
      (decree.signedAs ?? blank).toUpperCase(),
    ],
    annex: `LAMPIRAN ${title} NOMOR ${decree.number} TANGGAL ${signedOn}`,
    columns,
  };
}

function minutesTexts({ proposal, decree, lines }: PrintedDocument): DocumentTexts {
  const { meeting } = proposal;
  const kind = `musyawarah ${proposal.areaKind}`;
  const title = `BERITA ACARA ${kind.toUpperCase()}`;
  const signedOn = formatDay(decree.signedOn, 'id');
  const places = Math.min(proposal.quota, lines.length);
  const held =
    meeting === null
      ? []
      : [
          `Pada hari ${weekdays[weekdayOf(meeting.metOn) - 1] ?? ''}, tanggal ${formatDay(meeting.metOn, 'id')}, bertempat di ${meeting.place}, telah diadakan ${kind} ${proposal.areaName}, dipimpin oleh ${meeting.ledBy} dan dihadiri ${formatCount(meeting.attendance, 'id')} orang.`,
        ];
  return {
    title,
    subject:
      `Usulan Pekerja Rentan Penerima Perlindungan Jaminan Sosial Ketenagakerjaan ${proposal.areaKind} ${proposal.areaName} Tahun ${proposal.to.slice(0, 4)}`.toUpperCase(),
    sections: [
      { heading: '', lines: held, isNumbered: false },
      {
        heading: 'Musyawarah memutuskan:',
        lines: [
          ...(meeting === null ? [] : [meeting.minutes]),
          `Nama menurut urutan tercantum dalam lampiran: ${formatCount(places, 'id')} orang mengisi tempat, ${formatCount(lines.length - places, 'id')} orang menjadi cadangan.`,
        ],
        isNumbered: true,
      },
    ],
    signature: [blank, `tanggal ${signedOn}`, 'Pimpinan musyawarah'],
    annex: `LAMPIRAN ${title} NOMOR ${decree.number} TANGGAL ${signedOn}`,
    columns,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
