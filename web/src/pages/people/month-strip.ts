import { addMonthsTo, type Month, monthsThrough, parseMonth } from '@payung/kernel';
import type { Membership } from '../../app/api.ts';

/** paid: paid here, or stated by BPJS's own file · tolerated: not paid, but the law allows it · none: neither */
export type Protection = 'paid' | 'tolerated' | 'none';

/** A month and what protects in it. */
export interface MonthCell {
  readonly month: Month;
  readonly protection: Protection;
}

/**
 * The protection of each of the `count` months that end with `last`. A payment outweighs tolerance where both stand for the
 * same month: the two are never mixed.
 */
export function protectionByMonth(cover: Membership['cover'], last: Month, count: number): MonthCell[] {
  return monthsThrough(addMonthsTo(last, 1 - count), last).map((month) => {
    const here = cover.filter(({ from, to }) => from <= month && month <= to);
    const protection = here.some(({ evidence }) => evidence !== 'law')
      ? 'paid'
      : here.length > 0
        ? 'tolerated'
        : 'none';
    return { month, protection };
  });
}

/** The later of the month asked about and the last month of any cover: what was paid ahead is shown too. */
export function lastMonthOf(cover: Membership['cover'], now: Month): Month {
  return cover.reduce<Month>((latest, { to }) => {
    const month = parseMonth(to);
    return month !== undefined && month > latest ? month : latest;
  }, now);
}
