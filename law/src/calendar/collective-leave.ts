import { AWAITED, parameter } from '../engine/parameter.ts';
import { NEXT_SKB, SKB, SKB_281_2021, SKB_327_2023, SKB_624_2023, SKB_933_2025 } from './decrees.ts';
import {
  ASCENSION,
  CHRISTMAS,
  type Holiday,
  holidaysOf,
  holidaysText,
  IDULADHA,
  IDULFITRI,
  IMLEK,
  INDEPENDENCE,
  NYEPI,
  WAISAK,
} from './holiday.ts';

/**
 * The days of collective leave of each year (cuti bersama). They are taken from annual leave, private employers decide
 * themselves, and banks are among those told to arrange duty: that they are no working days is not settled.
 */
export const collectiveLeave = parameter<readonly Holiday[]>('calendar.collective_leave', {
  label: { id: 'Cuti bersama', en: 'Collective leave' },
  unit: 'days of the year',
  checked: '2026-11-26',
  show: holidaysText,
  // biome-ignore format: one line of days for each stretch of the year
  history: [
    ['2021-01-01', holidaysOf(2021, ['05-12', IDULFITRI]), SKB_281_2021],
    ['2022-01-01', holidaysOf(2022,
      ['04-29', IDULFITRI], ['05-04', IDULFITRI], ['05-05', IDULFITRI], ['05-06', IDULFITRI]), SKB[2022]],
    ['2023-01-01', holidaysOf(2023,
      ['01-23', IMLEK], ['03-23', NYEPI], ['04-19', IDULFITRI, SKB_327_2023], ['04-20', IDULFITRI, SKB_327_2023],
      ['04-21', IDULFITRI, SKB_327_2023], ['04-24', IDULFITRI, SKB_327_2023], ['04-25', IDULFITRI, SKB_327_2023],
      ['06-02', WAISAK], ['06-28', IDULADHA, SKB_624_2023], ['06-30', IDULADHA, SKB_624_2023],
      ['12-26', CHRISTMAS]), SKB[2023]],
    ['2024-01-01', holidaysOf(2024,
      ['02-09', IMLEK], ['03-12', NYEPI], ['04-08', IDULFITRI], ['04-09', IDULFITRI], ['04-12', IDULFITRI],
      ['04-15', IDULFITRI], ['05-10', ASCENSION], ['05-24', WAISAK], ['06-18', IDULADHA],
      ['12-26', CHRISTMAS]), SKB[2024]],
    ['2025-01-01', holidaysOf(2025,
      ['01-28', IMLEK], ['03-28', NYEPI], ['04-02', IDULFITRI], ['04-03', IDULFITRI], ['04-04', IDULFITRI],
      ['04-07', IDULFITRI], ['05-13', WAISAK], ['05-30', ASCENSION], ['06-09', IDULADHA],
      ['08-18', INDEPENDENCE, SKB_933_2025], ['12-26', CHRISTMAS]), SKB[2025]],
    ['2026-01-01', holidaysOf(2026,
      ['02-16', IMLEK], ['03-18', NYEPI], ['03-20', IDULFITRI], ['03-23', IDULFITRI], ['03-24', IDULFITRI],
      ['05-15', ASCENSION], ['05-28', IDULADHA], ['12-24', CHRISTMAS]), SKB[2026]],
    ['2027-01-01', AWAITED, NEXT_SKB],
  ],
});
