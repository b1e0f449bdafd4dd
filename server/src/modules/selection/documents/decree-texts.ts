import { formatCount, formatDay, formatMonth } from '@payung/kernel';
import type { PrintedDecree } from '../service/decree.ts';

/** What the document says, but for names and signature: the printed page and the file say the same. */
export interface DecreeTexts {
  readonly title: string;
  readonly subject: string;
  readonly considering: string;
  readonly basis: readonly string[];
  readonly decisions: readonly string[];
}

/**
 * The texts of a decree in Indonesian, as far as the register knows them; the legal office completes them.
 *
 * @law UU 40/2004; UU 24/2011; Inpres 2/2021
 */
export function textsOf({ proposal, decree, rule, lines }: PrintedDecree): DecreeTexts {
  const village = `${proposal.areaKind} ${proposal.areaName}`;
  const metOn = proposal.meeting === null ? '–' : formatDay(proposal.meeting.metOn, 'id');
  const months = `${formatMonth(proposal.from, 'id')} sampai dengan ${formatMonth(proposal.to, 'id')}`;
  const minutes = `Berita Acara nomor ${proposal.minutesNumber ?? '–'}`;
  const local =
    rule === undefined ? [] : [`${[rule.law, rule.article].filter((part) => part !== null).join(' ')};`];
  return {
    title: `KEPUTUSAN ${(decree.signedAs ?? '..............................').toUpperCase()}`,
    subject:
      `Penetapan Pekerja Rentan Penerima Perlindungan Jaminan Sosial Ketenagakerjaan ${village} Tahun ${proposal.to.slice(0, 4)}`.toUpperCase(),
    considering: `bahwa musyawarah ${proposal.areaKind} tanggal ${metOn} (${minutes}) mengusulkan pekerja rentan ${capital(village)}, dan usulan itu telah diverifikasi;`,
    basis: [
      'Undang-Undang Nomor 40 Tahun 2004 tentang Sistem Jaminan Sosial Nasional;',
      'Undang-Undang Nomor 24 Tahun 2011 tentang Badan Penyelenggara Jaminan Sosial;',
      'Instruksi Presiden Nomor 2 Tahun 2021 tentang Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan;',
      ...local,
      `Perjanjian nomor ${proposal.agreementNumber} dengan ${proposal.partnerName}.`,
    ],
    decisions: [
      `KESATU: ${formatCount(lines.length, 'id')} orang sebagaimana tercantum dalam lampiran ditetapkan sebagai pekerja rentan penerima perlindungan jaminan sosial ketenagakerjaan.`,
      `KEDUA: Iurannya dibayar dari ${proposal.fundName} untuk bulan ${months}.`,
      'KETIGA: Keputusan ini berlaku sejak tanggal ditetapkan.',
    ],
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
