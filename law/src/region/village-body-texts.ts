import { formatRupiah, type Rupiah } from '@payung/kernel';
import type { Text } from '../engine/text.ts';
import type { VillageBody, VillageInstitution } from './local-rule.ts';

/** What the bodies are called; most keep their name in both languages. */
export const BODIES: Readonly<Record<VillageBody, Text>> = {
  kepalaDesa: { id: 'Kepala desa', en: 'Village head (kepala desa)' },
  perangkatDesa: { id: 'Perangkat desa', en: 'Village officials (perangkat desa)' },
  BPD: { id: 'BPD', en: 'Village council (BPD)' },
  RT: { id: 'RT', en: 'RT' },
  RW: { id: 'RW', en: 'RW' },
  LPM: { id: 'LPM', en: 'LPM' },
  PKK: { id: 'PKK', en: 'PKK' },
  posyandu: { id: 'Posyandu', en: 'Posyandu' },
  karangTaruna: { id: 'Karang Taruna', en: 'Karang Taruna' },
};

/** Officials are wage earners; the head is no official and is protected with them. */
export const official: Readonly<Record<'kepalaDesa' | 'perangkatDesa', Text>> = {
  perangkatDesa: {
    id: 'Perangkat desa (sekretariat, pelaksana kewilayahan, pelaksana teknis) adalah penerima upah',
    en: 'Village officials (secretariat, hamlet heads, technical staff) are wage earners',
  },
  kepalaDesa: {
    id: 'Kepala desa bukan perangkat desa, tetapi dilindungi bersama mereka sebagai penerima upah',
    en: 'The village head is no official (perangkat), but is protected with them as a wage earner',
  },
};

/** The wage of officials is the fixed income of the village budget. */
export function siltap(base: Rupiah): Text {
  const amount = formatRupiah(base);
  return {
    id: `Dasar upah: penghasilan tetap (siltap) ${amount}`,
    en: `Wage base: the fixed income (siltap) of ${amount}`,
  };
}

/** Government services are in the lowest risk group. */
export const riskClass: Text = {
  id: 'Pemerintahan desa termasuk jasa pemerintahan: kelompok risiko I (disimpulkan)',
  en: 'Village government counts as government services: risk class I (derived)',
};

/** What the region has chosen. */
export function chosen(body: VillageInstitution, segment: 'PU' | 'BPU', base: Rupiah): Text {
  const amount = formatRupiah(base);
  return {
    id: `${BODIES[body].id} didaftarkan sebagai ${segment} dengan dasar ${amount}`,
    en: `${BODIES[body].en}: enrolled as ${segment} on a base of ${amount}`,
  };
}

/** The region has not chosen, or not said so. */
export function open(body: VillageInstitution, pu: Rupiah, bpu: Rupiah): Text {
  const [asPu, asBpu] = [formatRupiah(pu), formatRupiah(bpu)];
  return {
    id: `Segmen ${BODIES[body].id} adalah pilihan daerah dan belum ditetapkan: sebagai PU ${asPu}, sebagai BPU ${asBpu} sebulan`,
    en: `${BODIES[body].en}: the segment is for the region to choose, and not chosen. ${asPu} a month as PU, ${asBpu} as BPU`,
  };
}

/** The month's contribution of one person of the body. */
export function total(body: VillageBody, segment: 'PU' | 'BPU', amount: Rupiah): Text {
  const shown = formatRupiah(amount);
  return {
    id: `${BODIES[body].id}: ${segment}, JKK dan JKM ${shown} sebulan`,
    en: `${BODIES[body].en}: ${segment}, JKK and JKM ${shown} a month`,
  };
}

/** Both options stand. */
export function undecided(body: VillageBody): Text {
  return {
    id: `${BODIES[body].id}: belum ditetapkan daerah`,
    en: `${BODIES[body].en}: not decided by the region`,
  };
}
