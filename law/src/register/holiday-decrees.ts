import {
  KEPPRES_10_2024,
  KEPPRES_33_2024,
  NEXT_SKB,
  SKB,
  SKB_281_2021,
  SKB_327_2023,
  SKB_624_2023,
  SKB_712_2021,
  SKB_933_2025,
} from '../calendar/decrees.ts';
import type { Source } from '../engine/parameter.ts';
import type { Text } from '../engine/text.ts';
import { regulationsIn } from './citation.ts';
import { type RegulationEntry, type RegulationKind, regulation } from './regulation.ts';

/** Decrees that name holidays and days of collective leave; those that change a decree of the same year follow it. */
export const holidayDecrees: readonly RegulationEntry[] = [
  ...decrees('SKB 3 Menteri', SKB[2021], daysOf(2021)),
  ...decrees('SKB 3 Menteri', SKB_281_2021, daysOf(2021), SKB[2021]),
  ...decrees('SKB 3 Menteri', SKB_712_2021, daysOf(2021), SKB[2021]),
  ...decrees('SKB 3 Menteri', SKB[2022], daysOf(2022)),
  ...decrees('SKB 3 Menteri', SKB[2023], daysOf(2023)),
  ...decrees('SKB 3 Menteri', SKB_327_2023, daysOf(2023), SKB[2023]),
  ...decrees('SKB 3 Menteri', SKB_624_2023, daysOf(2023), SKB[2023]),
  ...decrees('SKB 3 Menteri', SKB[2024], daysOf(2024)),
  ...decrees('Keppres', KEPPRES_10_2024, { id: 'Hari Pemilu 2024', en: 'Day of the general election 2024' }),
  ...decrees('Keppres', KEPPRES_33_2024, { id: 'Hari Pilkada 2024', en: 'Day of the local elections 2024' }),
  ...decrees('SKB 3 Menteri', SKB[2025], daysOf(2025)),
  ...decrees('SKB 3 Menteri', SKB_933_2025, daysOf(2025), SKB[2025]),
  ...decrees('SKB 3 Menteri', SKB[2026], daysOf(2026)),
  ...decrees('SKB 3 Menteri', NEXT_SKB, {
    id: 'Keputusan untuk tahun berikutnya: belum ditemukan',
    en: 'The decree of the next year: not found yet',
  }),
];

function daysOf(year: number): Text {
  return {
    id: `Hari libur nasional dan cuti bersama ${year}`,
    en: `National holidays and collective leave of ${year}`,
  };
}

/** The decrees that a source names; the later ones (`jo.`) change the first. */
function decrees(kind: RegulationKind, source: Source, subject: Text, changed?: Source): RegulationEntry[] {
  const { law, confidence, page, known } = source;
  const [first = '', ...later] = regulationsIn(law);
  const entry = (id: string, amends: readonly string[]) =>
    regulation(kind, id.slice(kind.length + 1), {
      subject,
      amends,
      confidence,
      ...(page !== undefined && { page }),
      ...(known !== undefined && { checked: known }),
    });
  const before = changed === undefined ? [] : regulationsIn(changed.law);
  return [entry(first, before), ...later.map((id) => entry(id, [first]))];
}
