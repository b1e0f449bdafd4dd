import { unsettledDay } from '../engine/unsettled-day.ts';
import { SIPLAWFIRM } from './pages.ts';

/** Permenaker 5/2021 as amended, as a citation names it. */
export const PERMENAKER_1_2025 = { law: 'Permenaker 5/2021 jo. Permenaker 1/2025' } as const;

/**
 * The day on which Permenaker 1/2025 took effect. It was promulgated on 24 February 2025 and may have taken effect that day;
 * no source has it later than March.
 */
export const PERMENAKER_1_2025_DAY = unsettledDay('Permenaker 1/2025', {
  placeholder: '2025-03-01',
  question: 'U-01',
  doubtful: [
    ['2025-02-01', '2025-03-31', {}],
    ['2025-02-24', '2025-03-31', { page: SIPLAWFIRM.page, known: SIPLAWFIRM.checked }],
  ],
});
