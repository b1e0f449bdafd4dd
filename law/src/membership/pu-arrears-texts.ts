import { formatRupiah, type Rupiah } from '@payung/kernel';
import { countText, type Text } from '../engine/text.ts';

/** How long the employer has not paid. */
export function unpaid(months: number): Text {
  return {
    id: `Bulan iuran yang sudah jatuh tempo dan belum dibayar: ${months}`,
    en: `Months whose contribution is due and not paid: ${months}`,
  };
}

/** Whether the arrears are within what BPJS tolerates. */
export function tolerance(months: number, tolerated: number): Text {
  return months <= tolerated
    ? {
        id: `Menunggak ${months} bulan, paling lama ${tolerated} bulan: dibayar BPJS Ketenagakerjaan`,
        en: `In arrears by ${countText(months, 'month').en}, at most ${tolerated}: BPJS pays`,
      }
    : {
        id: `Menunggak ${months} bulan, lebih dari ${tolerated} bulan: pemberi kerja membayar lebih dahulu`,
        en: `In arrears by ${countText(months, 'month').en}, more than ${tolerated}: the employer pays first`,
      };
}

/** JHT is the worker's own balance. */
export const jht: Text = {
  id: 'JHT dibayar sebesar saldonya meskipun pemberi kerja menunggak; iuran yang belum dibayar belum ada di dalamnya',
  en: 'JHT is paid to the amount of the balance although the employer owes; what is not paid is not in it yet',
};

/** The months by which all unpaid contributions together are late. */
export function lateMonths(unpaidMonths: number, total: number): Text {
  return {
    id: `Iuran tertua terlambat ${unpaidMonths} bulan, termuda 1 bulan; seluruhnya ${total} bulan keterlambatan`,
    en: `The oldest contribution is ${countText(unpaidMonths, 'month').en} late, the newest 1; ${countText(total, 'month').en} of delay together`,
  };
}

/** What the employer owes. */
export function settlement(contributions: Rupiah, fine: Rupiah, total: Rupiah): Text {
  const sum = `${formatRupiah(contributions)} + ${formatRupiah(fine)} = ${formatRupiah(total)}`;
  return { id: `Tunggakan dan denda: ${sum}`, en: `Arrears and fine: ${sum}` };
}

/** The article on arrears of JKK and JKM, or of JKP before 2025, was not read. */
export function articleNotRead(changesResult: boolean): Text {
  const id = 'Isi ketentuan tunggakan diketahui, pasalnya belum dibaca';
  const en = 'The content of the rule on arrears is known, its article was not read';
  return changesResult
    ? {
        id: `${id}. Menurut tafsir lain BPJS Ketenagakerjaan membayar`,
        en: `${en}. Under the other reading BPJS pays`,
      }
    : { id, en };
}

/** Before Permenaker 4/2022 nothing was found on JHT in arrears. */
export const jhtNotRead: Text = {
  id: 'Sebelum Permenaker 4/2022 ketentuan JHT pada masa menunggak tidak ditemukan',
  en: 'Before Permenaker 4/2022 no rule on JHT in arrears was found',
};

/** Who pays first, in one sentence. */
export function answer(paidFirstBy: 'bpjs' | 'employer', months: number): Text {
  if (paidFirstBy === 'employer') {
    return {
      id: 'Pemberi kerja membayar manfaat lebih dahulu; penggantian dapat diminta setelah tunggakan dan denda dilunasi',
      en: 'The employer pays the benefit first; it may be reimbursed once arrears and fines are settled',
    };
  }
  return months === 0
    ? { id: 'BPJS Ketenagakerjaan membayar; tidak ada tunggakan', en: 'BPJS pays; there are no arrears' }
    : {
        id: 'BPJS Ketenagakerjaan membayar; pemberi kerja tetap wajib melunasi tunggakan dan denda',
        en: 'BPJS pays; the employer still has to settle arrears and fines',
      };
}
