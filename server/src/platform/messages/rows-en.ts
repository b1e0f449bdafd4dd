import type { RowReason } from './rows-id.ts';

export const rowsEn: Record<RowReason, readonly [string, string]> = {
  'new.ready': ['New person, ready to be enrolled.', ''],
};
