import type { Formats } from '../../ui/format.ts';

/** `November 2026`, or both ends of several months. */
export function monthsText(format: Pick<Formats, 'month'>, months: { from: string; to: string }): string {
  const { from, to } = months;
  return from === to ? format.month(from) : `${format.month(from)} – ${format.month(to)}`;
}

/** True when something is owed after the last day to pay in time. */
export function isLate(bill: { readonly open: number; readonly dueOn: string }, today: string): boolean {
  return bill.open > 0 && bill.dueOn < today;
}
