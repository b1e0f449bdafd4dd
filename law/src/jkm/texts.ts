import { formatRupiah, type Rupiah } from '@payung/kernel';
import { countText, type Text } from '../engine/text.ts';

/** JKM pays nothing; the findings say why. */
export const refused: Text = { id: 'JKM tidak dibayarkan', en: 'JKM pays nothing' };

/** The death is a case of JKK. */
export const workAccident: Text = {
  id: 'Meninggal karena kecelakaan kerja: dibayar JKK, bukan JKM',
  en: 'Death by a work accident: JKK pays, not JKM',
};

/** The member was not covered on the day of the death. */
export const inactive: Text = {
  id: 'Kepesertaan tidak aktif pada hari meninggal',
  en: 'The membership was not active on the day of the death',
};

/** Whether the waiting period of BPU members keeps the heirs to the funeral. */
export function waiting(applies: boolean, completed: number, needed: number): Text {
  return applies
    ? {
        id: `Peserta BPU baru ${completed} bulan, kurang dari ${needed} bulan: hanya biaya pemakaman`,
        en: `BPU member for ${countText(completed, 'month').en}, fewer than ${needed}: the funeral only`,
      }
    : {
        id: `Peserta BPU ${completed} bulan, sekurang-kurangnya ${needed} bulan: manfaat penuh`,
        en: `BPU member for ${countText(completed, 'month').en}, at least ${needed}: the full benefit`,
      };
}

/** One part of the benefit, over all memberships. */
export function part(id: string, en: string, amount: Rupiah): Text {
  return { id: `${id}: ${formatRupiah(amount)}`, en: `${en}: ${formatRupiah(amount)}` };
}

/** What the heirs get. */
export function total(amount: Rupiah): Text {
  return part('Manfaat JKM', 'JKM benefit', amount);
}

/** What the benefit depends on if the months of membership were not given. */
export const dependsOnMonths: Text = {
  id: 'bergantung pada bulan kepesertaan',
  en: 'it depends on the months of membership',
};

/** How several memberships are paid since Permenaker 1/2025 was read in one garbled report only. */
export function membershipsUncertain(otherwise: Rupiah): Text {
  return {
    id: `Bahwa biaya pemakaman dibayar sekali bagi peserta ganda adalah tafsir kami atas Pasal 101. Jika dibayar untuk tiap kepesertaan: ${formatRupiah(otherwise)}`,
    en: `That the funeral is paid once for several memberships is our reading of Pasal 101. If paid for each membership: ${formatRupiah(otherwise)}`,
  };
}
